// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

namespace islet {

//! A secret text: a private key in hexadecimal digits, or the JSON of an identity. Move-only; never printed or logged;
//! wiped from memory when destroyed.
class Secret {
public:
    //! Limit for input from a store, a file or the user; a typical identity has about 900 bytes.
    static constexpr qsizetype maxBytes = 20 * 1024;

    Secret() = default;
    //! Pass by move: bytes that are shared with another QByteArray cannot be wiped.
    explicit Secret(QByteArray bytes);
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    ~Secret();

    const QByteArray &bytes() const { return m_bytes; }

private:
    void wipe() noexcept;

    QByteArray m_bytes;
};

} // namespace islet
