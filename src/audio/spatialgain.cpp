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

//! Straight lines between what unity-explorer's roll-off has at these distances.
constexpr Point nearby[] = {{3, 1}, {8, 0.5F}, {14, audibleGain}, {16, 0}};
constexpr float reference = 5; // metres; from there on the web client's gain falls

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
    const float looking = yaw * std::numbers::pi_v<float> / 180;
    const float right = east * std::cos(looking) - north * std::sin(looking);
    // By the angle, as WebAudio's panner has it: what is behind sounds like what is before.
    const float angle = distance > 0 ? std::asin(std::clamp(right / distance, -1.F, 1.F)) : 0;
    const float pan = 2 * angle / std::numbers::pi_v<float>;
    return {gainAt(curve, distance), pan * std::min(distance, 1.F)}; // within the metre it fades to the middle
}

} // namespace islet
