// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "eachalone.h"
#include "pulsefixture.h"
#include "tests/support/testmain.h"

#include <QAbstractEventDispatcher>
#include <QAudioDevice>
#include <QAudioSource>
#include <QMediaDevices>

#include <atomic>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! What a sound server can do to its clients.
class TestPulseDevices : public QObject {
    Q_OBJECT

private slots:
    void findsServerStartedLater();
    void reconnectsAfterServerRestart();
    void recoversFromStalledServer();
    void listsDevicesAndMarksDefaults();
    void reopensReturningMicrophone();
    void reopensReturningOnlyLoudspeaker();
    void followsDefaultDevice();
    void returnsToChosenLoudspeaker();
    void abandonsHungDevice();
    void waitsForDevices();
};

namespace {

//! What a WatchedSystem did, counted on the audio thread.
struct SystemLog {
    std::atomic<int> polls = 0; //!< of the server
    std::atomic<int> qtRetries = 0; //!< times that Qt's own timer for reconnecting fired
};

//! Counts when the pipeline looks for the server, and when Qt's client of PulseAudio does.
class WatchedSystem : public QtSoundSystem {
public:
    explicit WatchedSystem(SystemLog &log)
        : m_log(log)
        , m_timerWatch(log.qtRetries)
    { }

    bool isReachable() override
    {
        const bool isThere = QtSoundSystem::isReachable();
        // Qt retries by QTimer::singleShot(), whose timers are children of the event dispatcher. Installed after the
        // filter of PulseReconnect, and so asked before it.
        for (QObject *child : QAbstractEventDispatcher::instance()->children()) {
            if (qstrcmp(child->metaObject()->className(), "QSingleShotTimer") == 0)
                child->installEventFilter(&m_timerWatch);
        }
        ++m_log.polls;
        return isThere;
    }

private:
    class TimerWatch : public QObject {
    public:
        explicit TimerWatch(std::atomic<int> &fired)
            : m_fired(fired)
        { }
        bool eventFilter(QObject * /*watched*/, QEvent *event) override
        {
            m_fired += event->type() == QEvent::Timer ? 1 : 0;
            return false;
        }

    private:
        std::atomic<int> &m_fired;
    };

    SystemLog &m_log;
    TimerWatch m_timerWatch;
};

} // namespace

void TestPulseDevices::findsServerStartedLater()
{
    SystemLog log;
    PulseFixture fixture([&log] { return std::make_unique<WatchedSystem>(log); });
    QVERIFY2(fixture.isUp(), qPrintable(fixture.server.why()));
    fixture.stopServer();
    fixture.pipeline.start();
    QVERIFY(fixture.microphoneBecomes(Kind::NoServer));
    QVERIFY(fixture.loudspeakerBecomes(Kind::NoServer));
    QVERIFY(fixture.leaveStaleSocket());
    const int polls = log.polls;
    QVERIFY(waitUntil([&] { return log.polls >= polls + 2; })); // at least one of them finds the stale socket
    QVERIFY(fixture.microphoneBecomes(Kind::NoServer));
    QVERIFY(fixture.startServer());
    QVERIFY(fixture.addMouthAndEar());
    QVERIFY(fixture.bothRun());
    QVERIFY(fixture.isListening());
    QVERIFY(fixture.isHeardIn(u"ear"_s));
}

void TestPulseDevices::reconnectsAfterServerRestart()
{
    SystemLog log;
    PulseFixture fixture([&log] { return std::make_unique<WatchedSystem>(log); });
    QVERIFY2(fixture.isUp() && fixture.addMouthAndEar(), qPrintable(fixture.server.why()));
    QVERIFY(fixture.startAndRun());
    // Qt tries again after 3 s: the first time it finds a server by then, the second time it does not.
    for (const int failedRetries : {0, 2}) {
        fixture.stopServer();
        QVERIFY(fixture.microphoneBecomes(Kind::NoServer));
        QVERIFY(fixture.loudspeakerBecomes(Kind::NoServer));
        QVERIFY(fixture.pipeline.loudspeakers().isEmpty());
        const int retries = log.qtRetries;
        QVERIFY(waitUntil([&] { return log.qtRetries >= retries + failedRetries; }, 20s));
        QVERIFY(fixture.startServer());
        QVERIFY(fixture.addMouthAndEar());
        QVERIFY(fixture.bothRun());
        QVERIFY(fixture.isListening());
        QVERIFY(fixture.isHeardIn(u"ear"_s));
    }
    QVERIFY(!fixture.pipeline.hasAbandoned());
}

