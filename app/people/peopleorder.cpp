// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/people/peopleorder.h"

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet {

namespace {

constexpr auto key = "people/order"_L1;
constexpr std::array orderNames{"nearest"_L1, "name"_L1, "talking"_L1}; // by Order

float distanceOf(const PeersModel::Person &person)
{
    return person.distance.value_or(std::numeric_limits<float>::infinity());
}

} // namespace

PeopleOrder::PeopleOrder(PeersModel &people, QSettings &settings, Clock clock, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_people(people)
    , m_settings(settings)
    , m_clock(std::move(clock))
{
    const auto *saved = std::ranges::find(orderNames, settings.value(key).toString());
    m_order = saved == orderNames.end() ? Nearest : static_cast<Order>(saved - orderNames.begin());
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    m_collator.setNumericMode(true);
    setDynamicSortFilter(false); // otherwise it would sort whenever a person moves
    setSourceModel(&people);
    sort(0);
    connect(&m_timer, &QTimer::timeout, this, &PeopleOrder::renew);
    m_timer.start(sortInterval);
}

void PeopleOrder::setOrder(Order order)
{
    if (m_order == order || order < Nearest || order > TalkingFirst)
        return;
    m_order = order;
    m_settings.setValue(key, orderNames.at(static_cast<std::size_t>(order)));
    sortIfNeeded();
    emit orderChanged();
}

void PeopleOrder::setWanted(const QString &wanted)
{
    if (m_wanted == wanted)
        return;
    m_wanted = wanted;
    invalidateFilter();
    sortIfNeeded();
    emit wantedChanged();
}

void PeopleOrder::setHeld(bool held)
{
    if (isHeld() == held)
        return;
    m_heldSince = held ? std::optional(m_clock()) : std::nullopt;
    emit heldChanged();
}

int PeopleOrder::rowOf(const QString &address) const
{
    const auto person = Address::parse(address);
    const int row = person ? m_people.rowOf(*person) : -1;
    return row < 0 ? -1 : mapFromSource(m_people.index(row)).row();
}

QString PeopleOrder::addressAt(int row) const
{
    return row < 0 || row >= rowCount() ? QString() : personAt(row).address.toChecksummed();
}

int PeopleOrder::nextRowStartingWith(const QString &text, int row) const
{
    const int count = rowCount();
    for (int i = 1; i <= count && !text.isEmpty(); ++i) {
        const int candidate = (std::max(row, -1) + i) % count;
        const PeersModel::Person &person = personAt(candidate);
        if (m_people.nameOf(person.address).startsWith(text, Qt::CaseInsensitive)
            || person.address.toLower().startsWith(text, Qt::CaseInsensitive))
            return candidate;
    }
    return -1;
}

void PeopleOrder::renew()
{
    const auto now = m_clock();
    if (m_heldSince && now - *m_heldSince < maxHold)
        return;
    if (m_heldSince)
        m_heldSince = now;
    if (!m_wanted.isEmpty())
        invalidateFilter(); // badges may have changed
    sortIfNeeded();
}

void PeopleOrder::sortIfNeeded()
{
    for (int row = 1; row < rowCount(); ++row) {
        if (!comesBefore(personAt(row), personAt(row - 1)))
            continue;
        sort(0);
        emit reordered();
        return;
    }
}

const PeersModel::Person &PeopleOrder::personAt(int row) const
{
    return m_people.at(mapToSource(index(row, 0)).row());
}

bool PeopleOrder::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    return comesBefore(m_people.at(left.row()), m_people.at(right.row()));
}

bool PeopleOrder::comesBefore(const PeersModel::Person &left, const PeersModel::Person &right) const
{
    switch (m_order) {
    case Nearest: break;
    case ByName: return isNameBefore(left, right);
    case TalkingFirst:
        if (const bool isTalking = m_people.hasTalkedRecently(left); isTalking != m_people.hasTalkedRecently(right))
            return isTalking;
        break;
    }
    return distanceOf(left) < distanceOf(right);
}

bool PeopleOrder::isNameBefore(const PeersModel::Person &left, const PeersModel::Person &right) const
{
    const QString name = m_people.nameOf(left.address);
    const QString other = m_people.nameOf(right.address);
    if (name.isEmpty() != other.isEmpty())
        return other.isEmpty(); // people without a name come last
    const int order = m_collator.compare(name, other);
    return order < 0 || (order == 0 && left.address < right.address);
}

bool PeopleOrder::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    const QString wanted = m_wanted.trimmed();
    if (wanted.isEmpty())
        return true;
    const PeersModel::Person &person = m_people.at(sourceRow);
    if (person.address.toLower().contains(wanted, Qt::CaseInsensitive)
        || m_people.nameOf(person.address).contains(wanted, Qt::CaseInsensitive))
        return true;
    constexpr qsizetype minBadgeText = 3; // characters; otherwise one letter would match everyone without a profile
    const QStringList badges = m_people.badgesOf(person);
    return wanted.size() >= minBadgeText && std::ranges::any_of(badges, [&wanted](const QString &badge) {
               return badge.startsWith(wanted, Qt::CaseInsensitive);
           });
}

} // namespace islet
