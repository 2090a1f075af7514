// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QImage>

#include <cstdint>
#include <functional>
#include <vector>

class QPainter;

namespace islet {

//! One image that holds many sprites. It grows up to maxHeight; once it is full, the owner must clear() it.
class SpriteSheet {
public:
    // Device pixels
    static constexpr int initialHeight = 256;
    static constexpr int maxHeight = 4'096;

    //! In device pixels. Proportional to the ratio, so that a row holds the same number of sprites at any ratio.
    int width() const;

    //! The cell without pixels.
    static constexpr std::uint32_t emptyCell = 0;

    //! `ratio`: device pixels per pixel.
    explicit SpriteSheet(double ratio = 1);

    //! Paints a sprite of this size (pixels, rounded up) and returns its cell; emptyCell if the sheet is full.
    std::uint32_t add(QSizeF size, const std::function<void(QPainter &)> &paint);
    //! Removes all sprites. Their cells become invalid.
    void clear();
    void setRatio(double ratio)
    {
        m_ratio = ratio;
        clear();
    }

    //! In device pixels.
    const QRect &rect(std::uint32_t cell) const { return m_cells[cell]; }
    //! In pixels.
    QSizeF size(std::uint32_t cell) const { return QSizeF(m_cells[cell].size()) / m_ratio; }
    const QImage &image() const { return m_image; }
    double ratio() const { return m_ratio; }
    //! Changes with every add().
    std::uint64_t version() const { return m_version; }
    //! Changes with every clear(), which invalidates all cells.
    std::uint64_t generation() const { return m_generation; }
    //! Whether a sprite did not fit since the last clear().
    bool isFull() const { return m_isFull; }

private:
    bool allocate(QSize size, QPoint &where);

    double m_ratio;
    QImage m_image;
    std::vector<QRect> m_cells;
    QPoint m_pen; //!< next position in the current row
    int m_rowHeight = 0;
    std::uint64_t m_version = 0;
    std::uint64_t m_generation = 0;
    bool m_isFull = false;
};

} // namespace islet
