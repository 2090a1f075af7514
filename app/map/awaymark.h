// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/map/labelarea.h"
#include "app/map/labellayout.h"
#include "app/map/mappicture.h"
#include "app/map/mapsprites.h"

#include <array>

namespace islet {

//! A marker at the edge of the view that points to a person outside of it, with their name and distance.
class AwayMark {
public:
    struct Person {
        QPointF at; //!< pixels of the item, outside of the label area's view
        QRgb color = 0;
        QString name; //!< with the address
        QString distance; //!< from me; empty if it is not known
    };

    //! Adds to picture.sprites and reserves its boxes, so that labels keep clear of them.
    void build(MapPicture &picture, MapSprites &sprites, LabelLayout &layout, const LabelArea &area,
               const Person &person);
    //! Removes the marker.
    void clear() { m_boxes = {}; }
    //! The boxes of the wedge and of its label; empty if they are not shown.
    const std::array<QRectF, 2> &boxes() const { return m_boxes; }
    bool contains(QPointF pixel) const { return m_boxes[0].contains(pixel) || m_boxes[1].contains(pixel); }

private:
    std::array<QRectF, 2> m_boxes;
};

} // namespace islet
