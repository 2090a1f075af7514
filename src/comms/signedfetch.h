// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/httpfetch.h"

#include <QJsonObject>

namespace islet {

class Identity;

//! A POST that is signed (ADR-44). Servers take a time within a minute of theirs: when one refuses, and its Date header
//! says that the clock here is wrong, the request is signed once more with its time.
class SignedFetch : public QObject {
    Q_OBJECT

public:
    using Now = QDateTime (*)();

    //! `identity` must outlive this.
    explicit SignedFetch(const Identity &identity, Now now = &QDateTime::currentDateTimeUtc, QObject *parent = nullptr);
    ~SignedFetch() override;

    //! Once.
    void post(const QUrl &url, const QJsonObject &metadata);

    //! How far the clock here is behind the server's, so far as it said; negative when it is ahead. Whole seconds.
    std::chrono::seconds clockOffset() const { return m_offset; }

signals:
    //! Either of the two, once; as HttpFetch has them.
    void answered(const islet::HttpAnswer &answer);
    void failed(const islet::Error &error);

private:
    void send();
    void onAnswer(const HttpAnswer &answer);

    const Identity &m_identity;
    Now m_now;
    QUrl m_url;
    QJsonObject m_metadata;
    std::chrono::seconds m_offset{0};
    bool m_isRepeated = false;
    struct Later {
        void operator()(QObject *object) const { object->deleteLater(); }
    };
    std::unique_ptr<HttpFetch, Later> m_fetch; // ends inside its own signal
};

} // namespace islet
