// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <functional>

class QQuickWindow;

namespace islet {

//! Does `what` once, on the window's thread, as soon as its first frame is on the screen: for all that can wait until
//! there is something to see. A window that shows none within a second, minimised or covered perhaps, does it then.
void afterFirstFrame(QQuickWindow &window, const std::function<void()> &what);

} // namespace islet
