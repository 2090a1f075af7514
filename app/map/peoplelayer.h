// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/map/labelchoice.h"
#include "app/map/mappicture.h"
#include "app/map/mapsprites.h"
#include "app/map/peerscene.h"

#include <optional>

namespace islet {

//! The people of a frame: who is visible, at what level of detail, and with which labels. Makes no allocation per
//! person and frame.
class PeopleLayer {
public:
    using Time = std::chrono::microseconds;

    struct Options {
        std::optional<Vec3> me; //!< the nearest people are labelled first
        std::optional<Address> hovered;
        std::optional<Address> selected;
        bool isStill = false; //!< reduced motion: rings do not pulse
    };

    //! Adds to picture.boxes and picture.sprites. Places labels within `area`.
    void build(MapPicture &picture, const PeerScene &peerScene, const MapCamera &camera, const LabelArea &area,
               MapSprites &sprites, const Options &options);

    //! When the picture changes unless a packet arrives first. Now: in the next frame; nothing: never.
    std::optional<Time> nextChange() const { return m_nextChange; }
    //! The number of visible people.
    qsizetype shown() const { return m_shownCount; }
    const LabelChoice &labels() const { return m_labels; }

private:
    struct Spot {
        QPointF at;
        float yaw;
        Time silence;
        std::uint32_t peer;
        bool isProminent; //!< talking, selected or hovered: drawn on top
    };

    void findSpots(const PeerScene &peerScene, const MapCamera &camera, bool countsParcels);
    void sortSpots(const MapCamera &camera);
    void addDensity(MapPicture &picture, const MapCamera &camera, MapSprites &sprites);
    void addPerson(MapPicture &picture, const Spot &spot, const PeerScene::ScenePeer &peer, MapSprites &sprites);
    void pointToSelected(MapPicture &picture, const PeerScene &peerScene, const MapCamera &camera,
                         const LabelArea &area, MapSprites &sprites);
    bool isSelected(std::uint32_t peer) const { return m_selected == peer; }
    bool isHovered(std::uint32_t peer) const { return m_hovered == peer; }
    bool isProminent(std::uint32_t index, const PeerScene::ScenePeer &peer) const;
    void changeAt(Time when) { m_nextChange = std::min(when, m_nextChange.value_or(when)); }

    Options m_options;
    // Indexes in PeerScene::peers(): comparing the addresses of many people would be slow.
    std::optional<std::uint32_t> m_hovered;
    std::optional<std::uint32_t> m_selected;
    MapDetail m_detail = MapDetail::Faces;
    bool m_isCrowded = false; //!< more than maxFaces: only prominent people have faces
    int m_radius = 0;
    QPointF m_me; //!< my position, pixels
    Time m_now{0};
    std::vector<Spot> m_spots; //!< northernmost first
    std::vector<Spot> m_unsorted;
    std::vector<std::uint32_t> m_rowEnds; //!< index in m_spots, by pixel row
    std::vector<std::uint32_t> m_counts; //!< of people per parcel, row by row
    int m_firstColumn = 0;
    int m_firstRow = 0;
    int m_columns = 0;
    LabelChoice m_labels;
    std::optional<Time> m_nextChange;
    qsizetype m_shownCount = 0;
};

} // namespace islet
