// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/map/labelarea.h"
#include "app/map/labellayout.h"
#include "app/map/mappicture.h"
#include "app/map/mapsprites.h"

#include <array>

namespace islet {

//! Points from the edge of what is seen to somebody who stands beyond it, with their name and how far they are.
class AwayMark {
public:
    struct Person {
        QPointF at; //!< on the item, outside of the room's view
        QRgb color = 0;
        QString name; //!< and address
        QString distance; //!< from me; empty: not known
    };

    //! Adds to picture.sprites; other words keep clear of it.
    void build(MapPicture &picture, MapSprites &sprites, LabelLayout &layout, const LabelArea &room,
               const Person &person);
    //! Points to nobody.
    void clear() { m_boxes = {}; }
    //! The wedge, and its words; empty ones are not there.
    const std::array<QRectF, 2> &boxes() const { return m_boxes; }
    bool contains(QPointF pixel) const { return m_boxes[0].contains(pixel) || m_boxes[1].contains(pixel); }

private:
    std::array<QRectF, 2> m_boxes;
};

} // namespace islet
