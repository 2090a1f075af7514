// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/map/labelarea.h"
#include "app/map/mapcamera.h"
#include "app/map/mappicture.h"
#include "app/map/mapsprites.h"

namespace islet {

//! The rulers, the north arrow and the scale bar, drawn over the people at the map's edges; and the area they leave.
class EdgeLayer {
public:
    //! Rebuilds picture.edgeBoxes and picture.edgeSprites. `buttons` is the box of the controls over the map.
    void build(MapPicture &picture, const MapCamera &camera, MapSprites &sprites, const QRectF &buttons);

    //! The free area after the last build().
    const LabelArea &labelArea() const { return m_labelArea; }

private:
    void measureArea(const QRectF &buttons);
    void addRulers();
    void addNumber(const QRectF &ruler, QPointF middle, int number);
    void addNorth();
    void addScaleBar();
    void addBox(const QRectF &box, QRgb color) { m_picture->edgeBoxes.push_back({box, color}); }

    LabelArea m_labelArea;
    // Valid during build().
    MapPicture *m_picture = nullptr;
    MapSprites *m_sprites = nullptr;
    MapCamera m_camera;
    int m_metres = 0; //!< of the scale bar
    QRectF m_north;
    QRectF m_scaleBar;
};

} // namespace islet
