// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QRectF>

#include <algorithm>
#include <vector>

namespace islet {

//! Where people are visible and labels may be placed. Pixels of the item.
struct LabelArea {
    QRectF view; //!< the item without its rulers
    std::vector<QRectF> taken; //!< boxes of the north arrow, scale bar, buttons and ground labels

    bool isFree(const QRectF &box) const
    {
        return view.contains(box)
            && std::ranges::none_of(taken, [&box](const QRectF &other) { return other.intersects(box); });
    }
};

} // namespace islet
