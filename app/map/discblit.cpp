// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/map/discblit.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace islet {

namespace {

//! Channel by channel, so that compilers vectorise it. Rounds as QPainter does.
void blend(QRgb *to, const DiscPixels::Blended &above)
{
    DiscPixels::Bytes bytes;
    std::memcpy(bytes.data(), to, sizeof bytes);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto scaled = static_cast<std::uint16_t>(bytes[i] * above.inverseAlpha[i]);
        const auto rounded = static_cast<std::uint16_t>(scaled + (scaled >> 8U) + 128U);
        bytes[i] = static_cast<std::uint8_t>(above.colors[i] + (rounded >> 8U));
    }
    std::memcpy(to, bytes.data(), sizeof bytes);
}

} // namespace

DiscPixels::DiscPixels(const QImage &image, qsizetype stride)
    : m_size(image.size())
{
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width(); x += runLength) {
            std::array<QRgb, runLength> colors{};
            std::copy_n(line + x, std::min(runLength, image.width() - x), colors.begin());
            add(colors, y * stride + x);
        }
    }
}

void DiscPixels::add(const std::array<QRgb, runLength> &colors, qsizetype offset)
{
    const auto has = [](int alpha) { return [alpha](QRgb color) { return qAlpha(color) == alpha; }; };
    if (std::ranges::all_of(colors, has(0)))
        return;
    Bytes bytes;
    std::memcpy(bytes.data(), colors.data(), sizeof bytes);
    if (std::ranges::all_of(colors, has(255))) {
        m_opaque.push_back({offset, bytes});
        return;
    }
    Bytes inverseAlpha;
    for (std::size_t i = 0; i < inverseAlpha.size(); ++i)
        inverseAlpha[i] = static_cast<std::uint8_t>(255 - qAlpha(colors[i / sizeof(QRgb)]));
    m_blended.push_back({offset, bytes, inverseAlpha});
}

DiscBlit::DiscBlit(QImage &target, QPoint origin, const QRegion &clip)
    : m_pixels(reinterpret_cast<QRgb *>(target.bits()))
    , m_stride(target.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb)))
    , m_origin(origin)
    , m_clip(clip & target.rect())
{ }

std::optional<DiscBlit> DiscBlit::into(const QPainter &painter, double ratio)
{
    if (painter.device()->devType() != QInternal::Image)
        return std::nullopt;
    auto &target = static_cast<QImage &>(*painter.device());
    const bool isPlain =
        target.format() == QImage::Format_RGB32 || target.format() == QImage::Format_ARGB32_Premultiplied;
    if (!isPlain || painter.opacity() < 1 || painter.compositionMode() != QPainter::CompositionMode_SourceOver)
        return std::nullopt;
    const QTransform transform = painter.deviceTransform();
    const QPoint origin(static_cast<int>(std::lround(transform.dx())), static_cast<int>(std::lround(transform.dy())));
    const bool isWhole = ratio == std::floor(ratio) && QPointF(origin) == QPointF(transform.dx(), transform.dy());
    if (!isWhole || transform.type() > QTransform::TxScale || transform.m11() != ratio || transform.m22() != ratio)
        return std::nullopt;
    const QRegion clip = painter.hasClipping() ? transform.map(painter.clipRegion()) : QRegion(target.rect());
    if (clip.rectCount() > maxClips)
        return std::nullopt;
    return DiscBlit(target, origin, clip);
}

bool DiscBlit::draw(const DiscPixels &disc, QPoint at) const
{
    const QRect box(at + m_origin, disc.writtenSize());
    if (std::ranges::none_of(m_clip, [&box](const QRect &clip) { return clip.contains(box); }))
        return false;
    QRgb *const first = m_pixels + m_stride * box.y() + box.x();
    for (const DiscPixels::Opaque &run : disc.opaque())
        std::memcpy(first + run.offset, run.colors.data(), sizeof run.colors);
    for (const DiscPixels::Blended &run : disc.blended())
        blend(first + run.offset, run);
    return true;
}

} // namespace islet
