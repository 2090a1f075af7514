// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "boxfont.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QGuiApplication>

#include <initializer_list>
#include <utility>

using namespace Qt::StringLiterals;

namespace islet::test {

namespace {

constexpr auto family = "Islet Boxes"_L1;
constexpr int size = 13; // pixels
// In thousandths of the font's size; near what the usual fonts of desktops have.
constexpr int perEm = 1'000;
constexpr int advance = 560;
constexpr int left = 60;
constexpr int width = 440;
constexpr int height = 560;
constexpr int ascent = 928;
constexpr int descent = 236;
constexpr int glyphs = 3; // none, the box, the gap

//! Everything in a font is made of 16 bits, the higher ones first.
QByteArray words(std::initializer_list<int> values)
{
    QByteArray bytes;
    for (const int value : values) {
        bytes.append(static_cast<char>((value >> 8) & 0xff));
        bytes.append(static_cast<char>(value & 0xff));
    }
    return bytes;
}

QByteArray longWord(qsizetype value)
{
    return words({static_cast<int>(value >> 16), static_cast<int>(value & 0xffff)});
}

//! Which letters are which glyph: ranges, each of one glyph (format 13).
QByteArray characterMap()
{
    constexpr int box = 1;
    constexpr int gap = 2;
    constexpr int ranges[][3] = {{0x20, 0x20, gap},      {0x21, 0x7e, box},     {0xa0, 0xa0, gap},
                                 {0xa1, 0x1fff, box},    {0x2000, 0x200a, gap}, {0x2010, 0x2027, box},
                                 {0x202f, 0x202f, gap},  {0x2030, 0xd7ff, box}, {0xf900, 0xfffd, box},
                                 {0x1f000, 0x1faff, box}};
    QByteArray list;
    for (const auto &range : ranges)
        list += longWord(range[0]) + longWord(range[1]) + longWord(range[2]);
    return words({0, 1, 3, 10}) + longWord(12) + words({13, 0}) + longWord(16 + list.size()) + longWord(0)
        + longWord(static_cast<qsizetype>(std::size(ranges))) + list;
}

QByteArray names()
{
    const auto utf16 = [](const QString &text) {
        QByteArray bytes;
        for (const QChar c : text)
            bytes += words({c.unicode()});
        return bytes;
    };
    QByteArray records;
    QByteArray texts;
    const std::pair<int, QString> entries[] = {
        {1, family}, {2, u"Regular"_s}, {4, family}, {6, QString(family).remove(u' ')}};
    for (const auto &[id, text] : entries) {
        const QByteArray bytes = utf16(text);
        records += words({3, 1, 0x409, id, static_cast<int>(bytes.size()), static_cast<int>(texts.size())});
        texts += bytes;
    }
    const int count = static_cast<int>(std::size(entries));
    return words({0, count, 6 + 12 * count}) + records + texts;
}

QByteArray boxGlyph()
{
    const QByteArray onCurve(4, '\x01');
    return words({1, left, 0, left + width, height, 3, 0}) + onCurve + words({left, 0, width, 0})
        + words({0, height, 0, -height}) + words({0});
}

QByteArray windowsMetrics()
{
    return words({4, advance, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 250, 0}) + QByteArray(10, '\0')
        + words({0, 1, 0, 0, 0, 0, 0, 0}) + QByteArrayLiteral("NONE")
        + words({0x40, 0x20, 0xffff, ascent, -descent, 0, ascent, descent, 0, 1, 0, 0, height, height, 0, 0x20, 0});
}

} // namespace

QByteArray boxFont()
{
    const QByteArray glyph = boxGlyph();
    const int half = static_cast<int>(glyph.size() / 2);
    // In the order of their names, as the format has it.
    const std::pair<QByteArray, QByteArray> tables[] = {
        {"OS/2", windowsMetrics()},
        {"cmap", characterMap()},
        {"glyf", glyph},
        {"head", words({1, 0, 1, 0, 0,    0, 0x5f0f,       0x3cf5, 0, perEm, 0, 0, 0, 0,
                        0, 0, 0, 0, left, 0, left + width, height, 0, 8,     2, 0, 0})},
        {"hhea", words({1, 0, ascent, -descent, 0, advance, 0, left, left + width, 1, 0, 0, 0, 0, 0, 0, 0, glyphs})},
        {"hmtx", words({advance, left, advance, left, advance, 0})},
        {"loca", words({0, 0, half, half})},
        {"maxp", words({1, 0, glyphs, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0})},
        {"name", names()},
        {"post", words({3, 0, 0, 0, -100, 50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0})},
    };
    constexpr int count = static_cast<int>(std::size(tables));
    QByteArray directory = words({1, 0, count, 128, 3, 16 * count - 128});
    QByteArray body;
    const qsizetype begin = directory.size() + 16 * static_cast<qsizetype>(count);
    for (const auto &[tag, table] : tables) {
        directory += tag + longWord(0) + longWord(begin + body.size()) + longWord(table.size());
        body += table + QByteArray((4 - table.size() % 4) % 4, '\0');
    }
    return directory + body;
}

bool useBoxFont()
{
    if (QFontDatabase::addApplicationFontFromData(boxFont()) < 0)
        return false;
    QFont font{QString(family)};
    font.setPixelSize(size);
    QGuiApplication::setFont(font);
    return QFontInfo(font).family() == family;
}

} // namespace islet::test
