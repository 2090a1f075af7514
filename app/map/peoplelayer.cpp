// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/map/peoplelayer.h"

#include <cmath>
#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet {

namespace {

constexpr auto phaseDuration = 200ms; // of a pulsing ring
constexpr PeopleLayer::Time bubbleCheck = 500ms; // interval, as a line may end before an emote
constexpr auto offScreenCheck = 100ms; // interval, as people outside may walk into the view
constexpr std::size_t maxFaces = 2'000; // more would cover each other, and not fit into the sheet
constexpr int crowdedRadius = 7; // pixels; the smallest disc
constexpr double margin = 40; // pixels around the item, for discs that overlap its edge

//! The fading step: each is less saturated, the last is an outline only.
std::uint8_t fadingAfter(PeopleLayer::Time silence)
{
    constexpr auto untilNextStep = 3s;
    return static_cast<std::uint8_t>(std::clamp<std::int64_t>(silence / untilNextStep, 0, 4));
}

std::optional<std::uint32_t> indexOf(const PeerScene &peerScene, const std::optional<Address> &address)
{
    const PeerScene::ScenePeer *peer = address ? peerScene.find(*address) : nullptr;
    return peer ? std::optional(static_cast<std::uint32_t>(peer - peerScene.peers().data())) : std::nullopt;
}

} // namespace

void PeopleLayer::build(MapPicture &picture, const PeerScene &peerScene, const MapCamera &camera, const LabelArea &area,
                        MapSprites &sprites, const Options &options)
{
    m_options = options;
    m_me = camera.toScreen(options.me.value_or(Vec3()));
    m_detail = detailAt(camera.scale);
    m_radius = discRadius(camera.scale);
    m_now = peerScene.now();
    m_nextChange.reset();
    m_hovered = indexOf(peerScene, options.hovered);
    m_selected = indexOf(peerScene, options.selected);
    findSpots(peerScene, camera, m_detail == MapDetail::Density);
    m_isCrowded = m_detail == MapDetail::Faces && m_spots.size() > maxFaces;
    const bool isDensity = m_detail == MapDetail::Density;
    if (isDensity)
        addDensity(picture, camera, sprites);
    // Over the density boxes and under the people.
    picture.sprites.insert(picture.sprites.end(), picture.notes.begin(), picture.notes.end());

    const auto &peers = peerScene.peers();
    m_labels.begin(area, m_now, peers.size());
    // Prominent people are drawn on top of the others.
    for (const bool isTop : {false, true}) {
        for (const Spot &spot : m_spots) {
            if (spot.isProminent == isTop && (spot.isProminent || !isDensity))
                addPerson(picture, spot, peers[spot.peer], sprites);
        }
    }
    if (options.me)
        m_labels.addMe(m_me, m_radius);
    pointToSelected(picture, peerScene, camera, area, sprites);
    if (peerScene.mine().end() > m_now)
        changeAt(std::min(m_now + bubbleCheck, peerScene.mine().end()));
    m_labels.write(picture, peerScene, sprites);
    if (m_labels.hasPending() && m_nextChange)
        changeAt(m_now + LabelChoice::betweenChoices);
}

void PeopleLayer::pointToSelected(MapPicture &picture, const PeerScene &peerScene, const MapCamera &camera,
                                  const LabelArea &area, MapSprites &sprites)
{
    if (!m_selected)
        return;
    const PeerScene::ScenePeer &peer = peerScene.peers()[*m_selected];
    const Vec3 position = peer.motion.at(m_now).position;
    const QPointF at = camera.toScreen(position);
    if (area.view.contains(at))
        return;
    const auto metres = m_options.me ? std::optional<double>(flatDistance(position, *m_options.me)) : std::nullopt;
    m_labels.pointTo(picture, sprites, area, peer, at, metres);
}

bool PeopleLayer::isProminent(std::uint32_t index, const PeerScene::ScenePeer &peer) const
{
    return peer.isTalking || isSelected(index) || isHovered(index);
}

void PeopleLayer::findSpots(const PeerScene &peerScene, const MapCamera &camera, bool countsParcels)
{
    m_spots.clear();
    if (countsParcels) {
        const QPointF first = camera.toWorld({0, camera.size.height()});
        const QPointF last = camera.toWorld({camera.size.width(), 0});
        m_firstColumn = static_cast<int>(std::floor(first.x() / parcelSize));
        m_firstRow = static_cast<int>(std::floor(first.y() / parcelSize));
        m_columns = static_cast<int>(std::floor(last.x() / parcelSize)) - m_firstColumn + 1;
        const int rows = static_cast<int>(std::floor(last.y() / parcelSize)) - m_firstRow + 1;
        m_counts.assign(static_cast<std::size_t>(std::max(0, m_columns * rows)), 0);
    }
    const QRectF view = QRectF({}, camera.size).adjusted(-margin, -margin, margin, margin);
    const auto &peers = peerScene.peers();
    for (std::uint32_t i = 0; i < peers.size(); ++i) {
        const PeerScene::ScenePeer &peer = peers[i];
        const Placement placement = peer.motion.at(m_now);
        const QPointF at = camera.toScreen(placement.position);
        const bool isMoving = peer.motion.isMoving(m_now);
        if (!view.contains(at)) {
            if (isMoving)
                changeAt(m_now + offScreenCheck);
            continue;
        }
        if (isMoving)
            changeAt(m_now);
        const auto silence = peerScene.silenceOf(peer, m_now);
        // The next second of silence, or the first one shown. A peer that is heard without moving is checked again.
        const Time stale = peer.lastMoved + PeerScene::staleAfter;
        changeAt(silence > 0us ? m_now + 1s - silence % 1s : stale > m_now ? stale : m_now + 1s);
        if (countsParcels) {
            const Parcel in = parcelOf(placement.position);
            const int column = in.x - m_firstColumn;
            const int index = (in.z - m_firstRow) * m_columns + column;
            if (column >= 0 && column < m_columns && index >= 0 && index < static_cast<int>(m_counts.size()))
                ++m_counts[static_cast<std::size_t>(index)];
        }
        m_spots.push_back({at, placement.yaw, silence, i, isProminent(i, peer)});
    }
    m_shownCount = static_cast<qsizetype>(m_spots.size());
    sortSpots(camera);
}

