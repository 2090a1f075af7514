// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/transports/relaytransport.h"
#include "net/httprequest.h"

namespace islet {

//! `realm:`, Islet's own protocol for the address of a realm rather than a room: reads the realm's `/about` (ADR-110)
//! and joins the adapter it names, or `offline` if it names none. A realm that is unhealthy, full or closing ends the
//! connection with a retryable reason.
class RealmTransport : public RelayTransport {
    Q_OBJECT

public:
    //! `realm:`, which only users may name: a realm cannot lead to another realm.
    static Protocol protocol();

    static constexpr qsizetype maxAboutBytes = 256 * 1024;

    RealmTransport(const QUrl &about, const TransportContext &context, const TransportFactory &factory,
                   const Route &route, HttpRequest::Limits limits = {.bytes = maxAboutBytes});

    ~RealmTransport() override;

    void open() override;

private:
    void onAnswer(const HttpResponse &answer);
    void joinComms(const std::optional<ConnectionString> &comms);
    void cancel() override;

    QUrl m_about;
    HttpRequest::Limits m_limits;
    std::unique_ptr<HttpRequest, DeleteLater> m_fetch;
};

} // namespace islet
