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
// In thousandths of the font size; close to common desktop fonts.
constexpr int perEm = 1'000;
constexpr int advance = 560;
constexpr int left = 60;
constexpr int width = 440;
constexpr int height = 560;
constexpr int ascent = 928;
constexpr int descent = 236;
constexpr int glyphs = 3; // .notdef, box, gap

//! Encodes 16-bit big-endian values.
QByteArray shorts(std::initializer_list<int> values)
{
    QByteArray bytes;
    for (const int value : values) {
        bytes.append(static_cast<char>((value >> 8) & 0xff));
        bytes.append(static_cast<char>(value & 0xff));
    }
    return bytes;
}

QByteArray longValue(qsizetype value)
{
    return shorts({static_cast<int>(value >> 16), static_cast<int>(value & 0xffff)});
}

//! Maps characters to glyphs: ranges of one glyph each (cmap format 13).
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
        list += longValue(range[0]) + longValue(range[1]) + longValue(range[2]);
    return shorts({0, 1, 3, 10}) + longValue(12) + shorts({13, 0}) + longValue(16 + list.size()) + longValue(0)
        + longValue(static_cast<qsizetype>(std::size(ranges))) + list;
}

QByteArray names()
{
    const auto utf16 = [](const QString &text) {
        QByteArray bytes;
        for (const QChar c : text)
            bytes += shorts({c.unicode()});
        return bytes;
    };
    QByteArray records;
    QByteArray texts;
    const std::pair<int, QString> entries[] = {
        {1, family}, {2, u"Regular"_s}, {4, family}, {6, QString(family).remove(u' ')}};
    for (const auto &[id, text] : entries) {
        const QByteArray bytes = utf16(text);
        records += shorts({3, 1, 0x409, id, static_cast<int>(bytes.size()), static_cast<int>(texts.size())});
        texts += bytes;
    }
    const int count = static_cast<int>(std::size(entries));
    return shorts({0, count, 6 + 12 * count}) + records + texts;
}

QByteArray boxGlyph()
{
    const QByteArray onCurve(4, '\x01');
    return shorts({1, left, 0, left + width, height, 3, 0}) + onCurve + shorts({left, 0, width, 0})
        + shorts({0, height, 0, -height}) + shorts({0});
}

QByteArray windowsMetrics()
{
    return shorts({4, advance, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 250, 0}) + QByteArray(10, '\0')
        + shorts({0, 1, 0, 0, 0, 0, 0, 0}) + QByteArrayLiteral("NONE")
        + shorts({0x40, 0x20, 0xffff, ascent, -descent, 0, ascent, descent, 0, 1, 0, 0, height, height, 0, 0x20, 0});
}

} // namespace

QByteArray boxFont()
{
    const QByteArray glyph = boxGlyph();
    const int half = static_cast<int>(glyph.size() / 2);
    // Sorted by tag, as the format requires.
    const std::pair<QByteArray, QByteArray> tables[] = {
        {"OS/2", windowsMetrics()},
        {"cmap", characterMap()},
        {"glyf", glyph},
        {"head", shorts({1, 0, 1, 0, 0,    0, 0x5f0f,       0x3cf5, 0, perEm, 0, 0, 0, 0,
                         0, 0, 0, 0, left, 0, left + width, height, 0, 8,     2, 0, 0})},
        {"hhea", shorts({1, 0, ascent, -descent, 0, advance, 0, left, left + width, 1, 0, 0, 0, 0, 0, 0, 0, glyphs})},
        {"hmtx", shorts({advance, left, advance, left, advance, 0})},
        {"loca", shorts({0, 0, half, half})},
        {"maxp", shorts({1, 0, glyphs, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0})},
        {"name", names()},
        {"post", shorts({3, 0, 0, 0, -100, 50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0})},
    };
    constexpr int count = static_cast<int>(std::size(tables));
    QByteArray directory = shorts({1, 0, count, 128, 3, 16 * count - 128});
    QByteArray body;
    const qsizetype begin = directory.size() + 16 * static_cast<qsizetype>(count);
    for (const auto &[tag, table] : tables) {
        directory += tag + longValue(0) + longValue(begin + body.size()) + longValue(table.size());
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
