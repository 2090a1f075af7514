// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/look/appearance.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr auto systemKey = "look/system"_L1; // its last known hints

double readTextSize(const QSettings &settings)
{
    bool isNumber = false;
    const double size = settings.value("look/textSize"_L1).toDouble(&isNumber);
    return isNumber && size >= Appearance::smallestText && size <= Appearance::largestText ? size : 1;
}

AppearanceHints readHints(const QSettings &settings)
{
    const QStringList words = settings.value(systemKey).toStringList();
    AppearanceHints hints;
    if (words.contains("dark"_L1) || words.contains("light"_L1))
        hints.dark = words.contains("dark"_L1);
    if (words.contains("contrast"_L1))
        hints.contrast = true;
    if (words.contains("still"_L1))
        hints.still = true;
    return hints;
}

QStringList wordsOf(const AppearanceHints &hints)
{
    QStringList words;
    if (hints.dark)
        words.append(*hints.dark ? u"dark"_s : u"light"_s);
    if (hints.contrast.value_or(false))
        words.append(u"contrast"_s);
    if (hints.still.value_or(false))
        words.append(u"still"_s);
    return words;
}

} // namespace

Appearance::Appearance(QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_hints(readHints(settings))
    , m_scheme(storedEnum(settings, "look/scheme", FollowSystem))
    , m_motion(storedEnum(settings, "look/motion", AsSystem))
    , m_textSize(readTextSize(settings))
{ }

void Appearance::follow(DesktopAppearance &system)
{
    connect(&system, &DesktopAppearance::changed, this, [this, &system] { apply(system.hints()); });
    if (system.hints() != AppearanceHints())
        apply(system.hints());
    system.start();
}

void Appearance::apply(const AppearanceHints &hints)
{
    if (hints == m_hints)
        return;
    m_hints = hints;
    m_settings.setValue(systemKey, wordsOf(hints));
    emit changed();
}

void Appearance::setTextSize(double factor)
{
    const double size = std::isfinite(factor) ? std::clamp(factor, smallestText, largestText) : 1;
    storeSetting(this, m_settings, "look/textSize", m_textSize, size);
}

bool Appearance::isDark() const
{
    return m_scheme == Dark || isContrast() || (m_scheme == FollowSystem && m_hints.dark.value_or(false));
}

bool Appearance::isContrast() const
{
    return m_scheme == HighContrast || (m_scheme == FollowSystem && m_hints.contrast.value_or(false));
}

bool Appearance::isStill() const
{
    return m_motion == ReducedMotion || (m_motion == AsSystem && m_hints.still.value_or(false));
}

} // namespace islet
