// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "crowd.h"
#include "map/mapcamera.h"
#include "map/mappainter.h"
#include "walker.h"

#include <QPointer>
#include <QQuickPaintedItem>
#include <QTimer>

namespace islet {

//! The map as a Qt Quick item: parcels, everybody in motion, me. A click walks there, a drag moves the map, the wheel
//! zooms about the cursor. Draws only when something changed; smoothly while something moves.
class MapItem : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(islet::Crowd *crowd READ crowd WRITE setCrowd NOTIFY crowdChanged REQUIRED)
    Q_PROPERTY(islet::Walker *walker READ walker WRITE setWalker NOTIFY walkerChanged REQUIRED)
    //! Keeps me in the middle.
    Q_PROPERTY(bool follow READ follow WRITE setFollow NOTIFY followChanged)
    //! What I say goes out.
    Q_PROPERTY(bool talking READ isTalking WRITE setTalking NOTIFY lookChanged)
    Q_PROPERTY(QColor paper READ paper WRITE setPaper NOTIFY lookChanged)
    Q_PROPERTY(QColor ink READ ink WRITE setInk NOTIFY lookChanged)
    Q_PROPERTY(QColor grid READ grid WRITE setGrid NOTIFY lookChanged)
    Q_PROPERTY(QColor accent READ accent WRITE setAccent NOTIFY lookChanged)
    Q_PROPERTY(QFont font READ font WRITE setFont NOTIFY lookChanged)

public:
    explicit MapItem(QQuickItem *parent = nullptr);

    void paint(QPainter *painter) override;

    //! About the middle of the map.
    Q_INVOKABLE void zoomIn();
    Q_INVOKABLE void zoomOut();
    //! So that everybody is seen, and follows me no more.
    Q_INVOKABLE void fitEverybody();

    Crowd *crowd() const { return m_crowd; }
    void setCrowd(Crowd *crowd);
    Walker *walker() const { return m_walker; }
    void setWalker(Walker *walker);
    bool follow() const { return m_follow; }
    void setFollow(bool follow);
    bool isTalking() const { return m_isTalking; }
    void setTalking(bool talking) { setLook(m_isTalking, talking); }
    QColor paper() const { return m_colors.paper; }
    void setPaper(const QColor &color) { setLook(m_colors.paper, color); }
    QColor ink() const { return m_colors.ink; }
    void setInk(const QColor &color) { setLook(m_colors.ink, color); }
    QColor grid() const { return m_colors.grid; }
    void setGrid(const QColor &color) { setLook(m_colors.grid, color); }
    QColor accent() const { return m_colors.accent; }
    void setAccent(const QColor &color) { setLook(m_colors.accent, color); }
    const QFont &font() const { return m_font; }
    void setFont(const QFont &font) { setLook(m_font, font); }

signals:
    void crowdChanged();
    void walkerChanged();
    void followChanged();
    void lookChanged();

protected:
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    template<typename T> void setLook(T &mine, const T &wanted)
    {
        if (mine == wanted)
            return;
        mine = wanted;
        update();
        emit lookChanged();
    }
    void zoomBy(QPointF pixel, double factor);
    void keepUp();
    void animate();

    QPointer<Crowd> m_crowd;
    QPointer<Walker> m_walker;
    bool m_follow = true;
    bool m_isTalking = false;
    MapCamera m_camera;
    MapColors m_colors;
    QFont m_font;
    QTimer m_frame;
    std::optional<QPointF> m_pressed; //!< where the button went down
    bool m_isDragging = false;
    QPointF m_lastDrag;
};

} // namespace islet
