// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <functional>

class QQuickWindow;

namespace islet {

//! Runs `what` once, on the window's thread, after its first frame is on screen: for work that can wait until then. If
//! no frame is shown within a second (the window may be minimised or covered), runs it then.
void afterFirstFrame(QQuickWindow &window, const std::function<void()> &what);

} // namespace islet
