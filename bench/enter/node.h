// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "bench/support/child.h"

#include <vector>

namespace islet::bench {

//! The node client, enter_client.mjs. Runs only what it is asked to, and idles in between.
class NodeClient {
public:
    //! Returns when the client is ready.
    NodeClient();

    //! Returns the duration of each join, in nanoseconds.
    std::vector<double> join(const QString &url, int count);
    //! Returns the duration of all signatures together, in nanoseconds.
    double sign(const QString &text, int count);
    double validate(const QString &text, int count);

private:
    QByteArray tell(const QString &line, QByteArrayView answer);

    Child m_process;
};

} // namespace islet::bench
