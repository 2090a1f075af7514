// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "eachalone.h"
#include "pulsefixture.h"
#include "tests/support/testmain.h"

#include <QAudioDevice>
#include <QAudioSource>
#include <QMediaDevices>

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

void TestPulseDevices::findsServerStartedLater()
{
    PulseFixture fixture;
    QVERIFY2(fixture.isUp(), qPrintable(fixture.server.why()));
    fixture.stopServer();
    fixture.pipeline.start();
    QVERIFY(fixture.microphoneBecomes(Kind::NoServer));
    QVERIFY(fixture.loudspeakerBecomes(Kind::NoServer));
    QVERIFY(fixture.leaveStaleSocket());
    QVERIFY(waitUntil([until = QDeadlineTimer(1500ms)] { return until.hasExpired(); })); // lets it query again
    QVERIFY(fixture.microphoneBecomes(Kind::NoServer));
    QVERIFY(fixture.startServer());
    QVERIFY(fixture.addMouthAndEar());
    QVERIFY(fixture.bothRun());
    QVERIFY(fixture.isListening());
    QVERIFY(fixture.isHeardIn(u"ear"_s));
}

void TestPulseDevices::reconnectsAfterServerRestart()
{
    PulseFixture fixture;
    QVERIFY2(fixture.isUp() && fixture.addMouthAndEar(), qPrintable(fixture.server.why()));
    QVERIFY(fixture.startAndRun());
    // Qt tries again after 3 s: the first time it finds a server by then, the second time it does not.
    for (const auto absence : {0ms, 7000ms}) {
        fixture.stopServer();
        QVERIFY(fixture.microphoneBecomes(Kind::NoServer));
        QVERIFY(fixture.loudspeakerBecomes(Kind::NoServer));
        QVERIFY(fixture.pipeline.loudspeakers().isEmpty());
        QVERIFY(waitUntil([until = QDeadlineTimer(absence)] { return until.hasExpired(); }, 10s));
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
