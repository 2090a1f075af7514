// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/address.h"

#include <QHash>
#include <QList>

#include <optional>

namespace islet {

//! A ws-room's number for one socket of a peer. Unique within the server process; meaningless elsewhere.
enum class Alias : std::uint32_t {};

inline size_t qHash(Alias alias, size_t seed) noexcept
{
    return ::qHash(static_cast<std::uint32_t>(alias), seed);
}

//! Maps aliases to addresses. After a kick war an address may have two aliases; it stays present until the last one is
//! removed. Our own address (other sessions of ours) is known, but never reported as joining or leaving.
class AliasTable {
public:
    explicit AliasTable(const Address &own)
        : m_own(own)
    { }

    //! nullptr if the alias is unknown.
    const Address *find(Alias alias) const;
    //! `alias` must be unused. Returns true if the address was not present before.
    bool insert(Alias alias, const Address &address);
    //! Returns the address if this was its last alias.
    std::optional<Address> remove(Alias alias);

    qsizetype size() const { return m_addresses.size(); }
    //! Distinct, without us.
    QList<Address> addresses() const { return m_aliasesOf.keys(); }

private:
    Address m_own;
    QHash<Alias, Address> m_addresses;
    QHash<Address, int> m_aliasesOf; //!< number of aliases per address
};

} // namespace islet
