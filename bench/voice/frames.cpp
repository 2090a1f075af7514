// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "frames.h"

#include "app/protocols.h"

#include "audio/voicesender.h"
#include "audio/wavfile.h"
#include "bench/support/child.h"
#include "bench/support/table.h"
#include "comms/client.h"
#include "hiddenwindow.h"
#include "identity/identity.h"

#include <QEventLoop>
#include <QtCore/qtestsupport_core.h>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet::bench {

namespace {

constexpr int peerCount = 8;
constexpr double maxRatio = 1.05; // ratios up to this are within measurement error

//! A peer that walks in a circle and may talk; in this process, so that it costs almost nothing.
class WalkingPeer {
public:
    WalkingPeer(const ConnectionString &room, int number)
        : m_number(number)
    {
        static_cast<void>(m_client.join(room)); // failure shows in isIn()
    }

    bool isIn() { return m_client.session().state() == CommsSession::State::Joined; }
    void walk(double seconds)
    {
        const auto angle = static_cast<float>(seconds / 2 + m_number);
        static_cast<void>(
            m_client.reporter().setPlacement({{8 + 6 * std::cos(angle), 0, 8 + 6 * std::sin(angle)}, 0, {}}));
    }
    void sendVoice(const QByteArray &packet) { static_cast<void>(m_client.adapter().sendVoice({packet, ++m_index})); }

private:
    int m_number;
    std::uint32_t m_index = 0;
    Identity m_identity = Identity::create(PrivateKey::generate());
    Client m_client{allProtocols(), m_identity, {}};
};

//! The packets of a sentence.
std::vector<QByteArray> packetsOf(const QString &file)
{
    const auto speech = readVoice(file);
    std::vector<QByteArray> packets;
    if (!speech)
        return packets;
    VoiceSender sender(0);
    sender.set(Processing{false, false, false});
    sender.setTalking(true);
    const std::vector<float> silence(frameSamples);
    std::vector<float> frame(frameSamples);
    for (std::size_t at = 0; at + frame.size() <= speech->size(); at += frame.size()) {
        std::copy_n(speech->begin() + static_cast<std::ptrdiff_t>(at), frame.size(), frame.begin());
        if (const auto packet =
                sender.process(std::span(frame).first<frameSamples>(), std::span(silence).first<frameSamples>()))
            packets.emplace_back(reinterpret_cast<const char *>(packet->bytes.data()),
                                 static_cast<qsizetype>(packet->bytes.size()));
    }
    return packets;
}

//! Frame times reported by a window.
struct FrameTimes {
    std::vector<double> taken; //!< ms
    std::vector<double> between;

    double typical() const { return percentile(taken, 0.5); }
    double slow() const { return percentile(taken, 0.95); }
    double gap() const { return percentile(between, 0.5); }
    double longGap() const { return percentile(between, 0.95); }
};

FrameTimes parse(QStringView report)
{
    FrameTimes times;
    for (const QStringView line : report.split(u'\n')) {
        const auto words = line.split(u' ');
        if (words.size() != 3 || words[0] != u"frame"_s)
            continue;
        times.taken.push_back(words[1].toDouble());
        times.between.push_back(words[2].toDouble());
    }
    return times;
}

bool reportError(const QString &sentence)
{
    std::fputs((u"frames: "_s + sentence + u'\n').toUtf8().constData(), stderr);
    return false;
}

//! A window in a room with walking peers.
class Scene {
public:
    explicit Scene(std::chrono::milliseconds length)
        : m_length(length)
    { }

