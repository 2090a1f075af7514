// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/ctl/eventwriter.h"
#include "app/ctl/listener.h"
#include "app/ctl/talker.h"

#include <QSet>

namespace islet::ctl {

//! Writes events about who is talking, and about the quality of reception.
class VoiceReport : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds pollInterval{100};
    static constexpr std::chrono::seconds statsInterval{5};

    //! All must outlive the report.
    VoiceReport(EventWriter &events, const Listener &listener, const Talker &talker, const Address &myself);

    void start();
    //! Writes voiceStats, even if nothing has changed.
    void writeStats();
    //! Everyone has stopped talking; writes the final statistics if anyone was heard.
    void finish();

private:
    //! Increases with every change of the statistics.
    std::uint64_t changeCount() const;
    void writeStatsIfChanged();
    void poll();
    void onSpeakerLeft(const Listener::Heard &heard);
    void writeTalking(const Address &person, bool talking);

    EventWriter &m_events;
    const Listener &m_listener;
    const Talker &m_talker;
    Address m_myself;
    QSet<Address> m_talking; // excluding ourselves
    QList<Listener::Heard> m_departed; // final statistics not written yet
    std::uint64_t m_lastChangeCount = 0;
    QTimer m_pollTimer;
    QTimer m_statsTimer;
};

} // namespace islet::ctl
