// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QRectF>

#include <algorithm>
#include <vector>

namespace islet {

//! Where people are seen, and words may be written. Pixels of the item.
struct LabelArea {
    QRectF view; //!< the item less its rulers
    std::vector<QRectF> taken; //!< by north, the scale bar, the buttons and what is written on the ground

    bool isFree(const QRectF &box) const
    {
        return view.contains(box)
            && std::ranges::none_of(taken, [&box](const QRectF &other) { return other.intersects(box); });
    }
};

} // namespace islet
