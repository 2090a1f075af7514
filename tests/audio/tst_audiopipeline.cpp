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

//! The pipeline with devices that work: encoding, playback, levels.
class TestAudioPipeline : public QObject {
    Q_OBJECT

private slots:
    void doesNothingBeforeStart();
    void encodesWhileKeyIsDown();
    void convertsSampleRate();
    void dropsBacklog();
    void playsVoices();
    void playsCues();
    void countsPlayedWithoutLoudspeaker();
    void encodesNothingWithoutMicrophone();
    void reportsSilentMicrophone();
    void deepensBufferAfterUnderruns();
    void closesWhenStopped();
    void manyStartAndStop();
    void reportsLevel();
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
    QVERIFY(waitUntil([&] { return !probe.indexes.isEmpty(); })); // the key was down from the beginning
}

void TestAudioPipeline::encodesWhileKeyIsDown()
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

void TestAudioPipeline::convertsSampleRate()
{
    PipelineProbe probe;
    probe.machine->microphoneRate = 16'000;
    QVERIFY(probe.startAndRun());
    probe.pipeline.setTalking(true);
    QVERIFY(waitUntil([&] { return !probe.indexes.isEmpty(); }));
    const int recorded = probe.machine->recorded;
    const qsizetype before = probe.indexes.size();
    QVERIFY(waitUntil([&] { return probe.indexes.size() >= before + 50; }));
    probe.machine->microphone = FakeMachine::Microphone::Nothing; // what was recorded is encoded, and no more comes
    const auto due = [&] { return (probe.machine->recorded - recorded) / 320; }; // 20 ms at 16 kHz
    const auto came = [&] { return probe.indexes.size() - before; };
    QVERIFY(waitUntil([&] { return came() >= due() / 2; })); // some are dropped on a busy machine
    QVERIFY2(came() <= due() + 2, qPrintable(u"%1 for %2"_s.arg(came()).arg(due())));
}

void TestAudioPipeline::dropsBacklog()
{
    PipelineProbe probe;
    QVERIFY(probe.startAndRun());
    probe.pipeline.setTalking(true);
    QVERIFY(waitUntil([&] { return probe.indexes.size() >= 5; }));
    const int recorded = probe.machine->recorded;
    const qsizetype before = probe.indexes.size();
    probe.machine->pile = sampleRate; // a backlog of 1 s, as after a hiccup
    QVERIFY(waitUntil([&] { return probe.machine->pile == 0 && probe.indexes.size() >= before + 10; }));
    const auto due = (probe.machine->recorded - recorded) / static_cast<int>(frameSamples);
    const qsizetype came = probe.indexes.size() - before;
    QVERIFY2(came <= due + 3, qPrintable(u"%1 for %2"_s.arg(came).arg(due)));
    // Dropping samples leaves no gap in the indexes.
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
    const SpeakerId speaker{7};
    probe.pipeline.place(speaker, {1, 0});
    const auto packets = encoded(sine(440, 0.3, 0.5));
    for (qsizetype i = 0; i < packets.size(); ++i)
        probe.pipeline.receive(speaker, static_cast<std::uint32_t>(i), packets[i]);
    QVERIFY(waitUntil([&] { return !heard.isEmpty() && heard.first().isTalking; }));
    QCOMPARE(heard.first().speaker, speaker);
    QVERIFY(waitUntil([&] { return probe.machine->loudest > 0.1F; }));
    QVERIFY(waitUntil([&] { return !heard.first().isTalking; })); // it is played once
    const int last = reports;
    probe.pipeline.playCue(Cue::Chime);
    QVERIFY(waitUntil([&, until = probe.machine->played + sampleRate / 2] { return probe.machine->played > until; }));
    QCOMPARE(reports, last); // five would have been due
}

void TestAudioPipeline::playsCues()
{
    PipelineProbe probe;
    probe.pipeline.playCue(Cue::Chime); // dropped: the pipeline is off
    QVERIFY(probe.startAndRun());
    QVERIFY(waitUntil([&, until = probe.machine->played + sampleRate] { return probe.machine->played > until; }));
    QCOMPARE(probe.machine->loudest, 0.F);
    probe.pipeline.setDeafened(true); // which does not concern cues
    probe.pipeline.playCue(Cue::Join);
    QVERIFY(waitUntil([&] { return probe.machine->loudest > 0.06F; }));
    probe.pipeline.stop();
    probe.pipeline.playCue(Cue::Chime);
    QVERIFY(probe.startAndRun());
    QVERIFY(waitUntil([&, until = probe.machine->played + sampleRate] { return probe.machine->played > until; }));
    QVERIFY(probe.machine->loudest < 0.064F);
}

void TestAudioPipeline::countsPlayedWithoutLoudspeaker()
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

void TestAudioPipeline::reportsSilentMicrophone()
{
    PipelineProbe probe;
    QVERIFY(probe.startAndRun());
    probe.machine->microphone = FakeMachine::Microphone::Zeros;
    QVERIFY(probe.microphoneBecomes(Kind::Silent, micA));
    probe.machine->microphone = FakeMachine::Microphone::Tone;
    QVERIFY(probe.microphoneBecomes(Kind::Running, micA));
    QCOMPARE(probe.machine->opened().count(u"a"_s), 1); // it stayed open
}

void TestAudioPipeline::deepensBufferAfterUnderruns()
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
    for (int times = 0; times < 8; ++times) { // up to a limit
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

void TestAudioPipeline::manyStartAndStop()
{
    // The audio thread may end while it is being told to: nothing of it may be used afterwards.
    for (int i = 0; i < 300; ++i) {
        PipelineProbe probe;
        probe.pipeline.start();
        if (i % 2 == 1)
            QVERIFY(waitUntil([&] { return !probe.pipeline.microphones().isEmpty(); }));
    }
}

void TestAudioPipeline::reportsLevel()
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
