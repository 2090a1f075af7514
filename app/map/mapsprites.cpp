// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/map/mapsprites.h"

#include "app/look/contrast.h"

#include <QFontMetricsF>
#include <QPainter>

#include <array>
#include <cmath>
#include <numbers>

namespace islet {

namespace {

//! `distance` pixels from `center` towards `yaw` (0 up, 90 right).
QPointF towards(QPointF center, double yaw, double distance)
{
    const double angle = yaw * std::numbers::pi / 180;
    return center + QPointF(std::sin(angle), -std::cos(angle)) * distance;
}

QColor blended(const QColor &one, const QColor &other, float share)
{
    const auto mix = [share](int a, int b) {
        return static_cast<int>(std::lround(static_cast<float>(a) + share * static_cast<float>(b - a)));
    };
    return QColor(mix(one.red(), other.red()), mix(one.green(), other.green()), mix(one.blue(), other.blue()));
}

constexpr int outlineOnly = 4;

} // namespace

void MapSprites::prepare(const MapColors &colors, const QFont &font, double ratio)
{
    const bool isSame = m_colors == colors && m_font == font && m_sheet.ratio() == ratio;
    if (isSame && !m_sheet.isFull())
        return;
    m_colors = colors;
    m_font = font;
    m_cells.clear();
    m_texts.clear();
    if (m_sheet.ratio() == ratio)
        m_sheet.clear();
    else
        m_sheet.setRatio(ratio);
}

template<typename Paint> std::uint32_t MapSprites::find(const Key &key, double size, Paint paint)
{
    if (const auto cell = m_cells.constFind(key); cell != m_cells.constEnd())
        return *cell;
    const std::uint32_t cell = m_sheet.add({size, size}, paint);
    if (cell != SpriteSheet::emptyCell)
        m_cells.insert(key, cell);
    return cell;
}

QRgb MapSprites::faded(QRgb color, int fading, const QColor &paper)
{
    if (fading == 0)
        return color;
    const QColor full(color);
    const int gray = qGray(color);
    const auto share = static_cast<float>(fading) / outlineOnly;
    return blended(blended(full, QColor(gray, gray, gray), share), paper, share / 3).rgb();
}

std::uint32_t MapSprites::face(QRgb color, std::uint32_t initials, int radius, int fading)
{
    constexpr int minInitialsRadius = 9;
    if (radius < minInitialsRadius)
        initials = 0;
    const Key key{std::uint64_t{color} << 32U | initials,
                  static_cast<std::uint64_t>(Kind::Face) << 32U | static_cast<std::uint64_t>(radius * 8 + fading)};
    const double size = 2 * radius + 2; // half of the 1.5-pixel outline is outside
    return find(key, size, [&](QPainter &painter) {
        const QColor fill(faded(color, fading, m_colors.paper));
        const QPointF middle(size / 2, size / 2);
        const bool isOutline = fading >= outlineOnly;
        painter.setPen(QPen(isOutline ? fill : m_colors.paper, 1.5));
        painter.setBrush(isOutline ? m_colors.paper : fill);
        painter.drawEllipse(middle, radius, radius);
        if (initials == 0)
            return;
        QFont font = m_font;
        font.setPixelSize(radius);
        font.setBold(true);
        painter.setFont(font);
        painter.setPen(isOutline ? fill : inkOn(fill));
        QString letters(QChar(static_cast<char16_t>(initials >> 16U)));
        if ((initials & 0xffffU) != 0)
            letters += QChar(static_cast<char16_t>(initials & 0xffffU));
        painter.drawText(QRectF(0, 0, size, size), Qt::AlignCenter, letters);
    });
}

std::uint32_t MapSprites::heading(QRgb color, int radius, int fading)
{
    const Key key{color,
                  static_cast<std::uint64_t>(Kind::Heading) << 32U | static_cast<std::uint64_t>(radius * 8 + fading)};
    const double size = 2 * (radius * 1.7 + 1);
    return find(key, size, [&](QPainter &painter) {
        const QPointF middle(size / 2, size / 2);
        const std::array<QPointF, 3> wedge{towards(middle, 0, radius * 1.65), towards(middle, -42, radius * 1.02),
                                           towards(middle, 42, radius * 1.02)};
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(faded(color, fading, m_colors.paper)));
        painter.drawPolygon(wedge.data(), static_cast<int>(wedge.size()));
    });
}

