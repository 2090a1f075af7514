// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "bench/support/child.h"

namespace islet::bench {

//! A screen in memory that nobody else draws on.
class Display {
public:
    Display();

    //! For the environment's DISPLAY.
    const QString &name() const { return m_name; }

private:
    Child m_server;
    QString m_name;
};

} // namespace islet::bench
