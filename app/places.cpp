// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "places.h"

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr auto key = "places"_L1;
constexpr auto plainKey = "network/allowsPlain"_L1;

//! An address, and without a secret in it.
bool isHarmless(const QString &place)
{
    const auto parsed = ConnectionString::fromTyped(place);
    return parsed && parsed->toDisplay() == place;
}

} // namespace

Places::Places(QSettings &settings)
    : m_settings(settings)
{
    // The file may have been edited by anybody: what is no address, or holds a secret, is left out.
    const QStringList kept = settings.value(key).toStringList();
    for (const QString &place : kept) {
        if (m_places.size() < maxPlaces && isHarmless(place))
            m_places.append(place);
    }
}

bool Places::remember(const ConnectionString &place)
{
    const QString text = place.toDisplay();
    const auto again = ConnectionString::fromTyped(text);
    if (!again || *again != place || m_places.value(0) == text)
        return false;
    m_places.removeAll(text);
    m_places.prepend(text);
    m_places.resize(qMin(m_places.size(), maxPlaces));
    m_settings.setValue(key, m_places);
    return true;
}

void Places::forget()
{
    m_places.clear();
    m_settings.remove(key);
}

bool Places::isPlainAllowed() const
{
    return m_settings.value(plainKey, false).toBool();
}

void Places::setPlainAllowed(bool allowed)
{
    m_settings.setValue(plainKey, allowed);
}

} // namespace islet
