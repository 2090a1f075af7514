// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/transports/aliastable.h"

namespace islet {

const Address *AliasTable::find(Alias alias) const
{
    const auto found = m_addresses.constFind(alias);
    return found == m_addresses.constEnd() ? nullptr : &*found;
}

bool AliasTable::insert(Alias alias, const Address &address)
{
    m_addresses.insert(alias, address);
    return address != m_own && ++m_aliasesOf[address] == 1;
}

std::optional<Address> AliasTable::remove(Alias alias)
{
    const Address address = m_addresses.take(alias);
    const auto count = m_aliasesOf.find(address);
    if (count == m_aliasesOf.end() || --*count > 0)
        return std::nullopt;
    m_aliasesOf.erase(count);
    return address;
}

} // namespace islet
