// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cmath>

namespace islet {

//! World metres: x east, y up, z north. Single precision, as on the wire.
struct Vec3 {
    float x = 0;
    float y = 0;
    float z = 0;

    friend bool operator==(const Vec3 &, const Vec3 &) = default;
    friend Vec3 operator+(const Vec3 &a, const Vec3 &b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
    friend Vec3 operator-(const Vec3 &a, const Vec3 &b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
    friend Vec3 operator*(const Vec3 &a, float k) { return {a.x * k, a.y * k, a.z * k}; }
};

inline float length(const Vec3 &v)
{
    return std::hypot(v.x, v.y, v.z);
}

//! Horizontal distance in metres.
inline float flatDistance(const Vec3 &a, const Vec3 &b)
{
    return std::hypot(a.x - b.x, a.z - b.z);
}

//! Finite, |x| and |z| at most 100 km, y from -1 to 10 km. Anything else is an error or an attack.
inline bool isPlausible(const Vec3 &v)
{
    constexpr float maxDistance = 100'000;
    return std::isfinite(v.x) && std::isfinite(v.y) && std::isfinite(v.z) && std::abs(v.x) <= maxDistance
        && std::abs(v.z) <= maxDistance && v.y >= -1'000 && v.y <= 10'000;
}

//! The position that the web client sends to mean "I left"; never a real position.
inline constexpr Vec3 gonePosition{16'000, 1'000, 16'000};

constexpr float parcelSize = 16; //!< metres

struct Parcel {
    int x = 0;
    int z = 0;

    friend bool operator==(const Parcel &, const Parcel &) = default;
};

//! Rounds down rather than towards zero: x = -1 is in parcel -1.
inline Parcel parcelOf(const Vec3 &v)
{
    return {static_cast<int>(std::floor(v.x / parcelSize)), static_cast<int>(std::floor(v.z / parcelSize))};
}

//! Degrees in [0, 360): 0 faces north (+z), 90 east (+x).
inline float normalizedYaw(float degrees)
{
    const float turned = std::fmod(degrees, 360.F);
    const float yaw = turned < 0 ? turned + 360 : turned;
    return yaw >= 360 ? 0 : yaw; // 360 plus a tiny negative number rounds to 360
}

//! A position, heading and velocity.
struct Placement {
    Vec3 position;
    float yaw = 0; //!< degrees in [0, 360)
    Vec3 velocity; //!< m/s

    friend bool operator==(const Placement &, const Placement &) = default;
};

} // namespace islet
