// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace islet {

//! How somebody is heard.
struct SpatialGain {
    float gain = 1; //!< 0 (not at all) to 4
    float pan = 0; //!< -1 (left) to 1 (right)

    friend bool operator==(const SpatialGain &, const SpatialGain &) = default;
};

//! How loudness falls with distance.
enum class DistanceCurve {
    Inverse, //!< 5 / max(d, 5), as the web client's PannerNode
    Nearby, //!< 1 up to 3 m, 0.5 at 8 m, 0.03 at 14 m, 0 from 16 m on, as unity-explorer's
    None, //!< everybody is as loud as everybody else, in the middle
};

//! Fainter than this is not heard: a whisper.
constexpr float audibleGain = 0.03F;
//! Up to how many metres somebody is heard, by \a audibleGain; 0 when it does not matter how far they are.
float earshotOf(DistanceCurve curve);

//! Of somebody who stands `east` and `north` metres from a listener who looks towards `yaw` (degrees from north over
//! east). Who stands closer than a metre comes to the middle, rather than jumping from ear to ear.
SpatialGain spatialize(DistanceCurve curve, float east, float north, float yaw);

} // namespace islet
