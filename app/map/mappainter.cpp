// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "map/mappainter.h"

#include "people/personlook.h"

#include <QFontMetricsF>

#include <array>
#include <cmath>
#include <numbers>

namespace islet {

namespace {

constexpr double parcel = parcelSize;
constexpr double smallestDisc = 14; // pixels across
constexpr double largestDisc = 30;
constexpr double personSize = 1.6; // metres across, between those bounds

double discRadius(double scale)
{
    return std::clamp(personSize * scale, smallestDisc, largestDisc) / 2;
}

double radians(double yaw)
{
    return yaw * std::numbers::pi / 180;
}

//! On the screen, `distance` pixels from `center` towards `yaw` (0 up, 90 right).
QPointF towards(QPointF center, double yaw, double distance)
{
    return center + QPointF(std::sin(radians(yaw)), -std::cos(radians(yaw))) * distance;
}

QColor withAlpha(QColor color, int alpha)
{
    color.setAlpha(alpha);
    return color;
}

} // namespace

MapPainter::MapPainter(QPainter &painter, const MapCamera &camera, const MapColors &colors, const QFont &font)
    : m_painter(painter)
    , m_camera(camera)
    , m_colors(colors)
    , m_font(font)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setFont(m_font);
}

bool MapPainter::isVisible(QPointF pixel, double margin) const
{
    return QRectF({}, m_camera.size).adjusted(-margin, -margin, margin, margin).contains(pixel);
}

void MapPainter::drawParcels()
{
    m_painter.fillRect(QRectF({}, m_camera.size), m_colors.paper);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    // Far away only every tenth parcel is drawn.
    constexpr double smallestParcel = 12; // pixels
    const bool isFar = m_camera.scale * parcel < smallestParcel;
    const int step = isFar ? 10 : 1;
    drawLines(true, step);
    drawLines(false, step);
    m_painter.setRenderHint(QPainter::Antialiasing);
    drawParcelNames(m_camera.scale * parcel >= 64 ? 1 : 10);
}

void MapPainter::drawLines(bool vertical, int step)
{
    const QPointF first = m_camera.toWorld({0, m_camera.size.height()});
    const QPointF last = m_camera.toWorld({m_camera.size.width(), 0});
    const double low = vertical ? first.x() : first.y();
    const double high = vertical ? last.x() : last.y();
    const QColor strong = m_colors.grid.darker(m_colors.paper.lightnessF() > 0.5 ? 118 : 60);
    for (int n = static_cast<int>(std::floor(low / parcel / step)) * step; n * parcel <= high; n += step) {
        m_painter.setPen(QPen(n % 10 == 0 ? strong : m_colors.grid, n % 10 == 0 && step == 1 ? 2 : 1));
        const QPointF at = m_camera.toScreen(QPointF(n * parcel, n * parcel));
        if (vertical)
            m_painter.drawLine(QPointF(at.x(), 0), QPointF(at.x(), m_camera.size.height()));
        else
            m_painter.drawLine(QPointF(0, at.y()), QPointF(m_camera.size.width(), at.y()));
    }
}

void MapPainter::drawParcelNames(int step)
{
    const QPointF first = m_camera.toWorld({0, m_camera.size.height()});
    const QPointF last = m_camera.toWorld({m_camera.size.width(), 0});
    m_painter.setPen(withAlpha(m_colors.ink, 180));
    const int lowX = static_cast<int>(std::floor(first.x() / parcel / step)) * step;
    const int lowZ = static_cast<int>(std::floor(first.y() / parcel / step)) * step;
    const double ascent = QFontMetricsF(m_font).ascent();
    for (int x = lowX; x * parcel <= last.x(); x += step) {
        for (int z = lowZ; z * parcel <= last.y(); z += step) {
            // In the upper left corner of the parcel, which is its north-west.
            const QPointF corner = m_camera.toScreen(QPointF(x * parcel, (z + 1) * parcel));
            m_painter.drawText(corner + QPointF(4, ascent + 2), QStringLiteral("%1, %2").arg(x).arg(z));
        }
    }
}

void MapPainter::drawPeople(const QList<Crowd::Person> &people)
{
    QList<const Crowd::Person *> visible;
    for (const Crowd::Person &person : people) {
        constexpr double margin = 40;
        if (isVisible(m_camera.toScreen(person.placement.position), margin))
            visible.append(&person);
    }
    constexpr double roomForLabels = 8; // pixels a metre
    if (m_camera.scale >= roomForLabels) {
        const QPointF below(0, discRadius(m_camera.scale) + 4);
        for (const Crowd::Person *person : std::as_const(visible))
            drawLabel(m_camera.toScreen(person->placement.position) + below,
                      person->name.isEmpty() ? person->address.toShort()
                                             : person->name + u' ' + person->address.toShort());
    }
    for (const Crowd::Person *person : std::as_const(visible))
        drawPerson(*person);
}

