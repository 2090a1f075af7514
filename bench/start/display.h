// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "bench/support/child.h"

namespace islet::bench {

//! A virtual display (in memory) of our own.
class Display {
public:
    Display();

    //! Value for the DISPLAY environment variable.
    const QString &name() const { return m_name; }

private:
    Child m_server;
    QString m_name;
};

} // namespace islet::bench
