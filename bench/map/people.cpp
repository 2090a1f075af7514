// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "people.h"

#include "app/look/personlook.h"

#include <cmath>
#include <numbers>

namespace islet::bench {

namespace {

constexpr int slices = 10; // position reports per person and second
constexpr double speed = 1.5; // m/s

} // namespace

People::People(int count, QSizeF area)
    : m_count(count)
    , m_area(area)
{
    for (int i = 0; i < count; ++i)
        emit m_directory.peerMoved(addressOf(i), placementOf(i, 0));
}

Address People::addressOf(int person) const
{
    // Spread the number over the bytes, as in real addresses.
    Address::Bytes bytes{};
    auto number = static_cast<std::uint64_t>(person + 1) * 0x9e3779b97f4a7c15U;
    for (auto &byte : bytes) {
        byte = static_cast<std::uint8_t>(number >> 56U);
        number = number * 6364136223846793005U + 1442695040888963407U;
    }
    return Address(bytes);
}

Placement People::placementOf(int person, double seconds) const
{
    // Spread evenly over the window, each on a small circle of their own.
    const auto share = [person](double step) { return std::fmod(person * step, 1.) - 0.5; };
    const double east = share(0.7548776662) * m_area.width();
    const double north = share(0.5698402910) * m_area.height();
    constexpr double circle = 3;
    const double angle = person + seconds * speed / circle;
    const double x = 8 + east + circle * std::cos(angle);
    const double z = 8 + north + circle * std::sin(angle);
    const auto yaw = static_cast<float>(-angle * 180 / std::numbers::pi);
    return {{static_cast<float>(x), 0, static_cast<float>(z)}, normalizedYaw(yaw), {}};
}

void People::walk()
{
    const std::chrono::duration<double> passed = monotonicNow() - m_start;
    const auto until = static_cast<std::int64_t>(passed.count() * 10 * slices);
    // After a long frame, report each position only once.
    for (m_slices = std::max(m_slices, until - slices); m_slices < until; ++m_slices) {
        for (int i = static_cast<int>(m_slices % slices); i < m_count; i += slices)
            emit m_directory.peerMoved(addressOf(i), placementOf(i, passed.count()));
    }
}

void PeopleModel::refresh()
{
    m_people = m_peerScene.people();
    if (!m_people.isEmpty())
        emit dataChanged(index(0), index(static_cast<int>(m_people.size()) - 1), {EastRole, NorthRole, HeadingRole});
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_people.size());
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const PeerScene::Person &person = m_people[index.row()];
    switch (role) {
    case EastRole: return person.placement.position.x;
    case NorthRole: return person.placement.position.z;
    case HeadingRole: return person.placement.yaw;
    case ColorRole: return person.color;
    case InitialsRole: return initialsOf(person.address);
    case NameRole: return person.address.toShort();
    default: return {};
    }
}

QHash<int, QByteArray> PeopleModel::roleNames() const
{
    return {{EastRole, "east"},   {NorthRole, "north"},       {HeadingRole, "heading"},
            {ColorRole, "shade"}, {InitialsRole, "initials"}, {NameRole, "name"}};
}

} // namespace islet::bench
