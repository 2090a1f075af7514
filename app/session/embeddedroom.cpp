// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/session/embeddedroom.h"

#include <numbers>

namespace islet {

EmbeddedRoom::EmbeddedRoom(TransportRegistry protocols, int residents, QObject *parent)
    : QObject(parent)
    , m_protocols(std::move(protocols))
    , m_server(RoomOptions())
    , m_wanted(residents)
{ }

Expected<ConnectionString> EmbeddedRoom::open()
{
    if (m_server.port() == 0) {
        if (const auto listening = m_server.listen(); !listening)
            return tl::unexpected(listening.error());
    }
    const auto where = ConnectionString::parse(m_server.connectionString());
    if (!where)
        return where;
    while (static_cast<int>(m_residents.size()) < m_wanted) {
        // Homes on a circle around the spawn point.
        const auto number = static_cast<std::uint32_t>(m_residents.size());
        const float angle = static_cast<float>(number) / static_cast<float>(m_wanted) * 2 * std::numbers::pi_v<float>;
        const Vec3 home{8 + 14 * std::sin(angle), 0, 8 + 14 * std::cos(angle)};
        m_residents.push_back(std::make_unique<Resident>(m_protocols, number + 1, home));
        if (const auto joined = m_residents.back()->join(*where); !joined)
            return tl::unexpected(joined.error());
    }
    return where;
}

} // namespace islet