void MapPainter::drawPerson(const Crowd::Person &person)
{
    const QPointF at = m_camera.toScreen(person.placement.position);
    const QColor color = person.color.isValid() ? person.color : colorOf(person.address);
    const double radius = discRadius(m_camera.scale);
    if (person.isTalking)
        drawSpeech(at, radius);
    const double yaw = static_cast<double>(person.placement.yaw);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(withAlpha(color, 200));
    const std::array<QPointF, 3> wedge{towards(at, yaw, radius * 1.75), towards(at, yaw - 42, radius * 1.02),
                                       towards(at, yaw + 42, radius * 1.02)};
    m_painter.drawPolygon(wedge.data(), static_cast<int>(wedge.size()));
    m_painter.setPen(QPen(m_colors.paper, 1.5));
    m_painter.setBrush(color);
    m_painter.drawEllipse(at, radius, radius);

    constexpr double roomForInitials = 9;
    if (radius >= roomForInitials) {
        QFont initials = m_font;
        initials.setPixelSize(static_cast<int>(radius));
        initials.setBold(true);
        m_painter.setFont(initials);
        m_painter.setPen(inkOn(color));
        m_painter.drawText(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius), Qt::AlignCenter,
                           initialsOf(person.address));
        m_painter.setFont(m_font);
    }
}

void MapPainter::drawLabel(QPointF topCenter, const QString &text)
{
    const QFontMetricsF metrics(m_font);
    const double width = metrics.horizontalAdvance(text);
    const QRectF box(topCenter.x() - width / 2 - 4, topCenter.y(), width + 8, metrics.height());
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(withAlpha(m_colors.paper, 200));
    m_painter.drawRoundedRect(box, 4, 4);
    m_painter.setPen(m_colors.ink);
    m_painter.drawText(box, Qt::AlignCenter, text);
}

void MapPainter::drawSpeech(QPointF center, double radius)
{
    // Two filled discs: a stroked circle takes three times as long, in every frame and for everybody who talks.
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_colors.accent);
    m_painter.drawEllipse(center, radius + 6, radius + 6);
    m_painter.setBrush(m_colors.paper);
    m_painter.drawEllipse(center, radius + 3.5, radius + 3.5);
    // Three bars, as a meter has them: the ring alone could be a choice, or a glow.
    const QPointF foot = center + QPointF(radius + 8, -radius);
    for (const int bar : {0, 1, 2})
        m_painter.fillRect(QRectF(foot + QPointF(4 * bar, 0), QSizeF(2.5, -5.0 - 3 * (bar % 2))).normalized(),
                           m_colors.accent);
}

void MapPainter::drawMe(const Placement &me, bool isTalking)
{
    const QPointF at = m_camera.toScreen(me.position);
    const double radius = discRadius(m_camera.scale);
    if (isTalking)
        drawSpeech(at, radius);
    // A soft cone of view: half a right angle to each side.
    QRadialGradient sight(at, radius * 4);
    sight.setColorAt(0, withAlpha(m_colors.accent, 110));
    sight.setColorAt(1, withAlpha(m_colors.accent, 0));
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(sight);
    const double reach = radius * 4;
    const double fromEast = 90 - static_cast<double>(me.yaw); // QPainter counts from east, against the clock
    m_painter.drawPie(QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach),
                      static_cast<int>((fromEast - 45) * 16), 90 * 16);
    m_painter.setBrush(m_colors.paper);
    m_painter.setPen(QPen(m_colors.accent, 4));
    m_painter.drawEllipse(at, radius, radius);
    m_painter.setBrush(m_colors.accent);
    m_painter.setPen(Qt::NoPen);
    m_painter.drawEllipse(at, radius / 3, radius / 3);
}

void MapPainter::drawGoal(const Vec3 &goal)
{
    const QPointF at = m_camera.toScreen(goal);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(m_colors.accent, 2, Qt::DotLine));
    m_painter.drawEllipse(at, 8, 8);
}

void MapPainter::drawScaleBar()
{
    // The roundest length that is about a hundred pixels.
    constexpr std::array<int, 7> lengths{1, 4, 8, 16, 80, 160, 800};
    int metres = lengths.front();
    for (const int length : lengths) {
        if (length * m_camera.scale <= 160)
            metres = length;
    }
    const double width = metres * m_camera.scale;
    const QPointF left(16, m_camera.size.height() - 16);
    m_painter.setPen(QPen(m_colors.ink, 1.5));
    const std::array<QPointF, 4> bar{left - QPointF(0, 6), left, left + QPointF(width, 0), left + QPointF(width, -6)};
    m_painter.drawPolyline(bar.data(), static_cast<int>(bar.size()));
    m_painter.drawText(left + QPointF(6, -5), QStringLiteral("%1 m").arg(metres));
}

} // namespace islet
