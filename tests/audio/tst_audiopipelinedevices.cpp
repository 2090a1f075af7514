// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "pipelineprobe.h"
#include "tests/support/memory.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! Devices that appear, disappear, break and hang.
class TestAudioPipelineDevices : public QObject {
    Q_OBJECT

private slots:
    void usesChosenDeviceWhilePresent();
    void followsDefaultDevice();
    void staysOnChosenDevice();
    void reopensBrokenStreams();
    void reopensStalledStream_data();
    void reopensStalledStream();
    void retriesRefusedDevices();
    void waitsForServer();
    void keepsStreamsWhileServerIsUnreachable();
    void abandonsHungDevice();
    void avoidsHungDeviceUntilUnplugged();
    void continuesIndicesAfterHang();
    void ignoresLateReturnOfHungCall();
    void boundsQueueWhileDeviceHangs();
    void abandonsHungServer();
    void shutsDownQuicklyWhileHung();
    void canBeDestroyedAtAnyTime();
};

void TestAudioPipelineDevices::usesChosenDeviceWhilePresent()
{
    PipelineProbe probe;
    probe.pipeline.useMicrophone("b");
    probe.pipeline.useLoudspeaker("y");
    probe.pipeline.start();
    QVERIFY(probe.microphoneBecomes(Kind::Running, micB));
    QVERIFY(probe.loudspeakerBecomes(Kind::Running, speakersY));
    QCOMPARE(probe.machine->opened(), QStringList({u"y 960"_s, u"b"_s}));
    probe.machine->set({micA}, {speakersX});
    QVERIFY(probe.run());
    QCOMPARE(probe.pipeline.microphones(), QList<SoundDevice>({micA}));
    probe.machine->set({micA, micB}, {speakersX, speakersY});
    QVERIFY(probe.microphoneBecomes(Kind::Running, micB));
    QVERIFY(probe.loudspeakerBecomes(Kind::Running, speakersY));
    probe.pipeline.useMicrophone({});
    probe.pipeline.useLoudspeaker({});
    QVERIFY(probe.run());
    QCOMPARE(probe.machine->opened().size(), 8);
    QCOMPARE(probe.machine->alive, 2);
}

void TestAudioPipelineDevices::followsDefaultDevice()
{
    PipelineProbe probe;
    QVERIFY(probe.startAndRun());
    probe.machine->set({asDefault(micA, false), asDefault(micB)}, {asDefault(speakersX, false), asDefault(speakersY)});
    QVERIFY(probe.microphoneBecomes(Kind::Running, micB));
    QVERIFY(probe.loudspeakerBecomes(Kind::Running, speakersY));
    QCOMPARE(probe.machine->opened().size(), 4);
}

//! PulseAudio moves streams away from a device that is no longer the default: the chosen one is reopened, once.
void TestAudioPipelineDevices::staysOnChosenDevice()
{
    PipelineProbe probe;
    probe.pipeline.useMicrophone("a");
    QVERIFY(probe.startAndRun());
    probe.machine->clearOpened();
    probe.machine->set({asDefault(micA, false), asDefault(micB)}, {speakersX});
    QVERIFY(waitUntil([&] { return probe.machine->opened() == QStringList(u"a"_s); }));
    QVERIFY(probe.run());
    probe.machine->set({asDefault(micA), micB}, {speakersX});
    QVERIFY(waitUntil([&] { return probe.pipeline.microphones().first().isDefault; }));
    QVERIFY(probe.run());
    QCOMPARE(probe.machine->opened(), QStringList(u"a"_s));
}

void TestAudioPipelineDevices::reopensBrokenStreams()
{
    PipelineProbe probe;
    QVERIFY(probe.startAndRun());
    ++probe.machine->breaks;
    QVERIFY(waitUntil([&] { return probe.machine->opened().size() == 4; }));
    QVERIFY(probe.run());
    QCOMPARE(probe.machine->alive, 2);
}

void TestAudioPipelineDevices::reopensStalledStream_data()
{
    QTest::addColumn<bool>("isMicrophone");
    QTest::newRow("microphone") << true;
    QTest::newRow("loudspeaker") << false;
}

void TestAudioPipelineDevices::reopensStalledStream()
{
    QFETCH(const bool, isMicrophone);
    PipelineProbe probe;
    QVERIFY(probe.startAndRun());
    probe.machine->clearOpened();
    if (isMicrophone)
        probe.machine->microphone = FakeMachine::Microphone::Nothing;
    else
        probe.machine->takesSound = false;
    QVERIFY(isMicrophone ? probe.microphoneBecomes(Kind::Opening, micA)
                         : probe.loudspeakerBecomes(Kind::Opening, speakersX));
    QVERIFY(waitUntil([&] { return !probe.machine->opened().isEmpty(); }));
    probe.machine->microphone = FakeMachine::Microphone::Tone;
    probe.machine->takesSound = true;
    QVERIFY(probe.run());
    for (const QString &device : probe.machine->opened()) // the other one kept running
        QCOMPARE(device, isMicrophone ? u"a"_s : u"x 960"_s);
}

