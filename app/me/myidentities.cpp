// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/me/myidentities.h"
#include "base/quoted.h"

#include <QFile>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace islet {

MyIdentities::MyIdentities(IdentityVault &vault, ActiveIdentity &active, QObject *parent)
    : QObject(parent)
    , m_vault(vault)
    , m_active(active)
{
    connect(&vault, &IdentityVault::changed, this, &MyIdentities::changed);
    connect(&active, &ActiveIdentity::changed, this, [this] {
        m_expiresAt = {};
        emit identityChanged();
        emit changed();
    });
    connect(&active, &ActiveIdentity::renewed, this, [this] {
        m_expiresAt = {};
        emit changed();
    });
    connect(&active, &ActiveIdentity::expiresSoon, this, [this](const QDateTime &when) {
        m_expiresAt = when;
        emit changed();
    });
    connect(&active, &ActiveIdentity::expired, this, &MyIdentities::changed);
}

void MyIdentities::start(const std::function<void()> &done)
{
    m_active.start(this, [this, done](const Expected<void> &started) {
        m_fallbackReason = started ? QString() : started.error().detail;
        emit changed();
        done();
    });
}

QStringList MyIdentities::names() const
{
    QStringList names;
    for (const IdentityEntry &entry : m_vault.entries())
        names.append(entry.name + u' ' + entry.address.toShort());
    return names;
}

int MyIdentities::current() const
{
    const auto entry = m_active.entry();
    const auto &all = m_vault.entries();
    for (int i = 0; entry && i < all.size(); ++i) {
        if (all[i].id == entry->id)
            return i;
    }
    return -1;
}

QString MyIdentities::address() const
{
    return identity().address().toChecksummed();
}

QString MyIdentities::keptText() const
{
    const auto entry = m_active.entry();
    if (!entry)
        return tr("Temporary: deleted when you quit.");
    const QString where = entry->place == IdentityEntry::Place::Keychain
        ? tr("Stored in the system keychain.")
        : tr("Stored in a file that only you can read.");
    if (entry->kind == IdentityEntry::Kind::Key)
        return where + u' ' + tr("Renews automatically.");
    const auto end = identity().expiration();
    return end ? where + u' ' + tr("Valid until %1.").arg(QLocale().toString(end->toLocalTime(), QLocale::ShortFormat))
               : where;
}

QString MyIdentities::warning() const
{
    if (!m_active.entry() && !m_fallbackReason.isEmpty())
        return tr("You're a temporary guest until you quit. %1").arg(m_fallbackReason);
    if (m_active.isExpired())
        return tr("Your key has expired, so you can't join rooms. Choose another identity, or import a new one.");
    if (m_expiresAt.isValid()) {
        return tr("Your key expires on %1 and can't be renewed here. Import a new one before then.")
            .arg(QLocale().toString(m_expiresAt.toLocalTime(), QLocale::ShortFormat));
    }
    return {};
}

void MyIdentities::choose(int index)
{
    if (index != current())
        m_active.choose(nameAt(index), this, [this](const Expected<void> &chosen) { report(chosen); });
}

void MyIdentities::create(const QString &name)
{
    m_vault.create(name.trimmed(), this, [this](const Expected<IdentityEntry> &made) { report(made); });
}

void MyIdentities::importFrom(const QString &name, const QUrl &file)
{
    QFile source(file.toLocalFile());
    if (!source.open(QIODevice::ReadOnly)) {
        setProblem(tr("Couldn't read the file %1: %2.").arg(quoted(source.fileName()), source.errorString()));
        return;
    }
    Secret secret(source.read(Secret::maxBytes + 1));
    m_vault.import(name.trimmed(), std::move(secret), this,
                   [this](const Expected<IdentityEntry> &imported) { report(imported); });
}

void MyIdentities::exportTo(int index, const QUrl &file)
{
    m_vault.exportTo(nameAt(index), file.toLocalFile(), this,
                     [this](const Expected<void> &written) { report(written); });
}

QString MyIdentities::nameAt(int index) const
{
    const auto &all = m_vault.entries();
    return index >= 0 && index < all.size() ? all[index].name : QString();
}

template<typename T> void MyIdentities::report(const Expected<T> &result)
{
    setProblem(result ? QString() : result.error().detail);
}

void MyIdentities::setProblem(const QString &problem)
{
    m_problem = problem;
    emit changed();
}

} // namespace islet
