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

//! Chooses which people are labelled: first those who talk, then the nearest. It chooses five times a second to avoid
//! flicker; in between, labels move with their people, and labels that would collide are hidden.
class LabelChoice {
    Q_DECLARE_TR_FUNCTIONS(islet::LabelChoice)

public:
    using Time = std::chrono::microseconds;

    static constexpr std::size_t maxLabels = 200;
    static constexpr std::size_t maxBubbles = 12;
    static constexpr std::chrono::milliseconds betweenChoices{200};

    //! A person who is visible in this frame.
    struct Candidate {
        const PeerScene::ScenePeer *peer;
        std::uint32_t index; //!< in PeerScene::peers()
        QPointF at; //!< pixels of the item
        int radius; //!< of the face, pixels
        float rank; //!< lower is served first; below 0 the label is required
    };

    //! Starts a frame. `peers` is the size of PeerScene::peers().
    void begin(const LabelArea &area, Time now, std::size_t peers);
    void addFace(QPointF at, int radius) { m_layout.addFace(at, radius); }
    //! My position, where my speech bubbles are placed.
    void addMe(QPointF at, int radius);
    //! Points to a selected person outside of the view. Call after addFace(). `metres`: the distance from me, if known.
    void pointTo(MapPicture &picture, MapSprites &sprites, const LabelArea &area, const PeerScene::ScenePeer &peer,
                 QPointF at, std::optional<double> metres);
    void add(const Candidate &candidate) { m_candidates.push_back(candidate); }
    //! Adds labels, bubbles and emotes to the sprites.
    void write(MapPicture &picture, const PeerScene &peerScene, MapSprites &sprites);

    //! The marker for the person outside of the view.
    const AwayMark &away() const { return m_away; }
    //! The boxes of all texts in this frame.
    const std::vector<QRectF> &boxes() const { return m_boxes; }
    //! The people who are labelled in this frame.
    QList<Address> labelledPeers() const;
    //! Some people without a label may get one at the next choice.
    bool hasPending() const { return m_hasPending; }

private:
    struct Label {
        Address address;
        LabelLayout::Side side = LabelLayout::Side::Below;
        bool isShown = false;
    };

    //! A face beside which text is placed.
    struct Anchor {
        QPointF at;
        double radius = 0;
    };

    void choose();
    void writeName(MapPicture &picture, MapSprites &sprites, Label &label, const Candidate &candidate);
    void writeBubble(MapPicture &picture, MapSprites &sprites, const Anchor &anchor,
                     const PeerScene::SpeechBubble &bubble);
    bool placeLabel(MapPicture &picture, MapSprites &sprites, std::uint32_t cell, const LabelLayout::Request &request,
                    LabelLayout::Side *side = nullptr);

    LabelLayout m_layout;
    AwayMark m_away;
    Time m_now{0};
    std::optional<Anchor> m_me;
    std::optional<Time> m_lastChoice;
    std::vector<Candidate> m_candidates;
    std::vector<std::uint32_t> m_candidateOf; //!< by index in PeerScene::peers(): index in m_candidates + 1, or 0
    std::vector<Label> m_labels; //!< highest priority first
    std::vector<QRectF> m_boxes;
    bool m_hasPending = false;
};

} // namespace islet
