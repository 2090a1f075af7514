// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"

#include <QColor>
#include <QImage>

namespace islet {

//! Decodes a picture that a server sent, when it is a PNG of just this size; otherwise InvalidPacket with a sentence
//! about what it is instead. Nothing is decoded before its size is known, and nothing but the picture: what else a PNG
//! may hold, compressed texts and profiles of any size, is left out. Opaque.
Expected<QImage> readTile(const QByteArray &png, QSize size);

//! Half of it, and half `paper`: so pale that what lies over it can be read.
QImage onPaper(const QImage &tile, const QColor &paper);

} // namespace islet
