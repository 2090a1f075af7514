// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/spatialgain.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

namespace islet {

namespace {

struct Point {
    float metres;
    float gain;
};

//! Linear interpolation between values of unity-explorer's roll-off at these distances.
constexpr Point nearby[] = {{3, 1}, {8, 0.5F}, {14, audibleGain}, {16, 0}};
constexpr float reference = 5; // metres; the web client's gain falls from here on

float nearbyGain(float distance)
{
    if (distance <= nearby[0].metres)
        return nearby[0].gain;
    const auto *far = std::ranges::find_if(nearby, [=](const Point &point) { return distance < point.metres; });
    if (far == std::end(nearby))
        return 0;
    const auto *near = far - 1;
    return std::lerp(near->gain, far->gain, (distance - near->metres) / (far->metres - near->metres));
}

float gainAt(DistanceCurve curve, float distance)
{
    switch (curve) {
    case DistanceCurve::Inverse: return reference / std::max(distance, reference);
    case DistanceCurve::Nearby: return nearbyGain(distance);
    case DistanceCurve::None: return 1;
    }
    return 1;
}

} // namespace

float earshotOf(DistanceCurve curve)
{
    switch (curve) {
    case DistanceCurve::Inverse: return reference / audibleGain;
    case DistanceCurve::Nearby: return nearby[2].metres;
    case DistanceCurve::None: break;
    }
    return 0;
}

SpatialGain spatialize(DistanceCurve curve, float east, float north, float yaw)
{
    const float distance = std::hypot(east, north);
    if (curve == DistanceCurve::None || !std::isfinite(distance) || !std::isfinite(yaw))
        return {curve == DistanceCurve::None ? 1.F : 0.F, 0};
    const float yawRadians = yaw * std::numbers::pi_v<float> / 180;
    const float right = east * std::cos(yawRadians) - north * std::sin(yawRadians);
    // By angle, as WebAudio's panner does: sources behind sound like sources in front.
    const float angle = distance > 0 ? std::asin(std::clamp(right / distance, -1.F, 1.F)) : 0;
    const float pan = 2 * angle / std::numbers::pi_v<float>;
    return {gainAt(curve, distance), pan * std::min(distance, 1.F)}; // fades to the centre within 1 m
}

} // namespace islet
