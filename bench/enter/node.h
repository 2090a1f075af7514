// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "bench/support/child.h"

#include <vector>

namespace islet::bench {

//! The client in node, enter_client.mjs, that does what it is told, and nothing in between.
class NodeClient {
public:
    //! Returns when it is ready.
    NodeClient();

    //! Nanoseconds of each.
    std::vector<double> join(const QString &url, int count);
    //! Nanoseconds of all together.
    double sign(const QString &text, int count);
    double validate(const QString &text, int count);

private:
    QByteArray tell(const QString &line, QByteArrayView answer);

    Child m_process;
};

} // namespace islet::bench
