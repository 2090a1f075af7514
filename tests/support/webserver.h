// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTcpServer>

#include <functional>

namespace islet::test {

//! A web server on loopback that answers each request without a body as the test says, and hangs up.
class WebServer : public QTcpServer {
public:
    struct Answer {
        int status = 200;
        QByteArray body = {};
        QByteArray headers = {}; //!< whole lines, each with its end
    };
    //! Of a request, from its first line to the empty one.
    using Answering = std::function<Answer(const QByteArray &request)>;

    //! Listens at once.
    explicit WebServer(Answering answering);

    QString url(const QString &path) const;
    int requests() const { return m_requests; }

private:
    Answering m_answering;
    int m_requests = 0;
};

} // namespace islet::test
