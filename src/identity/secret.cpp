// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "identity/secret.h"

#include "identity/wipe.h"

#include <utility>

namespace islet {

Secret::Secret(QByteArray bytes)
    : m_bytes(std::move(bytes))
{ }

Secret::Secret(Secret &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, {}))
{ }

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::exchange(other.m_bytes, {});
    }
    return *this;
}

Secret::~Secret()
{
    wipe();
}

void Secret::wipe() noexcept
{
    // Shared bytes are still in use elsewhere, and data() would copy them.
    if (m_bytes.isDetached())
        wipeMemory(m_bytes.data(), static_cast<std::size_t>(m_bytes.size()));
}

} // namespace islet
