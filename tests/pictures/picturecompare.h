// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QImage>

namespace islet::test {

//! Compares pictures as cells, each with the mean colour of 8 x 8 pixels.
//!
//! Two cells differ if a channel differs by more than 5 of 255: this tolerates hairlines that are drawn slightly
//! differently, but not another background colour. Up to 12 cells may differ, fewer than a button or a pane's edge has.
namespace picture {

constexpr int cell = 8; //!< pixels
constexpr int tolerance = 5; //!< of 255
constexpr int maxDifferences = 12; //!< cells

QImage cellsOf(const QImage &picture);
//! The cells that differ; all cells if the sizes differ.
QList<QPoint> differences(const QImage &cells, const QImage &reference);
inline bool isSame(const QImage &cells, const QImage &reference)
{
    return differences(cells, reference).size() <= maxDifferences;
}
//! The picture, dimmed, with frames around the cells that differ.
QImage highlighted(const QImage &picture, const QList<QPoint> &differences);

} // namespace picture

} // namespace islet::test
