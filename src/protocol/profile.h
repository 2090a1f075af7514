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

//! What somebody says of themselves (ADR-104). All of it is a claim, to be shown beside their address and never instead
//! of it. Of a peer's, nothing else is kept; no URL in it is followed.
struct Profile {
    static constexpr qsizetype maxBytes = 64 * 1024; //!< read of a peer, UTF-8
    static constexpr int maxDepth = 32; //!< objects and arrays in one another
    static constexpr qsizetype maxNameLength = 32; //!< UTF-16 units, as the next
    static constexpr qsizetype maxDescriptionLength = 200;

    QString name; //!< fit to be shown as plain text on one line; empty when there is none
    QString description; //!< likewise
    std::uint32_t version = 0; //!< grows with each change
    bool hasClaimedName = false; //!< says they; nobody looked it up
    std::optional<Rgb> color; //!< of the name (ADR-291)

    //! Whether they say that they are a program: the description begins with "Bot:". A courtesy of Islet's residents,
    //! which anybody may show or not, so nothing but a badge may rest on it.
    bool isBot() const { return description.startsWith(QStringLiteral("Bot:"), Qt::CaseInsensitive); }

    //! One avatar object as @dcl/schemas has it, which need not be complete: what is missing or makes no sense is left
    //! out, but for the version. TooLarge past maxBytes; InvalidPacket when it is nested deeper than maxDepth, no
    //! object, without a version from 0 to 2^32 - 1 (negative ones of profiles never saved count as 0), or when its
    //! userId, ethAddress or address is somebody else's than `sender`'s (null and the zero address are nobody's).
    static Expected<Profile> parse(const QByteArray &json, const Address &sender);

    //! The avatar object that other explorers validate and show, UTF-8. The body is a plain one.
    QByteArray toJson(const Address &owner) const;

    friend bool operator==(const Profile &, const Profile &) = default;
};

//! A name as a person typed it, made fit to be shown to others as displayText() has it, without blanks at its ends.
//! InvalidInput when nothing is left, TooLarge past Profile::maxNameLength.
Expected<QString> outgoingName(QStringView typed);

} // namespace islet
