// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "protocol/rfc4codec.h"

#include "protobufqt.h"
#include "rfc4.pb.h"
#include "silenceprotobuflog.h"

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace islet::rfc4 {

namespace wire = decentraland::kernel::comms::rfc4;

namespace {

using proto::toQt;

tl::unexpected<Error> invalidPacket(const QString &sentence)
{
    return failure(ErrorCode::InvalidPacket, sentence);
}

//! Tests the sum first: a finite sum implies finite values. The second test is for sums that overflow.
template<typename... Floats> bool areFinite(Floats... values)
{
    return std::isfinite((values + ...)) || (std::isfinite(values) && ...);
}

// Decoding

Expected<Message> read(const wire::Position &in)
{
    const Vec3 position{in.position_x(), in.position_y(), in.position_z()};
    if (!isPlausible(position))
        return invalidPacket(u"A Position lies nowhere: its coordinates are not finite or absurdly far."_s);
    Quaternion rotation{in.rotation_x(), in.rotation_y(), in.rotation_z(), in.rotation_w()};
    const float norm = std::sqrt(rotation.x * rotation.x + rotation.y * rotation.y + rotation.z * rotation.z
                                 + rotation.w * rotation.w);
    constexpr float minNorm = 1e-3F;
    if (!std::isfinite(norm) || norm < minNorm)
        return invalidPacket(u"A Position has a rotation without length."_s);
    if (std::abs(norm - 1) > 1e-6F)
        rotation = {rotation.x / norm, rotation.y / norm, rotation.z / norm, rotation.w / norm};
    return Position{in.index(), position, rotation};
}

Expected<Message> read(const wire::Movement &in)
{
    Movement out;
    out.timestamp = in.timestamp();
    out.position = {in.position_x(), in.position_y(), in.position_z()};
    out.velocity = {in.velocity_x(), in.velocity_y(), in.velocity_z()};
    out.blend = in.movement_blend_value();
    out.slideBlend = in.slide_blend_value();
    out.isGrounded = in.is_grounded();
    out.isJumping = in.is_jumping();
    out.isLongJump = in.is_long_jump();
    out.isLongFall = in.is_long_fall();
    out.isFalling = in.is_falling();
    out.isStunned = in.is_stunned();
    out.rotationY = in.rotation_y();
    out.isInstant = in.is_instant();
    out.isEmoting = in.is_emoting();
    out.headYawEnabled = in.head_ik_yaw_enabled();
    out.headPitchEnabled = in.head_ik_pitch_enabled();
    out.headYaw = in.head_yaw();
    out.headPitch = in.head_pitch();
    if (wire::Movement::GlideState_IsValid(in.glide_state()))
        out.glide = static_cast<Movement::Glide>(in.glide_state());
    out.jumpCount = in.jump_count();
    out.pointAt = {in.point_at_x(), in.point_at_y(), in.point_at_z()};
    out.isPointing = in.is_pointing_at();
    constexpr float maxSpeed = 10'000; // m/s
    if (!isPlausible(out.position) || !isPlausible(out.velocity) || length(out.velocity) > maxSpeed)
        return invalidPacket(u"A Movement lies nowhere: its coordinates or speed are not finite or absurd."_s);
    if (!areFinite(out.timestamp, out.blend, out.slideBlend, out.rotationY, out.headYaw, out.headPitch, out.pointAt.x,
                   out.pointAt.y, out.pointAt.z))
        return invalidPacket(u"A Movement holds a number that is not finite."_s);
    return out;
}

Expected<Message> read(const wire::LookAtPosition &in)
{
    const Vec3 position{in.position_x(), in.position_y(), in.position_z()};
    if (!isPlausible(position) || !std::isfinite(in.timestamp()))
        return invalidPacket(u"A LookAtPosition lies nowhere."_s);
    return LookAtPosition{in.timestamp(), position, toQt(in.target_avatar_wallet_address())};
}

Expected<Message> read(const wire::PlayerEmote &in)
{
    if (!std::isfinite(in.timestamp()))
        return invalidPacket(u"A PlayerEmote's time is not finite."_s);
    PlayerEmote out{in.incremental_id(), toQt(in.urn()), in.timestamp(), std::nullopt};
    if (in.has_is_stopping())
        out.isStopping = in.is_stopping();
    return out;
}

Expected<Message> read(const wire::Packet &in)
{
    switch (in.message_case()) {
    case wire::Packet::kPosition: return read(in.position());
    case wire::Packet::kProfileVersion: return ProfileVersion{in.profile_version().profile_version()};
    case wire::Packet::kProfileRequest:
        return ProfileRequest{in.profile_request().profile_version(), toQt(in.profile_request().address())};
    case wire::Packet::kProfileResponse:
        return ProfileResponse{toQt(in.profile_response().serialized_profile()),
                               toQt(in.profile_response().base_url())};
    case wire::Packet::kChat: return Chat{toQt(in.chat().message()), in.chat().timestamp()};
    case wire::Packet::kScene: return Scene{toQt(in.scene().scene_id()), QByteArray::fromStdString(in.scene().data())};
    case wire::Packet::kVoice:
        return Voice{QByteArray::fromStdString(in.voice().encoded_samples()), in.voice().index()};
    case wire::Packet::kMovement: return read(in.movement());
    case wire::Packet::kPlayerEmote: return read(in.player_emote());
    case wire::Packet::kSceneEmote:
        return SceneEmote{toQt(in.scene_emote().scene_entity_id()), toQt(in.scene_emote().source())};
    case wire::Packet::kMovementCompressed: {
        const auto &m = in.movement_compressed();
        return MovementCompressed{m.temporal_data(), m.movement_data(), m.head_sync_data(), m.point_at_data()};
    }
    case wire::Packet::kLookAtPosition: return read(in.look_at_position());
    case wire::Packet::kReaction:
        if (!std::isfinite(in.reaction().timestamp()))
            return invalidPacket(u"A Reaction's time is not finite."_s);
        return Reaction{in.reaction().emoji_index(), in.reaction().timestamp(), in.reaction().count()};
    case wire::Packet::kChatReaction:
        return ChatReaction{in.chat_reaction().emoji_index(), toQt(in.chat_reaction().message_id()),
                            toQt(in.chat_reaction().address())};
    case wire::Packet::MESSAGE_NOT_SET: break;
    }
    return invalidPacket(u"A packet holds no message known here."_s);
}

// Encoding

void write(wire::Packet &out, const Position &in)
{
    auto &p = *out.mutable_position();
    p.set_index(in.index);
    p.set_position_x(in.position.x);
    p.set_position_y(in.position.y);
    p.set_position_z(in.position.z);
    p.set_rotation_x(in.rotation.x);
    p.set_rotation_y(in.rotation.y);
    p.set_rotation_z(in.rotation.z);
    p.set_rotation_w(in.rotation.w);
}

void write(wire::Packet &out, const Movement &in)
{
    auto &m = *out.mutable_movement();
    m.set_timestamp(in.timestamp);
    m.set_position_x(in.position.x);
    m.set_position_y(in.position.y);
    m.set_position_z(in.position.z);
    m.set_velocity_x(in.velocity.x);
    m.set_velocity_y(in.velocity.y);
    m.set_velocity_z(in.velocity.z);
    m.set_movement_blend_value(in.blend);
    m.set_slide_blend_value(in.slideBlend);
    m.set_is_grounded(in.isGrounded);
    m.set_is_jumping(in.isJumping);
    m.set_is_long_jump(in.isLongJump);
    m.set_is_long_fall(in.isLongFall);
    m.set_is_falling(in.isFalling);
    m.set_is_stunned(in.isStunned);
    m.set_rotation_y(in.rotationY);
    m.set_is_instant(in.isInstant);
    m.set_is_emoting(in.isEmoting);
    m.set_head_ik_yaw_enabled(in.headYawEnabled);
    m.set_head_ik_pitch_enabled(in.headPitchEnabled);
    m.set_head_yaw(in.headYaw);
    m.set_head_pitch(in.headPitch);
    m.set_glide_state(static_cast<wire::Movement::GlideState>(in.glide));
    m.set_jump_count(in.jumpCount);
    m.set_point_at_x(in.pointAt.x);
    m.set_point_at_y(in.pointAt.y);
    m.set_point_at_z(in.pointAt.z);
    m.set_is_pointing_at(in.isPointing);
}

void write(wire::Packet &out, const MovementCompressed &in)
{
    auto &m = *out.mutable_movement_compressed();
    m.set_temporal_data(in.temporalData);
    m.set_movement_data(in.movementData);
    m.set_head_sync_data(in.headSyncData);
    m.set_point_at_data(in.pointAtData);
}

void write(wire::Packet &out, const ProfileVersion &in)
{
    out.mutable_profile_version()->set_profile_version(in.version);
}

void write(wire::Packet &out, const ProfileRequest &in)
{
    out.mutable_profile_request()->set_profile_version(in.version);
    out.mutable_profile_request()->set_address(in.address.toStdString());
}

void write(wire::Packet &out, const ProfileResponse &in)
{
    out.mutable_profile_response()->set_serialized_profile(in.serializedProfile.toStdString());
    out.mutable_profile_response()->set_base_url(in.baseUrl.toStdString());
}

void write(wire::Packet &out, const Chat &in)
{
    out.mutable_chat()->set_message(in.message.toStdString());
    out.mutable_chat()->set_timestamp(in.timestamp);
}

void write(wire::Packet &out, const Scene &in)
{
    out.mutable_scene()->set_scene_id(in.sceneId.toStdString());
    out.mutable_scene()->set_data(in.data.toStdString());
}

void write(wire::Packet &out, const Voice &in)
{
    out.mutable_voice()->set_encoded_samples(in.samples.toStdString());
    out.mutable_voice()->set_index(in.index);
}

void write(wire::Packet &out, const PlayerEmote &in)
{
    auto &e = *out.mutable_player_emote();
    e.set_incremental_id(in.incrementalId);
    e.set_urn(in.urn.toStdString());
    e.set_timestamp(in.timestamp);
    if (in.isStopping)
        e.set_is_stopping(*in.isStopping);
}

void write(wire::Packet &out, const SceneEmote &in)
{
    out.mutable_scene_emote()->set_scene_entity_id(in.sceneEntityId.toStdString());
    out.mutable_scene_emote()->set_source(in.source.toStdString());
}

void write(wire::Packet &out, const LookAtPosition &in)
{
    auto &l = *out.mutable_look_at_position();
    l.set_timestamp(in.timestamp);
    l.set_position_x(in.position.x);
    l.set_position_y(in.position.y);
    l.set_position_z(in.position.z);
    l.set_target_avatar_wallet_address(in.targetAddress.toStdString());
}

void write(wire::Packet &out, const Reaction &in)
{
    out.mutable_reaction()->set_emoji_index(in.emojiIndex);
    out.mutable_reaction()->set_timestamp(in.timestamp);
    out.mutable_reaction()->set_count(in.count);
}

void write(wire::Packet &out, const ChatReaction &in)
{
    out.mutable_chat_reaction()->set_emoji_index(in.emojiIndex);
    out.mutable_chat_reaction()->set_message_id(in.messageId.toStdString());
    out.mutable_chat_reaction()->set_address(in.address.toStdString());
}

} // namespace

struct Codec::Private {
    wire::Packet in;
    wire::Packet out;
};

Codec::Codec()
    : d(std::make_unique<Private>())
{
    proto::silenceProtobufLog();
}

Codec::~Codec() = default;

Expected<Message> Codec::decode(const QByteArray &bytes)
{
    if (!d->in.ParseFromArray(bytes.constData(), static_cast<int>(bytes.size())))
        return invalidPacket(u"%1 bytes are no rfc4 packet."_s.arg(bytes.size()));
    return read(d->in);
}

QByteArray Codec::encode(const Message &message, std::uint32_t version)
{
    d->out.Clear();
    d->out.set_protocol_version(version);
    std::visit([this](const auto &m) { write(d->out, m); }, message);
    return proto::serialised(d->out);
}

QLatin1StringView kindOf(QByteArrayView bytes)
{
    using Case = wire::Packet::MessageCase;
    wire::Packet packet;
    if (!packet.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
        return {};
    switch (packet.message_case()) {
    case Case::kPosition: return "position"_L1;
    case Case::kProfileVersion: return "profileVersion"_L1;
    case Case::kProfileRequest: return "profileRequest"_L1;
    case Case::kProfileResponse: return "profileResponse"_L1;
    case Case::kChat: return "chat"_L1;
    case Case::kScene: return "scene"_L1;
    case Case::kVoice: return "voice"_L1;
    case Case::kMovement: return "movement"_L1;
    case Case::kPlayerEmote: return "emote"_L1;
    case Case::kSceneEmote: return "sceneEmote"_L1;
    case Case::kMovementCompressed: return "movementCompressed"_L1;
    case Case::kLookAtPosition: return "lookAtPosition"_L1;
    case Case::kReaction: return "reaction"_L1;
    case Case::kChatReaction: return "chatReaction"_L1;
    case Case::MESSAGE_NOT_SET: break;
    }
    return "unknown"_L1;
}

Quaternion quaternionOfYaw(float degrees)
{
    // Computed in double precision and then rounded: libraries differ in the last bit of a sine.
    const double half = double(degrees) * std::numbers::pi / 360;
    return {0, static_cast<float>(std::sin(half)), 0, static_cast<float>(std::cos(half))};
}

float yawOf(const Quaternion &q)
{
    // The direction that the quaternion rotates "forward" (0, 0, 1) to, seen from above.
    const float east = 2 * (q.x * q.z + q.w * q.y);
    const float north = 1 - 2 * (q.x * q.x + q.y * q.y);
    return normalizedYaw(std::atan2(east, north) * 180 / std::numbers::pi_v<float>);
}

} // namespace islet::rfc4