void TestAudioPipelineDevices::retriesRefusedDevices()
{
    PipelineProbe probe;
    probe.machine->refuse({"a", "x"});
    probe.pipeline.start();
    QVERIFY(probe.microphoneBecomes(Kind::Refused, micA));
    QVERIFY(probe.loudspeakerBecomes(Kind::Refused, speakersX));
    QVERIFY(waitUntil([&] { return probe.machine->opened().size() == 4; }));
    probe.machine->refuse({});
    QVERIFY(probe.run());
    QCOMPARE(probe.machine->opened().size(), 6);
}

void TestAudioPipelineDevices::waitsForServer()
{
    PipelineProbe probe;
    probe.machine->isReachable = false;
    probe.pipeline.start();
    QVERIFY(probe.microphoneBecomes(Kind::NoServer));
    QVERIFY(probe.loudspeakerBecomes(Kind::NoServer));
    QVERIFY(probe.pipeline.microphones().isEmpty());
    QVERIFY(probe.machine->opened().isEmpty());
    probe.machine->isReachable = true;
    QVERIFY(probe.run());
    // The server ends, and with it all streams.
    probe.machine->isReachable = false;
    ++probe.machine->breaks;
    QVERIFY(probe.microphoneBecomes(Kind::NoServer, micA));
    QVERIFY(waitUntil([&] { return probe.pipeline.microphones().isEmpty(); }));
    probe.machine->isReachable = true;
    QVERIFY(probe.run());
}

void TestAudioPipelineDevices::keepsStreamsWhileServerIsUnreachable()
{
    PipelineProbe probe;
    QVERIFY(probe.startAndRun());
    probe.machine->isReachable = false;
    probe.pipeline.useMicrophone("b"); // triggers a check at once
    const int played = probe.machine->played;
    QVERIFY(waitUntil([&] { return probe.machine->played > played + sampleRate / 10; }));
    QVERIFY(probe.run());
    QCOMPARE(probe.pipeline.microphones().size(), 2);
    QCOMPARE(probe.machine->alive, 2);
    probe.machine->isReachable = true;
    QVERIFY(probe.microphoneBecomes(Kind::Running, micB));
}

void TestAudioPipelineDevices::abandonsHungDevice()
{
    PipelineProbe probe;
    probe.machine->hang({"a"});
    probe.pipeline.start();
    QVERIFY(probe.microphoneBecomes(Kind::Running, micB));
    QVERIFY(probe.loudspeakerBecomes(Kind::Running, speakersX));
    QCOMPARE(probe.abandoned, 1);
    QVERIFY(probe.pipeline.hasAbandoned());
    QVERIFY(probe.microphoneStates.contains(Kind::Hung));
    probe.machine->set({micA}, {speakersX});
    QVERIFY(probe.microphoneBecomes(Kind::Hung, micA));
}

void TestAudioPipelineDevices::avoidsHungDeviceUntilUnplugged()
{
    PipelineProbe probe;
    probe.machine->hang({"x"});
    probe.pipeline.start();
    QVERIFY(probe.loudspeakerBecomes(Kind::Running, speakersY));
    probe.pipeline.useLoudspeaker("x");
    probe.machine->hang({});
    probe.machine->clearOpened();
    probe.machine->set({micA}, {speakersY});
    QVERIFY(waitUntil([&] { return probe.pipeline.loudspeakers().size() == 1; }));
    QVERIFY(probe.machine->opened().isEmpty());
    probe.machine->set({micA}, {speakersX, speakersY});
    QVERIFY(probe.run());
    QCOMPARE(probe.abandoned, 1);
}

void TestAudioPipelineDevices::continuesIndicesAfterHang()
{
    PipelineProbe probe;
    probe.pipeline.setTalking(true);
    QVERIFY(probe.startAndRun());
    QVERIFY(waitUntil([&] { return probe.indexes.size() > 5; }));
    probe.machine->hang({"b"});
    probe.pipeline.useMicrophone("b");
    QVERIFY(waitUntil([&] { return probe.abandoned == 1; }));
    const qsizetype before = probe.indexes.size();
    QVERIFY(waitUntil([&] { return probe.indexes.size() > before + 5; })); // the key is still held
    QVERIFY(std::ranges::is_sorted(probe.indexes, std::ranges::less_equal()));
    QVERIFY(probe.run());
}

