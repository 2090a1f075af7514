// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

namespace islet {

//! Re-evaluates all bindings to text properties of `object` and, recursively, of the objects in its properties.
//!
//! Call it when the language has changed: QML then updates its own qsTr() texts, but cannot know which C++ properties
//! contain translated text.
void retranslate(QObject &object);

} // namespace islet