    bool start()
    {
        if (!m_ground.start())
            return reportError(m_ground.why());
        m_packets = packetsOf(m_ground.sentence());
        if (m_packets.empty())
            return reportError(u"the sentence could not be read."_s);
        const QString typed = u"ws-room:"_s + QString::fromUtf8(m_server.readLine("ws-room:", 20s));
        const auto room = ConnectionString::parse(typed);
        for (int i = 0; room && i < peerCount; ++i)
            m_peers.push_back(std::make_unique<WalkingPeer>(*room, i));
        const auto areIn = [this] { return std::ranges::all_of(m_peers, &WalkingPeer::isIn); };
        if (!QTest::qWaitFor(areIn, 20'000))
            return reportError(u"the peers could not join the room."_s);
        const auto devices = Ground::devices();
        const bool isOpen = m_window.start(m_ground,
                                           {m_folder.filePath(u"window"_s),
                                            devices.microphone,
                                            devices.ear,
                                            typed,
                                            {{u"ISLET_BENCH_FRAMES"_s, u"1"_s}}});
        FrameTimes unused;
        // Once on and off, so that all devices and decoders exist before the measurement.
        return isOpen ? run(true, unused) && run(false, unused) : reportError(m_window.why());
    }

    bool run(bool isVoiceOn, FrameTimes &times)
    {
        if (!m_window.sendCommand(isVoiceOn ? "ptt down" : "ptt up"))
            return reportError(m_window.why());
        walk(1s, isVoiceOn); // until it takes effect
        const qsizetype before = m_window.errors().size();
        walk(m_length, isVoiceOn);
        times = parse(QStringView(m_window.errors()).sliced(before));
        return times.taken.size() > 10 || reportError(u"the window shows hardly any frames."_s);
    }

private:
    void walk(std::chrono::milliseconds length, bool isVoiceOn)
    {
        QEventLoop loop;
        QTimer step;
        step.setTimerType(Qt::PreciseTimer);
        int left = static_cast<int>(length / 20ms);
        QObject::connect(&step, &QTimer::timeout, &loop, [&] {
            for (const auto &peer : m_peers) {
                peer->walk(m_steps / 50.0);
                if (isVoiceOn)
                    peer->sendVoice(m_packets[static_cast<std::size_t>(m_steps) % m_packets.size()]);
            }
            ++m_steps;
            if (--left == 0)
                loop.quit();
        });
        step.start(20ms);
        loop.exec();
    }

    std::chrono::milliseconds m_length;
    Ground m_ground;
    QTemporaryDir m_folder;
    Child m_server{{neighbour(u"isletctl"_s), {u"serve"_s, u"--port"_s, u"0"_s}}};
    std::vector<QByteArray> m_packets;
    std::vector<std::unique_ptr<WalkingPeer>> m_peers;
    HiddenWindow m_window;
    int m_steps = 0;
};

} // namespace

bool measureFrames(const Effort &effort)
{
    Scene scene(effort.pick(6'000ms, 2'000ms));
    if (!scene.start())
        return false;
    std::vector<FrameTimes> off;
    std::vector<FrameTimes> on;
    for (int round = 0; round < effort.pick(5, 2); ++round) {
        if (!scene.run(false, off.emplace_back()) || !scene.run(true, on.emplace_back()))
            return false;
    }
    const auto of = [](const std::vector<FrameTimes> &runs, auto field) { return median(each(runs, field)); };
    Table table(u"frames of the window, ms: %1 walking peers; with voice, they and the window talk"_s.arg(peerCount),
                u"without voice"_s);
    table.addRatio(u"from frame to frame, median"_s, of(on, &FrameTimes::gap), of(off, &FrameTimes::gap), 2,
                   Target::atMost(maxRatio));
    table.addRatio(u"from frame to frame, 95th percentile"_s, of(on, &FrameTimes::longGap),
                   of(off, &FrameTimes::longGap), 2, Target::atMost(maxRatio));
    // There is more to draw while people talk: a ring around each, bars in the list, a moving meter.
    table.addNote(u"rendering, median"_s, of(on, &FrameTimes::typical), of(off, &FrameTimes::typical), 2);
    table.addNote(u"rendering, 95th percentile"_s, of(on, &FrameTimes::slow), of(off, &FrameTimes::slow), 2);
    table.print();
    return true;
}

} // namespace islet::bench