void TestPulseDevices::recoversFromStalledServer()
{
    PulseFixture fixture;
    QVERIFY2(fixture.isUp() && fixture.addMouthAndEar(), qPrintable(fixture.server.why()));
    QVERIFY(fixture.startAndRun());
    QVERIFY(fixture.signalServer(SIGSTOP));
    QVERIFY(fixture.microphoneBecomes(Kind::NoServer));
    QVERIFY(fixture.loudspeakerBecomes(Kind::NoServer));
    QVERIFY(fixture.signalServer(SIGCONT));
    QVERIFY(fixture.bothRun());
    QVERIFY(fixture.isListening());
    QVERIFY(fixture.isHeardIn(u"ear"_s));
    QVERIFY(!fixture.pipeline.hasAbandoned());
}

void TestPulseDevices::listsDevicesAndMarksDefaults()
{
    PulseFixture fixture;
    QVERIFY2(fixture.isUp() && fixture.addMouthAndEar(), qPrintable(fixture.server.why()));
    QVERIFY(fixture.server.addMicrophone(u"other"_s, u"ear"_s));
    QVERIFY(fixture.startAndRun());
    const QList<SoundDevice> microphones{{"microphone", u"microphone"_s, true}, {"other", u"other"_s, false}};
    QCOMPARE(fixture.pipeline.microphones(), microphones); // and no monitors
    const QList<SoundDevice> loudspeakers{{"mouth", u"mouth"_s, false}, {"ear", u"ear"_s, true}};
    QCOMPARE(fixture.pipeline.loudspeakers(), loudspeakers);
    QVERIFY(fixture.server.setDefaultSource(u"other"_s));
    QVERIFY(waitUntil([&] { return fixture.pipeline.microphones().at(1).isDefault; }));
    QVERIFY(!fixture.pipeline.microphones().at(0).isDefault);
}

void TestPulseDevices::reopensReturningMicrophone()
{
    PulseFixture fixture;
    QVERIFY2(fixture.isUp() && fixture.addMouthAndEar(), qPrintable(fixture.server.why()));
    QVERIFY(fixture.startAndRun());
    for (int times = 0; times < 2; ++times) {
        QVERIFY(fixture.server.removeModule(*fixture.microphone));
        QVERIFY(fixture.microphoneBecomes(Kind::NoDevice));
        QVERIFY(fixture.isHeardIn(u"ear"_s)); // playback continues
        fixture.microphone = fixture.server.addMicrophone(u"microphone"_s, u"mouth"_s);
        QVERIFY(fixture.microphone);
        QVERIFY(fixture.bothRun());
        QVERIFY(fixture.isListening());
    }
    QVERIFY(!fixture.pipeline.hasAbandoned());
}

void TestPulseDevices::reopensReturningOnlyLoudspeaker()
{
    PulseFixture fixture;
    QVERIFY2(fixture.isUp(), qPrintable(fixture.server.why()));
    for (int times = 0; times < 2; ++times) {
        const auto only = fixture.server.addSink(u"only"_s);
        QVERIFY2(only, qPrintable(fixture.server.why()));
        fixture.pipeline.start();
        QVERIFY(fixture.loudspeakerBecomes(Kind::Running, u"only"_s));
        QVERIFY(fixture.isHeardIn(u"only"_s));
        QVERIFY(fixture.server.removeModule(*only));
        QVERIFY(fixture.loudspeakerBecomes(Kind::NoDevice));
    }
    QVERIFY(!fixture.pipeline.hasAbandoned());
}

void TestPulseDevices::followsDefaultDevice()
{
    PulseFixture fixture;
    QVERIFY2(fixture.isUp() && fixture.addMouthAndEar(), qPrintable(fixture.server.why()));
    QVERIFY(fixture.server.addSink(u"headphones"_s) && fixture.server.addMicrophone(u"headset"_s, u"mouth"_s));
    QVERIFY(fixture.startAndRun());
    QVERIFY(fixture.server.setDefaultSink(u"headphones"_s));
    QVERIFY(fixture.loudspeakerBecomes(Kind::Running, u"headphones"_s));
    QVERIFY(fixture.isHeardIn(u"headphones"_s));
    QVERIFY(fixture.server.setDefaultSource(u"headset"_s));
    QVERIFY(fixture.microphoneBecomes(Kind::Running, u"headset"_s));
    QVERIFY(fixture.isListening());
}

