// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "map/mapitem.h"

#include <QGuiApplication>
#include <QStyleHints>

#include <cmath>

using namespace std::chrono_literals;

namespace islet {

namespace {

constexpr auto frameTime = 16ms;
constexpr double zoomStep = 1.25;

} // namespace

MapItem::MapItem(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setAcceptedMouseButtons(Qt::LeftButton);
    setOpaquePainting(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    connect(&m_frame, &QTimer::timeout, this, &MapItem::keepUp);
}

void MapItem::setCrowd(Crowd *crowd)
{
    if (m_crowd == crowd)
        return;
    if (m_crowd)
        m_crowd->disconnect(this);
    m_crowd = crowd;
    if (crowd)
        connect(crowd, &Crowd::changed, this, &MapItem::animate);
    emit crowdChanged();
}

void MapItem::setWalker(Walker *walker)
{
    if (m_walker == walker)
        return;
    if (m_walker)
        m_walker->disconnect(this);
    m_walker = walker;
    if (walker)
        connect(walker, &Walker::moved, this, &MapItem::animate);
    keepUp();
    emit walkerChanged();
}

void MapItem::setFollow(bool follow)
{
    if (m_follow == follow)
        return;
    m_follow = follow;
    keepUp();
    emit followChanged();
}

//! Draws now and goes on until nothing moves any more.
void MapItem::animate()
{
    if (!m_frame.isActive() && isVisible())
        m_frame.start(frameTime);
}

void MapItem::keepUp()
{
    if (m_follow && m_walker)
        m_camera.center = QPointF(m_walker->placement().position.x, m_walker->placement().position.z);
    update();
    const bool isMoving = (m_crowd && m_crowd->isMoving()) || (m_walker && m_walker->isMoving());
    if (!isMoving)
        m_frame.stop();
}

void MapItem::paint(QPainter *painter)
{
    MapPainter map(*painter, m_camera, m_colors, m_font);
    map.drawParcels();
    if (m_crowd)
        map.drawPeople(m_crowd->people());
    if (m_walker) {
        if (m_walker->goal())
            map.drawGoal(*m_walker->goal());
        map.drawMe(m_walker->placement(), m_isTalking);
    }
    map.drawScaleBar();
}

void MapItem::zoomIn()
{
    zoomBy(boundingRect().center(), zoomStep);
}

void MapItem::zoomOut()
{
    zoomBy(boundingRect().center(), 1 / zoomStep);
}

void MapItem::zoomBy(QPointF pixel, double factor)
{
    // While it follows me, I stay in the middle.
    m_camera.zoomAbout(m_follow ? boundingRect().center() : pixel, factor);
    update();
}

void MapItem::fitEverybody()
{
    QRectF all;
    const auto include = [&all](const Vec3 &position) {
        // A person has some size: an empty rectangle would be left out of a union.
        all = all.united(QRectF(position.x - 0.5, position.z - 0.5, 1, 1));
    };
    if (m_walker)
        include(m_walker->placement().position);
    if (m_crowd) {
        const auto people = m_crowd->people();
        for (const Crowd::Person &person : people)
            include(person.placement.position);
    }
    if (all.isEmpty() || width() <= 0 || height() <= 0)
        return;
    setFollow(false);
    constexpr double margin = 1.2;
    m_camera.center = all.center();
    m_camera.scale = std::clamp(std::min(width() / all.width(), height() / all.height()) / margin,
                                MapCamera::smallestScale, MapCamera::largestScale / 2);
    update();
}

void MapItem::geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry)
{
    QQuickPaintedItem::geometryChange(newGeometry, oldGeometry);
    m_camera.size = newGeometry.size();
    update();
}

void MapItem::wheelEvent(QWheelEvent *event)
{
    constexpr double notch = 120; // eighths of a degree
    zoomBy(event->position(), std::pow(zoomStep, event->angleDelta().y() / notch));
    event->accept();
}

void MapItem::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position();
    m_lastDrag = event->position();
    m_isDragging = false;
    forceActiveFocus(Qt::MouseFocusReason);
    event->accept();
}

void MapItem::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressed)
        return;
    const QPointF moved = event->position() - *m_pressed;
    if (!m_isDragging && moved.manhattanLength() < QGuiApplication::styleHints()->startDragDistance())
        return;
    m_isDragging = true;
    setFollow(false);
    const QPointF step = event->position() - m_lastDrag;
    m_camera.center += QPointF(-step.x(), step.y()) / m_camera.scale;
    m_lastDrag = event->position();
    update();
}

void MapItem::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_pressed && !m_isDragging && m_walker) {
        const QPointF goal = m_camera.toWorld(event->position());
        m_walker->walkTo(static_cast<float>(goal.x()), static_cast<float>(goal.y()));
        animate();
    }
    m_pressed.reset();
    m_isDragging = false;
}

} // namespace islet
