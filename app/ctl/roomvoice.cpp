// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/roomvoice.h"

#include "base/quoted.h"

using namespace Qt::StringLiterals;

namespace islet::ctl {

RoomVoice::RoomVoice(const Dependencies &dependencies, EventWriter &events)
    : m_link(dependencies.adapter, dependencies.directory, dependencies.reporter)
    , m_talker(m_link)
    , m_listener(m_link)
    , m_report(events, m_listener, m_talker, dependencies.myself)
{
    connect(&m_talker, &Talker::stopped, this, &RoomVoice::stopped);
    connect(&m_listener, &Listener::failed, this, [&events](const QString &sentence) {
        events.write(u"error"_s, {{u"command"_s, u"listen"_s}, {u"detail"_s, sentence}});
    });
}

Expected<void> RoomVoice::prepare(const JoinOptions &options)
{
    m_link.setCurve(options.curve);
    if (!options.talkFile.isEmpty()) {
        if (const auto loaded = m_talker.load(options.talkFile); !loaded)
            return loaded;
        m_talksOnJoin = true;
    }
    return options.listenFolder.isEmpty() ? Expected<void>() : m_listener.record(options.listenFolder);
}

void RoomVoice::enter()
{
    m_listener.start();
    m_report.start();
    if (m_talksOnJoin)
        static_cast<void>(m_talker.press()); // a file is loaded, so press() succeeds
}

void RoomVoice::finish()
{
    m_talker.abandon();
    m_listener.finish();
    m_report.finish();
}

Expected<void> RoomVoice::talk(const QString &path)
{
    return m_talker.load(path).and_then([this] { return m_talker.press(); });
}

Expected<void> RoomVoice::ptt(const QString &what)
{
    if (what == "down"_L1)
        return m_talker.press();
    if (what != "up"_L1)
        return failure(ErrorCode::InvalidInput, u"ptt takes down or up, not %1."_s.arg(quoted(what)));
    m_talker.release();
    return {};
}

} // namespace islet::ctl
