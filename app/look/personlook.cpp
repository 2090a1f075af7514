// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/look/personlook.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

// 24 colours of medium lightness, around the colour wheel and then the muted ones. A search maximised the smallest
// CIEDE2000 distance: 12.6 for normal vision, 6.1 with protanopia and with deuteranopia (Machado, 2009).
constexpr std::array<QRgb, 24> palette{
    0xff2f7fd1, 0xff4b60cf, 0xff7783f7, 0xff7d5aa4, 0xffa25888, 0xffd12e6b, 0xffd26e91, 0xffa45251,
    0xffdc6d58, 0xff9c5a36, 0xff9b6500, 0xff918039, 0xff809705, 0xff3c9c5a, 0xff0e7953, 0xff009d8f,
    0xff017782, 0xff0098c8, 0xff6e769c, 0xffa482a9, 0xff907d81, 0xff998c79, 0xff637a6b, 0xff676b6e,
};

//! The first grapheme in upper case; empty unless it starts with a letter or a digit.
QString firstLetterOf(const QString &word)
{
    constexpr qsizetype maxUnits = 4; // UTF-16 units: a letter outside the basic plane, or one with marks
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word);
    const qsizetype end = finder.toNextBoundary();
    const QString first = word.first(std::max<qsizetype>(end, 0));
    const auto characters = first.toUcs4();
    const char32_t letter = characters.isEmpty() ? U' ' : characters.constFirst();
    if (!QChar::isLetterOrNumber(letter))
        return {};
    const QString shown = first.size() > maxUnits ? QString::fromUcs4(&letter, 1) : first;
    const QString capital = shown.toUpper();
    return capital.size() > shown.size() ? shown : capital; // "ß" becomes "SS"
}

} // namespace

QColor colorOf(const Address &address)
{
    // The last byte, as vanity addresses often share the first ones.
    return QColor::fromRgb(palette[address.bytes().back() % palette.size()]);
}

QColor colorOf(const Address &address, const Profile *profile)
{
    if (!profile || !profile->color)
        return colorOf(address);
    const Rgb wanted = *profile->color;
    // A peer may choose a colour that is unreadable on our background; the palette's are all readable.
    const auto distance = [&wanted](QRgb color) {
        const int red = qRed(color) - wanted.red;
        const int green = qGreen(color) - wanted.green;
        const int blue = qBlue(color) - wanted.blue;
        return red * red + green * green + blue * blue;
    };
    return QColor::fromRgb(*std::ranges::min_element(palette, {}, distance));
}

QList<QColor> paletteColors()
{
    QList<QColor> colors;
    for (const QRgb color : palette)
        colors.append(QColor::fromRgb(color));
    return colors;
}

QString nameOf(const Address &address, const Profile *profile)
{
    const QString shortAddress = address.toShort();
    return profile && !profile->name.isEmpty() ? profile->name + u' ' + shortAddress : shortAddress;
}

QString initialsOf(const Address &address, const QString &name)
{
    constexpr int maxWords = 2;
    QString initials;
    int count = 0;
    const QStringList parts = name.split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString letter = firstLetterOf(part);
        initials += letter;
        count += letter.isEmpty() ? 0 : 1;
        if (count == maxWords)
            break;
    }
    return initials.isEmpty() ? address.toLower().sliced(2, 2) : initials;
}

} // namespace islet
