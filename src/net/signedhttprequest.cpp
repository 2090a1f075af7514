// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/signedhttprequest.h"

#include "identity/identity.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet {

namespace {

//! Less has other causes: the way there, and the whole seconds of the header.
constexpr auto leastOffset = 5s;

} // namespace

SignedHttpRequest::SignedHttpRequest(const Identity &identity, HttpRequest::Limits limits, Now now, QObject *parent)
    : QObject(parent)
    , m_identity(identity)
    , m_limits(limits)
    , m_now(now)
{ }

SignedHttpRequest::~SignedHttpRequest() = default;

void SignedHttpRequest::post(const QUrl &url, const QJsonObject &metadata)
{
    m_url = url;
    m_metadata = metadata;
    m_deadline.setRemainingTime(m_limits.patience);
    send();
}

void SignedHttpRequest::stop()
{
    if (m_fetch)
        m_fetch->stop();
}

void SignedHttpRequest::send()
{
    const auto request = SignedRequest::make("POST", m_url, m_metadata, m_now().addSecs(m_offset.count()));
    if (!request) {
        emit failed(request.error());
        return;
    }
    m_fetch.reset(
        new HttpRequest({.bytes = m_limits.bytes, .patience = std::chrono::milliseconds(m_deadline.remainingTime())}));
    connect(m_fetch.get(), &HttpRequest::answered, this, &SignedHttpRequest::onAnswer);
    connect(m_fetch.get(), &HttpRequest::failed, this, &SignedHttpRequest::failed);
    m_fetch->start("POST", m_url, request->headers(m_identity));
}

void SignedHttpRequest::onAnswer(const HttpResponse &answer)
{
    if (answer.serverTime.isValid()) {
        const std::chrono::seconds offset(m_now().secsTo(answer.serverTime));
        const bool isRefused = answer.status == 400 || answer.status == 401;
        const bool isOff = std::chrono::abs(offset - m_offset) > leastOffset;
        if (isOff)
            m_offset = offset;
        const bool isBelievable = std::chrono::abs(offset) <= maxOffset;
        if (isRefused && isOff && isBelievable && !std::exchange(m_isRepeated, true)) {
            send();
            return;
        }
    }
    emit answered(answer);
}

} // namespace islet
