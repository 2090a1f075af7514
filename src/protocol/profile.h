// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/address.h"

#include <optional>

namespace islet {

//! An opaque sRGB colour.
struct Rgb {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;

    //! #rrggbb
    QString toHex() const;

    friend bool operator==(const Rgb &, const Rgb &) = default;
};

//! A peer's description of itself (ADR-104). All of it is an unverified claim, to be shown beside the address and never
//! instead of it. Nothing else of a received profile is stored; no URL in it is followed.
struct Profile {
    static constexpr qsizetype maxBytes = 64 * 1024; //!< of a received profile, UTF-8
    static constexpr int maxDepth = 32; //!< nesting of objects and arrays
    static constexpr qsizetype maxNameLength = 32; //!< UTF-16 units
    static constexpr qsizetype maxDescriptionLength = 200; //!< UTF-16 units

    QString name; //!< sanitized for display as plain text on one line; empty if there is none
    QString description; //!< likewise
    std::uint32_t version = 0; //!< increases with each change
    bool hasClaimedName = false; //!< an unverified claim
    std::optional<Rgb> color; //!< of the name (ADR-291)

    //! Whether the peer claims to be a program: the description begins with "Bot:". A convention of Islet's residents
    //! that no one is bound to, so it may only decide whether to show a badge.
    bool isBot() const { return description.startsWith(QStringLiteral("Bot:"), Qt::CaseInsensitive); }

    //! Parses one avatar object of @dcl/schemas; missing or invalid members are ignored, except for the version.
    //! TooLarge beyond maxBytes. InvalidPacket if it is nested deeper than maxDepth, is not an object, has no version
    //! from 0 to 2^32 - 1 (negative ones, of profiles never saved, count as 0), or if its userId, ethAddress or address
    //! is not `sender`'s (null and the zero address belong to no one and are accepted).
    static Expected<Profile> parse(const QByteArray &json, const Address &sender);

    //! The avatar object that other explorers validate and show, UTF-8, with a default avatar.
    QByteArray toJson(const Address &owner) const;

    friend bool operator==(const Profile &, const Profile &) = default;
};

//! Prepares a typed name for sending: sanitizes it as displayText() does and trims it. InvalidInput if nothing is left,
//! TooLarge beyond Profile::maxNameLength.
Expected<QString> outgoingName(QStringView typed);

} // namespace islet
