// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

namespace islet {

//! A text that is nobody else's business: a private key in hexadecimal digits, or the JSON of an identity. Moves, is
//! never copied, printed or logged, and is overwritten at the end.
class Secret {
public:
    //! What is read from a store, a file or a person; a usual identity has about 900 bytes.
    static constexpr qsizetype maxBytes = 20 * 1024;

    Secret() = default;
    //! To be moved in: what shares the bytes keeps them.
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
