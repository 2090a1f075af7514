// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "crowd.h"
#include "map/mapcamera.h"

#include <QColor>
#include <QFont>
#include <QPainter>

#include <optional>

namespace islet {

struct MapColors {
    QColor paper;
    QColor ink;
    QColor grid;
    QColor accent;

    friend bool operator==(const MapColors &, const MapColors &) = default;
};

//! Draws the map: parcels, people, me. Everything it writes is plain text (QPainter knows no other here).
class MapPainter {
public:
    MapPainter(QPainter &painter, const MapCamera &camera, const MapColors &colors, const QFont &font);

    void drawParcels();
    //! Everybody's label, and on top everybody's disc: no label hides a face.
    void drawPeople(const QList<Crowd::Person> &people);
    void drawMe(const Placement &me, bool isTalking);
    void drawGoal(const Vec3 &goal);
    void drawScaleBar();

private:
    void drawLines(bool vertical, int step);
    void drawParcelNames(int step);
    void drawPerson(const Crowd::Person &person);
    //! A ring around somebody who is heard, drawn before them.
    void drawSpeech(QPointF center, double radius);
    void drawLabel(QPointF center, const QString &text);
    bool isVisible(QPointF pixel, double margin) const;

    QPainter &m_painter;
    const MapCamera &m_camera;
    const MapColors &m_colors;
    QFont m_font;
};

} // namespace islet