std::uint32_t MapSprites::speech(int radius, int phase)
{
    const Key key{static_cast<std::uint64_t>(phase),
                  static_cast<std::uint64_t>(Kind::Speech) << 32U | static_cast<std::uint64_t>(radius)};
    const double size = 2 * (radius + 22);
    return find(key, size, [&](QPainter &painter) {
        const QPointF middle(size / 2, size / 2);
        // Grows, then shrinks.
        const double swell = 2.0 * std::min(phase, phases - phase) / phases * 2;
        painter.setPen(QPen(m_colors.accent, 2.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(middle, radius + 4.75 + swell, radius + 4.75 + swell);
        // Three bars, like a level meter: the ring alone could be taken for a selection.
        const QPointF foot = middle + QPointF(radius + 8, -radius);
        for (const int bar : {0, 1, 2})
            painter.fillRect(QRectF(foot + QPointF(4 * bar, 0), QSizeF(2.5, -5.0 - 3 * (bar % 2))).normalized(),
                             m_colors.accent);
    });
}

std::uint32_t MapSprites::mark(int radius, bool isSelected)
{
    const Key key{isSelected ? 1U : 0U,
                  static_cast<std::uint64_t>(Kind::Mark) << 32U | static_cast<std::uint64_t>(radius)};
    const double size = 2 * (radius + 6);
    return find(key, size, [&](QPainter &painter) {
        painter.setPen(QPen(m_colors.ink, isSelected ? 2.5 : 1.25));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(size / 2, size / 2), radius + 3, radius + 3);
    });
}

std::uint32_t MapSprites::wedge(QRgb color)
{
    constexpr double size = 28;
    return find({color, static_cast<std::uint64_t>(Kind::Wedge) << 32U}, size, [&](QPainter &painter) {
        const std::array<QPointF, 4> wedge{QPointF(14, 2), QPointF(23, 24), QPointF(14, 19), QPointF(5, 24)};
        painter.setPen(QPen(m_colors.ink, 1.25, Qt::SolidLine, Qt::SquareCap, Qt::RoundJoin));
        painter.setBrush(QColor(color));
        painter.drawPolygon(wedge.data(), static_cast<int>(wedge.size()));
    });
}

std::uint32_t MapSprites::me(int radius)
{
    const Key key{0, static_cast<std::uint64_t>(Kind::Me) << 32U | static_cast<std::uint64_t>(radius)};
    const double size = 2 * (radius + 3);
    return find(key, size, [&](QPainter &painter) {
        const QPointF middle(size / 2, size / 2);
        painter.setBrush(m_colors.paper);
        painter.setPen(QPen(m_colors.accent, 4));
        painter.drawEllipse(middle, radius, radius);
        painter.setBrush(m_colors.accent);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(middle, radius / 3., radius / 3.);
    });
}

std::uint32_t MapSprites::goal()
{
    return find({0, static_cast<std::uint64_t>(Kind::Goal) << 32U}, 20, [this](QPainter &painter) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_colors.accent, 2, Qt::DotLine));
        painter.drawEllipse(QPointF(10, 10), 8, 8);
    });
}

std::uint32_t MapSprites::north()
{
    return find({0, static_cast<std::uint64_t>(Kind::North) << 32U}, 36, [this](QPainter &painter) {
        const std::array<QPointF, 4> arrow{QPointF(18, 1), QPointF(24, 16), QPointF(18, 13), QPointF(12, 16)};
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_colors.ink);
        painter.drawPolygon(arrow.data(), static_cast<int>(arrow.size()));
        painter.setFont(m_font);
        painter.setPen(m_colors.ink);
        painter.drawText(QRectF(0, 16, 36, 20), Qt::AlignHCenter | Qt::AlignTop, QStringLiteral("N"));
    });
}

std::uint32_t MapSprites::text(Text kind, const QString &string)
{
    const QString key = QChar(static_cast<char16_t>(u'0' + static_cast<int>(kind))) + string;
    if (const auto cell = m_texts.constFind(key); cell != m_texts.constEnd())
        return *cell;
    const std::uint32_t cell = addText(kind, string);
    if (cell != SpriteSheet::emptyCell)
        m_texts.insert(key, cell);
    return cell;
}

//! drawText() treats the string as plain text, never as markup.
std::uint32_t MapSprites::addText(Text kind, const QString &string)
{
    const QFontMetricsF metrics(m_font);
    // A label ends with the address, which must stay readable: a name alone identifies no one.
    const bool isLabel = kind == Text::Label;
    // Wide enough that the half after the ellipsis holds the address in any font.
    const double maxWidth =
        isLabel ? std::max(maxTextWidth, 2.3 * metrics.horizontalAdvance(string.section(u' ', -1))) : maxTextWidth;
    const QString shown = metrics.elidedText(string, isLabel ? Qt::ElideMiddle : Qt::ElideRight, maxWidth);
    const bool hasPaper = kind == Text::Label || kind == Text::Note || kind == Text::Bubble || kind == Text::Warning;
    const double edge = kind == Text::Bubble ? 7 : hasPaper ? 4 : 1;
    const double rise = kind == Text::Bubble ? 4 : 0;
    const QSizeF size(std::ceil(metrics.horizontalAdvance(shown)) + 2 * edge, std::ceil(metrics.height()) + 2 * rise);
    return m_sheet.add(size, [&](QPainter &painter) {
        if (hasPaper) {
            painter.setPen(kind == Text::Bubble ? QPen(m_colors.quiet, 1) : QPen(Qt::NoPen));
            painter.setBrush(QColor::fromRgba(withAlpha(m_colors.paper,
                                                        kind == Text::Label      ? 200
                                                            : kind == Text::Note ? 225
                                                                                 : 245)));
            const QRectF background(0.5, 0.5, size.width() - 1, size.height() - 1);
            painter.drawRoundedRect(background, edge, edge);
        }
        painter.setFont(m_font);
        const bool isQuiet = kind == Text::Quiet || kind == Text::Note;
        painter.setPen(kind == Text::Warning ? m_colors.warn
                           : isQuiet         ? QColor::fromRgba(withAlpha(m_colors.ink, 175))
                                             : m_colors.ink);
        painter.drawText(QRectF({}, size), Qt::AlignCenter | Qt::TextSingleLine, shown);
    });
}

} // namespace islet
