// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/transports/relaytransport.h"
#include "net/httprequest.h"

namespace islet {

//! `realm:`, Islet's own word for an address that is none of a room: reads the realm's `/about` (ADR-110) and goes
//! where it says. A realm that names no comms is entered alone; one that is not well, full or closing ends it with a
//! reason that may be tried again.
class RealmTransport : public RelayTransport {
    Q_OBJECT

public:
    //! `realm:`, for people alone: a realm leads to no other realm.
    static Protocol protocol();

    static constexpr qsizetype maxAboutBytes = 256 * 1024;

    RealmTransport(const QUrl &about, const TransportFactory &factory, const Route &route,
                   HttpRequest::Limits limits = {.bytes = maxAboutBytes});

    void open() override;

private:
    void onAnswer(const HttpResponse &answer);
    void onFailure(const Error &error);
    void cancel() override;

    QUrl m_about;
    HttpRequest::Limits m_limits;
    std::unique_ptr<HttpRequest, DeleteLater> m_fetch;
};

} // namespace islet
