// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/secretstore.h"

#include <chrono>

namespace islet {

//! Secrets in the keychain of the desktop: Secret Service or KWallet, the keychain of macOS, the credentials of
//! Windows. There is no fallback to anything less.
//!
//! NoKeychain when there is none, or it fails; KeychainRefused when it, or the person whom it asked, said no;
//! KeychainSilent when nothing came in time. A secret whose write comes through later than that is taken out again.
class KeychainStore final : public SecretStore {
public:
    //! Long enough for a password to be typed, should the keychain ask for one.
    static constexpr std::chrono::seconds usualPatience{10};

    //! `patience` for each question; an operation may take two. `service` is what the keychain's own window calls us.
    explicit KeychainStore(std::chrono::milliseconds patience = usualPatience,
                           QString service = QStringLiteral("Islet"));

    void probe(QObject *context, Done done) override;
    void read(const QString &key, QObject *context, Read done) override;
    void write(const QString &key, const Secret &secret, QObject *context, Done done) override;
    void remove(const QString &key, QObject *context, Done done) override;

private:
    std::chrono::milliseconds m_patience;
    QString m_service;
};

} // namespace islet