void TestAudioPipelineDevices::ignoresLateReturnOfHungCall()
{
    PipelineProbe probe;
    probe.pipeline.setTalking(true);
    probe.machine->hang({"a"});
    probe.pipeline.start();
    QVERIFY(probe.microphoneBecomes(Kind::Running, micB));
    probe.machine->hang({});
    probe.machine->release();
    // The abandoned thread opens the device it was about to open, then closes everything.
    QVERIFY(waitUntil([&] { return probe.machine->alive == 2; }));
    probe.indexes.clear();
    QVERIFY(waitUntil([&] { return probe.indexes.size() >= 20; }));
    QVERIFY(std::ranges::is_sorted(probe.indexes, std::ranges::less_equal()));
    QVERIFY(probe.microphoneBecomes(Kind::Running, micB));
    QCOMPARE(probe.machine->alive, 2);
}

void TestAudioPipelineDevices::boundsQueueWhileDeviceHangs()
{
    PipelineProbe probe;
    QVERIFY(probe.startAndRun());
    probe.machine->hang({"b"});
    probe.pipeline.useMicrophone("b");
    QVERIFY(waitUntil([&] { return probe.machine->opened().contains(u"b"_s); }));
    QCoreApplication::processEvents(); // lets the pipeline notice that the device is being opened
    const auto before = peakMemory();
    if (!before)
        QSKIP("Peak memory is not available on this system.");
    const QByteArray packet(4'000, 'v');
    for (std::uint32_t index = 1; index <= 20'000; ++index) // 80 MB, of which 4 are kept
        probe.pipeline.receive(SpeakerId{7}, index, QByteArray(packet.constData(), packet.size()));
    QVERIFY(*peakMemory() - *before < 30'000);
    QVERIFY(waitUntil([&] { return probe.abandoned == 1; }));
    QVERIFY(probe.run());
}

void TestAudioPipelineDevices::abandonsHungServer()
{
    auto machine = std::make_shared<FakeMachine>();
    class Hanging : public FakeSoundSystem {
    public:
        explicit Hanging(const FakeMachinePtr &machine)
            : FakeSoundSystem(machine)
            , m_machine(machine)
        { }
        bool isReachable() override { return m_machine->open("server"); }

    private:
        FakeMachinePtr m_machine;
    };
    machine->set({micA}, {speakersX});
    machine->hang({"server"});
    AudioPipeline pipeline([machine] { return std::make_unique<Hanging>(machine); }, 0, nullptr, 100ms);
    pipeline.start();
    QVERIFY(waitUntil([&] { return pipeline.state().microphone.kind == Kind::Hung; }));
    QCOMPARE(pipeline.state().loudspeaker.kind, Kind::Hung);
    machine->hang({});
    QVERIFY(waitUntil([&] { return pipeline.state().microphone.kind == Kind::Running; }));
    machine->release();
}

void TestAudioPipelineDevices::shutsDownQuicklyWhileHung()
{
    auto machine = std::make_shared<FakeMachine>();
    machine->set({micA}, {speakersX});
    machine->hang({"a"});
    int abandoned = 0;
    auto pipeline = std::make_unique<AudioPipeline>([machine] { return std::make_unique<FakeSoundSystem>(machine); }, 0,
                                                    nullptr, 1h); // the test fails if the destructor waits this long
    connect(pipeline.get(), &AudioPipeline::abandoned, this, [&] { ++abandoned; });
    pipeline->start();
    QVERIFY(waitUntil([&] { return machine->opened().contains(u"a"_s); }));
    pipeline.reset();
    QCOMPARE(abandoned, 1);
    machine->release();
    QVERIFY(waitUntil([&] { return machine->alive == 0; }));
}

void TestAudioPipelineDevices::canBeDestroyedAtAnyTime()
{
    for (int i = 0; i < 100; ++i) {
        PipelineProbe probe;
        probe.pipeline.setTalking(true);
        probe.pipeline.start();
        bool isB = true;
        for (int changes = 0; changes < i % 20 * 5; ++changes, isB = !isB) {
            probe.pipeline.useMicrophone(isB ? "b" : "a");
            probe.pipeline.useLoudspeaker(isB ? "y" : "x");
            QCoreApplication::processEvents();
        }
        if (i % 3 == 0)
            probe.pipeline.stop();
        QVERIFY(!probe.pipeline.hasAbandoned());
    }
}

ISLET_TEST(TestAudioPipelineDevices);
#include "tst_audiopipelinedevices.moc"
