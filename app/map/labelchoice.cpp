// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/map/labelchoice.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace islet {

namespace {

//! A name is what somebody says of themselves, so it never stands alone.
QString labelOf(const PeerScene::ScenePeer &peer)
{
    constexpr qsizetype longestName = 24;
    const QString address = peer.address.toShort();
    if (peer.name.isEmpty())
        return address;
    const bool isLong = peer.name.size() > longestName;
    return (isLong ? peer.name.first(longestName) + u'…' : peer.name) + u' ' + address;
}

} // namespace

void LabelChoice::begin(const LabelArea &room, Time now, std::size_t peers)
{
    m_now = now;
    m_layout.begin(room.view);
    for (const QRectF &box : room.taken)
        m_layout.take(box);
    m_me.reset();
    m_away.clear();
    m_candidates.clear();
    m_where.assign(peers, 0);
    m_boxes.clear();
    m_isWaiting = false;
}

void LabelChoice::addMe(QPointF at, int radius)
{
    m_me = {at, static_cast<double>(radius)};
    addFace(at, radius);
}

void LabelChoice::point(MapPicture &picture, MapSprites &sprites, const LabelArea &room,
                        const PeerScene::ScenePeer &peer, QPointF at, std::optional<double> metres)
{
    const QString distance = metres ? tr("%1 m").arg(QLocale().toString(std::lround(*metres))) : QString();
    m_away.build(picture, sprites, m_layout, room, {at, peer.color, labelOf(peer), distance});
    for (const QRectF &box : m_away.boxes()) {
        if (!box.isEmpty())
            m_boxes.push_back(box);
    }
}

QList<Address> LabelChoice::labelled() const
{
    QList<Address> shown;
    for (const Label &label : m_labels) {
        if (label.isShown)
            shown.append(label.address);
    }
    return shown;
}

//! Keeps those who have a label unless others are clearly nearer.
void LabelChoice::choose()
{
    QHash<Address, LabelLayout::Side> before;
    for (const Label &label : m_labels) {
        if (label.isShown)
            before.insert(label.address, label.side);
    }
    constexpr float loyalty = 0.6F; // of the square of the distance
    for (Candidate &candidate : m_candidates) {
        if (candidate.rank > 0 && before.contains(candidate.peer->address))
            candidate.rank *= loyalty;
    }
    const std::size_t wanted = std::min(maxLabels, m_candidates.size());
    const auto end = m_candidates.begin() + static_cast<std::ptrdiff_t>(wanted);
    std::ranges::partial_sort(m_candidates, end, {}, &Candidate::rank);
    m_labels.clear();
    for (auto candidate = m_candidates.begin(); candidate != end; ++candidate) {
        const Address &address = candidate->peer->address;
        m_labels.push_back({address, before.value(address, LabelLayout::Side::Below), true});
    }
}

void LabelChoice::write(MapPicture &picture, const PeerScene &peerScene, MapSprites &sprites)
{
    // Time stands still, or even goes back, only in tests; then each frame chooses anew.
    const bool isDue = !m_lastChoice || m_now - *m_lastChoice >= betweenChoices || m_now <= *m_lastChoice;
    if (isDue) {
        m_lastChoice = m_now;
        choose();
    }
    // Who came since the last choice is named at the next one, even when nobody moves.
    m_isWaiting = m_labels.size() < std::min(maxLabels, m_candidates.size());
    if (m_me)
        writeWords(picture, sprites, *m_me, peerScene.mine());
    std::size_t bubbles = 0;
    for (std::size_t i = 0; i < m_candidates.size(); ++i) {
        const PeerScene::ScenePeer &peer = *m_candidates[i].peer;
        m_where[m_candidates[i].index] = static_cast<std::uint32_t>(i + 1);
        const PeerScene::SpeechBubble *words = peer.wordsUntil > m_now ? peerScene.bubbleOf(peer.address) : nullptr;
        if (words && bubbles < maxBubbles) {
            ++bubbles;
            writeWords(picture, sprites, {m_candidates[i].at, static_cast<double>(m_candidates[i].radius)}, *words);
        }
    }
    for (Label &label : m_labels) {
        const PeerScene::ScenePeer *peer = peerScene.find(label.address);
        const std::uint32_t at = peer ? m_where[static_cast<std::size_t>(peer - peerScene.peers().data())] : 0;
        if (label.isShown && at > 0)
            writeName(picture, sprites, label, m_candidates[at - 1]);
        else
            label.isShown = false;
        m_isWaiting = m_isWaiting || (!isDue && !label.isShown);
    }
}

void LabelChoice::writeName(MapPicture &picture, MapSprites &sprites, Label &label, const Candidate &candidate)
{
    const LabelLayout::Request request{
        candidate.at, static_cast<double>(candidate.radius), {}, label.side, candidate.rank < 0};
    label.isShown =
        put(picture, sprites, sprites.text(MapSprites::Text::Label, labelOf(*candidate.peer)), request, &label.side);
}

void LabelChoice::writeWords(MapPicture &picture, MapSprites &sprites, const Spot &spot,
                             const PeerScene::SpeechBubble &words)
{
    using Side = LabelLayout::Side;
    if (words.emoteUntil > m_now)
        put(picture, sprites, sprites.text(MapSprites::Text::Bubble, words.emote),
            {spot.at, spot.radius, {}, Side::Right, true});
    if (words.lineUntil > m_now)
        put(picture, sprites, sprites.text(MapSprites::Text::Bubble, words.line),
            {spot.at, spot.radius, {}, Side::Above, true});
}

bool LabelChoice::put(MapPicture &picture, MapSprites &sprites, std::uint32_t cell, const LabelLayout::Request &request,
                      LabelLayout::Side *side)
{
    LabelLayout::Request sized = request;
    sized.size = sprites.sheet().size(cell);
    const auto place = sized.size.isEmpty() ? std::nullopt : m_layout.place(sized);
    if (!place)
        return false;
    if (side)
        *side = place->side;
    picture.sprites.push_back(spriteIn(place->box, cell));
    m_boxes.push_back(place->box);
    return true;
}

} // namespace islet