void TestPulseDevices::returnsToChosenLoudspeaker()
{
    PulseFixture fixture;
    QVERIFY2(fixture.isUp() && fixture.addMouthAndEar(), qPrintable(fixture.server.why()));
    auto headphones = fixture.server.addSink(u"headphones"_s);
    QVERIFY(headphones);
    fixture.pipeline.useLoudspeaker("headphones");
    fixture.pipeline.start();
    QVERIFY(fixture.loudspeakerBecomes(Kind::Running, u"headphones"_s));
    QVERIFY(fixture.isHeardIn(u"headphones"_s));
    QVERIFY(fixture.server.removeModule(*headphones));
    QVERIFY(fixture.loudspeakerBecomes(Kind::Running, u"ear"_s));
    QVERIFY(fixture.isHeardIn(u"ear"_s));
    headphones = fixture.server.addSink(u"headphones"_s);
    QVERIFY(headphones);
    QVERIFY(fixture.loudspeakerBecomes(Kind::Running, u"headphones"_s));
    QVERIFY(fixture.isHeardIn(u"headphones"_s));
    // The server moves the stream when another sink becomes the default; the pipeline moves it back.
    QVERIFY(fixture.server.setDefaultSink(u"headphones"_s));
    QVERIFY(waitUntil([&] { return fixture.pipeline.loudspeakers().last().isDefault; }));
    QVERIFY(fixture.server.setDefaultSink(u"ear"_s));
    QVERIFY(waitUntil([&] { return !fixture.pipeline.loudspeakers().last().isDefault; }));
    QVERIFY(fixture.loudspeakerBecomes(Kind::Running, u"headphones"_s));
    QVERIFY(fixture.isHeardIn(u"headphones"_s));
}

namespace {

//! A system with outdated lists: it still lists a microphone that Qt once saw, and tries to open it.
class OutdatedSystem : public QtSoundSystem {
public:
    static constexpr auto gone = "gone";

    bool isReachable() override
    {
        const bool isThere = QtSoundSystem::isReachable();
        for (const QAudioDevice &device : isThere ? QMediaDevices::audioInputs() : QList<QAudioDevice>()) {
            if (device.id() == gone)
                m_seen = device;
        }
        return isThere;
    }
    QList<SoundDevice> microphones() override
    {
        auto all = QtSoundSystem::microphones();
        if (!m_seen.isNull() && std::ranges::none_of(all, [](const auto &device) { return device.id == gone; }))
            all.append({gone, u"gone"_s, false});
        return all;
    }
    std::unique_ptr<CaptureStream> openMicrophone(const QByteArray &id) override
    {
        if (id != gone)
            return QtSoundSystem::openMicrophone(id);
        QAudioSource source(m_seen, m_seen.preferredFormat());
        source.start(); // never returns
        return nullptr;
    }

private:
    // Shared by all systems of this process: the next one must be as outdated as the first.
    static inline QAudioDevice m_seen;
};

} // namespace

void TestPulseDevices::abandonsHungDevice()
{
    PulseFixture fixture([] { return std::make_unique<OutdatedSystem>(); }, 1500ms);
    QVERIFY2(fixture.isUp() && fixture.addMouthAndEar(), qPrintable(fixture.server.why()));
    auto gone = fixture.server.addMicrophone(u"gone"_s, u"mouth"_s);
    QVERIFY(gone);
    QVERIFY(fixture.startAndRun());
    QVERIFY(fixture.server.removeModule(*gone));
    QVERIFY(!fixture.pipeline.hasAbandoned());
    QList<Kind> states;
    connect(&fixture.pipeline, &AudioPipeline::stateChanged, this,
            [&] { states.append(fixture.pipeline.state().microphone.kind); });
    fixture.pipeline.useMicrophone(OutdatedSystem::gone);
    QVERIFY(waitUntil([&] { return fixture.pipeline.hasAbandoned(); }));
    QVERIFY(states.contains(Kind::Hung));
    // A new thread takes over with the devices that work.
    QVERIFY(fixture.bothRun());
    QVERIFY(fixture.isListening());
    QVERIFY(fixture.isHeardIn(u"ear"_s));
    QVERIFY(fixture.pipeline.microphones().size() == 2);
    // Qt belongs to the abandoned thread, so it cannot reconnect to a restarted server: opening is refused.
    fixture.stopServer();
    QVERIFY(fixture.microphoneBecomes(Kind::NoServer));
    QVERIFY(fixture.loudspeakerBecomes(Kind::NoServer));
    QVERIFY(fixture.startServer() && fixture.addMouthAndEar());
    QVERIFY(fixture.microphoneBecomes(Kind::Refused, u"microphone"_s));
    QVERIFY(fixture.loudspeakerBecomes(Kind::Refused, u"ear"_s));
}

void TestPulseDevices::waitsForDevices()
{
    PulseFixture fixture;
    QVERIFY2(fixture.isUp(), qPrintable(fixture.server.why()));
    fixture.pipeline.start();
    QVERIFY(fixture.microphoneBecomes(Kind::NoDevice));
    QVERIFY(fixture.loudspeakerBecomes(Kind::NoDevice));
    QVERIFY(fixture.addMouthAndEar());
    QVERIFY(fixture.bothRun());
    QVERIFY(fixture.isListening());
    QVERIFY(fixture.isHeardIn(u"ear"_s));
}

ISLET_REGISTER_TEST(TestPulseDevices, runEachInOwnProcess<TestPulseDevices>);
#include "tst_pulsedevices.moc"
