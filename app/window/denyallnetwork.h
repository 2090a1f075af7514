// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QQmlNetworkAccessManagerFactory>

#include <atomic>

namespace islet {

//! Denies the QML engine all network access: no text from a peer may make the window fetch anything.
class DenyAllNetwork : public QQmlNetworkAccessManagerFactory {
public:
    QNetworkAccessManager *create(QObject *parent) override;

    //! Number of requests refused.
    int refusals() const { return m_refusals; }

private:
    std::atomic<int> m_refusals = 0; //!< the engine also uses it from its own thread
};

} // namespace islet
