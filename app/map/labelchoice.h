// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/map/awaymark.h"
#include "app/map/labelarea.h"
#include "app/map/labellayout.h"
#include "app/map/mappicture.h"
#include "app/map/mapsprites.h"
#include "app/map/peerscene.h"

#include <QCoreApplication>

#include <vector>

namespace islet {

//! Whose names are written: who talks first, then who is near. Chosen five times a second, so that nothing flickers;
//! in between labels go along with their people, and those that would collide go.
class LabelChoice {
    Q_DECLARE_TR_FUNCTIONS(islet::LabelChoice)

public:
    using Time = std::chrono::microseconds;

    static constexpr std::size_t maxLabels = 200;
    static constexpr std::size_t maxBubbles = 12;
    static constexpr std::chrono::milliseconds betweenChoices{200};

    //! Somebody who is seen in this frame.
    struct Candidate {
        const PeerScene::ScenePeer *peer;
        std::uint32_t index; //!< of them, in the crowd
        QPointF at; //!< on the item
        int radius; //!< of their face, pixels
        float rank; //!< lower is sooner; below 0 insists on being there
    };

    //! Starts a frame, of a crowd of so many.
    void begin(const LabelArea &room, Time now, std::size_t peers);
    void addFace(QPointF at, int radius) { m_layout.addFace(at, radius); }
    //! Where I stand: what I say is written there.
    void addMe(QPointF at, int radius);
    //! Somebody who is to be found, and stands outside of the view; faces come before. `metres`: from me, if that is
    //! known.
    void point(MapPicture &picture, MapSprites &sprites, const LabelArea &room, const PeerScene::ScenePeer &peer,
               QPointF at, std::optional<double> metres);
    void add(const Candidate &candidate) { m_candidates.push_back(candidate); }
    //! Adds labels, bubbles and signs to the sprites.
    void write(MapPicture &picture, const PeerScene &peerScene, MapSprites &sprites);

    //! Who stands outside of the view.
    const AwayMark &away() const { return m_away; }
    //! Where something is written in this frame.
    const std::vector<QRectF> &boxes() const { return m_boxes; }
    //! Whose names are written in this frame.
    QList<Address> labelled() const;
    //! Some have none, for whom there may be room at the next choice.
    bool isWaiting() const { return m_isWaiting; }

private:
    struct Label {
        Address address;
        LabelLayout::Side side = LabelLayout::Side::Below;
        bool isShown = false;
    };

    //! A face beside which something is written.
    struct Spot {
        QPointF at;
        double radius = 0;
    };

    void choose();
    void writeName(MapPicture &picture, MapSprites &sprites, Label &label, const Candidate &candidate);
    void writeWords(MapPicture &picture, MapSprites &sprites, const Spot &spot, const PeerScene::SpeechBubble &words);
    bool put(MapPicture &picture, MapSprites &sprites, std::uint32_t cell, const LabelLayout::Request &request,
             LabelLayout::Side *side = nullptr);

    LabelLayout m_layout;
    AwayMark m_away;
    Time m_now{0};
    std::optional<Spot> m_me;
    std::optional<Time> m_lastChoice;
    std::vector<Candidate> m_candidates;
    std::vector<std::uint32_t> m_where; //!< by index in the crowd: one past the place in m_candidates, or 0
    std::vector<Label> m_labels; //!< in the order in which they are served
    std::vector<QRectF> m_boxes;
    bool m_isWaiting = false;
};

} // namespace islet
