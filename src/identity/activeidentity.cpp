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
    connect(&m_timer, &QTimer::timeout, this, &ActiveIdentity::checkExpiration);
    m_timer.start(checkInterval);
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
    loadAndAdopt(name, context, [this, name, done = std::move(done)](const Expected<void> &taken) {
        done(taken ? m_vault.setCurrent(name) : taken);
    });
}

void ActiveIdentity::useWithoutSaving(const QString &name, QObject *context, Done done)
{
    loadAndAdopt(name, context, std::move(done));
}

void ActiveIdentity::loadAndAdopt(const QString &name, QObject *context, Done done)
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
    m_retryAt = {};
    m_isRenewing = m_hasWarned = m_hasExpired = false;
    emit changed();
    checkExpiration();
}

void ActiveIdentity::checkExpiration()
{
    const auto end = m_identity.expiration();
    const QDateTime now = m_now();
    if (!end || now < end->addSecs(-secondsOf(renewalLead)))
        return;
    // If the clock was set back, the next attempt must not be years away.
    const bool isDue = !m_retryAt.isValid() || now >= m_retryAt || now < m_retryAt.addSecs(-secondsOf(retryDelay));
    const auto saved = entry();
    const bool isRenewable = saved && saved->kind == IdentityEntry::Kind::Key;
    if (isRenewable && isDue && !m_isRenewing)
        renew();
    else if (!isRenewable || m_retryAt.isValid())
        announceExpiration();
}

void ActiveIdentity::renew()
{
    m_isRenewing = true;
    m_vault.load(entry()->name, this, [this, id = m_id](Expected<Identity> loaded) {
        if (id != m_id)
            return; // another identity was chosen meanwhile
        m_isRenewing = false;
        if (!loaded) {
            m_retryAt = m_now().addSecs(secondsOf(retryDelay));
            announceExpiration();
            return;
        }
        m_identity = *std::move(loaded);
        m_retryAt = {};
        m_hasWarned = m_hasExpired = false;
        emit renewed();
    });
}

void ActiveIdentity::announceExpiration()
{
    if (isExpired()) {
        if (!std::exchange(m_hasExpired, true))
            emit expired();
    } else if (!std::exchange(m_hasWarned, true)) {
        emit expiresSoon(*m_identity.expiration());
    }
}

} // namespace islet
