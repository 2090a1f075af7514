// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/map/peerscene.h"

#include "app/look/personlook.h"
#include "base/displaytext.h"

#include <algorithm>

namespace islet {

namespace {

//! Packs the initials into one number, as all peers are drawn in each frame. Uses those of the address if they have
//! more than two UTF-16 units.
std::uint32_t packedInitials(const Address &address, const QString &name)
{
    QString letters = initialsOf(address, name);
    if (letters.size() > 2)
        letters = initialsOf(address);
    const std::uint32_t second = letters.size() > 1 ? letters[1].unicode() : 0U;
    return static_cast<std::uint32_t>(letters[0].unicode()) << 16U | second;
}

//! One line of plain text, cut to maxLineLength.
QString oneLine(const QString &text)
{
    QString line = displayText(text, 4 * PeerScene::maxLineLength).simplified();
    if (line.size() > PeerScene::maxLineLength)
        line = line.first(PeerScene::maxLineLength - 1) + u'…';
    return line;
}

} // namespace

PeerScene::PeerScene(PeerDirectory &directory, Clock clock, QObject *parent)
    : QObject(parent)
    , m_directory(directory)
    , m_clock(std::move(clock))
{
    connect(&directory, &PeerDirectory::peerMoved, this, &PeerScene::onMoved);
    connect(&directory, &PeerDirectory::peerRemoved, this, &PeerScene::onRemoved);
}

void PeerScene::onMoved(const Address &address, const Placement &placement)
{
    const auto now = m_clock();
    ScenePeer *peer = peerOf(address);
    const bool isNew = !peer;
    if (isNew) {
        m_index.insert(address, m_peers.size());
        peer = &m_peers.emplace_back();
        peer->address = address;
        peer->isTalking = m_talking.contains(address);
        updateAppearance(*peer);
    }
    const bool wasStale = !isNew && now - peer->lastMoved >= staleAfter;
    const bool isMoving = peer->motion.add(placement, now);
    peer->lastMoved = now;
    // Standing peers repeat their position each second, which needs no redraw.
    if (isNew || wasStale || isMoving)
        emit changed();
}

void PeerScene::onRemoved(const Address &address)
{
    const auto at = m_index.constFind(address);
    if (at == m_index.constEnd())
        return;
    const std::size_t index = *at;
    m_index.erase(at);
    m_bubbles.remove(address);
    if (index + 1 < m_peers.size()) {
        m_peers[index] = std::move(m_peers.back());
        m_index[m_peers[index].address] = index;
    }
    m_peers.pop_back();
    emit changed();
}

void PeerScene::renew(const Address &address)
{
    if (ScenePeer *peer = peerOf(address)) {
        updateAppearance(*peer);
        emit changed();
    }
}

void PeerScene::updateAppearance(ScenePeer &peer) const
{
    const Profile *profile = m_profiles ? m_profiles->find(peer.address) : nullptr;
    peer.name = profile ? profile->name : QString();
    peer.color = colorOf(peer.address, profile).rgb();
    if (m_isIgnored && m_isIgnored(peer.address))
        peer.color = qRgb(qGray(peer.color), qGray(peer.color), qGray(peer.color));
    peer.initials = packedInitials(peer.address, peer.name);
}

QList<PeerScene::Person> PeerScene::people() const
{
    QList<Person> people;
    people.reserve(count());
    const auto now = m_clock();
    for (const ScenePeer &peer : m_peers)
        people.append({peer.address, peer.motion.at(now), peer.isTalking, QColor::fromRgb(peer.color), peer.name});
    return people;
}

const PeerScene::ScenePeer *PeerScene::find(const Address &address) const
{
    const auto index = m_index.constFind(address);
    return index == m_index.constEnd() ? nullptr : &m_peers[*index];
}

PeerScene::ScenePeer *PeerScene::peerOf(const Address &address)
{
    const auto index = m_index.constFind(address);
    return index == m_index.constEnd() ? nullptr : &m_peers[*index];
}

QRectF PeerScene::bounds() const
{
    QRectF bounds;
    for (const ScenePeer &peer : m_peers)
        bounds = bounds.united(boundsOf(peer.motion.at(now()).position));
    return bounds;
}

std::chrono::microseconds PeerScene::silenceOf(const ScenePeer &peer, std::chrono::microseconds now) const
{
    if (now - peer.lastMoved < staleAfter)
        return {};
    // They may have sent other packets since their last position.
    const PeerDirectory::Peer *known = m_directory.find(peer.address);
    const auto silence = now - (known ? std::max(known->lastHeard, peer.lastMoved) : peer.lastMoved);
    return silence < staleAfter ? std::chrono::microseconds(0) : silence;
}

void PeerScene::setProfiles(const ProfileExchange &profiles)
{
    m_profiles = &profiles;
    connect(&profiles, &ProfileExchange::profileChanged, this, &PeerScene::renew);
    updateAllAppearances();
}

void PeerScene::setIgnored(std::function<bool(const Address &)> isIgnored)
{
    m_isIgnored = std::move(isIgnored);
    updateAllAppearances();
}

void PeerScene::updateAllAppearances()
{
    for (ScenePeer &peer : m_peers)
        updateAppearance(peer);
    emit changed();
}

void PeerScene::setTalking(const QSet<Address> &people)
{
    const auto mark = [this](const QSet<Address> &who, bool isTalking) {
        for (const Address &address : who) {
            if (ScenePeer *peer = peerOf(address))
                peer->isTalking = isTalking;
        }
    };
    mark(m_talking, false);
    mark(people, true);
    m_talking = people;
    emit changed();
}

const PeerScene::SpeechBubble *PeerScene::bubbleOf(const Address &address) const
{
    const auto bubble = m_bubbles.constFind(address);
    return bubble == m_bubbles.constEnd() ? nullptr : &*bubble;
}

PeerScene::SpeechBubble *PeerScene::openBubble(const Address &address)
{
    ScenePeer *peer = peerOf(address);
    if (!peer)
        return nullptr;
    removeOldBubbles();
    peer->bubbleUntil = m_clock() + bubbleDuration;
    return &m_bubbles[address];
}

//! Makes space for one more.
void PeerScene::removeOldBubbles()
{
    const auto now = m_clock();
    m_bubbles.removeIf([&](const auto &entry) { return entry.value().end() <= now; });
    if (m_bubbles.size() < maxSpeakers)
        return;
    auto oldest = m_bubbles.begin();
    for (auto bubble = m_bubbles.begin(); bubble != m_bubbles.end(); ++bubble) {
        if (bubble->end() < oldest->end())
            oldest = bubble;
    }
    if (ScenePeer *peer = peerOf(oldest.key()))
        peer->bubbleUntil = {};
    m_bubbles.erase(oldest);
}

void PeerScene::showLine(const Address &address, const QString &text)
{
    const QString line = oneLine(text);
    if (SpeechBubble *bubble = line.isEmpty() ? nullptr : openBubble(address))
        setLine(*bubble, line);
}

void PeerScene::showEmote(const Address &address, const QString &label)
{
    const QString line = oneLine(label);
    if (SpeechBubble *bubble = line.isEmpty() ? nullptr : openBubble(address))
        setEmote(*bubble, line);
}

void PeerScene::showMyLine(const QString &text)
{
    const QString line = oneLine(text);
    if (!line.isEmpty())
        setLine(m_mine, line);
}

void PeerScene::showMyEmote(const QString &label)
{
    const QString line = oneLine(label);
    if (!line.isEmpty())
        setEmote(m_mine, line);
}

void PeerScene::setLine(SpeechBubble &bubble, const QString &line)
{
    bubble.line = line;
    bubble.lineUntil = m_clock() + bubbleDuration;
    emit changed();
}

void PeerScene::setEmote(SpeechBubble &bubble, const QString &label)
{
    constexpr qsizetype maxLabel = 24;
    bubble.emote = label.first(std::min(label.size(), maxLabel));
    bubble.emoteUntil = m_clock() + bubbleDuration;
    emit changed();
}

bool PeerScene::isMoving() const
{
    const auto now = m_clock();
    return std::ranges::any_of(m_peers, [now](const ScenePeer &peer) { return peer.motion.isMoving(now); });
}

} // namespace islet
