// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/voicedecoder.h"
#include "audio/voicesender.h"
#include "tests/support/testmain.h"
#include "voicepackets.h"

#include <QTest>

#include <limits>

using namespace islet;
using namespace std::chrono_literals;
using test::Sound;

class TestVoiceSender : public QObject {
    Q_OBJECT

private slots:
    void keyOpensAtOnceAndClosesAfterCurrentFrame();
    void shortPressSendsOneFrame();
    void secondReleaseIsIgnored();
    void eachPressResetsEncoder();
    void mutedSendsNothing();
    void mutingDiscardsLastFrame();
    void voiceOpensAndStaysOpenFor300Ms();
    void voiceMustExceedMargin();
    void keyWorksWithVoiceActivation();
    void switchingToPushToTalkCloses();
    void indicesCountPackets();
    void firstIndexIsAheadAfterRestart();
    void encodesMonoSpeechAtExpectedBitRate();
    void detectsSpeakingWhileMuted();
    void reportsLevelOfLastFrame();
    void survivesNonFiniteSamples();
};

namespace {

constexpr Processing noProcessing{false, false, false};
constexpr Activation byVoice{Activation::Kind::Voice, 9};

using Frame = std::array<float, frameSamples>;

//! Feeds a sound to a sender, frame by frame.
class Microphone {
public:
    explicit Microphone(Sound sound, Processing processing = noProcessing, std::uint32_t firstIndex = 100)
        : sender(firstIndex)
        , m_sound(std::move(sound))
    {
        sender.set(processing);
    }

    //! Returns the next frame without sending it.
    Frame next() const
    {
        Frame frame;
        std::ranges::copy(std::span(m_sound).subspan(m_at % (m_sound.size() - frameSamples), frameSamples),
                          frame.begin());
        return frame;
    }
    //! Empty if nothing is sent.
    QByteArray say()
    {
        Frame frame = next();
        m_at += frameSamples;
        constexpr Frame silence{};
        const auto packet = sender.process(frame, silence);
        if (!packet)
            return {};
        index = packet->index;
        return {reinterpret_cast<const char *>(packet->bytes.data()), static_cast<qsizetype>(packet->bytes.size())};
    }
    QList<QByteArray> say(int frames)
    {
        QList<QByteArray> packets;
        for (int i = 0; i < frames; ++i) {
            if (const QByteArray packet = say(); !packet.isEmpty())
                packets.append(packet);
        }
        return packets;
    }
    void change(Sound sound)
    {
        m_sound = std::move(sound);
        m_at = 0;
    }

    VoiceSender sender;
    std::uint32_t index = 0;

private:
    Sound m_sound;
    std::size_t m_at = 0;
};

} // namespace

void TestVoiceSender::keyOpensAtOnceAndClosesAfterCurrentFrame()
{
    Microphone microphone(test::babble(2, 1));
    QVERIFY(microphone.say(10).isEmpty() && !microphone.sender.isOpen());
    microphone.sender.setTalking(true);
    QVERIFY(!microphone.say().isEmpty() && microphone.sender.isOpen());
    QCOMPARE(microphone.say(10).size(), 10);
    microphone.sender.setTalking(false);
    QVERIFY(!microphone.say().isEmpty()); // what was said until the key was released
    QVERIFY(microphone.say(20).isEmpty() && !microphone.sender.isOpen());
}

void TestVoiceSender::shortPressSendsOneFrame()
{
    Microphone microphone(test::babble(2, 1));
    microphone.sender.setTalking(true);
    microphone.sender.setTalking(false);
    QCOMPARE(microphone.say(5).size(), 1);
}

//! Happens when the window loses the keyboard focus just after the key was released.
void TestVoiceSender::secondReleaseIsIgnored()
{
    Microphone microphone(test::babble(2, 1));
    microphone.sender.setTalking(true);
    microphone.say(5);
    microphone.sender.setTalking(false);
    microphone.sender.setTalking(false);
    QCOMPARE(microphone.say(5).size(), 1);
    microphone.sender.setTalking(false);
    QCOMPARE(microphone.say(5).size(), 0);
}

