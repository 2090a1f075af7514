// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "fakestore.h"

#include <memory>

namespace islet::test {

namespace {

void reply(QObject *context, SecretStore::Done done, const std::optional<Error> &error)
{
    const Expected<void> result = error ? Expected<void>(tl::unexpected(*error)) : Expected<void>();
    QMetaObject::invokeMethod(
        context, [done = std::move(done), result] { done(result); }, Qt::QueuedConnection);
}

//! A deep copy: Secret wipes its bytes when destroyed.
QByteArray copyOf(const QByteArray &bytes)
{
    return {bytes.constData(), bytes.size()};
}

} // namespace

void FakeStore::probe(QObject *context, Done done)
{
    reply(context, std::move(done), probeError);
}

void FakeStore::read(const QString &key, QObject *context, Read done)
{
    ++reads;
    auto error = readError;
    if (!error && !secrets.contains(key))
        error = Error{ErrorCode::NotFound, QStringLiteral("There is none.")};
    reply(
        context,
        [done = std::move(done), bytes = copyOf(secrets.value(key))](const Expected<void> &result) {
            done(result ? Expected<Secret>(Secret(copyOf(bytes))) : tl::unexpected(result.error()));
        },
        error);
}

void FakeStore::write(const QString &key, const Secret &secret, QObject *context, Done done)
{
    if (!writeError)
        secrets[key] = copyOf(secret.bytes());
    reply(context, std::move(done), writeError);
}

void FakeStore::remove(const QString &key, QObject *context, Done done)
{
    if (!writeError)
        secrets.remove(key);
    reply(context, std::move(done), writeError);
}

} // namespace islet::test
