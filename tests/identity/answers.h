// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/error.h"
#include "identity/secretstore.h"
#include "support/waiting.h"

#include <QMap>

#include <optional>

namespace islet::test {

//! Waits for what an asynchronous operation says; `ask` gets a context and a callback. Ends the test run when it says
//! nothing, says it too early or twice.
template<typename T, typename Ask> Expected<T> answer(Ask ask)
{
    auto context = std::make_unique<QObject>();
    std::optional<Expected<T>> given;
    ask(context.get(), [&given](Expected<T> result) {
        if (given)
            qFatal("an operation called back twice");
        given.emplace(std::move(result));
    });
    if (given)
        qFatal("an operation called back before it returned");
    if (!waitUntil([&given] { return given.has_value(); }, std::chrono::seconds(60)))
        qFatal("an operation never called back");
    QCoreApplication::processEvents();
    return *std::move(given);
}

//! Keeps secrets in memory, and fails as it is told.
class FakeStore : public SecretStore {
public:
    std::optional<Error> readError;
    std::optional<Error> writeError;
    std::optional<Error> probeError;
    QMap<QString, QByteArray> secrets;
    int reads = 0;

    void probe(QObject *context, Done done) override { say<void>(context, done, probeError, {}); }
    void read(const QString &key, QObject *context, Read done) override
    {
        ++reads;
        if (secrets.contains(key))
            say<Secret>(context, done, readError, Secret(QByteArray(secrets[key].constData(), secrets[key].size())));
        else
            say<Secret>(context, done, Error{ErrorCode::NotFound, QStringLiteral("There is none.")}, {});
    }
    void write(const QString &key, const Secret &secret, QObject *context, Done done) override
    {
        if (!writeError)
            secrets[key] = QByteArray(secret.bytes().constData(), secret.bytes().size());
        say<void>(context, done, writeError, {});
    }
    void remove(const QString &key, QObject *context, Done done) override
    {
        if (!writeError)
            secrets.remove(key);
        say<void>(context, done, writeError, {});
    }

private:
    template<typename T>
    void say(QObject *context, std::function<void(Expected<T>)> done, std::optional<Error> error, Expected<T> result)
    {
        auto kept = std::make_shared<Expected<T>>(error ? Expected<T>(tl::unexpected(*error)) : std::move(result));
        QMetaObject::invokeMethod(
            context, [done = std::move(done), kept] { done(std::move(*kept)); }, Qt::QueuedConnection);
    }
};

} // namespace islet::test
