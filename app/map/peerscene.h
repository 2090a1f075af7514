// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/map/peermotion.h"
#include "base/clock.h"
#include "comms/peerdirectory.h"
#include "comms/profileexchange.h"

#include <QColor>
#include <QHash>
#include <QRectF>
#include <QSet>
#include <QtQml/qqmlregistration.h>

#include <algorithm>
#include <functional>
#include <vector>

namespace islet {

//! The peers that the map draws, with their motion.
class PeerScene : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")

public:
    static constexpr std::chrono::seconds bubbleDuration{6}; //!< of a line of chat or an emote
    static constexpr qsizetype maxLineLength = 80; //!< characters; longer lines are cut
    static constexpr qsizetype maxSpeakers = 64; //!< with bubbles; the oldest are removed first
    //! Peers start to fade after this silence. They normally send at least once a second.
    static constexpr std::chrono::seconds staleAfter{3};

    struct Person {
        Address address;
        Placement placement;
        bool isTalking = false;
        QColor color = {};
        QString name = {}; //!< self-declared, or empty
    };
    //! A peer on the map. Caches what would be expensive to compute in each frame.
    struct ScenePeer {
        Address address;
        PeerMotion motion;
        std::chrono::microseconds lastMoved{0}; //!< when the last position arrived
        QRgb color = 0;
        std::uint32_t initials = 0; //!< two UTF-16 units, the first one in the upper 16 bits
        bool isTalking = false;
        std::chrono::microseconds bubbleUntil{0}; //!< end of bubbleOf()
        QString name; //!< self-declared, or empty
    };
    //! A person's current line of chat and emote, each one line of plain text.
    struct SpeechBubble {
        QString line; //!< of chat; empty for none
        std::chrono::microseconds lineUntil{0};
        QString emote; //!< its name; empty for none
        std::chrono::microseconds emoteUntil{0};

        std::chrono::microseconds end() const { return std::max(lineUntil, emoteUntil); }
    };

    //! `directory` must outlive this object.
    explicit PeerScene(PeerDirectory &directory, Clock clock = monotonicNow, QObject *parent = nullptr);
    //! The source of names and colours. Must outlive this object.
    void setProfiles(const ProfileExchange &profiles);
    //! Ignored people are drawn in grey. Call renew() when this changes for a person.
    void setIgnored(std::function<bool(const Address &)> isIgnored);
    //! Updates this person's appearance.
    void renew(const Address &address);

    //! The people with a known position, as they are shown now.
    QList<Person> people() const;
    //! The same without a copy, for drawing. Valid until control returns to the event loop.
    const std::vector<ScenePeer> &peers() const { return m_peers; }
    //! nullptr if the person has no known position.
    const ScenePeer *find(const Address &address) const;
    //! My own bubble, as I am not in peers().
    const SpeechBubble &mine() const { return m_mine; }
    //! nullptr if they have none.
    const SpeechBubble *bubbleOf(const Address &address) const;
    //! How long no packet of any kind has arrived from them; 0 below staleAfter.
    std::chrono::microseconds silenceOf(const ScenePeer &peer, std::chrono::microseconds now) const;
    std::chrono::microseconds now() const { return m_clock(); }

    //! Whether people() changes without new packets.
    bool isMoving() const;
    void setTalking(const QSet<Address> &people);
    //! Shows a line of chat beside a person for bubbleDuration. Ignored if they have no known position.
    void showLine(const Address &address, const QString &text);
    //! Shows an emote's name beside a person in the same way.
    void showEmote(const Address &address, const QString &label);
    //! The same for me.
    void showMyLine(const QString &text);
    void showMyEmote(const QString &label);
    //! The square metre around a position, in world x and z.
    static QRectF boundsOf(const Vec3 &position) { return {position.x - 0.5, position.z - 0.5, 1, 1}; }
    //! The smallest rectangle around all peers; null without any.
    QRectF bounds() const;
    qsizetype count() const { return static_cast<qsizetype>(m_peers.size()); }

    //! Announces all texts again: the language has changed.
    void retranslate() { emit retranslated(); }

signals:
    //! The language has changed: the map's labels contain translated text.
    void retranslated();
    void changed();

private:
    void onMoved(const Address &address, const Placement &placement);
    void onRemoved(const Address &address);
    void updateAppearance(ScenePeer &peer) const;
    void updateAllAppearances();
    ScenePeer *peerOf(const Address &address);
    SpeechBubble *openBubble(const Address &address);
    void setLine(SpeechBubble &bubble, const QString &line);
    void setEmote(SpeechBubble &bubble, const QString &label);
    void removeOldBubbles();

    PeerDirectory &m_directory;
    Clock m_clock;
    const ProfileExchange *m_profiles = nullptr;
    std::function<bool(const Address &)> m_isIgnored;
    std::vector<ScenePeer> m_peers;
    QHash<Address, std::size_t> m_index; //!< into m_peers
    QHash<Address, SpeechBubble> m_bubbles;
    SpeechBubble m_mine;
    QSet<Address> m_talking;
};

} // namespace islet
