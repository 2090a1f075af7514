// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/recording.h"
#include "tests/support/numberedaddress.h"
#include "tests/support/testmain.h"
#include "voicefiles.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace islet;
using namespace islet::ctl;
using namespace islet::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int stepsASecond = sampleRate / frameSamples;
const Sound loud(frameSamples, 0.5F);
const Sound loudStereo(std::size_t{2} * frameSamples, 0.25F);
const Sound quietStereo(std::size_t{2} * frameSamples, 0.0F);

} // namespace

//! The files of one recording, without a clock.
class TestRecording : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    Sound fileOf(const Address &who) const { return channelOf(m_folder->filePath(who.toLower() + u".wav"_s), 0, 1); }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void alignsLateSpeaker()
    {
        constexpr int before = 50 * stepsASecond; // more silence than is written at once
        constexpr int after = 7;
        auto recording = Recording::begin(m_folder->path());
        QVERIFY(recording);
        for (int step = 0; step < before; ++step)
            QVERIFY(recording->step(quietStereo));
        for (int step = 0; step < after; ++step) {
            recording->add(numberedAddress(1), loud);
            QVERIFY(recording->step(loudStereo));
        }
        QVERIFY(recording->step(quietStereo));
        QVERIFY(recording->finish());
        const Sound mono = fileOf(numberedAddress(1));
        const Sound left = channelOf(m_folder->filePath(u"mix.wav"_s), 0, 2);
        QCOMPARE(mono.size(), std::size_t{before + after + 1} * frameSamples);
        QCOMPARE(left.size(), mono.size());
        for (const Sound &sound : {mono, left}) {
            const auto talks = talksIn(sound, tonePause);
            QCOMPARE(talks.size(), 1U);
            QCOMPARE(talks[0].from, std::size_t{before} * frameSamples);
            QCOMPARE(talks[0].to, std::size_t{before + after} * frameSamples);
        }
    }

    void writesEarlierSilenceWhileTalking()
    {
        constexpr int before = 100 * stepsASecond;
        auto recording = Recording::begin(m_folder->path());
        QVERIFY(recording);
        for (int step = 0; step < before; ++step)
            QVERIFY(recording->step(quietStereo));
        for (int step = 0; step < 2 * stepsASecond; ++step) {
            recording->add(numberedAddress(1), loud);
            QVERIFY(recording->step(loudStereo));
        }
        // Not finished, as after SIGKILL: everything but the last block is on disk.
        QVERIFY(fileOf(numberedAddress(1)).size() > std::size_t{before + stepsASecond} * frameSamples);
    }

    void limitsNumberOfFiles()
    {
        constexpr int most = static_cast<int>(Recording::maxPeople);
        auto recording = Recording::begin(m_folder->path());
        QVERIFY(recording);
        for (int number = 1; number <= most; ++number)
            recording->add(numberedAddress(number), loud);
        QVERIFY(recording->step(loudStereo));
        QVERIFY(!recording->isFull());
        recording->add(numberedAddress(most + 1), loud);
        recording->add(numberedAddress(1), loud);
        QVERIFY(recording->step(loudStereo)); // the recording continues
        QVERIFY(recording->isFull());
        QVERIFY(recording->finish());
        QCOMPARE(QDir(m_folder->path()).entryList({u"*.wav"_s}).size(), most + 1);
        for (int number = 1; number <= most; ++number)
            QCOMPARE(fileOf(numberedAddress(number)).size(), std::size_t{2} * frameSamples);
    }

    void keepsFirstError()
    {
        QVERIFY(QDir(m_folder->path()).mkdir(numberedAddress(1).toLower() + u".wav"_s));
        auto recording = Recording::begin(m_folder->path());
        QVERIFY(recording);
        recording->add(numberedAddress(1), loud);
        const auto first = recording->step(loudStereo);
        QVERIFY(!first);
        QVERIFY2(first.error().endsWith(u'.'), qPrintable(first.error()));
        const auto second = recording->finish();
        QVERIFY(!second);
        QCOMPARE(second.error(), first.error());
    }
};

ISLET_TEST(TestRecording);
#include "tst_recording.moc"
