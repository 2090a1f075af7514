// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "pipelineprobe.h"
#include "tests/support/testmain.h"
#include "voicepackets.h"

#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! What goes through the pipeline, with devices that behave.
class TestAudioPipeline : public QObject {
    Q_OBJECT

private slots:
    void doesNothingBeforeStart();
    void encodesWhileTheKeyIsDown();
    void convertsTheRate();
    void dropsWhatPiledUp();
    void playsVoices();
    void playsCues();
    void keepsCountWithoutLoudspeaker();
    void encodesNothingWithoutMicrophone();
    void saysWhenTheMicrophoneIsSilent();
    void deepensWhenItRunsDry();
    void closesWhenStopped();
    void manyComeAndGo();
    void tellsTheLevel();
};

void TestAudioPipeline::doesNothingBeforeStart()
{
    PipelineProbe probe;
    probe.pipeline.setTalking(true);
    probe.pipeline.receive(SpeakerId{1}, 0, "x");
    QCOMPARE(probe.pipeline.state(), AudioState());
    QVERIFY(probe.pipeline.microphones().isEmpty());
    QCOMPARE(probe.pipeline.microphoneLevel(), -100.F);
    QVERIFY(probe.startAndRun());
    QCOMPARE(probe.pipeline.microphones(), QList<SoundDevice>({micA, micB}));
    QCOMPARE(probe.pipeline.loudspeakers(), QList<SoundDevice>({speakersX, speakersY}));
    QVERIFY(waitUntil([&] { return !probe.indexes.isEmpty(); })); // the key was down all the time
}

void TestAudioPipeline::encodesWhileTheKeyIsDown()
{
    PipelineProbe probe;
    QVERIFY(probe.startAndRun());
    bool isOpen = false;
    connect(&probe.pipeline, &AudioPipeline::openChanged, &probe.pipeline, [&](bool open) { isOpen = open; });
    QVERIFY(probe.indexes.isEmpty());
    probe.pipeline.setTalking(true);
    QVERIFY(waitUntil([&] { return probe.indexes.size() >= 10; }));
    QVERIFY(isOpen);
    probe.pipeline.setTalking(false);
    QVERIFY(waitUntil([&] { return !isOpen; }));
    for (qsizetype i = 0; i < probe.indexes.size(); ++i)
        QCOMPARE(probe.indexes[i], PipelineProbe::firstIndex + static_cast<std::uint32_t>(i));
}

void TestAudioPipeline::convertsTheRate()
{
    PipelineProbe probe;
    probe.machine->microphoneRate = 16'000;
    QVERIFY(probe.startAndRun());
    probe.pipeline.setTalking(true);
    QVERIFY(waitUntil([&] { return !probe.indexes.isEmpty(); }));
    const auto begin = monotonicNow();
    const qsizetype before = probe.indexes.size();
    QVERIFY(waitUntil([&] { return probe.indexes.size() >= before + 50; }));
    const auto took = monotonicNow() - begin;
    QVERIFY2(took > 800ms && took < 1500ms, qPrintable(QString::number(took.count())));
}

void TestAudioPipeline::dropsWhatPiledUp()
{
    PipelineProbe probe;
    QVERIFY(probe.startAndRun());
    probe.pipeline.setTalking(true);
    QVERIFY(waitUntil([&] { return probe.indexes.size() >= 5; }));
    const auto begin = monotonicNow();
    const qsizetype before = probe.indexes.size();
    probe.machine->pile = sampleRate; // a second of it, as after a hiccup
    QVERIFY(waitUntil([&] { return probe.machine->pile == 0 && probe.indexes.size() >= before + 10; }));
    const auto due = (monotonicNow() - begin) / 20ms;
    const qsizetype came = probe.indexes.size() - before;
    QVERIFY2(came <= due + 3, qPrintable(u"%1 for %2"_s.arg(came).arg(due)));
    // What was dropped leaves no gap.
    QCOMPARE(probe.indexes.last() - probe.indexes.first() + 1, static_cast<std::uint32_t>(probe.indexes.size()));
}

void TestAudioPipeline::playsVoices()
{
    PipelineProbe probe;
    QVERIFY(probe.startAndRun());
    QList<SpeakerStats> heard;
    int reports = 0;
    connect(&probe.pipeline, &AudioPipeline::heard, &probe.pipeline, [&](const QList<SpeakerStats> &speakers) {
        heard = speakers;
        ++reports;
    });
    const SpeakerId somebody{7};
    probe.pipeline.place(somebody, {1, 0});
    const auto packets = encoded(sine(440, 0.3, 0.5));
    for (qsizetype i = 0; i < packets.size(); ++i)
        probe.pipeline.receive(somebody, static_cast<std::uint32_t>(i), packets[i]);
    QVERIFY(waitUntil([&] { return !heard.isEmpty() && heard.first().isTalking; }));
    QCOMPARE(heard.first().speaker, somebody);
    QVERIFY(waitUntil([&] { return probe.machine->loudest > 0.1F; }));
    QVERIFY(waitUntil([&] { return !heard.first().isTalking; })); // is said once
    const int last = reports;
    probe.pipeline.playCue(Cue::Chime);
    QVERIFY(waitUntil([&, until = monotonicNow() + 300ms] { return monotonicNow() > until; }));
    QCOMPARE(reports, last);
}

