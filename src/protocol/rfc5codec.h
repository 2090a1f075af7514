// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArrayView>

namespace islet {

//! The bytes of the WsPeerUpdate in a frame that holds nothing else, as nearly all do; empty for any other frame.
//! Parsed by itself such an update may keep its memory from frame to frame, which is a fifth of a packet's whole way.
QByteArrayView loneUpdateOf(QByteArrayView frame);

} // namespace islet
