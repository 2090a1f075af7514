// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "net/httprequest.h"

#include <QDeadlineTimer>
#include <QJsonObject>

namespace islet {

class Identity;

//! A signed POST (ADR-44). Servers accept a timestamp within a minute of their clock: if one refuses and its Date
//! header shows that the local clock is wrong, the request is signed again with the server's time and retried once.
//!
//! The offset is limited: the signature does not cover the host, so a server that obtained one dated in the future
//! could replay it to another server at that time.
class SignedHttpRequest : public QObject {
    Q_OBJECT

public:
    using Now = QDateTime (*)();
    static constexpr std::chrono::minutes maxOffset{15}; //!< beyond this the user must set the clock

    //! `identity` must outlive this object; the timeout in `limits` covers both attempts together.
    explicit SignedHttpRequest(const Identity &identity, const NetworkContext &network,
                               HttpRequest::Limits limits = HttpRequest::Limits(),
                               Now now = &QDateTime::currentDateTimeUtc, QObject *parent = nullptr);
    ~SignedHttpRequest() override;

    //! Call once.
    void post(const QUrl &url, const QJsonObject &metadata);
    //! Aborts without emitting a signal.
    void stop();

    //! How far the local clock is behind the server's, as last measured; negative if it is ahead. Whole seconds.
    std::chrono::seconds clockOffset() const { return m_offset; }

signals:
    //! Exactly one of these two, once; as HttpRequest emits them.
    void answered(const islet::HttpResponse &response);
    void failed(const islet::CloseReason &reason);

private:
    void send();
    void onAnswered(const HttpResponse &response);

    const Identity &m_identity;
    NetworkContext m_network;
    HttpRequest::Limits m_limits;
    Now m_now;
    QDeadlineTimer m_deadline;
    QUrl m_url;
    QJsonObject m_metadata;
    std::chrono::seconds m_offset{0};
    bool m_isRetried = false;
    std::unique_ptr<HttpRequest, DeleteLater> m_request; // may be released inside its own signal
};

} // namespace islet
