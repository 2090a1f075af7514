// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace islet {

//! Gain and pan of a speaker.
struct SpatialGain {
    float gain = 1; //!< 0 (inaudible) to 4
    float pan = 0; //!< -1 (left) to 1 (right)

    friend bool operator==(const SpatialGain &, const SpatialGain &) = default;
};

//! How gain falls with distance.
enum class DistanceCurve {
    Inverse, //!< 5 / max(d, 5), as the web client's PannerNode
    Nearby, //!< 1 up to 3 m, 0.5 at 8 m, 0.03 at 14 m, 0 from 16 m on, as unity-explorer's
    None, //!< everyone equally loud, centred
};

//! Anything fainter is inaudible: a whisper.
constexpr float audibleGain = 0.03F;
//! Distance in metres at which the gain falls to \a audibleGain; 0 if distance does not matter.
float earshotOf(DistanceCurve curve);

//! For a speaker `east` and `north` metres from a listener facing `yaw` (degrees clockwise from north). Within 1 m, pan
//! fades to the centre rather than jump from ear to ear.
SpatialGain spatialize(DistanceCurve curve, float east, float north, float yaw);

} // namespace islet
