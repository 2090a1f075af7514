// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/map/tileimage.h"

#include "base/sentence.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QtEndian>

#include <array>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr QByteArrayView signature("\x89PNG\r\n\x1a\n");
constexpr qsizetype chunkOverhead = 12; // length, type and checksum, bytes

quint32 numberAt(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

//! Only the chunks that the image needs (PNG, 5.6).
QByteArray essentialChunks(const QByteArray &png)
{
    static constexpr std::array<QByteArrayView, 5> needed{"IHDR", "PLTE", "tRNS", "IDAT", "IEND"};
    QByteArray out = png.first(signature.size());
    for (qsizetype at = signature.size(); png.size() - at >= chunkOverhead;) {
        const qsizetype size = chunkOverhead + static_cast<qsizetype>(numberAt(png, at));
        if (size > png.size() - at)
            break;
        const QByteArrayView chunk = QByteArrayView(png).sliced(at, size);
        if (std::ranges::find(needed, chunk.sliced(4, 4)) != needed.end())
            out += chunk;
        at += size;
    }
    return out;
}

} // namespace

Expected<QImage> readTile(const QByteArray &png, QSize size)
{
    constexpr qsizetype width = 16; // offsets in the first chunk, which must be IHDR
    constexpr qsizetype height = 20;
    if (!png.startsWith(signature) || png.size() < height + 4 || png.sliced(12, 4) != "IHDR")
        return failure(ErrorCode::InvalidPacket, Sentence::tr("its response isn't a PNG image"));
    if (numberAt(png, width) != static_cast<quint32>(size.width())
        || numberAt(png, height) != static_cast<quint32>(size.height()))
        return failure(ErrorCode::InvalidPacket,
                       Sentence::tr("its image has %1 x %2 pixels instead of %3 x %4")
                           .arg(numberAt(png, width))
                           .arg(numberAt(png, height))
                           .arg(size.width())
                           .arg(size.height()));
    QByteArray plain = essentialChunks(png);
    QBuffer buffer(&plain);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, "png");
    reader.setAutoDetectImageFormat(false);
    const QImage image = reader.size() == size ? reader.read() : QImage();
    if (image.size() != size)
        return failure(ErrorCode::InvalidPacket, Sentence::tr("its image is damaged"));
    return image.convertToFormat(QImage::Format_RGB32);
}

QImage onPaper(const QImage &tile, const QColor &paper)
{
    constexpr double share = 0.5;
    QImage pale(tile.size(), QImage::Format_RGB32);
    pale.fill(paper);
    QPainter painter(&pale);
    painter.setOpacity(share);
    painter.drawImage(0, 0, tile);
    return pale;
}

} // namespace islet
