// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/signedhttprequest.h"

#include "identity/identity.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet {

namespace {

//! Smaller offsets have other causes: latency, and the header's resolution of one second.
constexpr auto minOffset = 5s;

} // namespace

SignedHttpRequest::SignedHttpRequest(const Identity &identity, const NetworkContext &network,
                                     HttpRequest::Limits limits, Now now, QObject *parent)
    : QObject(parent)
    , m_identity(identity)
    , m_network(network)
    , m_limits(limits)
    , m_now(now)
{ }

SignedHttpRequest::~SignedHttpRequest() = default;

void SignedHttpRequest::post(const QUrl &url, const QJsonObject &metadata)
{
    m_url = url;
    m_metadata = metadata;
    m_deadline.setRemainingTime(m_limits.timeout);
    send();
}

void SignedHttpRequest::stop()
{
    if (m_request)
        m_request->stop();
}

void SignedHttpRequest::send()
{
    const auto request = SignedRequest::make("POST", m_url, m_metadata, m_now().addSecs(m_offset.count()));
    if (!request) {
        emit failed({CloseReason::Kind::Rejected, CloseCode::RequestUnsigned, {request.error().detail}});
        return;
    }
    m_request.reset(new HttpRequest(
        m_network, {.bytes = m_limits.bytes, .timeout = std::chrono::milliseconds(m_deadline.remainingTime())}));
    connect(m_request.get(), &HttpRequest::answered, this, &SignedHttpRequest::onAnswered);
    connect(m_request.get(), &HttpRequest::failed, this, &SignedHttpRequest::failed);
    m_request->start("POST", m_url, request->headers(m_identity));
}

void SignedHttpRequest::onAnswered(const HttpResponse &response)
{
    if (response.serverTime.isValid()) {
        const std::chrono::seconds offset(m_now().secsTo(response.serverTime));
        const bool isRefused = response.status == 400 || response.status == 401;
        const bool isClockOff = std::chrono::abs(offset - m_offset) > minOffset;
        if (isClockOff)
            m_offset = offset;
        const bool isPlausible = std::chrono::abs(offset) <= maxOffset;
        if (isRefused && isClockOff && isPlausible && !std::exchange(m_isRetried, true)) {
            send();
            return;
        }
    }
    emit answered(response);
}

} // namespace islet
