// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"

#include <QColor>
#include <QImage>

namespace islet {

//! Decodes a tile from a server. Returns an opaque image, or InvalidPacket with a reason if it is not a PNG of exactly
//! this size. Checks the size before decoding, and decodes only the image: compressed texts and profiles in a PNG,
//! which may be of any size, are skipped.
Expected<QImage> readTile(const QByteArray &png, QSize size);

//! Blends the tile half and half with `paper`, so that text over it is readable.
QImage onPaper(const QImage &tile, const QColor &paper);

} // namespace islet
