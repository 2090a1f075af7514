// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QImage>

#include <cstdint>
#include <functional>
#include <vector>

class QPainter;

namespace islet {

//! One picture that holds many small ones side by side. It grows to its largest size and no further; when that is full,
//! whoever fills it has to begin anew.
class SpriteSheet {
public:
    static constexpr int firstHeight = 256;
    static constexpr int largestHeight = 4'096;

    //! In device pixels; as many sprites fit beside each other on every screen.
    int width() const;

    //! The cell that draws nothing.
    static constexpr std::uint32_t emptyCell = 0;

    //! `ratio`: device pixels for each pixel.
    explicit SpriteSheet(double ratio = 1);

    //! Paints a sprite of this size (pixels, rounded up); emptyCell when there is no room left.
    std::uint32_t add(QSizeF size, const std::function<void(QPainter &)> &paint);
    //! Forgets all of them; cells are given anew.
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
    //! Changes with every clear(): all cells are others.
    std::uint64_t generation() const { return m_generation; }
    //! Something found no room since the last clear().
    bool isFull() const { return m_isFull; }

private:
    bool findRoom(QSize size, QPoint &where);

    double m_ratio;
    QImage m_image;
    std::vector<QRect> m_cells;
    QPoint m_pen; //!< where the row goes on
    int m_rowHeight = 0;
    std::uint64_t m_version = 0;
    std::uint64_t m_generation = 0;
    bool m_isFull = false;
};

} // namespace islet
