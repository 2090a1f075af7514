// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/map/peermotion.h"
#include "base/clock.h"
#include "comms/peerdirectory.h"
#include "comms/profileexchange.h"

#include <QColor>
#include <QHash>
#include <QSet>
#include <QtQml/qqmlregistration.h>

#include <algorithm>
#include <functional>
#include <vector>

namespace islet {

//! Everybody near, in motion: what the map draws.
class PeerScene : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")

public:
    static constexpr std::chrono::seconds bubbleDuration{6}; //!< a line of chat or an emote, beside who it is from
    static constexpr qsizetype maxWords = 80; //!< characters of a line that are kept for the map
    static constexpr qsizetype maxSpeakers = 64; //!< whose lines are kept; who spoke longest ago goes first
    //! Whoever is silent for longer begins to fade: everybody reports at least once a second.
    static constexpr std::chrono::seconds silenceUntilStale{3};

    struct Person {
        Address address;
        Placement placement;
        bool isTalking = false;
        QColor color = {};
        QString name = {}; //!< that they say they have, or empty
    };
    //! Somebody as the crowd keeps them. What is dear to find out is found out once, not in each frame.
    struct ScenePeer {
        Address address;
        PeerMotion motion;
        std::chrono::microseconds lastMoved{0}; //!< when a position came
        QRgb color = 0;
        std::uint32_t initials = 0; //!< two UTF-16 units, the first one in the upper half
        bool isTalking = false;
        std::chrono::microseconds wordsUntil{0}; //!< when the last of bubbleOf() ends
        QString name; //!< that they say they have, or empty
    };
    //! What somebody said, or shows, just now; plain, in one line.
    struct SpeechBubble {
        QString line; //!< of chat; empty: none
        std::chrono::microseconds lineUntil{0};
        QString emote; //!< its sign or name; empty: none
        std::chrono::microseconds emoteUntil{0};

        std::chrono::microseconds end() const { return std::max(lineUntil, emoteUntil); }
    };

    //! `directory` must outlive the crowd.
    explicit PeerScene(PeerDirectory &directory, Clock clock = monotonicNow, QObject *parent = nullptr);
    //! Where names and colours come from; must outlive the crowd.
    void setProfiles(const ProfileExchange &profiles);
    //! Who is ignored is seen in grey; renew() when that changes for somebody.
    void setIgnored(std::function<bool(const Address &)> isIgnored);
    //! What they look like may be something else.
    void renew(const Address &address);

    //! Those who stand somewhere, as they are to be shown now.
    QList<Person> people() const;
    //! The same without a copy, for those who draw all of them in every frame; good until control goes elsewhere.
    const std::vector<ScenePeer> &peers() const { return m_peers; }
    //! nullptr for who stands nowhere.
    const ScenePeer *find(const Address &address) const;
    //! What I said or show, who am in no crowd.
    const SpeechBubble &mine() const { return m_mine; }
    //! nullptr when they say and show nothing.
    const SpeechBubble *bubbleOf(const Address &address) const;
    //! For how long nothing at all was heard from them; 0 when that is short of silenceUntilStale.
    std::chrono::microseconds silenceOf(const ScenePeer &peer, std::chrono::microseconds now) const;
    std::chrono::microseconds now() const { return m_clock(); }

    //! Whether people() goes on changing by itself.
    bool isMoving() const;
    void setTalking(const QSet<Address> &people);
    //! Shows a line of chat beside them for a while; whoever stands nowhere is passed over.
    void showLine(const Address &address, const QString &text);
    //! Shows an emote beside them for a while, by a sign or its name.
    void showEmote(const Address &address, const QString &label);
    //! The same, of me.
    void showMyLine(const QString &text);
    void showMyEmote(const QString &label);
    qsizetype count() const { return static_cast<qsizetype>(m_peers.size()); }

signals:
    void changed();

private:
    void onMoved(const Address &address, const Placement &placement);
    void onRemoved(const Address &address);
    void updateAppearance(ScenePeer &peer) const;
    void updateAllAppearances();
    ScenePeer *peerOf(const Address &address);
    SpeechBubble *openBubble(const Address &address);
    void setLine(SpeechBubble &words, const QString &line);
    void setEmote(SpeechBubble &words, const QString &sign);
    void forgetOldBubbles();

    PeerDirectory &m_directory;
    Clock m_clock;
    const ProfileExchange *m_profiles = nullptr;
    std::function<bool(const Address &)> m_isIgnored;
    std::vector<ScenePeer> m_peers;
    QHash<Address, std::size_t> m_index; //!< into m_members
    QHash<Address, SpeechBubble> m_bubbles;
    SpeechBubble m_mine;
    QSet<Address> m_talking;
};

} // namespace islet