void TestAudioPipeline::playsCues()
{
    PipelineProbe probe;
    probe.pipeline.playCue(Cue::Chime); // nobody hears it, now or later
    QVERIFY(probe.startAndRun());
    QVERIFY(waitUntil([&, until = probe.machine->played + sampleRate] { return probe.machine->played > until; }));
    QCOMPARE(probe.machine->loudest, 0.F);
    probe.pipeline.setDeafened(true); // who wants none of them says so elsewhere
    probe.pipeline.playCue(Cue::Join);
    QVERIFY(waitUntil([&] { return probe.machine->loudest > 0.06F; }));
    probe.pipeline.stop();
    probe.pipeline.playCue(Cue::Chime);
    QVERIFY(probe.startAndRun());
    QVERIFY(waitUntil([&, until = probe.machine->played + sampleRate] { return probe.machine->played > until; }));
    QVERIFY(probe.machine->loudest < 0.064F);
}

void TestAudioPipeline::keepsCountWithoutLoudspeaker()
{
    PipelineProbe probe;
    probe.machine->set({micA}, {});
    probe.pipeline.start();
    QVERIFY(probe.loudspeakerBecomes(Kind::NoDevice));
    QList<SpeakerStats> heard;
    connect(&probe.pipeline, &AudioPipeline::heard, &probe.pipeline,
            [&](const QList<SpeakerStats> &speakers) { heard = speakers; });
    const auto packets = encoded(sine(440, 0.3, 0.5));
    for (qsizetype i = 0; i < packets.size(); ++i)
        probe.pipeline.receive(SpeakerId{1}, static_cast<std::uint32_t>(i), packets[i]);
    QVERIFY(waitUntil([&] { return !heard.isEmpty() && heard.first().isTalking; }));
    QVERIFY(waitUntil([&] { return !heard.first().isTalking; }));
    QVERIFY(heard.first().playedMs > 200);
    QCOMPARE(probe.machine->played, 0);
}

void TestAudioPipeline::encodesNothingWithoutMicrophone()
{
    PipelineProbe probe;
    probe.machine->set({}, {speakersX});
    probe.pipeline.setTalking(true);
    probe.pipeline.start();
    QVERIFY(probe.microphoneBecomes(Kind::NoDevice));
    QVERIFY(probe.loudspeakerBecomes(Kind::Running, speakersX));
    QVERIFY(waitUntil([&] { return probe.machine->played > sampleRate / 4; }));
    QVERIFY(probe.indexes.isEmpty());
}

void TestAudioPipeline::saysWhenTheMicrophoneIsSilent()
{
    PipelineProbe probe;
    QVERIFY(probe.startAndRun());
    probe.machine->microphone = FakeMachine::Microphone::Zeros;
    QVERIFY(probe.microphoneBecomes(Kind::Silent, micA));
    probe.machine->microphone = FakeMachine::Microphone::Tone;
    QVERIFY(probe.microphoneBecomes(Kind::Running, micA));
    QCOMPARE(probe.machine->opened().count(u"a"_s), 1); // it was kept open
}

void TestAudioPipeline::deepensWhenItRunsDry()
{
    PipelineProbe probe;
    QVERIFY(probe.startAndRun());
    QCOMPARE(probe.pipeline.state().loudspeakerBuffer, 20);
    probe.machine->drains = 2;
    QVERIFY(waitUntil([&] { return probe.pipeline.state().underruns >= 2; }));
    QCOMPARE(probe.pipeline.state().loudspeakerBuffer, 20);
    probe.machine->drains = 1;
    QVERIFY(waitUntil([&] { return probe.pipeline.state().loudspeakerBuffer == 30; }));
    QVERIFY(waitUntil([&] { return probe.machine->opened().contains(u"x 1440"_s); }));
    QVERIFY(probe.loudspeakerBecomes(Kind::Running, speakersX));
    for (int times = 0; times < 8; ++times) { // it has an end
        const auto underruns = probe.pipeline.state().underruns;
        probe.machine->drains = 3;
        QVERIFY(waitUntil([&] { return probe.pipeline.state().underruns >= underruns + 3; }));
    }
    QCOMPARE(probe.pipeline.state().loudspeakerBuffer, 80);
}

void TestAudioPipeline::closesWhenStopped()
{
    PipelineProbe probe;
    probe.pipeline.setTalking(true);
    QVERIFY(probe.startAndRun());
    probe.pipeline.stop();
    QVERIFY(probe.microphoneBecomes(Kind::Off));
    QVERIFY(probe.loudspeakerBecomes(Kind::Off));
    QVERIFY(waitUntil([&] { return probe.machine->alive == 0; }));
    QVERIFY(waitUntil([&] { return probe.pipeline.microphoneLevel() == -100; }));
    const QList<std::uint32_t> before = probe.indexes;
    QVERIFY(probe.startAndRun());
    QVERIFY(waitUntil([&] { return probe.indexes.size() > before.size(); }));
    QVERIFY(before.isEmpty() || probe.indexes[before.size()] > before.last());
}

void TestAudioPipeline::manyComeAndGo()
{
    // The audio thread ends while it is being told to: nothing of it may be needed any more.
    for (int i = 0; i < 300; ++i) {
        PipelineProbe probe;
        probe.pipeline.start();
        if (i % 2 == 1)
            QVERIFY(waitUntil([&] { return !probe.pipeline.microphones().isEmpty(); }));
    }
}

void TestAudioPipeline::tellsTheLevel()
{
    PipelineProbe probe;
    probe.pipeline.set(Processing{false, false, false});
    QVERIFY(probe.startAndRun());
    QVERIFY(waitUntil([&] { return std::abs(probe.pipeline.microphoneLevel() + 13.5F) < 1; })); // 0.3 / sqrt(2)
    probe.machine->set({}, {speakersX});
    QVERIFY(waitUntil([&] { return probe.pipeline.microphoneLevel() == -100; }));
}

ISLET_TEST(TestAudioPipeline);
#include "tst_audiopipeline.moc"
