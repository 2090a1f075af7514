// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QImage>

namespace islet::test {

//! Whether a window looks as it did: both are seen as cells, each with the mean colour of 8 x 8 pixels.
//!
//! A cell is another one when a channel differs by more than 5 of 255: hairlines may be drawn a little otherwise, a
//! ground of another colour may not be. A dozen cells may be others, which is less than a button or the edge of a pane.
namespace picture {

constexpr int cell = 8; //!< pixels
constexpr int tolerance = 5; //!< of 255
constexpr int mostOthers = 12; //!< cells

QImage cellsOf(const QImage &picture);
//! Which cells differ. Of pictures of different sizes, all.
QList<QPoint> differences(const QImage &cells, const QImage &reference);
inline bool isSame(const QImage &cells, const QImage &reference)
{
    return differences(cells, reference).size() <= mostOthers;
}
//! The picture, pale, with frames around what differs.
QImage shown(const QImage &picture, const QList<QPoint> &differences);

} // namespace picture

} // namespace islet::test