void TestVoiceSender::eachPressResetsEncoder()
{
    Microphone microphone(test::babble(4, 2));
    for (int press = 0; press < 3; ++press) {
        microphone.sender.setTalking(true);
        VoiceEncoder fresh;
        for (int i = 0; i < 25; ++i) {
            const auto expected = fresh.encode(microphone.next());
            QVERIFY(std::ranges::equal(test::bytesOf(microphone.say()), expected));
        }
        microphone.sender.setTalking(false);
        microphone.say(5);
    }
}

void TestVoiceSender::mutedSendsNothing()
{
    Microphone microphone(test::babble(2, 1));
    microphone.sender.setTalking(true);
    QCOMPARE(microphone.say(5).size(), 5);
    microphone.sender.setMuted(true);
    QVERIFY(microphone.say(20).isEmpty() && !microphone.sender.isOpen());
    microphone.sender.set(byVoice);
    QVERIFY(microphone.say(20).isEmpty());
    microphone.sender.set(Activation{});
    microphone.sender.setMuted(false); // the key is still held
    VoiceEncoder fresh;
    const auto expected = fresh.encode(microphone.next());
    QVERIFY(std::ranges::equal(test::bytesOf(microphone.say()), expected));
}

void TestVoiceSender::mutingDiscardsLastFrame()
{
    Microphone microphone(test::babble(2, 1));
    microphone.sender.setTalking(true);
    microphone.say(5);
    microphone.sender.setTalking(false);
    microphone.sender.setMuted(true);
    microphone.sender.setMuted(false);
    QVERIFY(microphone.say(5).isEmpty()); // muting discards the last frame
}

void TestVoiceSender::voiceOpensAndStaysOpenFor300Ms()
{
    Microphone microphone(test::noise(-70, 2));
    microphone.sender.set(byVoice);
    QVERIFY(microphone.say(100).isEmpty());
    microphone.change(test::sine(200, 0.2, 1));
    QVERIFY(!microphone.say().isEmpty()); // including the first frame
    QCOMPARE(microphone.say(20).size(), 20);
    microphone.change(test::noise(-70, 2));
    QCOMPARE(microphone.say(100).size(), 15); // 300 ms
    QVERIFY(!microphone.sender.isOpen());
}

void TestVoiceSender::voiceMustExceedMargin()
{
    for (const double margin : {3.0, 20.0}) {
        Microphone microphone(test::noise(-50, 2));
        microphone.sender.set(Activation{Activation::Kind::Voice, margin});
        microphone.say(300);
        microphone.change(test::noise(-38, 1));
        QCOMPARE(microphone.say().isEmpty(), margin > 12);
    }
}

void TestVoiceSender::keyWorksWithVoiceActivation()
{
    Microphone microphone(test::noise(-70, 2));
    microphone.sender.set(byVoice);
    QVERIFY(microphone.say(10).isEmpty());
    microphone.sender.setTalking(true); // for those who whisper
    QCOMPARE(microphone.say(10).size(), 10);
}

void TestVoiceSender::switchingToPushToTalkCloses()
{
    Microphone microphone(test::babble(2, 1));
    microphone.sender.set(byVoice);
    QVERIFY(!microphone.say(10).isEmpty());
    microphone.sender.set(Activation{});
    QVERIFY(microphone.say(10).isEmpty() && !microphone.sender.isOpen());
}

