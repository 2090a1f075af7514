// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/transports/realmtransport.h"

#include "base/quoted.h"
#include "base/sentence.h"
#include "comms/transports/offlinetransport.h"
#include "comms/transports/realm.h"
#include "net/connecterror.h"

using namespace Qt::StringLiterals;

namespace islet {

namespace {

using Kind = HandshakeStep::Kind;

} // namespace

RealmTransport::RealmTransport(const QUrl &about, const TransportFactory &factory, const Route &route,
                               HttpRequest::Limits limits)
    : RelayTransport(about, factory, route)
    , m_about(about)
    , m_limits(limits)
{ }

Protocol RealmTransport::protocol()
{
    return {
        .name = u"realm"_s,
        .kind = Protocol::Kind::Relay,
        .namedBy = Protocol::Namer::Person | Protocol::Namer::Link,
        .endpoint = &ConnectionString::aboutUrl,
        // As the user types it.
        .display =
            [](const ConnectionString &where) { return where.withoutSecrets().sliced(where.protocol().size() + 1); },
        .make = [](const TransportRequest &request) -> Expected<TransportPtr> {
            return TransportPtr(new RealmTransport(request.endpoint, *request.factory, request.route));
        },
    };
}

void RealmTransport::open()
{
    setState(State::Opening);
    if (state() == State::Opening)
        emit stepCompleted(
            {Kind::RealmAsked, Sentence::tr("Asked %1 for the address of its comms.").arg(hostNameOf(m_about))});
    if (state() != State::Opening)
        return;
    m_fetch.reset(new HttpRequest(m_limits));
    connect(m_fetch.get(), &HttpRequest::answered, this, &RealmTransport::onAnswer);
    connect(m_fetch.get(), &HttpRequest::failed, this, &RealmTransport::onFailure);
    m_fetch->start("GET", m_about);
}

void RealmTransport::onFailure(const Error &error)
{
    finish(closeKindOf(error.code), error.detail);
}

void RealmTransport::onAnswer(const HttpResponse &answer)
{
    const QString host = hostNameOf(m_about);
    const bool isUnavailable = isTemporary(answer.status); // the body may be a description nevertheless
    if (answer.status != 200 && !isUnavailable) {
        finish(CloseReason::Kind::Rejected,
               Sentence::tr("%1 answered with HTTP %2: there is no realm at this address. Check its name.")
                   .arg(host, QString::number(answer.status)));
        return;
    }
    const auto realm = RealmAbout::parse(answer.body, host);
    if (!realm && isUnavailable) {
        finish(CloseReason::Kind::Network,
               Sentence::tr("Realm %1 isn't available right now. Try again later.").arg(host));
    } else if (!realm) {
        finish(CloseReason::Kind::Rejected, realm.error().detail);
    } else if (realm->isHealthy && !realm->acceptsUsers) {
        finish(CloseReason::Kind::Network,
               Sentence::tr("Realm %1 isn't accepting visitors right now; it is full or closing. Try again later.")
                   .arg(host));
    } else if (isUnavailable || !realm->isHealthy) {
        finish(CloseReason::Kind::Network, Sentence::tr("Realm %1 reports a problem. Try again later.").arg(host));
    } else {
        emit stepCompleted({Kind::RealmAnswered,
                            realm->comms
                                ? Sentence::tr("The address of its comms is %1.").arg(quoted(displayOf(*realm->comms)))
                                : Sentence::tr("It has no comms: you won't meet anyone there.")});
        if (state() != State::Opening)
            return;
        if (!realm->comms) {
            openInner(TransportPtr(new OfflineTransport));
            return;
        }
        if (const auto followed = follow(*realm->comms); !followed) {
            finish(CloseReason::Kind::Rejected,
                   Sentence::tr("Couldn't join realm %1: %2").arg(host, followed.error().detail));
        }
    }
}

void RealmTransport::cancel()
{
    if (m_fetch)
        m_fetch->stop();
}

} // namespace islet
