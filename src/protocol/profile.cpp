// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "protocol/profile.h"

#include "base/displaytext.h"
#include "base/quoted.h"
#include "base/sentence.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

tl::unexpected<Error> refused(const Address &sender, const QString &why)
{
    return failure(ErrorCode::InvalidPacket, u"The profile from %1 is refused: %2"_s.arg(sender.toShort(), why));
}

//! Checked before parsing, as the parser is recursive. Invalid JSON is left to the parser.
bool isTooDeep(const QByteArray &json)
{
    int depth = 0;
    bool isInString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (isInString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                isInString = false;
        } else if (c == '"') {
            isInString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > Profile::maxDepth)
                return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

Expected<void> checkOwner(const QJsonObject &object, const Address &sender)
{
    for (const auto member : {"userId"_L1, "ethAddress"_L1, "address"_L1}) {
        const QJsonValue value = object[member];
        if (value.isUndefined() || value.isNull())
            continue;
        const auto owner = Address::parse(value.toString().toLower());
        if (!owner || (*owner != sender && *owner != Address())) {
            return refused(sender,
                           u"its %1 is %2, and a profile must belong to its sender."_s.arg(
                               member, value.isString() ? quoted(value.toString()) : u"no text"_s));
        }
    }
    return {};
}

Expected<std::uint32_t> versionOf(const QJsonObject &object, const Address &sender)
{
    constexpr double maxVersion = std::numeric_limits<std::uint32_t>::max();
    const QJsonValue value = object["version"_L1];
    const double version = value.toDouble();
    if (!value.isDouble() || !(version <= maxVersion) || version != std::floor(version))
        return refused(sender, u"its version is no whole number from 0 to 4294967295."_s);
    return static_cast<std::uint32_t>(std::max(version, 0.));
}

std::optional<Rgb> colorOf(const QJsonValue &value)
{
    const auto component = [&value](QLatin1StringView member) -> std::optional<std::uint8_t> {
        const double level = value[member].toDouble(-1);
        if (!(level >= 0 && level <= 1))
            return {};
        return static_cast<std::uint8_t>(std::lround(level * 255));
    };
    const auto red = component("r"_L1);
    const auto green = component("g"_L1);
    const auto blue = component("b"_L1);
    return red && green && blue ? std::optional(Rgb{*red, *green, *blue}) : std::nullopt;
}

QJsonObject toJson(const Rgb &color)
{
    return {{u"r"_s, color.red / 255.}, {u"g"_s, color.green / 255.}, {u"b"_s, color.blue / 255.}, {u"a"_s, 1}};
}

//! Islet has no avatar editor, and explorers hide peers without an avatar: uses wearables that every catalyst has.
QJsonObject defaultAvatar()
{
    const auto base = [](QLatin1StringView name) { return u"urn:decentraland:off-chain:base-avatars:"_s + name; };
    QJsonArray wearables;
    for (const auto name : {"f_sweater"_L1, "f_jeans"_L1, "bun_shoes"_L1, "standard_hair"_L1, "f_eyes_01"_L1,
                            "f_eyebrows_00"_L1, "f_mouth_00"_L1})
        wearables.append(base(name));
    const auto colored = [](const Rgb &color) { return QJsonObject{{u"color"_s, toJson(color)}}; };
    // The web client throws without snapshots, and @dcl/schemas accepts only content ids: these are the snapshots of
    // bevy-explorer's default avatar.
    const QJsonObject snapshots{{u"face256"_s, u"bafkreifxucgpg7w2rnnfevjzvlokojxnxqh7uvxhe2nwwyks4xr4unx4bu"_s},
                                {u"body"_s, u"bafkreicdr2mdferawy7bwl3vwitqg37sohjmkt6zsaqbhlmxwprcquaacy"_s}};
    return {{u"bodyShape"_s, base("BaseFemale"_L1)},
            {u"eyes"_s, colored({77, 56, 51})},
            {u"hair"_s, colored({60, 33, 11})},
            {u"skin"_s, colored({204, 155, 119})},
            {u"wearables"_s, wearables},
            {u"emotes"_s, QJsonArray()},
            {u"snapshots"_s, snapshots}};
}

} // namespace

QString Rgb::toHex() const
{
    return u"#%1"_s.arg(uint(red) << 16 | uint(green) << 8 | uint(blue), 6, 16, QChar(u'0'));
}

Expected<Profile> Profile::parse(const QByteArray &json, const Address &sender)
{
    if (json.size() > maxBytes) {
        return failure(
            ErrorCode::TooLarge,
            u"The profile from %1 is refused: it has %2 bytes, and at most %3 are read."_s.arg(sender.toShort())
                .arg(json.size())
                .arg(maxBytes));
    }
    if (isTooDeep(json))
        return refused(sender, u"it is nested more than %1 deep."_s.arg(maxDepth));
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return refused(sender, u"it is no JSON object."_s);
    const QJsonObject object = document.object();
    if (const auto checked = checkOwner(object, sender); !checked)
        return tl::unexpected(checked.error());
    const auto version = versionOf(object, sender);
    if (!version)
        return tl::unexpected(version.error());
    return Profile{displayText(object["name"_L1].toString(), maxNameLength).simplified(),
                   displayText(object["description"_L1].toString(), maxDescriptionLength).simplified(), *version,
                   object["hasClaimedName"_L1].toBool(), colorOf(object["nameColor"_L1])};
}

QByteArray Profile::toJson(const Address &owner) const
{
    const QString address = owner.toLower();
    // hasConnectedWeb3 would make others look up our profile in a catalyst, where there is none.
    QJsonObject object{{u"userId"_s, address},
                       {u"ethAddress"_s, address},
                       {u"name"_s, name},
                       {u"hasClaimedName"_s, hasClaimedName},
                       {u"description"_s, description},
                       {u"version"_s, static_cast<qint64>(version)},
                       {u"tutorialStep"_s, 0},
                       {u"email"_s, QString()},
                       {u"blocked"_s, QJsonArray()},
                       {u"muted"_s, QJsonArray()},
                       {u"interests"_s, QJsonArray()},
                       {u"hasConnectedWeb3"_s, false},
                       {u"avatar"_s, defaultAvatar()}};
    if (color)
        object.insert("nameColor"_L1, islet::toJson(*color));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Expected<QString> outgoingName(QStringView typed)
{
    constexpr qsizetype maxInput = 1'000; // bounds the work, and lets the error say by how much it is too long
    const QString name = displayText(typed, maxInput).simplified();
    if (name.isEmpty())
        return failure(ErrorCode::InvalidInput,
                       Sentence::tr("The name is empty. Enter at least one visible character."));
    if (name.size() > Profile::maxNameLength) {
        return failure(ErrorCode::TooLarge,
                       Sentence::tr("The name is too long by %1 (the limit is %2 characters).")
                           .arg(name.size() - Profile::maxNameLength)
                           .arg(Profile::maxNameLength));
    }
    return name;
}

} // namespace islet
