// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"

namespace islet {

//! A text that a room server may ask us to sign. Guards against signing anything else.
//!
//! Only `dcl-` followed by 4 to 124 of `0-9A-Za-z._-` is accepted. The text of a signed HTTP request (ADR-44) or a
//! login contains a colon, a slash or a space, so no server can get one signed as a challenge.
class Challenge {
public:
    static Expected<Challenge> parse(QStringView text);
    //! `dcl-` and 24 random base-36 characters, for use by a server.
    static Challenge random();

    const QString &text() const { return m_text; }

private:
    explicit Challenge(QString text)
        : m_text(std::move(text))
    { }

    QString m_text;
};

} // namespace islet
