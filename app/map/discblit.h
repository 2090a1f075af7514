// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QImage>
#include <QRegion>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

class QPainter;

namespace islet {

//! A small sprite as two lists of runs of four pixels, one to copy and one to blend. Drawing them needs no branches at
//! the start and end of each row, which the processor could not predict.
class DiscPixels {
public:
    static constexpr int runLength = 4; //!< pixels
    using Bytes = std::array<std::uint8_t, runLength * sizeof(QRgb)>;

    struct Opaque {
        qsizetype offset; //!< from the sprite's first pixel, in pixels
        Bytes colors;
    };
    struct Blended {
        qsizetype offset;
        Bytes colors; //!< premultiplied
        Bytes inverseAlpha; //!< the weight of the pixels below: 255 - alpha, for each channel
    };

    DiscPixels() = default;
    //! `image` is premultiplied and 32 bits deep. `stride` is the target's row length in pixels.
    DiscPixels(const QImage &image, qsizetype stride);

    //! The size of the image.
    QSize size() const { return m_size; }
    //! The size of the area that drawing may write to. Extra columns on the right keep their pixels.
    QSize writtenSize() const { return {(m_size.width() + runLength - 1) / runLength * runLength, m_size.height()}; }
    const std::vector<Opaque> &opaque() const { return m_opaque; }
    const std::vector<Blended> &blended() const { return m_blended; }

private:
    void add(const std::array<QRgb, runLength> &colors, qsizetype offset);

    QSize m_size;
    std::vector<Opaque> m_opaque;
    std::vector<Blended> m_blended;
};

//! Writes discs directly into the image that a painter paints on, as there may be ten thousand discs and QPainter's
//! overhead per call exceeds the cost of the pixels. The result is bit for bit what QPainter would paint.
class DiscBlit {
public:
    //! Nothing if pixels cannot be written directly: the painter rotates, has an opacity, or scales by a factor other
    //! than `ratio`, its clip has too many rectangles, or its device is not a 32-bit image.
    static std::optional<DiscBlit> into(const QPainter &painter, double ratio);

    //! The image's row length in pixels.
    qsizetype stride() const { return m_stride; }
    //! Draws with the top left corner at `at`, in device pixels of the painter's coordinates. Returns false and draws
    //! nothing if the clip cuts the disc.
    bool draw(const DiscPixels &disc, QPoint at) const;

private:
    static constexpr int maxClips = 16; //!< each is checked for each disc

    DiscBlit(QImage &target, QPoint origin, const QRegion &clip);

    QRgb *m_pixels;
    qsizetype m_stride;
    QPoint m_origin; //!< origin of the painter's coordinates
    QRegion m_clip; //!< within the image
};

} // namespace islet
