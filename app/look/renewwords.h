// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

namespace islet {

//! Makes bindings read all texts of `object` again, and those of the objects in its properties.
//!
//! QML updates its own qsTr() texts when the language changes, but cannot know which C++ properties are translated.
//! Call this when the language has changed.
void retranslate(QObject &object);

} // namespace islet