//! People further south are drawn on top, in whatever order they joined. Discs drawn in succession share pixel rows,
//! which are then still in the processor's cache. A counting sort, as each frame sorts again.
void PeopleLayer::sortSpots(const MapCamera &camera)
{
    const auto rowOf = [](const Spot &spot) { return static_cast<std::size_t>(spot.at.y() + margin); };
    m_rowEnds.assign(static_cast<std::size_t>(std::max(0., camera.size.height()) + 2 * margin) + 2, 0);
    for (const Spot &spot : m_spots)
        ++m_rowEnds[rowOf(spot) + 1];
    std::partial_sum(m_rowEnds.begin(), m_rowEnds.end(), m_rowEnds.begin());
    std::swap(m_spots, m_unsorted);
    m_spots.resize(m_unsorted.size());
    for (const Spot &spot : m_unsorted)
        m_spots[m_rowEnds[rowOf(spot)]++] = spot;
}

void PeopleLayer::addDensity(MapPicture &picture, const MapCamera &camera, MapSprites &sprites)
{
    const double side = camera.scale * parcelSize;
    const QColor &accent = sprites.colors().accent;
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        const std::uint32_t count = m_counts[i];
        if (count == 0)
            continue;
        const int column = m_firstColumn + static_cast<int>(i) % m_columns;
        const int row = m_firstRow + static_cast<int>(i) / m_columns;
        const QPointF corner = camera.toScreen(QPointF(column * double(parcelSize), (row + 1) * double(parcelSize)));
        const QRectF box(std::round(corner.x()), std::round(corner.y()), std::round(side), std::round(side));
        // Each doubling adds the same amount of alpha.
        const int alpha = std::min(200, 30 + static_cast<int>(25 * std::log2(count)));
        picture.boxes.push_back({box, withAlpha(accent, alpha)});
        const std::uint32_t cell = sprites.text(MapSprites::Text::Count, QString::number(count));
        const QSizeF size = sprites.sheet().size(cell);
        if (size.width() <= side && size.height() <= side)
            picture.sprites.push_back({static_cast<float>(std::round(box.center().x())),
                                       static_cast<float>(std::round(box.center().y())), 0, cell});
    }
}

void PeopleLayer::addPerson(MapPicture &picture, const Spot &spot, const PeerScene::ScenePeer &peer,
                            MapSprites &sprites)
{
    const auto x = static_cast<float>(spot.at.x());
    const auto y = static_cast<float>(spot.at.y());
    const bool isMarked = isSelected(spot.peer) || isHovered(spot.peer);
    if (peer.isTalking) {
        const auto phase = m_options.isStill ? 0 : (m_now / phaseDuration) % MapSprites::phases;
        picture.sprites.push_back({x, y, 0, sprites.speech(m_radius, static_cast<int>(phase))});
        if (!m_options.isStill)
            changeAt((m_now / phaseDuration + 1) * Time(phaseDuration));
    }
    if (isMarked)
        picture.sprites.push_back({x, y, 0, sprites.mark(m_radius, isSelected(spot.peer))});
    const std::uint8_t fading = fadingAfter(spot.silence);
    const bool isFace = m_detail == MapDetail::Faces && (spot.isProminent || !m_isCrowded);
    if (isFace)
        picture.sprites.push_back({x, y, spot.yaw, sprites.heading(peer.color, m_radius, fading)});
    const int radius = m_isCrowded && !spot.isProminent ? crowdedRadius : m_radius;
    picture.sprites.push_back({x, y, 0, sprites.face(peer.color, isFace ? peer.initials : 0, radius, fading), !isFace});
    if (fading > 0) {
        // The duration beside the face, in whole seconds, so that few different texts fill the sheet.
        const std::uint32_t cell =
            sprites.text(MapSprites::Text::Warning, u"%1 s"_s.arg(std::min<std::int64_t>(spot.silence / 1s, 60)));
        const QSizeF size = sprites.sheet().size(cell);
        picture.sprites.push_back({std::round(x + static_cast<float>(radius + 3 + size.width() / 2)),
                                   std::round(y - static_cast<float>(radius)), 0, cell});
    }
    m_labels.addFace(spot.at, radius);
    const bool hasBubble = peer.bubbleUntil > m_now;
    if (m_detail != MapDetail::Faces && !spot.isProminent && !hasBubble)
        return;
    constexpr float first = -2;
    constexpr float second = -1;
    float rank = isMarked ? first : second;
    if (!isMarked && !peer.isTalking) {
        const QPointF away = spot.at - m_me;
        rank = static_cast<float>(QPointF::dotProduct(away, away));
    }
    m_labels.add({&peer, spot.peer, spot.at, radius, rank});
    if (hasBubble)
        changeAt(std::min(m_now + bubbleCheck, peer.bubbleUntil));
}

} // namespace islet
