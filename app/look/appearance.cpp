// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/look/appearance.h"

#include <QMetaEnum>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr auto schemeKey = "look/scheme"_L1;
constexpr auto motionKey = "look/motion"_L1;
constexpr auto textSizeKey = "look/textSize"_L1;
constexpr auto systemKey = "look/system"_L1; // what it said the last time

template<typename Enum> Enum read(const QSettings &settings, QLatin1StringView key, Enum usual)
{
    bool isOne = false;
    const int value =
        QMetaEnum::fromType<Enum>().keyToValue(settings.value(key).toString().toLatin1().constData(), &isOne);
    return isOne ? static_cast<Enum>(value) : usual;
}

template<typename Enum> void write(QSettings &settings, QLatin1StringView key, Enum value)
{
    settings.setValue(key, QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(value)));
}

double readTextSize(const QSettings &settings)
{
    bool isNumber = false;
    const double size = settings.value(textSizeKey).toDouble(&isNumber);
    return isNumber && size >= Appearance::smallestText && size <= Appearance::largestText ? size : 1;
}

AppearanceHints readWishes(const QSettings &settings)
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
    , m_hints(readWishes(settings))
    , m_scheme(read(settings, schemeKey, FollowSystem))
    , m_motion(read(settings, motionKey, AsSystem))
    , m_textSize(readTextSize(settings))
{ }

void Appearance::follow(DesktopAppearance &system)
{
    connect(&system, &DesktopAppearance::changed, this, [this, &system] { hear(system.hints()); });
    if (system.hints() != AppearanceHints())
        hear(system.hints());
    system.start();
}

void Appearance::hear(const AppearanceHints &hints)
{
    if (hints == m_hints)
        return;
    m_hints = hints;
    m_settings.setValue(systemKey, wordsOf(hints));
    emit changed();
}

void Appearance::setScheme(Scheme scheme)
{
    if (scheme == m_scheme || !QMetaEnum::fromType<Scheme>().valueToKey(scheme))
        return;
    m_scheme = scheme;
    write(m_settings, schemeKey, scheme);
    emit changed();
}

void Appearance::setMotion(Motion motion)
{
    if (motion == m_motion || !QMetaEnum::fromType<Motion>().valueToKey(motion))
        return;
    m_motion = motion;
    write(m_settings, motionKey, motion);
    emit changed();
}

void Appearance::setTextSize(double factor)
{
    const double size = std::isfinite(factor) ? std::clamp(factor, smallestText, largestText) : 1;
    if (size == m_textSize)
        return;
    m_textSize = size;
    m_settings.setValue(textSizeKey, size);
    emit changed();
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
