// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/transports/realmtransport.h"

#include "base/quoted.h"
#include "comms/transports/offlinetransport.h"
#include "comms/transports/realm.h"
#include "net/connecterror.h"
#include "net/serverwords.h"

using namespace Qt::StringLiterals;

namespace islet {

namespace {

//! Without `realm:`, as the user types it, unless that would be another protocol's address.
QString displayAsTyped(const ConnectionString &where)
{
    const QString shown = where.withoutSecrets();
    const QString typed = shown.sliced(where.protocol().size() + 1);
    const auto again = ConnectionString::fromTyped(typed);
    return again && again->protocol() == where.protocol() ? typed : shown;
}

} // namespace

RealmTransport::RealmTransport(const QUrl &about, const TransportContext &context, const TransportFactory &factory,
                               const Route &route, HttpRequest::Limits limits)
    : RelayTransport(about, context, factory, route)
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
        .display = &displayAsTyped,
        .make = [](const TransportRequest &request) -> Expected<TransportPtr> {
            return TransportPtr(new RealmTransport(request.endpoint, request.context, *request.factory, request.route));
        },
    };
}

RealmTransport::~RealmTransport()
{
    RealmTransport::cancel(); // the request is deleted later, when a tap may be gone
}

void RealmTransport::open()
{
    setState(State::Opening);
    if (state() == State::Opening)
        emit stepCompleted({StepCode::RealmAsked, {hostNameOf(m_about)}});
    if (state() != State::Opening)
        return;
    m_fetch.reset(new HttpRequest(context().network, m_limits));
    connect(m_fetch.get(), &HttpRequest::answered, this, &RealmTransport::onAnswer);
    connect(m_fetch.get(), &HttpRequest::failed, this, &RealmTransport::finish);
    m_fetch->start("GET", m_about);
}

void RealmTransport::onAnswer(const HttpResponse &answer)
{
    using Kind = CloseReason::Kind;
    const QString host = hostNameOf(m_about);
    const bool isUnavailable = isTemporary(answer.status); // the body may be a description nevertheless
    const auto realm = RealmAbout::parse(answer.body, host);
    const bool isDescription = realm && realm->isDescription;
    if (answer.status != 200 && !(isUnavailable && isDescription))
        finish(refusedBy(
            answer,
            {Kind::Rejected, CloseCode::RealmStatus, {host, QString::number(answer.status), serverWords(answer)}}));
    else if (!realm)
        finish(realm.error());
    else if (realm->isHealthy && !realm->acceptsUsers)
        finish(refusedBy(answer, {Kind::Network, CloseCode::RealmNotAccepting, {host}}));
    else if (isUnavailable || !realm->isHealthy)
        finish(refusedBy(answer, {Kind::Network, CloseCode::RealmUnhealthy, {host}}));
    else
        joinComms(realm->comms);
}

void RealmTransport::joinComms(const std::optional<ConnectionString> &comms)
{
    if (comms)
        emit stepCompleted({StepCode::RealmAnswered, {quoted(displayOf(*comms))}});
    else
        emit stepCompleted({StepCode::RealmWithoutComms});
    if (state() != State::Opening)
        return;
    if (!comms) {
        openInner(TransportPtr(new OfflineTransport));
        return;
    }
    if (const auto followed = follow(*comms); !followed) {
        finish({CloseReason::Kind::Rejected,
                CloseCode::RealmAdapterRefused,
                {hostNameOf(m_about), followed.error().detail}});
    }
}

void RealmTransport::cancel()
{
    if (m_fetch)
        m_fetch->stop();
}

} // namespace islet
