// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "protocol/movementcompressed.h"

#include <array>

namespace islet::rfc4 {

namespace {

//! Reads fields from a word, lowest bits first.
class BitReader {
public:
    explicit BitReader(std::uint64_t word)
        : m_word(word)
    { }

    std::uint32_t take(unsigned bits)
    {
        const auto field = static_cast<std::uint32_t>(m_word & ((std::uint64_t(1) << bits) - 1));
        m_word >>= bits;
        return field;
    }
    bool flag() { return take(1) != 0; }
    //! A quantised number: maps 0 to 2^bits - 1 onto 0 to `maxValue`.
    float scaled(unsigned bits, float maxValue)
    {
        return static_cast<float>(take(bits)) * maxValue / static_cast<float>((1U << bits) - 1);
    }

private:
    std::uint64_t m_word;
};

//! Precision of position and speed; the faster the avatar, the fewer bits for position and the more for speed.
struct Tier {
    unsigned positionBits;
    unsigned speedBits;
    float maxSpeed; //!< m/s
};
constexpr std::array<Tier, 4> tiers{Tier{10, 3, 4}, Tier{10, 3, 4}, Tier{8, 5, 12}, Tier{8, 5, 50}};

// Genesis City from -150 to 163 (x) and -150 to 158 (z), padded by two parcels on each side.
constexpr std::uint32_t parcelsWide = 318;
constexpr int firstParcel = -152;

float signedSpeed(BitReader &bits, const Tier &tier)
{
    const bool negative = bits.flag();
    const float speed = bits.scaled(tier.speedBits, tier.maxSpeed);
    return negative ? -speed : speed;
}

//! One axis of the point that a peer points at, in metres from the peer; quantised more finely at small distances.
float pointAxis(BitReader &bits)
{
    constexpr float maxDistance = 1'000;
    const bool negative = bits.flag();
    const float root = bits.scaled(9, 1);
    return (negative ? -maxDistance : maxDistance) * root * root;
}

} // namespace

Movement decompress(const MovementCompressed &message)
{
    Movement out;
    BitReader temporal(static_cast<std::uint32_t>(message.temporalData));
    out.timestamp = static_cast<float>(temporal.take(15)) * 0.02F;
    out.blend = static_cast<float>(temporal.take(2));
    out.slideBlend = temporal.flag() ? 1 : 0;
    out.isStunned = temporal.flag();
    out.isGrounded = temporal.flag();
    out.isJumping = temporal.flag();
    out.isLongJump = temporal.flag();
    out.isFalling = temporal.flag();
    out.isLongFall = temporal.flag();
    out.rotationY = temporal.scaled(6, 360);
    const Tier &tier = tiers[temporal.take(2)];

    BitReader movement(static_cast<std::uint64_t>(message.movementData));
    const std::uint32_t parcel = movement.take(17);
    const int parcelX = firstParcel + static_cast<int>(parcel % parcelsWide);
    const int parcelZ = firstParcel + static_cast<int>(parcel / parcelsWide);
    constexpr float maxHeight = 200; // metres
    out.position.x = static_cast<float>(parcelX) * parcelSize + movement.scaled(tier.positionBits, parcelSize);
    out.position.z = static_cast<float>(parcelZ) * parcelSize + movement.scaled(tier.positionBits, parcelSize);
    out.position.y = movement.scaled(13, maxHeight);
    out.velocity.x = signedSpeed(movement, tier);
    out.velocity.y = signedSpeed(movement, tier);
    out.velocity.z = signedSpeed(movement, tier);

    BitReader head(static_cast<std::uint32_t>(message.headSyncData));
    out.headPitch = head.scaled(6, 360);
    out.headYaw = head.scaled(6, 360);
    out.headPitchEnabled = head.flag();
    out.headYawEnabled = head.flag();

    BitReader pointAt(static_cast<std::uint32_t>(message.pointAtData));
    const Vec3 offset{pointAxis(pointAt), pointAxis(pointAt), pointAxis(pointAt)};
    out.isPointing = pointAt.flag();
    if (out.isPointing)
        out.pointAt = out.position + offset;
    return out;
}

} // namespace islet::rfc4
