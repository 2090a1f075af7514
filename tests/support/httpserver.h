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

//! A server on a free loopback port that takes requests apart, writes them down, and does as it is told: also what no
//! honest server does.
class HttpServer : public QTcpServer {
    Q_OBJECT

public:
    struct Request {
        QByteArray method;
        QByteArray target; //!< path and query
        QHash<QByteArray, QByteArray> headers; //!< names in lower case

        QByteArray path() const { return target.split('?').constFirst(); }
    };
    //! What is done about a whole request; its body is not waited for.
    using Deed = std::function<void(QTcpSocket &socket, const Request &request)>;

    //! For what no path was made for; without it, 404.
    HttpServer();
    explicit HttpServer(Deed deed);

    HttpServer &on(const QByteArray &path, const Deed &deed);

    //! An answer as it goes over the wire. `headers` are lines that end in CR LF.
    static QByteArray answer(const QByteArray &status, const QByteArray &body, const QByteArray &headers = {});
    //! "Date: …", CR LF.
    static QByteArray dateHeader(const QDateTime &time);
    static Deed answers(const QByteArray &status, const QByteArray &body, const QByteArray &headers = {});
    //! These bytes, whatever they are.
    static Deed writes(const QByteArray &bytes, bool hangsUp = true);
    //! `head`, and then `piece` again and again, as fast as it is taken, until `bytes` were poured; counts them.
    static Deed pours(const QByteArray &head, const QByteArray &piece, qint64 bytes,
                      const std::shared_ptr<qint64> &poured);
    //! `head`, and then an `x` every few milliseconds, for ever.
    static Deed dribbles(const QByteArray &head);

    //! http://127.0.0.1:PORT and this path.
    QUrl url(const QString &path = {}) const;
    const QList<Request> &requests() const { return m_requests; }
    //! Connections that are not closed yet.
    int present() const { return m_present; }

private:
    void onConnection(QTcpSocket *socket);

    Deed m_deed;
    QHash<QByteArray, Deed> m_deeds;
    QList<Request> m_requests;
    int m_present = 0;
};

} // namespace islet::test
