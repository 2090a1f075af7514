// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/secretstore.h"

#include <QMap>

#include <optional>

namespace islet::test {

//! Stores secrets in memory; fails with the errors set.
class FakeStore : public SecretStore {
public:
    std::optional<Error> readError;
    std::optional<Error> writeError;
    std::optional<Error> probeError;
    QMap<QString, QByteArray> secrets;
    int reads = 0;

    void probe(QObject *context, Done done) override;
    void read(const QString &key, QObject *context, Read done) override;
    void write(const QString &key, const Secret &secret, QObject *context, Done done) override;
    void remove(const QString &key, QObject *context, Done done) override;
};

} // namespace islet::test
