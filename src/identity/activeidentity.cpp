// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "identity/activeidentity.h"

#include <QPointer>

#include <utility>

namespace islet {

namespace {

qint64 secondsOf(std::chrono::seconds duration)
{
    return duration.count();
}

} // namespace

ActiveIdentity::ActiveIdentity(IdentityVault &vault, Identity first, WallClock now)
    : m_vault(vault)
    , m_identity(std::move(first))
    , m_now(std::move(now))
{
    connect(&m_timer, &QTimer::timeout, this, &ActiveIdentity::look);
    m_timer.start(lookInterval);
}

bool ActiveIdentity::isExpired() const
{
    const auto end = m_identity.expiration();
    return end && *end <= m_now();
}

void ActiveIdentity::start(QObject *context, Done done)
{
    const quint64 generation = ++m_generation;
    m_vault.loadCurrentOrCreate(
        this, [this, generation, alive = QPointer(context), done = std::move(done)](Expected<Identity> loaded) {
            const Expected<void> outcome = loaded ? Expected<void>() : tl::unexpected(loaded.error());
            const auto entry = m_vault.current();
            if (loaded && entry && entry->address == loaded->address() && generation == m_generation)
                adopt(entry->id, *std::move(loaded));
            if (alive)
                done(outcome);
        });
}

void ActiveIdentity::choose(const QString &name, QObject *context, Done done)
{
    takeFrom(name, context, [this, name, done = std::move(done)](const Expected<void> &taken) {
        done(taken ? m_vault.setCurrent(name) : taken);
    });
}

void ActiveIdentity::useWithoutSaving(const QString &name, QObject *context, Done done)
{
    takeFrom(name, context, std::move(done));
}

void ActiveIdentity::takeFrom(const QString &name, QObject *context, Done done)
{
    const quint64 generation = ++m_generation;
    const auto entry = m_vault.find(name);
    const QString id = entry ? entry->id : QString();
    m_vault.load(name, this,
                 [this, generation, id, alive = QPointer(context), done = std::move(done)](Expected<Identity> loaded) {
                     const Expected<void> outcome = loaded ? Expected<void>() : tl::unexpected(loaded.error());
                     if (loaded && generation == m_generation)
                         adopt(id, *std::move(loaded));
                     if (alive)
                         done(outcome);
                 });
}

void ActiveIdentity::adopt(const QString &id, Identity identity)
{
    m_identity = std::move(identity);
    m_id = id;
    m_nextTry = {};
    m_isRenewing = m_hasWarned = m_hasExpired = false;
    emit changed();
    look();
}

void ActiveIdentity::look()
{
    const auto end = m_identity.expiration();
    const QDateTime now = m_now();
    if (!end || now < end->addSecs(-secondsOf(renewalLead)))
        return;
    // A clock that was set back must not put the next try off for years.
    const bool isDue = !m_nextTry.isValid() || now >= m_nextTry || now < m_nextTry.addSecs(-secondsOf(renewalPause));
    const auto kept = entry();
    const bool isRenewable = kept && kept->kind == IdentityEntry::Kind::Key;
    if (isRenewable && isDue && !m_isRenewing)
        renew();
    else if (!isRenewable || m_nextTry.isValid())
        announce();
}

void ActiveIdentity::renew()
{
    m_isRenewing = true;
    m_vault.load(entry()->name, this, [this, id = m_id](Expected<Identity> loaded) {
        if (id != m_id)
            return; // another one was chosen meanwhile
        m_isRenewing = false;
        if (!loaded) {
            m_nextTry = m_now().addSecs(secondsOf(renewalPause));
            announce();
            return;
        }
        m_identity = *std::move(loaded);
        m_nextTry = {};
        m_hasWarned = m_hasExpired = false;
        emit renewed();
    });
}

void ActiveIdentity::announce()
{
    if (isExpired()) {
        if (!std::exchange(m_hasExpired, true))
            emit expired();
    } else if (!std::exchange(m_hasWarned, true)) {
        emit expiresSoon(*m_identity.expiration());
    }
}

} // namespace islet
