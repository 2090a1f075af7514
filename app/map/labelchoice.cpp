// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/map/labelchoice.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace islet {

namespace {

//! Names are self-declared, so they are never shown without the address.
QString labelOf(const PeerScene::ScenePeer &peer)
{
    constexpr qsizetype maxName = 24;
    const QString address = peer.address.toShort();
    if (peer.name.isEmpty())
        return address;
    const bool isLong = peer.name.size() > maxName;
    return (isLong ? peer.name.first(maxName) + u'…' : peer.name) + u' ' + address;
}

} // namespace

void LabelChoice::begin(const LabelArea &area, Time now, std::size_t peers)
{
    m_now = now;
    m_layout.begin(area.view);
    for (const QRectF &box : area.taken)
        m_layout.reserve(box);
    m_me.reset();
    m_away.clear();
    m_candidates.clear();
    m_candidateOf.assign(peers, 0);
    m_boxes.clear();
    m_hasPending = false;
}

void LabelChoice::addMe(QPointF at, int radius)
{
    m_me = {at, static_cast<double>(radius)};
    addFace(at, radius);
}

void LabelChoice::pointTo(MapPicture &picture, MapSprites &sprites, const LabelArea &area,
                          const PeerScene::ScenePeer &peer, QPointF at, std::optional<double> metres)
{
    const QString distance = metres ? tr("%1 m").arg(QLocale().toString(std::lround(*metres))) : QString();
    m_away.build(picture, sprites, m_layout, area, {at, peer.color, labelOf(peer), distance});
    for (const QRectF &box : m_away.boxes()) {
        if (!box.isEmpty())
            m_boxes.push_back(box);
    }
}

QList<Address> LabelChoice::labelledPeers() const
{
    QList<Address> shown;
    for (const Label &label : m_labels) {
        if (label.isShown)
            shown.append(label.address);
    }
    return shown;
}

//! Prefers people who have a label already, unless others are clearly nearer.
void LabelChoice::choose()
{
    QHash<Address, LabelLayout::Side> before;
    for (const Label &label : m_labels) {
        if (label.isShown)
            before.insert(label.address, label.side);
    }
    constexpr float hysteresis = 0.6F; // factor of the squared distance
    for (Candidate &candidate : m_candidates) {
        if (candidate.rank > 0 && before.contains(candidate.peer->address))
            candidate.rank *= hysteresis;
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
    // Only in tests does the clock stop or go back; every frame then chooses again.
    const bool isDue = !m_lastChoice || m_now - *m_lastChoice >= betweenChoices || m_now <= *m_lastChoice;
    if (isDue) {
        m_lastChoice = m_now;
        choose();
    }
    // People who appeared since the last choice get a label at the next one, even if no one moves.
    m_hasPending = m_labels.size() < std::min(maxLabels, m_candidates.size());
    if (m_me)
        writeBubble(picture, sprites, *m_me, peerScene.mine());
    std::size_t bubbles = 0;
    for (std::size_t i = 0; i < m_candidates.size(); ++i) {
        const PeerScene::ScenePeer &peer = *m_candidates[i].peer;
        m_candidateOf[m_candidates[i].index] = static_cast<std::uint32_t>(i + 1);
        const PeerScene::SpeechBubble *bubble = peer.bubbleUntil > m_now ? peerScene.bubbleOf(peer.address) : nullptr;
        if (bubble && bubbles < maxBubbles) {
            ++bubbles;
            writeBubble(picture, sprites, {m_candidates[i].at, static_cast<double>(m_candidates[i].radius)}, *bubble);
        }
    }
    for (Label &label : m_labels) {
        const PeerScene::ScenePeer *peer = peerScene.find(label.address);
        const std::uint32_t at = peer ? m_candidateOf[static_cast<std::size_t>(peer - peerScene.peers().data())] : 0;
        if (label.isShown && at > 0)
            writeName(picture, sprites, label, m_candidates[at - 1]);
        else
            label.isShown = false;
        m_hasPending = m_hasPending || (!isDue && !label.isShown);
    }
}

void LabelChoice::writeName(MapPicture &picture, MapSprites &sprites, Label &label, const Candidate &candidate)
{
    const LabelLayout::Request request{
        candidate.at, static_cast<double>(candidate.radius), {}, label.side, candidate.rank < 0};
    label.isShown = placeLabel(picture, sprites, sprites.text(MapSprites::Text::Label, labelOf(*candidate.peer)),
                               request, &label.side);
}

void LabelChoice::writeBubble(MapPicture &picture, MapSprites &sprites, const Anchor &anchor,
                              const PeerScene::SpeechBubble &bubble)
{
    using Side = LabelLayout::Side;
    if (bubble.emoteUntil > m_now)
        placeLabel(picture, sprites, sprites.text(MapSprites::Text::Bubble, bubble.emote),
                   {anchor.at, anchor.radius, {}, Side::Right, true});
    if (bubble.lineUntil > m_now)
        placeLabel(picture, sprites, sprites.text(MapSprites::Text::Bubble, bubble.line),
                   {anchor.at, anchor.radius, {}, Side::Above, true});
}

bool LabelChoice::placeLabel(MapPicture &picture, MapSprites &sprites, std::uint32_t cell,
                             const LabelLayout::Request &request, LabelLayout::Side *side)
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
