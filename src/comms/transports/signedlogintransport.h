// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/transports/relaytransport.h"
#include "net/signedhttprequest.h"

namespace islet {

//! `signed-login:` (ADR-180): a signed request whose answer names the adapter, or the reason for a refusal.
//!
//! Also serves the comms gatekeeper's `/get-scene-adapter`, which needs to know the scene: the query passes it as
//! `realmName` and `sceneId` (the query itself is not signed and ignored by the server).
class SignedLoginTransport : public RelayTransport {
    Q_OBJECT

public:
    //! `signed-login:` (ADR-180).
    static Protocol protocol();

    SignedLoginTransport(const QUrl &url, const TransportContext &context, const TransportFactory &factory,
                         const Route &route, HttpRequest::Limits limits = HttpRequest::Limits());

    ~SignedLoginTransport() override;

    void open() override;

private:
    QJsonObject metadata() const;
    void onAnswer(const HttpResponse &answer);
    CloseReason refusal(const HttpResponse &answer) const;
    void cancel() override;

    QUrl m_url;
    HttpRequest::Limits m_limits;
    std::unique_ptr<SignedHttpRequest, DeleteLater> m_fetch;
};

} // namespace islet
