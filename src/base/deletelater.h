// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

namespace islet {

//! Deleter for an object that its owner may release inside one of the object's own signals.
struct DeleteLater {
    void operator()(QObject *object) const { object->deleteLater(); }
};

} // namespace islet
