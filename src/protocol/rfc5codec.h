// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArrayView>

namespace islet {

//! The bytes of the WsPeerUpdate in a frame that holds nothing else, as nearly all do; empty for any other frame.
//! Parsing the update alone allows reusing its memory between frames: a fifth of a packet's processing time.
QByteArrayView loneUpdateOf(QByteArrayView frame);

} // namespace islet
