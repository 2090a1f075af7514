// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/map/labelchoice.h"
#include "app/map/mappicture.h"
#include "app/map/mapsprites.h"
#include "app/map/peerscene.h"

#include <optional>

namespace islet {

//! The people of a frame: who is seen, in how much detail, and what is written beside them. Allocates nothing for each
//! person and frame.
class PeopleLayer {
public:
    using Time = std::chrono::microseconds;

    struct Look {
        std::optional<Vec3> me; //!< who is near comes first
        std::optional<Address> hovered;
        std::optional<Address> selected;
        bool isStill = false; //!< motion is reduced: rings do not breathe
    };

    //! Adds to picture.boxes and picture.sprites; writes where there is `room`.
    void build(MapPicture &picture, const PeerScene &peerScene, const MapCamera &camera, const LabelArea &room,
               MapSprites &sprites, const Look &look);

    //! When the picture will be another one without anything being heard: now for "in the next frame"; none: never.
    std::optional<Time> nextChange() const { return m_nextChange; }
    //! How many are seen.
    qsizetype shown() const { return m_shownCount; }
    const LabelChoice &labels() const { return m_labels; }

private:
    struct Spot {
        QPointF at;
        float yaw;
        Time silence;
        std::uint32_t peer;
        bool isOut; //!< stands out of the crowd
    };

    void findSpots(const PeerScene &peerScene, const MapCamera &camera, bool countsParcels);
    void sortSpots(const MapCamera &camera);
    void addDensity(MapPicture &picture, const MapCamera &camera, MapSprites &sprites);
    void addPerson(MapPicture &picture, const Spot &spot, const PeerScene::ScenePeer &peer, MapSprites &sprites);
    void pointToSelected(MapPicture &picture, const PeerScene &peerScene, const MapCamera &camera,
                         const LabelArea &room, MapSprites &sprites);
    bool isSelected(std::uint32_t peer) const { return m_selected == peer; }
    bool isHovered(std::uint32_t peer) const { return m_hovered == peer; }
    bool standsOut(std::uint32_t index, const PeerScene::ScenePeer &peer) const;
    void changeAt(Time when) { m_nextChange = std::min(when, m_nextChange.value_or(when)); }

    Look m_look;
    // Into PeerScene::peers(): comparing addresses for each of many people would take long.
    std::optional<std::uint32_t> m_hovered;
    std::optional<std::uint32_t> m_selected;
    MapDetail m_detail = MapDetail::Faces;
    bool m_isCrowded = false; //!< so many that only those who stand out have faces
    int m_radius = 0;
    QPointF m_me; //!< where I am seen
    Time m_now{0};
    std::vector<Spot> m_spots; //!< the northernmost first
    std::vector<Spot> m_unsorted;
    std::vector<std::uint32_t> m_rowEnds; //!< into m_spots, by row of pixels
    std::vector<std::uint32_t> m_counts; //!< of people by parcel, row by row
    int m_firstColumn = 0;
    int m_firstRow = 0;
    int m_columns = 0;
    LabelChoice m_labels;
    std::optional<Time> m_nextChange;
    qsizetype m_shownCount = 0;
};

} // namespace islet
