// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "fakestore.h"

#include <memory>

namespace islet::test {

namespace {

void say(QObject *context, SecretStore::Done done, const std::optional<Error> &error)
{
    const Expected<void> result = error ? Expected<void>(tl::unexpected(*error)) : Expected<void>();
    QMetaObject::invokeMethod(
        context, [done = std::move(done), result] { done(result); }, Qt::QueuedConnection);
}

//! A copy of its own: a secret is wiped in the end.
QByteArray copyOf(const QByteArray &bytes)
{
    return {bytes.constData(), bytes.size()};
}

} // namespace

void FakeStore::probe(QObject *context, Done done)
{
    say(context, std::move(done), probeError);
}

void FakeStore::read(const QString &key, QObject *context, Read done)
{
    ++reads;
    auto error = readError;
    if (!error && !secrets.contains(key))
        error = Error{ErrorCode::NotFound, QStringLiteral("There is none.")};
    say(
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
    say(context, std::move(done), writeError);
}

void FakeStore::remove(const QString &key, QObject *context, Done done)
{
    if (!writeError)
        secrets.remove(key);
    say(context, std::move(done), writeError);
}

} // namespace islet::test
