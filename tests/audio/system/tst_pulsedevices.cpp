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

//! What a sound server does to a program that talks through it.
class TestPulseDevices : public QObject {
    Q_OBJECT

private slots:
    void findsAServerThatStartsLater();
    void comesBackWithTheServer();
    void livesWithAServerThatStalls();
    void listsAndMarksDefaults();
    void microphoneGoesAndComes();
    void lastLoudspeakerGoesAndComes();
    void followsTheDefault();
    void chosenGoesAndComes();
    void givesUpADeviceThatHangs();
    void livesWithoutDevices();
};

void TestPulseDevices::findsAServerThatStartsLater()
{
    PulseStage stage;
    QVERIFY2(stage.isUp(), qPrintable(stage.server.why()));
    stage.stopServer();
    stage.pipeline.start();
    QVERIFY(stage.microphoneBecomes(Kind::NoServer));
    QVERIFY(stage.loudspeakerBecomes(Kind::NoServer));
    QVERIFY(stage.leaveStaleSocket());
    QVERIFY(waitUntil([until = QDeadlineTimer(1500ms)] { return until.hasExpired(); })); // it looks again meanwhile
    QVERIFY(stage.microphoneBecomes(Kind::NoServer));
    QVERIFY(stage.startServer());
    QVERIFY(stage.addMouthAndEar());
    QVERIFY(stage.runs());
    QVERIFY(stage.isListening());
    QVERIFY(stage.isHeardIn(u"ear"_s));
}

void TestPulseDevices::comesBackWithTheServer()
{
    PulseStage stage;
    QVERIFY2(stage.isUp() && stage.addMouthAndEar(), qPrintable(stage.server.why()));
    QVERIFY(stage.startAndRun());
    // Qt tries again after 3 s; the first time it finds a server by then, the second time it does not.
    for (const auto absence : {0ms, 7000ms}) {
        stage.stopServer();
        QVERIFY(stage.microphoneBecomes(Kind::NoServer));
        QVERIFY(stage.loudspeakerBecomes(Kind::NoServer));
        QVERIFY(stage.pipeline.loudspeakers().isEmpty());
        QVERIFY(waitUntil([until = QDeadlineTimer(absence)] { return until.hasExpired(); }, 10s));
        QVERIFY(stage.startServer());
        QVERIFY(stage.addMouthAndEar());
        QVERIFY(stage.runs());
        QVERIFY(stage.isListening());
        QVERIFY(stage.isHeardIn(u"ear"_s));
    }
    QVERIFY(!stage.pipeline.hasAbandoned());
}

void TestPulseDevices::livesWithAServerThatStalls()
{
    PulseStage stage;
    QVERIFY2(stage.isUp() && stage.addMouthAndEar(), qPrintable(stage.server.why()));
    QVERIFY(stage.startAndRun());
    QVERIFY(stage.signalServer(SIGSTOP));
    QVERIFY(stage.microphoneBecomes(Kind::NoServer));
    QVERIFY(stage.loudspeakerBecomes(Kind::NoServer));
    QVERIFY(stage.signalServer(SIGCONT));
    QVERIFY(stage.runs());
    QVERIFY(stage.isListening());
    QVERIFY(stage.isHeardIn(u"ear"_s));
    QVERIFY(!stage.pipeline.hasAbandoned());
}

void TestPulseDevices::listsAndMarksDefaults()
{
    PulseStage stage;
    QVERIFY2(stage.isUp() && stage.addMouthAndEar(), qPrintable(stage.server.why()));
    QVERIFY(stage.server.addMicrophone(u"other"_s, u"ear"_s));
    QVERIFY(stage.startAndRun());
    const QList<SoundDevice> microphones{{"microphone", u"microphone"_s, true}, {"other", u"other"_s, false}};
    QCOMPARE(stage.pipeline.microphones(), microphones); // and no monitors
    const QList<SoundDevice> loudspeakers{{"mouth", u"mouth"_s, false}, {"ear", u"ear"_s, true}};
    QCOMPARE(stage.pipeline.loudspeakers(), loudspeakers);
    QVERIFY(stage.server.setDefaultSource(u"other"_s));
    QVERIFY(waitUntil([&] { return stage.pipeline.microphones().at(1).isDefault; }));
    QVERIFY(!stage.pipeline.microphones().at(0).isDefault);
}

void TestPulseDevices::microphoneGoesAndComes()
{
    PulseStage stage;
    QVERIFY2(stage.isUp() && stage.addMouthAndEar(), qPrintable(stage.server.why()));
    QVERIFY(stage.startAndRun());
    for (int times = 0; times < 2; ++times) {
        QVERIFY(stage.server.removeModule(*stage.microphone));
        QVERIFY(stage.microphoneBecomes(Kind::NoDevice));
        QVERIFY(stage.isHeardIn(u"ear"_s)); // the other way goes on
        stage.microphone = stage.server.addMicrophone(u"microphone"_s, u"mouth"_s);
        QVERIFY(stage.microphone);
        QVERIFY(stage.runs());
        QVERIFY(stage.isListening());
    }
    QVERIFY(!stage.pipeline.hasAbandoned());
}

void TestPulseDevices::lastLoudspeakerGoesAndComes()
{
    PulseStage stage;
    QVERIFY2(stage.isUp(), qPrintable(stage.server.why()));
    for (int times = 0; times < 2; ++times) {
        const auto only = stage.server.addSink(u"only"_s);
        QVERIFY2(only, qPrintable(stage.server.why()));
        stage.pipeline.start();
        QVERIFY(stage.loudspeakerBecomes(Kind::Running, u"only"_s));
        QVERIFY(stage.isHeardIn(u"only"_s));
        QVERIFY(stage.server.removeModule(*only));
        QVERIFY(stage.loudspeakerBecomes(Kind::NoDevice));
    }
    QVERIFY(!stage.pipeline.hasAbandoned());
}

