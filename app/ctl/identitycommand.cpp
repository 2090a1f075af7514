// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/identitycommand.h"

#include "base/quoted.h"

#include <QEventLoop>
#include <QFile>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace islet::ctl {

namespace {

//! Runs the event loop until the vault answers, which it always does.
template<typename T, typename Question> Expected<T> await(Question ask)
{
    QEventLoop loop;
    std::optional<Expected<T>> answer;
    ask(&loop, [&loop, &answer](Expected<T> given) {
        answer.emplace(std::move(given));
        loop.quit();
    });
    loop.exec();
    return *std::move(answer);
}

bool openForReading(QFile &file)
{
    if (file.fileName() != "-"_L1)
        return file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    return file.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered);
}

//! Keys are read from a file, not from the command line, because other users can see command lines.
Expected<Secret> readSecret(const QString &path)
{
    QFile file(path);
    if (!openForReading(file)) {
        return failure(ErrorCode::FileUnreadable,
                       u"Couldn't read the file %1: %2."_s.arg(quotedWithoutKeys(path), file.errorString()));
    }
    QByteArray bytes;
    bytes.reserve(Secret::maxBytes + 1); // avoids a reallocation, which would leave a copy of the key in freed memory
    while (bytes.size() <= Secret::maxBytes) {
        const QByteArray more = file.read(Secret::maxBytes + 1 - bytes.size());
        if (more.isEmpty())
            break;
        bytes += more;
    }
    if (bytes.size() > Secret::maxBytes) {
        return failure(
            ErrorCode::TooLarge,
            u"The file %1 is larger than %2 bytes, so it isn't a key or an identity."_s.arg(quotedWithoutKeys(path))
                .arg(Secret::maxBytes));
    }
    return Secret(std::move(bytes));
}

} // namespace

Expected<void> useIdentity(ActiveIdentity &active, const QString &name)
{
    return await<void>(
        [&](QObject *context, ActiveIdentity::Done done) { active.useWithoutSaving(name, context, std::move(done)); });
}

int exitStatusOf(ErrorCode code)
{
    return code == ErrorCode::KeychainRefused || code == ErrorCode::KeychainSilent || code == ErrorCode::NoKeychain
        ? exitRefused
        : exitUsage;
}

IdentityCommand::IdentityCommand(IdentityOptions options, IdentityVault &vault)
    : m_options(std::move(options))
    , m_vault(vault)
{ }

IdentityCommand::Answer IdentityCommand::run()
{
    const auto text = execute();
    return text ? Answer{exitDone, *text} : Answer{exitStatusOf(text.error().code), text.error().detail};
}

Expected<QString> IdentityCommand::execute()
{
    switch (m_options.action) {
    case IdentityOptions::Action::List: return list();
    case IdentityOptions::Action::New: return make();
    case IdentityOptions::Action::Import: return import();
    case IdentityOptions::Action::Export: return exportToFile();
    case IdentityOptions::Action::Remove: return remove();
    case IdentityOptions::Action::Use: return use();
    }
    Q_UNREACHABLE();
}

QString IdentityCommand::described(const IdentityEntry &entry) const
{
    const QString place = entry.place == IdentityEntry::Place::Keychain ? u"keychain"_s : u"file"_s;
    const QString kind = entry.expiration ? u"chain until "_s + entry.expiration->toString(Qt::ISODate) : u"key"_s;
    return u"%1  %2  %3  %4"_s.arg(entry.address.toLower(), place, kind, entry.name);
}

Expected<QString> IdentityCommand::list() const
{
    const auto current = m_vault.current();
    QStringList lines;
    for (const IdentityEntry &entry : m_vault.entries())
        lines.append((current && current->id == entry.id ? u"* "_s : u"  "_s) + described(entry));
    if (lines.isEmpty())
        return u"No identities yet. Create one with isletctl identity new NAME."_s;
    return lines.join(u'\n');
}

Expected<QString> IdentityCommand::make()
{
    return await<IdentityEntry>([this](QObject *context, IdentityVault::Then<IdentityEntry> done) {
               m_vault.create(m_options.name, context, std::move(done));
           })
        .map([this](const IdentityEntry &entry) { return described(entry); });
}

Expected<QString> IdentityCommand::import()
{
    auto secret = readSecret(m_options.file);
    if (!secret)
        return tl::unexpected(secret.error());
    return await<IdentityEntry>([this, &secret](QObject *context, IdentityVault::Then<IdentityEntry> done) {
               m_vault.import(m_options.name, *std::move(secret), context, std::move(done));
           })
        .map([this](const IdentityEntry &entry) { return described(entry); });
}

Expected<QString> IdentityCommand::exportToFile()
{
    return await<void>([this](QObject *context, IdentityVault::Then<void> done) {
               m_vault.exportTo(m_options.name, m_options.file, context, std::move(done));
           })
        .map([this] {
            return u"Anyone who can read %1 can use the identity %2. Keep it private."_s.arg(quoted(m_options.file),
                                                                                             quoted(m_options.name));
        });
}

Expected<QString> IdentityCommand::remove()
{
    return await<void>([this](QObject *context, IdentityVault::Then<void> done) {
               m_vault.remove(m_options.name, context, std::move(done));
           })
        .map([this] { return u"Removed %1. Only a backup can restore it."_s.arg(quoted(m_options.name)); });
}

Expected<QString> IdentityCommand::use()
{
    return m_vault.setCurrent(m_options.name).map([this] {
        const auto current = m_vault.current();
        return current ? described(*current) : QString();
    });
}

} // namespace islet::ctl
