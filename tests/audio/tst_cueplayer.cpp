// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "listener.h"
#include "tests/support/testmain.h"
#include "voicepackets.h"

#include <QTest>

using namespace islet;
using namespace islet::test;

namespace {

constexpr double delay = 0.001; // s, of the limiter
constexpr float quiet = 0.0631F; // -24 dBFS

float peakOf(std::span<const float> sound)
{
    float peak = 0;
    for (const float sample : sound)
        peak = std::max(peak, std::abs(sample));
    return peak;
}

//! Pitch in Hz, from zero crossings.
double pitchOf(std::span<const float> sound)
{
    int crossings = 0;
    for (std::size_t i = 1; i < sound.size(); ++i)
        crossings += (sound[i - 1] < 0) != (sound[i] < 0) ? 1 : 0;
    return 0.5 * crossings * sampleRate / double(sound.size());
}

//! The left channel of the first 0.3 s.
Sound heardOf(Cue cue)
{
    Listener listener;
    listener.mixer.playCue(cue);
    return left(listener.listen(0.3));
}

//! End of the last sound, s.
double endOf(const Sound &sound)
{
    const auto last = std::find_if(sound.rbegin(), sound.rend(), [](float sample) { return sample != 0; });
    return double(sound.rend() - last) / sampleRate;
}

//! Pitches of the first and the second half, except the very ends, which are almost silent.
std::pair<double, double> movementOf(Cue cue)
{
    const Sound heard = heardOf(cue);
    const double length = endOf(heard) - delay;
    return {pitchOf(part(heard, delay + 0.1 * length, delay + 0.4 * length)),
            pitchOf(part(heard, delay + 0.6 * length, delay + 0.9 * length))};
}

} // namespace

//! Islet's own notification sounds.
class TestCuePlayer : public QObject {
    Q_OBJECT

private slots:
    void cuesAreShortQuietAndFaded_data()
    {
        QTest::addColumn<Cue>("cue");
        QTest::newRow("join") << Cue::Join;
        QTest::newRow("leave") << Cue::Leave;
        QTest::newRow("message") << Cue::Message;
        QTest::newRow("talk on") << Cue::TalkOn;
        QTest::newRow("talk off") << Cue::TalkOff;
    }
    void cuesAreShortQuietAndFaded()
    {
        QFETCH(const Cue, cue);
        Listener listener;
        listener.mixer.playCue(cue);
        const Sound both = listener.listen(0.3);
        QCOMPARE(left(both), right(both));
        const Sound heard = left(both);
        const double length = endOf(heard) - delay;
        QVERIFY2(length > 0.03 && length < 0.15, qPrintable(QString::number(length)));
        QVERIFY(std::abs(peakOf(heard) - quiet) < 0.001F);
        QVERIFY(peakOf(part(heard, delay, delay + 0.001)) < 0.2F * quiet);
        QVERIFY(peakOf(part(heard, delay + length - 0.001, delay + length)) < 0.01F * quiet);
        QVERIFY(greatestStep(heard) < 0.01F); // no click: less than a pure tone of 1,200 Hz
        QVERIFY(isSilent(listener.listen(0.3)));
    }

    void cuesDifferInPitch()
    {
        const auto [joinFirst, joinThen] = movementOf(Cue::Join);
        QVERIFY(joinThen > 1.1 * joinFirst);
        const auto [leaveFirst, leaveThen] = movementOf(Cue::Leave);
        QVERIFY(leaveThen < 0.9 * leaveFirst);
        QVERIFY(movementOf(Cue::TalkOn).first > 1.4 * movementOf(Cue::TalkOff).first);
        const auto [messageFirst, messageThen] = movementOf(Cue::Message);
        QVERIFY(std::abs(messageFirst - messageThen) < 0.1 * messageFirst);
    }

    void cuesAreDeterministic()
    {
        for (const Cue cue : allCues)
            QCOMPARE(heardOf(cue), heardOf(cue));
    }

    void playingCueIsNotRestarted()
    {
        for (const Cue cue : allCues) {
            Listener once;
            once.mixer.playCue(cue);
            const Sound usual = once.listen(0.6);
            Listener listener;
            listener.mixer.playCue(cue);
            Sound heard = listener.listen(0.03);
            listener.mixer.playCue(cue);
            const Sound rest = listener.listen(0.57);
            heard.insert(heard.end(), rest.begin(), rest.end());
            QCOMPARE(heard, usual);
            listener.mixer.playCue(cue); // plays again once it is over
            QVERIFY(peakOf(listener.listen(0.3)) > 0.06F);
        }
    }

    void cuesMixWithSpeechWithoutClipping()
    {
        for (const float gain : {0.3F, 4.F}) {
            Listener listener;
            Talker talker(listener, SpeakerId{7}, encoded(atLevel(noise(-20, 1), -12)));
            listener.mixer.place(SpeakerId{7}, {gain, 0});
            Listener without;
            Talker same(without, SpeakerId{7}, encoded(atLevel(noise(-20, 1), -12)));
            without.mixer.place(SpeakerId{7}, {gain, 0});
            listener.listen(0.5, [&] { talker(); });
            without.listen(0.5, [&] { same(); });
            for (const Cue cue : allCues)
                listener.mixer.playCue(cue);
            const Sound heard = listener.listen(0.4, [&] { talker(); });
            QVERIFY(peakOf(heard) <= 0.8913F);
            QVERIFY(heard != without.listen(0.4, [&] { same(); }));
        }
    }

    void forgetAllStopsCues()
    {
        Listener listener;
        for (const Cue cue : allCues)
            listener.mixer.playCue(cue);
        listener.listen(0.01);
        listener.mixer.forgetAll();
        listener.listen(0.005); // what the limiter held
        QVERIFY(isSilent(listener.listen(0.6)));
    }
};

ISLET_TEST(TestCuePlayer);

#include "tst_cueplayer.moc"
