// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"
#include "identity/secret.h"

#include <QObject>

#include <functional>

namespace islet {

//! Stores secrets by key.
//!
//! Every operation calls back exactly once, never before it has returned, and not if `context` was destroyed meanwhile.
//! Keys are 1 to 64 of `0-9A-Za-z-`, and are never reused for another secret.
class SecretStore {
public:
    using Read = std::function<void(Expected<Secret>)>;
    using Done = std::function<void(Expected<void>)>;

    SecretStore() = default;
    virtual ~SecretStore() = default;
    SecretStore(const SecretStore &) = delete;
    SecretStore &operator=(const SecretStore &) = delete;

    //! No error if the store responds at all.
    virtual void probe(QObject *context, Done done) = 0;
    //! NotFound if there is no such secret.
    virtual void read(const QString &key, QObject *context, Read done) = 0;
    //! On error nothing was stored, nor will be.
    virtual void write(const QString &key, const Secret &secret, QObject *context, Done done) = 0;
    //! No error if there is no such secret.
    virtual void remove(const QString &key, QObject *context, Done done) = 0;
};

} // namespace islet