void TestPulseDevices::followsTheDefault()
{
    PulseStage stage;
    QVERIFY2(stage.isUp() && stage.addMouthAndEar(), qPrintable(stage.server.why()));
    QVERIFY(stage.server.addSink(u"headphones"_s) && stage.server.addMicrophone(u"headset"_s, u"mouth"_s));
    QVERIFY(stage.startAndRun());
    QVERIFY(stage.server.setDefaultSink(u"headphones"_s));
    QVERIFY(stage.loudspeakerBecomes(Kind::Running, u"headphones"_s));
    QVERIFY(stage.isHeardIn(u"headphones"_s));
    QVERIFY(stage.server.setDefaultSource(u"headset"_s));
    QVERIFY(stage.microphoneBecomes(Kind::Running, u"headset"_s));
    QVERIFY(stage.isListening());
}

void TestPulseDevices::chosenGoesAndComes()
{
    PulseStage stage;
    QVERIFY2(stage.isUp() && stage.addMouthAndEar(), qPrintable(stage.server.why()));
    auto headphones = stage.server.addSink(u"headphones"_s);
    QVERIFY(headphones);
    stage.pipeline.useLoudspeaker("headphones");
    stage.pipeline.start();
    QVERIFY(stage.loudspeakerBecomes(Kind::Running, u"headphones"_s));
    QVERIFY(stage.isHeardIn(u"headphones"_s));
    QVERIFY(stage.server.removeModule(*headphones));
    QVERIFY(stage.loudspeakerBecomes(Kind::Running, u"ear"_s));
    QVERIFY(stage.isHeardIn(u"ear"_s));
    headphones = stage.server.addSink(u"headphones"_s);
    QVERIFY(headphones);
    QVERIFY(stage.loudspeakerBecomes(Kind::Running, u"headphones"_s));
    QVERIFY(stage.isHeardIn(u"headphones"_s));
    // The server takes it along when another one becomes the default; it is brought back.
    QVERIFY(stage.server.setDefaultSink(u"headphones"_s));
    QVERIFY(waitUntil([&] { return stage.pipeline.loudspeakers().last().isDefault; }));
    QVERIFY(stage.server.setDefaultSink(u"ear"_s));
    QVERIFY(waitUntil([&] { return !stage.pipeline.loudspeakers().last().isDefault; }));
    QVERIFY(stage.loudspeakerBecomes(Kind::Running, u"headphones"_s));
    QVERIFY(stage.isHeardIn(u"headphones"_s));
}

namespace {

//! A system whose lists are late: it still has a microphone that Qt once saw, and tries to open it.
class LateSystem : public QtSoundSystem {
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
        source.start(); // never comes back
        return nullptr;
    }

private:
    // Of all systems of this process: the next one must be as wrong as the first.
    static inline QAudioDevice m_seen;
};

} // namespace

void TestPulseDevices::givesUpADeviceThatHangs()
{
    PulseStage stage([] { return std::make_unique<LateSystem>(); }, 1500ms);
    QVERIFY2(stage.isUp() && stage.addMouthAndEar(), qPrintable(stage.server.why()));
    auto gone = stage.server.addMicrophone(u"gone"_s, u"mouth"_s);
    QVERIFY(gone);
    QVERIFY(stage.startAndRun());
    QVERIFY(stage.server.removeModule(*gone));
    QVERIFY(!stage.pipeline.hasAbandoned());
    QList<Kind> states;
    connect(&stage.pipeline, &AudioPipeline::stateChanged, this,
            [&] { states.append(stage.pipeline.state().microphone.kind); });
    stage.pipeline.useMicrophone(LateSystem::gone);
    QVERIFY(waitUntil([&] { return stage.pipeline.hasAbandoned(); }));
    QVERIFY(states.contains(Kind::Hung));
    // Another thread serves, with what does not hang.
    QVERIFY(stage.runs());
    QVERIFY(stage.isListening());
    QVERIFY(stage.isHeardIn(u"ear"_s));
    QVERIFY(stage.pipeline.microphones().size() == 2);
    // Qt belongs to the thread that was given up: without it there is no way back to a server that went, but an end.
    stage.stopServer();
    QVERIFY(stage.microphoneBecomes(Kind::NoServer));
    QVERIFY(stage.loudspeakerBecomes(Kind::NoServer));
    QVERIFY(stage.startServer() && stage.addMouthAndEar());
    QVERIFY(stage.microphoneBecomes(Kind::Refused, u"microphone"_s));
    QVERIFY(stage.loudspeakerBecomes(Kind::Refused, u"ear"_s));
}

void TestPulseDevices::livesWithoutDevices()
{
    PulseStage stage;
    QVERIFY2(stage.isUp(), qPrintable(stage.server.why()));
    stage.pipeline.start();
    QVERIFY(stage.microphoneBecomes(Kind::NoDevice));
    QVERIFY(stage.loudspeakerBecomes(Kind::NoDevice));
    QVERIFY(stage.addMouthAndEar());
    QVERIFY(stage.runs());
    QVERIFY(stage.isListening());
    QVERIFY(stage.isHeardIn(u"ear"_s));
}

ISLET_REGISTER_TEST(TestPulseDevices, runEachAlone<TestPulseDevices>);
#include "tst_pulsedevices.moc"
