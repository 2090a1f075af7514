// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/secretstore.h"

#include <chrono>

namespace islet {

//! Stores secrets in the desktop's keychain: Secret Service or KWallet, the macOS keychain, Windows credentials. There
//! is no less secure fallback.
//!
//! NoKeychain if there is none or it fails; KeychainRefused if it or the user denied access; KeychainSilent after a
//! timeout. A secret that is written after the timeout is removed again.
class KeychainStore final : public SecretStore {
public:
    //! Long enough to type a password, should the keychain ask for one.
    static constexpr std::chrono::seconds defaultTimeout{10};

    //! `timeout` applies to each request; an operation may need two. `service` is our name in the keychain.
    explicit KeychainStore(std::chrono::milliseconds timeout = defaultTimeout,
                           QString service = QStringLiteral("Islet"));

    void probe(QObject *context, Done done) override;
    void read(const QString &key, QObject *context, Read done) override;
    void write(const QString &key, const Secret &secret, QObject *context, Done done) override;
    void remove(const QString &key, QObject *context, Done done) override;

private:
    std::chrono::milliseconds m_timeout;
    QString m_service;
};

} // namespace islet
