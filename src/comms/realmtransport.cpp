// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/realmtransport.h"

#include "comms/connectfailure.h"
#include "comms/realm.h"

using namespace Qt::StringLiterals;

namespace islet {

namespace {

using Kind = HandshakeStep::Kind;

constexpr int unavailable = 503; // with a description all the same

} // namespace

RealmTransport::RealmTransport(const QUrl &about, const TransportFactory &factory, const Route &route)
    : RelayTransport(factory, route)
    , m_about(about)
{ }

void RealmTransport::open()
{
    setState(State::Opening);
    if (state() == State::Opening)
        emit stepCompleted({Kind::RealmAsked, u"Asked %1 where its comms are."_s.arg(hostNameOf(m_about))});
    if (state() != State::Opening)
        return;
    m_fetch.reset(new HttpFetch({.bytes = maxAboutBytes}));
    connect(m_fetch.get(), &HttpFetch::answered, this, &RealmTransport::onAnswer);
    connect(m_fetch.get(), &HttpFetch::failed, this, &RealmTransport::onFailure);
    m_fetch->start("GET", m_about);
}

void RealmTransport::onFailure(const Error &error)
{
    const bool isNetwork = error.code == ErrorCode::NotConnected;
    finish(isNetwork ? CloseReason::Kind::Network : CloseReason::Kind::Rejected, error.detail);
}

void RealmTransport::onAnswer(const HttpAnswer &answer)
{
    const QString host = hostNameOf(m_about);
    if (answer.status != 200 && answer.status != unavailable) {
        finish(CloseReason::Kind::Rejected,
               u"%1 answered with HTTP %2: there is no realm at this address. Check its name."_s.arg(host).arg(
                   answer.status));
        return;
    }
    const auto realm = RealmAbout::parse(answer.body, host);
    if (!realm) {
        finish(CloseReason::Kind::Rejected,
               answer.status == unavailable ? u"The realm %1 is not available now. Try again later."_s.arg(host)
                                            : realm.error().detail);
    } else if (answer.status == unavailable || !realm->isHealthy) {
        finish(CloseReason::Kind::Rejected, u"The realm %1 says that it is not well now. Try again later."_s.arg(host));
    } else if (!realm->acceptsUsers) {
        finish(CloseReason::Kind::Rejected,
               u"The realm %1 takes nobody in at the moment; it is full or closing. Try again later."_s.arg(host));
    } else {
        emit stepCompleted({Kind::RealmAnswered,
                            realm->comms ? u"Its comms are %1."_s.arg(quoted(realm->comms->toDisplay()))
                                         : u"It names no comms, so nobody else can be met there: you are alone."_s});
        if (state() != State::Opening)
            return;
        const auto followed = follow(realm->comms ? *realm->comms : ConnectionString::offline());
        if (!followed) {
            finish(CloseReason::Kind::Rejected,
                   u"The realm %1 cannot be entered: %2"_s.arg(host, followed.error().detail));
        }
    }
}

void RealmTransport::letGo()
{
    m_fetch.reset();
}

} // namespace islet
