// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/ctl/eventwriter.h"
#include "app/ctl/listener.h"
#include "app/ctl/talker.h"

#include <QSet>

namespace islet::ctl {

//! Writes who talks, and how well it comes through.
class VoiceReport : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds looking{100};
    static constexpr std::chrono::seconds telling{5};

    //! All must outlive the report.
    VoiceReport(EventWriter &events, const Listener &listener, const Talker &talker, const Address &myself);

    void start();
    //! Writes voiceStats, whether there is news or not.
    void tell();
    //! Nobody talks any more; writes the last figures, if there was anything to be heard.
    void finish();

private:
    //! Grows with everything that happens.
    std::uint64_t newsSoFar() const;
    void tellNews();
    void look();
    void onGone(const Listener::Heard &heard);
    void writeTalking(const Address &person, bool talking);

    EventWriter &m_events;
    const Listener &m_listener;
    const Talker &m_talker;
    Address m_myself;
    QSet<Address> m_talking; // but for ourselves
    QList<Listener::Heard> m_gone; // whose last figures were not told yet
    std::uint64_t m_newsTold = 0;
    QTimer m_look;
    QTimer m_tell;
};

} // namespace islet::ctl
