// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/transportregistry.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet {

void TransportRegistry::add(Protocol protocol)
{
    m_protocols.removeIf([&protocol](const Protocol &known) { return known.name == protocol.name; });
    m_protocols.append(std::move(protocol));
}

const Protocol *TransportRegistry::find(QStringView name) const
{
    const auto found = std::ranges::find(m_protocols, name, &Protocol::name);
    return found == m_protocols.cend() ? nullptr : &*found;
}

QStringList TransportRegistry::names() const
{
    QStringList names;
    for (const Protocol &protocol : m_protocols)
        names.append(protocol.name);
    return names;
}

QString TransportRegistry::display(const ConnectionString &where) const
{
    const Protocol *protocol = find(where.protocol());
    return protocol && protocol->display ? protocol->display(where) : where.protocol() + u":…"_s;
}

std::optional<QUrl> TransportRegistry::serverUrl(const ConnectionString &where) const
{
    const Protocol *protocol = find(where.protocol());
    return protocol && protocol->endpoint ? protocol->endpoint(where).value_or(std::nullopt) : std::nullopt;
}

} // namespace islet
