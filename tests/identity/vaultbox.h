// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "answers.h"
#include "fakestore.h"
#include "identity/filestore.h"
#include "identity/identityvault.h"

#include <QTemporaryDir>

namespace islet::test {

//! A vault with its dependencies: settings and files in a temporary folder, an in-memory keychain, and a clock that
//! tests set. Its operations wait for their result.
struct VaultBox {
    QTemporaryDir folder;
    QString settingsFile = folder.filePath(QStringLiteral("settings.ini"));
    QString secretFolder = folder.filePath(QStringLiteral("identities"));
    QDateTime now = QDateTime::fromString(QStringLiteral("2026-06-01T12:00:00.000Z"), Qt::ISODateWithMs);
    FakeStore keychain;
    FileStore files{secretFolder};
    QSettings settings{settingsFile, QSettings::IniFormat};
    IdentityVault vault{settings, keychain, files, [this] { return now; }};

    Expected<IdentityEntry> create(const QString &name)
    {
        return answer<IdentityEntry>([&](QObject *context, auto done) { vault.create(name, context, done); });
    }
    Expected<IdentityEntry> import(const QString &name, const QByteArray &text)
    {
        return answer<IdentityEntry>(
            [&](QObject *context, auto done) { vault.import(name, Secret(text), context, done); });
    }
    Expected<Identity> load(const QString &name)
    {
        return answer<Identity>([&](QObject *context, auto done) { vault.load(name, context, done); });
    }
    Expected<Identity> loadCurrentOrCreate()
    {
        return answer<Identity>([&](QObject *context, auto done) { vault.loadCurrentOrCreate(context, done); });
    }
    Expected<void> exportTo(const QString &name, const QString &path)
    {
        return answer<void>([&](QObject *context, auto done) { vault.exportTo(name, path, context, done); });
    }
    Expected<void> remove(const QString &name)
    {
        return answer<void>([&](QObject *context, auto done) { vault.remove(name, context, done); });
    }

    QStringList names() const
    {
        QStringList names;
        for (const IdentityEntry &entry : vault.entries())
            names.append(entry.name);
        return names;
    }
    QByteArray contentOf(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString path(const QString &name) const { return folder.filePath(name); }
};

} // namespace islet::test
