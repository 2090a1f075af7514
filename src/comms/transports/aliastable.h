// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/address.h"

#include <QHash>
#include <QList>

#include <optional>

namespace islet {

//! A ws-room's number for one socket of a peer. Unique in the server's process; means nothing elsewhere.
enum class Alias : std::uint32_t {};

inline size_t qHash(Alias alias, size_t seed) noexcept
{
    return ::qHash(static_cast<std::uint32_t>(alias), seed);
}

//! Which address is behind which alias. After a kick war one address may have two aliases; it is there until the last
//! one is gone. Other sessions of our own are nobody else: they are known, and never come or go.
class AliasTable {
public:
    explicit AliasTable(const Address &own)
        : m_own(own)
    { }

    //! nullptr for nobody's alias.
    const Address *find(Alias alias) const;
    //! Of an alias that is free; true when the address was not there before.
    bool insert(Alias alias, const Address &address);
    //! The address, when this was its last alias.
    std::optional<Address> remove(Alias alias);

    qsizetype size() const { return m_addresses.size(); }
    //! Each once, without us.
    QList<Address> addresses() const { return m_aliasesOf.keys(); }

private:
    Address m_own;
    QHash<Alias, Address> m_addresses;
    QHash<Address, int> m_aliasesOf; //!< how many an address has
};

} // namespace islet
