// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"

namespace islet {

//! The signature guard: a text that a room server may ask us to sign, and nothing else is.
//!
//! Only `dcl-` and 4 to 124 of `0-9A-Za-z._-` pass. The text of a signed HTTP request (ADR-44) and that of a login hold
//! a colon, a slash or a space, so no server can have one of those signed under the name of a challenge.
class Challenge {
public:
    static Expected<Challenge> parse(QStringView text);
    //! 24 random base-36 characters, for a server.
    static Challenge random();

    const QString &text() const { return m_text; }

private:
    explicit Challenge(QString text)
        : m_text(std::move(text))
    { }

    QString m_text;
};

} // namespace islet
