// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "protocol/geometry.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <variant>

//! Messages between peers (ADR-104), as plain values. See proto/rfc4.proto for units and numbers.
namespace islet::rfc4 {

//! Sent as protocol_version in every packet; unity-explorer drops packets without it.
constexpr std::uint32_t protocolVersion = 100;

struct Quaternion {
    float x = 0;
    float y = 0;
    float z = 0;
    float w = 1;

    friend bool operator==(const Quaternion &, const Quaternion &) = default;
};

//! A rotation about the vertical axis. `degrees` as in Placement::yaw.
Quaternion quaternionOfYaw(float degrees);
//! The heading of a unit quaternion, degrees in [0, 360).
float yawOf(const Quaternion &rotation);

struct Position {
    std::uint32_t index = 0; //!< increases with each message; the web client drops 0
    Vec3 position; //!< feet
    Quaternion rotation;

    friend bool operator==(const Position &, const Position &) = default;
};

struct Movement {
    enum class Glide : std::uint8_t { Closed, Opening, Gliding, Closing };

    float timestamp = 0; //!< seconds of the sender's clock, strictly increasing
    Vec3 position;
    Vec3 velocity; //!< m/s
    float blend = 0; //!< 0 idle, 1 walk, 2 jog, 3 run
    float slideBlend = 0;
    bool isGrounded = false;
    bool isJumping = false;
    bool isLongJump = false;
    bool isLongFall = false;
    bool isFalling = false;
    bool isStunned = false;
    float rotationY = 0; //!< degrees, any real number
    bool isInstant = false;
    bool isEmoting = false;
    bool headYawEnabled = false;
    bool headPitchEnabled = false;
    float headYaw = 0;
    float headPitch = 0;
    Glide glide = Glide::Closed;
    std::int32_t jumpCount = 0;
    Vec3 pointAt;
    bool isPointing = false;

    friend bool operator==(const Movement &, const Movement &) = default;
};

struct MovementCompressed {
    std::int32_t temporalData = 0;
    std::int64_t movementData = 0;
    std::int32_t headSyncData = 0;
    std::int32_t pointAtData = 0;

    friend bool operator==(const MovementCompressed &, const MovementCompressed &) = default;
};

struct ProfileVersion {
    std::uint32_t version = 0;

    friend bool operator==(const ProfileVersion &, const ProfileVersion &) = default;
};

struct ProfileRequest {
    std::uint32_t version = 0; //!< 0 if none is known
    QString address; //!< as sent, any spelling

    friend bool operator==(const ProfileRequest &, const ProfileRequest &) = default;
};

struct ProfileResponse {
    QString serializedProfile; //!< JSON
    QString baseUrl;

    friend bool operator==(const ProfileResponse &, const ProfileResponse &) = default;
};

struct Chat {
    QString message;
    double timestamp = 0; //!< see chattime.h

    friend bool operator==(const Chat &, const Chat &) = default;
};

struct Scene {
    QString sceneId;
    QByteArray data; //!< first byte: 1 text, 2 binary, 3 with topic

    friend bool operator==(const Scene &, const Scene &) = default;
};

struct Voice {
    QByteArray samples; //!< exactly one Opus packet
    std::uint32_t index = 0;

    friend bool operator==(const Voice &, const Voice &) = default;
};

struct PlayerEmote {
    std::uint32_t incrementalId = 0;
    QString urn;
    float timestamp = 0; //!< seconds of the sender's clock
    std::optional<bool> isStopping; //!< the experimental field 4

    friend bool operator==(const PlayerEmote &, const PlayerEmote &) = default;
};

struct SceneEmote {
    QString sceneEntityId;
    QString source;

    friend bool operator==(const SceneEmote &, const SceneEmote &) = default;
};

struct LookAtPosition {
    float timestamp = 0;
    Vec3 position;
    QString targetAddress;

    friend bool operator==(const LookAtPosition &, const LookAtPosition &) = default;
};

struct Reaction {
    std::int32_t emojiIndex = 0;
    float timestamp = 0;
    std::int32_t count = 0;

    friend bool operator==(const Reaction &, const Reaction &) = default;
};

struct ChatReaction {
    std::int32_t emojiIndex = 0;
    QString messageId;
    QString address;

    friend bool operator==(const ChatReaction &, const ChatReaction &) = default;
};

using Message = std::variant<Position, ProfileVersion, ProfileRequest, ProfileResponse, Chat, Scene, Voice, Movement,
                             PlayerEmote, SceneEmote, MovementCompressed, LookAtPosition, Reaction, ChatReaction>;

} // namespace islet::rfc4
