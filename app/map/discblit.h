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

//! A small sprite as a processor likes it: four pixels at a time, some to be copied and some to be blended, in two
//! lists without a question between them. Where each row begins and ends it could not foresee.
class DiscPixels {
public:
    static constexpr int together = 4; //!< pixels
    using Bytes = std::array<std::uint8_t, together * sizeof(QRgb)>;

    struct Opaque {
        qsizetype offset; //!< from the sprite's first pixel, in pixels
        Bytes colors;
    };
    struct Blended {
        qsizetype offset;
        Bytes colors; //!< premultiplied
        Bytes passing; //!< of what lies below: 255 less the alpha, for each channel
    };

    DiscPixels() = default;
    //! `image` is premultiplied, of 32 bits; `stride` pixels lie from one row of the target to the next.
    DiscPixels(const QImage &image, qsizetype stride);

    //! Of the image.
    QSize size() const { return m_size; }
    //! Of what is written: some columns at the right stay as they were.
    QSize touched() const { return {(m_size.width() + together - 1) / together * together, m_size.height()}; }
    const std::vector<Opaque> &opaque() const { return m_opaque; }
    const std::vector<Blended> &blended() const { return m_blended; }

private:
    void add(const std::array<QRgb, together> &colors, qsizetype offset);

    QSize m_size;
    std::vector<Opaque> m_opaque;
    std::vector<Blended> m_blended;
};

//! Writes discs straight into the image that a painter paints on. A crowd is ten thousand of them, and around each
//! QPainter does more than its pixels need. What is seen is to the last bit what QPainter would paint.
class DiscBlit {
public:
    //! None when pixels cannot be written as they are: the painter turns, fades, or scales by something else than
    //! `ratio`, its clip is of many rectangles, or its device is no image of 32 bits.
    static std::optional<DiscBlit> into(const QPainter &painter, double ratio);

    //! In pixels, of the image.
    qsizetype stride() const { return m_stride; }
    //! The disc's top left corner comes to `at`, in device pixels of the painter's coordinates. False, and nothing
    //! done, when only a part of it is to be seen.
    bool draw(const DiscPixels &disc, QPoint at) const;

private:
    static constexpr int mostClips = 16; //!< each is looked at for each disc

    DiscBlit(QImage &target, QPoint origin, const QRegion &clip);

    QRgb *m_pixels;
    qsizetype m_stride;
    QPoint m_origin; //!< of the painter's coordinates
    QRegion m_clip; //!< within the image
};

} // namespace islet
