// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

namespace islet {

//! A deleter for an object that may end, and be dropped by its owner, inside its own signal.
struct DeleteLater {
    void operator()(QObject *object) const { object->deleteLater(); }
};

} // namespace islet
