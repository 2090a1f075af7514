// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDateTime>
#include <QHash>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <memory>

class QTcpSocket;

namespace islet::test {

//! An HTTP server on a free loopback port that parses and records requests, and answers as told, including invalid
//! answers.
class HttpServer : public QTcpServer {
    Q_OBJECT

public:
    struct Request {
        QByteArray method;
        QByteArray target; //!< path and query
        QHash<QByteArray, QByteArray> headers; //!< lower-case names

        QByteArray path() const { return target.split('?').constFirst(); }
    };
    //! Handles a request whose headers are complete; does not wait for the body.
    using Handler = std::function<void(QTcpSocket &socket, const Request &request)>;

    //! `defaultHandler` handles paths that have no handler of their own; without it they get a 404.
    HttpServer();
    explicit HttpServer(Handler defaultHandler);

    HttpServer &on(const QByteArray &path, const Handler &handler);

    //! Returns an answer in wire format. Each line of `headers` ends in CR LF.
    static QByteArray answer(const QByteArray &status, const QByteArray &body, const QByteArray &headers = {});
    //! Returns "Date: …" CR LF.
    static QByteArray dateHeader(const QDateTime &time);
    static Handler answers(const QByteArray &status, const QByteArray &body, const QByteArray &headers = {});
    //! Writes these bytes, valid or not.
    static Handler writes(const QByteArray &bytes, bool hangsUp = true);
    //! Writes `head`, then `piece` as fast as the client reads until `bytes` are written; counts them in `poured`.
    static Handler pours(const QByteArray &head, const QByteArray &piece, qint64 bytes,
                         const std::shared_ptr<qint64> &poured);
    //! Writes `head`, then an `x` every 5 ms, without end.
    static Handler trickles(const QByteArray &head);

    //! Returns http://127.0.0.1:PORT and `path`.
    QUrl url(const QString &path = {}) const;
    const QList<Request> &requests() const { return m_requests; }
    //! Open connections.
    int present() const { return m_present; }

private:
    void onConnection(QTcpSocket *socket);

    Handler m_defaultHandler;
    QHash<QByteArray, Handler> m_handlers;
    QList<Request> m_requests;
    int m_present = 0;
};

} // namespace islet::test