void TestVoiceSender::indicesCountPackets()
{
    Microphone microphone(test::babble(2, 1), noProcessing, 0xffff'fffa); // and across wrap-around
    std::uint32_t expected = 0xffff'fffa;
    for (int press = 0; press < 4; ++press) {
        microphone.sender.setTalking(true);
        for (int i = 0; i < 3; ++i) {
            microphone.say();
            QCOMPARE(microphone.index, expected++);
        }
        microphone.sender.setTalking(false);
        microphone.say();
        QCOMPARE(microphone.index, expected++);
        microphone.say(7); // a pause leaves no gap
    }
}

void TestVoiceSender::firstIndexIsAheadAfterRestart()
{
    const auto started = std::chrono::milliseconds(1'800'000'000'123);
    for (const auto run : {40ms, 1'000ms, 3'600'000ms}) {
        const auto sent = static_cast<std::uint32_t>(run / 20ms);
        const std::uint32_t last = firstVoiceIndex(started) + sent - 1; // they talked without a pause
        const auto ahead = static_cast<std::int32_t>(firstVoiceIndex(started + run) - last);
        QVERIFY(ahead > 0 && ahead < 3);
    }
    // The index wraps around; the next one is still ahead then.
    const auto end = std::chrono::milliseconds((std::int64_t{21} << 32) * 20);
    QCOMPARE(firstVoiceIndex(end - 20ms), 0xffff'ffffU);
    QCOMPARE(firstVoiceIndex(end), 0U);
}

void TestVoiceSender::encodesMonoSpeechAtExpectedBitRate()
{
    const Sound speech = test::speech();
    if (speech.empty())
        QSKIP("espeak-ng is missing");
    for (const Processing &processing : {noProcessing, Processing{}}) {
        Microphone microphone(speech, processing);
        microphone.sender.setTalking(true);
        qsizetype bytes = 0;
        const auto packets = microphone.say(static_cast<int>(speech.size()) / frameSamples);
        for (const QByteArray &packet : packets) {
            bytes += packet.size();
            const auto toc = static_cast<quint8>(packet.front());
            QVERIFY(toc >> 3 < 16); // one of the speech modes
            QCOMPARE(toc & 7, 0); // mono, one frame
            QCOMPARE(durationOf(test::bytesOf(packet)).value_or(-1), frameSamples);
        }
        const double kilobits = 8 * double(bytes) / (0.02 * double(packets.size())) / 1'000;
        QVERIFY2(kilobits > 20 && kilobits < 40, qPrintable(QString::number(kilobits)));
    }
}

void TestVoiceSender::detectsSpeakingWhileMuted()
{
    Microphone microphone(test::noise(-70, 2));
    microphone.sender.setMuted(true);
    microphone.say(50);
    QVERIFY(!microphone.sender.isSpeakingMuted());
    microphone.change(test::sine(200, 0.2, 1));
    microphone.say();
    QVERIFY(microphone.sender.isSpeakingMuted());
    microphone.sender.setMuted(false);
    microphone.say();
    QVERIFY(!microphone.sender.isSpeakingMuted());
    microphone.sender.setMuted(true);
    microphone.change(test::noise(-70, 2));
    microphone.say(20);
    QVERIFY(!microphone.sender.isSpeakingMuted());
}

void TestVoiceSender::reportsLevelOfLastFrame()
{
    Microphone microphone(test::sine(500, 0.1, 1)); // -23 dBFS
    QCOMPARE(microphone.sender.level(), -100.0);
    microphone.say();
    QVERIFY(std::abs(microphone.sender.level() + 23) < 0.1);
    microphone.change(Sound(sampleRate));
    microphone.say();
    QCOMPARE(microphone.sender.level(), -100.0);
}

void TestVoiceSender::survivesNonFiniteSamples()
{
    for (const Processing &processing : {noProcessing, Processing{}}) {
        Microphone microphone(Sound(sampleRate, std::numeric_limits<float>::quiet_NaN()), processing);
        microphone.sender.setTalking(true);
        auto packets = microphone.say(10);
        microphone.change(Sound(sampleRate, std::numeric_limits<float>::infinity()));
        packets += microphone.say(10);
        microphone.change(test::babble(2, 1));
        packets += microphone.say(80);
        QCOMPARE(packets.size(), 100);
        VoiceDecoder decoder;
        Sound all;
        Sound out(longestPacketSamples);
        for (const QByteArray &packet : packets) {
            QCOMPARE(decoder.decode(test::bytesOf(packet), out), frameSamples);
            all.insert(all.end(), out.begin(), out.begin() + frameSamples);
        }
        QVERIFY(std::ranges::all_of(all, [](float sample) { return std::abs(sample) <= 1; }));
        const double level = test::levelOf(test::part(all, 1, 2));
        QVERIFY2(level > -30 && level < -10, qPrintable(QString::number(level)));
    }
}

ISLET_TEST(TestVoiceSender);

#include "tst_voicesender.moc"
