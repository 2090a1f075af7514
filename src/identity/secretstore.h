// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"
#include "identity/secret.h"

#include <QObject>

#include <functional>

namespace islet {

//! Where secrets are kept, each under a key of its own.
//!
//! Every operation calls back exactly once, and never before it has returned; not at all when `context` died meanwhile.
//! Keys are 1 to 64 of `0-9A-Za-z-`, and are not used again for another secret.
class SecretStore {
public:
    using Read = std::function<void(Expected<Secret>)>;
    using Done = std::function<void(Expected<void>)>;

    SecretStore() = default;
    virtual ~SecretStore() = default;
    SecretStore(const SecretStore &) = delete;
    SecretStore &operator=(const SecretStore &) = delete;

    //! No error when the store answers at all.
    virtual void probe(QObject *context, Done done) = 0;
    //! NotFound when there is none.
    virtual void read(const QString &key, QObject *context, Read done) = 0;
    //! After an error nothing is kept, or will be.
    virtual void write(const QString &key, const Secret &secret, QObject *context, Done done) = 0;
    //! No error when there is none.
    virtual void remove(const QString &key, QObject *context, Done done) = 0;
};

} // namespace islet
