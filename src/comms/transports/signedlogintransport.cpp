// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/transports/signedlogintransport.h"

#include "identity/identity.h"
#include "net/connecterror.h"
#include "net/serverwords.h"

#include <QJsonDocument>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace islet {

SignedLoginTransport::SignedLoginTransport(const QUrl &url, const TransportContext &context,
                                           const TransportFactory &factory, const Route &route,
                                           HttpRequest::Limits limits)
    : RelayTransport(url, context, factory, route)
    , m_url(url)
    , m_limits(limits)
{ }

Protocol SignedLoginTransport::protocol()
{
    return {
        .name = u"signed-login"_s,
        .kind = Protocol::Kind::Relay,
        .namedBy = Protocol::anyone(),
        .endpoint = &ConnectionString::loginUrl,
        .display = &ConnectionString::withoutSecrets,
        .make = [](const TransportRequest &request) -> Expected<TransportPtr> {
            return TransportPtr(
                new SignedLoginTransport(request.endpoint, request.context, *request.factory, request.route));
        },
    };
}

SignedLoginTransport::~SignedLoginTransport()
{
    SignedLoginTransport::cancel(); // the request is deleted later, when a tap may be gone
}

void SignedLoginTransport::open()
{
    setState(State::Opening);
    if (state() == State::Opening) {
        emit stepCompleted({StepCode::LoginAsked, {hostNameOf(m_url), context().identity.address().toShort()}});
    }
    if (state() != State::Opening)
        return;
    m_fetch.reset(new SignedHttpRequest(context().identity, context().network, m_limits));
    connect(m_fetch.get(), &SignedHttpRequest::answered, this, &SignedLoginTransport::onAnswer);
    connect(m_fetch.get(), &SignedHttpRequest::failed, this, &SignedLoginTransport::finish);
    m_fetch->post(m_url, metadata());
}

QJsonObject SignedLoginTransport::metadata() const
{
    QJsonObject metadata{
        {u"intent"_s, u"dcl:explorer:comms-handshake"_s},
        {u"signer"_s, u"dcl:explorer"_s},
        {u"isGuest"_s, context().identity.isGuest()},
        {u"origin"_s, m_url.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::FullyEncoded)},
    };
    const QUrlQuery query(m_url);
    if (const QString scene = query.queryItemValue(u"sceneId"_s, QUrl::FullyDecoded); !scene.isEmpty()) {
        const QString realm = query.queryItemValue(u"realmName"_s, QUrl::FullyDecoded);
        metadata.insert("sceneId"_L1, scene);
        metadata.insert("realmName"_L1, realm);
        metadata.insert("realm"_L1, QJsonObject{{u"serverName"_s, realm}});
    }
    return metadata;
}

void SignedLoginTransport::onAnswer(const HttpResponse &answer)
{
    const QJsonObject body = QJsonDocument::fromJson(answer.body).object();
    const QString fixed = body["fixedAdapter"_L1].toString();
    const QString adapter = fixed.isEmpty() ? body["adapter"_L1].toString() : fixed;
    emit stepCompleted({StepCode::LoginAnswered, {QString::number(answer.status)}});
    if (state() != State::Opening)
        return;
    if (answer.status != 200 || adapter.isEmpty()) {
        finish(refusal(answer));
        return;
    }
    const auto followed =
        ConnectionString::fromAdapter(adapter).and_then([this](const ConnectionString &next) { return follow(next); });
    if (!followed) {
        finish({CloseReason::Kind::Rejected,
                CloseCode::LoginAdapterRefused,
                {hostNameOf(m_url), followed.error().detail}});
    }
}

CloseReason SignedLoginTransport::refusal(const HttpResponse &answer) const
{
    const QString host = hostNameOf(m_url);
    const QString words = serverWords(answer);
    const QString clock = QString::number(m_fetch->clockOffset().count());
    if (!words.isEmpty())
        return refusedBy(answer, {CloseReason::Kind::Rejected, CloseCode::LoginDenied, {host, words, clock}});
    return refusedBy(answer,
                     {CloseReason::Kind::Rejected,
                      answer.isWebPage() ? CloseCode::LoginWebPage : CloseCode::LoginStatus,
                      {host, QString::number(answer.status), clock}});
}

void SignedLoginTransport::cancel()
{
    if (m_fetch)
        m_fetch->stop();
}

} // namespace islet
