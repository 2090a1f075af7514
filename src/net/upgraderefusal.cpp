// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/upgraderefusal.h"

#include "net/serverwords.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet {

UpgradeRefusal::UpgradeRefusal(const QUrl &webSocketUrl, const NetworkContext &network, CloseReason refusal)
    : m_refusal(std::move(refusal))
    , m_request(network, {.bytes = 16 * 1024, .timeout = 2s})
{
    connect(&m_request, &HttpRequest::answered, this, &UpgradeRefusal::onAnswer);
    connect(&m_request, &HttpRequest::failed, this, [this] { emit explained(m_refusal); });
    QUrl url = webSocketUrl;
    url.setScheme(webSocketUrl.scheme() == "wss"_L1 ? u"https"_s : u"http"_s);
    m_request.start("GET", url);
}

void UpgradeRefusal::onAnswer(const HttpResponse &response)
{
    if (response.status == m_refusal.httpStatus) {
        m_refusal.arguments.append(serverWords(response));
        m_refusal.retryAfter = response.retryAfter;
    }
    emit explained(m_refusal);
}

} // namespace islet
