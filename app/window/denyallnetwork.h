// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QQmlNetworkAccessManagerFactory>

#include <atomic>

namespace islet {

//! The QML engine gets no network: nothing that a peer wrote may make the window fetch anything.
class DenyAllNetwork : public QQmlNetworkAccessManagerFactory {
public:
    QNetworkAccessManager *create(QObject *parent) override;

    //! How often something was asked for all the same.
    int refusals() const { return m_refusals; }

private:
    std::atomic<int> m_refusals = 0; //!< the engine asks from a thread of its own
};

} // namespace islet
