// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"

#include <QColor>
#include <QImage>
#include <QPainterPath>

namespace islet {

//! One of our icons: lines of 1.5 on a grid of 20.
//!
//! Read from as much of SVG as we draw with: path (M L H V C Q Z, absolute or relative), circle and rect. All is
//! stroked; what has fill="currentColor" is filled instead.
class IconDrawing {
public:
    static constexpr int grid = 20;
    static constexpr double stroke = 1.5;

    //! Fails with InvalidInput, naming what it cannot draw.
    static Expected<IconDrawing> read(const QByteArray &svg);

    //! Square, `size` device pixels wide, premultiplied, on nothing.
    QImage draw(int size, const QColor &color) const;

private:
    QPainterPath m_lines;
    QPainterPath m_fills;
};

} // namespace islet
