// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "net/httprequest.h"

#include <QDeadlineTimer>
#include <QJsonObject>

namespace islet {

class Identity;

//! A POST that is signed (ADR-44). Servers take a time within a minute of theirs: when one refuses, and its Date header
//! says that the clock here is wrong, the request is signed once more with its time.
//!
//! Not with any time: no host is signed, so that whoever gets a signature of the future may show it to another server
//! when its time has come.
class SignedHttpRequest : public QObject {
    Q_OBJECT

public:
    using Now = QDateTime (*)();
    static constexpr std::chrono::minutes maxOffset{15}; //!< a clock that is more wrong is for its owner to set

    //! `identity` must outlive this; the patience of `limits` is for both requests together.
    explicit SignedHttpRequest(const Identity &identity, HttpRequest::Limits limits = HttpRequest::Limits(),
                               Now now = &QDateTime::currentDateTimeUtc, QObject *parent = nullptr);
    ~SignedHttpRequest() override;

    //! Once.
    void post(const QUrl &url, const QJsonObject &metadata);
    //! Gives up without a word.
    void stop();

    //! How far the clock here is behind the server's, so far as it said; negative when it is ahead. Whole seconds.
    std::chrono::seconds clockOffset() const { return m_offset; }

signals:
    //! Either of the two, once; as HttpRequest has them.
    void answered(const islet::HttpResponse &answer);
    void failed(const islet::Error &error);

private:
    void send();
    void onAnswer(const HttpResponse &answer);

    const Identity &m_identity;
    HttpRequest::Limits m_limits;
    Now m_now;
    QDeadlineTimer m_deadline;
    QUrl m_url;
    QJsonObject m_metadata;
    std::chrono::seconds m_offset{0};
    bool m_isRepeated = false;
    std::unique_ptr<HttpRequest, DeleteLater> m_fetch; // ends inside its own signal
};

} // namespace islet
