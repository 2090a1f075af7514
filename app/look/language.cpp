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

struct LanguageEntry {
    QLatin1StringView tag;
    QStringView name;
};
constexpr std::array languages{LanguageEntry{"en"_L1, u"English"}, LanguageEntry{"es"_L1, u"Español"}};

bool isSupported(QStringView tag)
{
    return std::ranges::any_of(languages, [&](const LanguageEntry &language) { return language.tag == tag; });
}

// Texts that Qt itself looks up. They are translated here because Qt's own translations may not be installed.
[[maybe_unused]] constexpr std::array qtTexts{
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
    apply();
}

Language::~Language() = default; // a QTranslator removes itself from the application

QString Language::bestOf(const QStringList &wanted)
{
    for (const QString &tag : wanted) {
        const QString language = tag.section(u'-', 0, 0);
        if (isSupported(language))
            return language;
    }
    return languages.front().tag;
}

void Language::keepIn(QSettings &settings)
{
    m_settings = &settings;
    const QString chosen = settings.value(languageKey).toString();
    m_chosen = isSupported(chosen) ? chosen : QString();
    apply();
}

QStringList Language::names() const
{
    QStringList names{tr("System default")};
    for (const LanguageEntry &language : languages)
        names.append(language.name.toString());
    return names;
}

int Language::current() const
{
    const auto *const found =
        std::ranges::find_if(languages, [&](const LanguageEntry &language) { return language.tag == m_chosen; });
    return found == languages.end() ? 0 : static_cast<int>(found - languages.begin()) + 1;
}

void Language::setCurrent(int index)
{
    if (index == current() || index < 0 || index > static_cast<int>(languages.size()))
        return;
    m_chosen = index == 0 ? QString() : languages.at(static_cast<std::size_t>(index - 1)).tag.toString();
    if (m_settings)
        m_settings->setValue(languageKey, m_chosen);
    apply();
    emit changed(); // also if the texts are the same: the choice is different
}

void Language::apply()
{
    const QLocale system = QLocale::system();
    const QString language = m_chosen.isEmpty() ? bestOf(system.uiLanguages()) : m_chosen;
    // Numbers and times keep the system's format if the system uses the same language.
    const QLocale preferred(language);
    QLocale::setDefault(m_chosen.isEmpty() || preferred.language() == system.language() ? system : preferred);
    if (language == m_spoken)
        return;
    m_spoken = language;
    // Qt's first: the translator installed last is searched first.
    QCoreApplication::removeTranslator(&m_qtTranslator);
    if (m_qtTranslator.load(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtTranslator);
    QCoreApplication::removeTranslator(&m_translator);
    if (m_translator.load(u"islet_"_s + language, u":/islet/translations"_s))
        QCoreApplication::installTranslator(&m_translator);
}

} // namespace islet
