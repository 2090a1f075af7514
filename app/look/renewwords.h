// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

namespace islet {

//! Has bindings ask again for every sentence that `object`, or one that it has as a property, gives them.
//!
//! What QML says itself it renews itself; of sentences made in C++ it does not know that they are made of words. To be
//! called when the language is another.
void retranslate(QObject &object);

} // namespace islet
