// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/look/language.h"

#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr auto languageKey = "look/language"_L1;

struct Spoken {
    QLatin1StringView tag;
    QStringView name;
};
constexpr std::array languages{Spoken{"en"_L1, u"English"}, Spoken{"es"_L1, u"Español"}};

bool isSpoken(QStringView tag)
{
    return std::ranges::any_of(languages, [&](const Spoken &language) { return language.tag == tag; });
}

// What Qt asks for by itself, and its own translations may not be installed.
[[maybe_unused]] constexpr std::array asked{
    //: LTR, or RTL for a language that is written from right to left
    QT_TRANSLATE_NOOP("QGuiApplication", "QT_LAYOUT_DIRECTION"),
    //: a key
    QT_TRANSLATE_NOOP("QShortcut", "Space"),
    //: a key
    QT_TRANSLATE_NOOP("QShortcut", "Shift"),
    //: a key
    QT_TRANSLATE_NOOP("QShortcut", "Return"),
    //: a key
    QT_TRANSLATE_NOOP("QShortcut", "Enter"),
    //: a key
    QT_TRANSLATE_NOOP("QShortcut", "Esc"),
    //: a key
    QT_TRANSLATE_NOOP("QShortcut", "Home"),
    //: a key
    QT_TRANSLATE_NOOP("QShortcut", "End"),
};

} // namespace

Language::Language(QObject *parent)
    : QObject(parent)
{
    speak();
}

Language::~Language() = default; // a translator leaves the application by itself

QString Language::bestOf(const QStringList &wanted)
{
    for (const QString &tag : wanted) {
        const QString language = tag.section(u'-', 0, 0);
        if (isSpoken(language))
            return language;
    }
    return languages.front().tag;
}

void Language::keepIn(QSettings &settings)
{
    m_settings = &settings;
    const QString chosen = settings.value(languageKey).toString();
    m_chosen = isSpoken(chosen) ? chosen : QString();
    speak();
}

QStringList Language::names() const
{
    QStringList names{tr("As the system")};
    for (const Spoken &language : languages)
        names.append(language.name.toString());
    return names;
}

int Language::current() const
{
    const auto *const found =
        std::ranges::find_if(languages, [&](const Spoken &language) { return language.tag == m_chosen; });
    return found == languages.end() ? 0 : static_cast<int>(found - languages.begin()) + 1;
}

void Language::setCurrent(int index)
{
    if (index == current() || index < 0 || index > static_cast<int>(languages.size()))
        return;
    m_chosen = index == 0 ? QString() : languages.at(static_cast<std::size_t>(index - 1)).tag.toString();
    if (m_settings)
        m_settings->setValue(languageKey, m_chosen);
    speak();
    emit changed(); // even where the words stay: another is chosen
}

void Language::speak()
{
    const QLocale system = QLocale::system();
    const QString language = m_chosen.isEmpty() ? bestOf(system.uiLanguages()) : m_chosen;
    // The system's own way to write numbers and times, as long as it is of the language that is spoken.
    const QLocale own(language);
    QLocale::setDefault(m_chosen.isEmpty() || own.language() == system.language() ? system : own);
    if (language == m_spoken)
        return;
    m_spoken = language;
    // Qt's first: what is installed later is asked first.
    QCoreApplication::removeTranslator(&m_qtWords);
    if (m_qtWords.load(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtWords);
    QCoreApplication::removeTranslator(&m_words);
    if (m_words.load(u"islet_"_s + language, u":/islet/translations"_s))
        QCoreApplication::installTranslator(&m_words);
}

} // namespace islet
