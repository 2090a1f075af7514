// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/people/personrates.h"

using namespace std::chrono_literals;

namespace islet {

PersonRates::PersonRates(CommsAdapter &adapter, const Address &person, Clock clock, QObject *parent)
    : QObject(parent)
    , m_person(person)
    , m_clock(std::move(clock))
    , m_windowStart(m_clock())
{
    const auto counting = [this](int Rates::*kind) { return [this, kind](const Address &from) { count(from, kind); }; };
    connect(&adapter, &CommsAdapter::heardFrom, this, [this](const Address &from) {
        if (from != m_person)
            return;
        roll();
        ++m_all;
    });
    connect(&adapter, &CommsAdapter::positionReceived, this, counting(&Rates::positions));
    connect(&adapter, &CommsAdapter::movementReceived, this, counting(&Rates::positions));
    connect(&adapter, &CommsAdapter::voiceReceived, this, counting(&Rates::voice));
    connect(&adapter, &CommsAdapter::chatReceived, this, counting(&Rates::chat));
    connect(&adapter, &CommsAdapter::profileVersionReceived, this, counting(&Rates::profiles));
    connect(&adapter, &CommsAdapter::profileResponseReceived, this, counting(&Rates::profiles));
}

void PersonRates::count(const Address &from, int Rates::*kind)
{
    if (from == m_person)
        ++(m_now.*kind);
}

void PersonRates::roll()
{
    const auto elapsed = m_clock() - m_windowStart;
    if (elapsed < 1s)
        return;
    m_now.others = m_all - m_now.positions - m_now.voice - m_now.chat - m_now.profiles;
    m_last = elapsed < 2s ? m_now : Rates(); // otherwise the last whole second had no packets
    m_now = {};
    m_all = 0;
    m_windowStart += std::chrono::floor<std::chrono::seconds>(elapsed);
}

std::optional<PersonRates::Rates> PersonRates::rates()
{
    roll();
    return m_last;
}

} // namespace islet
