// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/people/emotefeed.h"

#include "app/people/emotewords.h"

using namespace std::chrono_literals;

namespace islet {

EmoteFeed::EmoteFeed(CommsAdapter &adapter, const IgnoredPeople &ignored, Clock clock, QObject *parent)
    : QObject(parent)
    , m_adapter(adapter)
    , m_ignored(ignored)
    , m_clock(std::move(clock))
{
    connect(&adapter, &CommsAdapter::emoteReceived, this, &EmoteFeed::onEmote);
    connect(&adapter, &CommsAdapter::peerLeft, this, [this](const Address &person) {
        m_last.remove(person);
        if (m_playing.remove(person))
            emit ended(person);
    });
    connect(&adapter, &CommsAdapter::detached, this, [this] {
        m_last.clear();
        const auto playing = std::exchange(m_playing, {});
        for (const Address &person : playing)
            emit ended(person);
    });
    connect(&ignored, &IgnoredPeople::changed, this, [this](const Address &person) {
        if (m_playing.remove(person))
            emit ended(person);
    });
    m_timer.setInterval(250ms);
    connect(&m_timer, &QTimer::timeout, this, &EmoteFeed::tick);
}

QString EmoteFeed::currentTextOf(const Address &person) const
{
    return m_playing.contains(person) ? m_last.value(person).text : QString();
}

std::optional<EmoteFeed::Emote> EmoteFeed::lastOf(const Address &person) const
{
    const auto found = m_last.constFind(person);
    return found == m_last.cend() || m_ignored.isIgnored(person) ? std::nullopt : std::optional(*found);
}

QStringList EmoteFeed::choices() const
{
    QStringList names;
    const QStringList urns = playableEmotes();
    for (const QString &urn : urns)
        names.append(emoteName(urn));
    return names;
}

void EmoteFeed::onEmote(const Address &from, const QString &urn)
{
    if (m_ignored.isIgnored(from))
        return;
    const auto now = m_clock();
    const auto before = m_last.constFind(from);
    const bool isNew = before == m_last.cend();
    if (isNew ? m_last.size() >= maxPeople : now - before->since < peerInterval)
        return;
    const QString text = emoteText(urn);
    m_last.insert(from, {text, now});
    m_playing.insert(from);
    if (!m_timer.isActive())
        m_timer.start();
    emit shown(from, text);
}

bool EmoteFeed::play(int choice)
{
    const QStringList urns = playableEmotes();
    const bool isChoice = choice >= 0 && choice < urns.size();
    if (!isChoice || !m_ownLimit.allows(RateLimiter::Rate::oncePer(ownInterval), m_clock()))
        return false;
    const auto sent = m_adapter.sendEmote(urns[choice]);
    setProblem(sent ? QString() : sent.error().detail);
    if (!sent) {
        m_ownLimit = {}; // only an emote that was sent counts
        return false;
    }
    emit played(emoteText(urns[choice]));
    return true;
}

void EmoteFeed::tick()
{
    const auto now = m_clock();
    QList<Address> over;
    for (const Address &person : std::as_const(m_playing)) {
        if (now - m_last.value(person).since >= displayDuration)
            over.append(person);
    }
    for (const Address &person : std::as_const(over)) {
        m_playing.remove(person);
        emit ended(person);
    }
    if (m_playing.isEmpty())
        m_timer.stop();
}

void EmoteFeed::setProblem(const QString &problem)
{
    if (std::exchange(m_problem, problem) != problem)
        emit problemChanged();
}

} // namespace islet
