// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "net/httprequest.h"

// Private to this folder.
namespace islet {

//! Why a server refused to open a WebSocket: QWebSocket tells the status alone. Asks for the same URL once, by a plain
//! GET, and believes an answer with the same status.
class UpgradeRefusal : public QObject {
    Q_OBJECT

public:
    //! `refusal` has CloseCode::HttpStatus.
    UpgradeRefusal(const QUrl &webSocketUrl, const NetworkContext &network, CloseReason refusal);

signals:
    //! The refusal, with the server's words and its Retry-After if it gave them. Emitted once.
    void explained(const islet::CloseReason &refusal);

private:
    void onAnswer(const HttpResponse &response);

    CloseReason m_refusal;
    HttpRequest m_request;
};

} // namespace islet
