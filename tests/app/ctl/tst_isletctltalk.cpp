// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testmain.h"
#include "tests/support/waiting.h"
#include "voiceroom.h"

#include <QTest>

#include <csignal>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int framesASecond = sampleRate / frameSamples;

int framesIn(const Sound &sound)
{
    return static_cast<int>((sound.size() + frameSamples - 1) / frameSamples);
}

//! Writes a header that declares eleven minutes, followed by that many zeros; a sparse file on most file systems.
bool makeTooLong(const QString &path)
{
    constexpr qsizetype bytes = 11 * 60 * 16'000;
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(wav(Pcm, 1, 8'000, 16, {}, bytes)) > 0
        && file.resize(file.size() + bytes);
}

} // namespace

//! Voice commands sent to a running isletctl, and their errors.
class TestIsletctlTalk : public QObject {
    Q_OBJECT

private:
    Host m_host;
    QTemporaryDir m_folder;
    QString m_speechFile;
    Sound m_speech;

    void requestStats(VoiceRoom &room) const
    {
        const auto before = room.mouth->events(u"voiceStats").size();
        room.mouth->say(u"voiceStats"_s);
        QTRY_VERIFY(room.mouth->events(u"voiceStats").size() > before);
    }
    static int sentBy(const VoiceRoom &room)
    {
        return room.mouth->events(u"voiceStats").constLast()["sent"_L1].toInt();
    }

    //! Adds rows of files that cannot be played.
    void addInvalidFiles() const
    {
        QTest::addColumn<QString>("path");
        const auto with = [this](const QString &name, const QByteArray &content) {
            QFile file(m_folder.filePath(name));
            if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
                qFatal("a temporary file cannot be written");
            return file.fileName();
        };
        const Sound tone = sine(440, 0.3, 0.1);
        QTest::newRow("missing") << m_folder.filePath(u"none.wav"_s);
        QTest::newRow("empty") << with(u"empty.wav"_s, {});
        QTest::newRow("garbage") << with(u"garbage.wav"_s, QByteArray(5'000, '\x7f'));
        QTest::newRow("truncated") << with(u"cut.wav"_s, monoWav(tone).first(30));
        QTest::newRow("no samples") << with(u"silent.wav"_s, monoWav({}));
        QTest::newRow("six channels") << with(u"six.wav"_s, wav(Pcm, 6, sampleRate, 16, QByteArray(1'200, '\1')));
        QTest::newRow("too long") << m_folder.filePath(u"long.wav"_s);
        QTest::newRow("folder") << m_folder.path();
        QTest::newRow("device") << u"/dev/zero"_s;
        QTest::newRow("hostile file name") << m_folder.filePath(u"a\x1b[2J\u202eb.wav"_s);
    }

private slots:
    void initTestCase()
    {
        m_speechFile = m_folder.filePath(u"speech.wav"_s);
        QVERIFY2(
            speakTo(m_speechFile, u"They agreed that the one who first succeeded should be considered stronger."_s),
            "espeak-ng is missing");
        m_speech = readVoice(m_speechFile).value_or(Sound());
        QVERIFY(m_speech.size() > 3 * sampleRate);
        QVERIFY(makeTooLong(m_folder.filePath(u"long.wav"_s)));
        QVERIFY(!m_host.where().isEmpty());
    }

    void pttStopsAndResumes()
    {
        VoiceRoom room(m_host.where());
        room.listen();
        QTRY_VERIFY(room.hasEarJoined());
        room.talk({u"--talk"_s, m_speechFile});
        QTRY_VERIFY(room.isHeard());
        QTRY_VERIFY((requestStats(room), sentBy(room)) > 2 * framesASecond); // in the middle of the file
        room.mouth->say(u"ptt up"_s);
        QTRY_VERIFY(room.hasTalked() && room.wasHeard());
        requestStats(room);
        const int before = sentBy(room);
        QVERIFY2(before < framesIn(m_speech), qPrintable(QString::number(before)));
        room.mouth->say(u"ptt down"_s);
        QTRY_VERIFY(room.isHeard());
        QVERIFY(waitUntil([&] { return room.hasTalked() && room.wasHeard(); }, 20s));
        requestStats(room);
        QCOMPARE(sentBy(room), framesIn(m_speech));

        room.mouth->say(u"ptt down"_s); // the file has ended: restarts it
        QTRY_VERIFY(room.isTalking());
        room.mouth->say(u"ptt up"_s);
        QTRY_VERIFY(room.hasTalked());
        room.ear->say(u"leave"_s);
        QCOMPARE(room.ear->status(), 0);

        // Compares each half with what was recorded between the talking events that began and ended it.
        const Sound heard = channelOf(room.fileOf(room.talker()), 0, 1);
        const auto events = room.ear->events(u"talking");
        QVERIFY(events.size() >= 4);
        const auto at = [&](qsizetype event) {
            const double joined = room.ear->events(u"welcome").constFirst()["t"_L1].toDouble();
            return (events.at(event)["t"_L1].toDouble() - joined) / 1'000;
        };
        constexpr double late = 0.3; // maximum delay of an event
        const auto cut = std::ptrdiff_t{before} * frameSamples;
        const auto half = [&](qsizetype event) {
            const auto heardThen = part(heard, std::max(0.0, at(event) - late), at(event + 1));
            return Sound(heardThen.begin(), heardThen.end());
        };
        const Likeness first = likeness(Sound(m_speech.begin(), m_speech.begin() + cut), half(0));
        const Likeness second = likeness(Sound(m_speech.begin() + cut, m_speech.end()), half(2));
        qInfo("correlation before %.3f and after %.3f", first.pieces, second.pieces);
        QVERIFY(first.pieces >= 0.8 && second.pieces >= 0.8);
    }

    void secondFileReplacesFirst()
    {
        VoiceRoom room(m_host.where());
        const Sound tone = sine(440, 0.3, 0.5);
        room.talk({u"--talk"_s, m_speechFile});
        QTRY_VERIFY(room.isTalking());
        room.mouth->say(u"talk "_s + room.fileWith(u"a tone, with spaces.wav"_s, monoWav(tone)));
        QTRY_VERIFY(room.hasTalked());
        requestStats(room);
        QVERIFY2(sentBy(room) >= framesIn(tone) && sentBy(room) < framesIn(m_speech),
                 qPrintable(QString::number(sentBy(room))));
        QVERIFY(room.mouth->events(u"error").isEmpty());
    }

    void invalidFileIsUsageError_data() { addInvalidFiles(); }
    void invalidFileIsUsageError()
    {
        QFETCH(const QString, path);
        CtlProcess ctl({u"join"_s, m_host.where(), u"--json"_s, u"--talk"_s, path});
        QCOMPARE(ctl.status(), 2);
        QVERIFY2(ctl.lines().isEmpty(), ctl.allOutput().constData());
        QVERIFY2(ctl.errors().endsWith(".\n") && ctl.errors().count('\n') == 1 && !ctl.errors().contains('\x1b'),
                 ctl.errors().constData());
    }

    void invalidFileIsErrorEvent_data() { addInvalidFiles(); }
    void invalidFileIsErrorEvent()
    {
        QFETCH(const QString, path);
        VoiceRoom room(u"offline:"_s);
        room.talk();
        room.mouth->say(u"talk "_s + path);
        QTRY_COMPARE(room.mouth->events(u"error").size(), 1);
        const QJsonObject error = room.mouth->events(u"error").constFirst();
        QCOMPARE(error["command"_L1].toString(), u"talk"_s);
        QVERIFY2(error["detail"_L1].toString().endsWith(u'.'), qPrintable(error["detail"_L1].toString()));
        QVERIFY(room.mouth->events(u"talking").isEmpty());
        room.mouth->say(u"leave"_s);
        QCOMPARE(room.mouth->status(), 0);
        QVERIFY(room.mouth->events(u"voiceStats").isEmpty()); // there are no statistics to report
    }

    void invalidPttIsErrorEvent_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("no file loaded") << u"ptt down"_s;
        QTest::newRow("without an action") << u"ptt"_s;
        QTest::newRow("unknown action") << u"ptt sideways"_s;
        QTest::newRow("two actions") << u"ptt down up"_s;
    }
    void invalidPttIsErrorEvent()
    {
        QFETCH(const QString, line);
        VoiceRoom room(u"offline:"_s);
        room.talk();
        room.mouth->say(u"ptt up"_s); // not an error when not talking
        room.mouth->say(line);
        QTRY_COMPARE(room.mouth->events(u"error").size(), 1);
        QCOMPARE(room.mouth->events(u"error").constFirst()["command"_L1].toString(), u"ptt"_s);
        QVERIFY(room.mouth->events(u"error").constFirst()["detail"_L1].toString().endsWith(u'.'));
    }

    void unwritableFolderIsUsageError_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("regular file") << m_speechFile;
        QTest::newRow("below a regular file") << m_speechFile + u"/heard"_s;
        QTest::newRow("read-only file system") << u"/proc/heard"_s;
    }
    void unwritableFolderIsUsageError()
    {
        QFETCH(const QString, path);
        CtlProcess ctl({u"join"_s, m_host.where(), u"--json"_s, u"--listen"_s, path});
        QCOMPARE(ctl.status(), 2);
        QVERIFY2(ctl.lines().isEmpty(), ctl.allOutput().constData());
        QVERIFY2(ctl.errors().endsWith(".\n") && ctl.errors().count('\n') == 1, ctl.errors().constData());
    }

    void failedRecordingIsErrorEvent_data()
    {
        QTest::addColumn<bool>("isMix");
        QTest::newRow("mix.wav") << true;
        QTest::newRow("peer's file") << false;
    }
    void failedRecordingIsErrorEvent()
    {
        QFETCH(const bool, isMix);
        VoiceRoom room(m_host.where());
        if (isMix)
            QVERIFY(QDir().mkpath(room.mix()));
        room.listen();
        QTRY_VERIFY(room.hasEarJoined());
        room.talk();
        QTRY_VERIFY(!room.talker().isEmpty());
        if (!isMix)
            QVERIFY(QDir().mkpath(room.fileOf(room.talker())));
        room.mouth->say(u"talk "_s + room.fileWith(u"tone.wav"_s, monoWav(sine(440, 0.3, 0.5))));
        QTRY_VERIFY(room.wasHeard()); // listening continues
        QCOMPARE(room.ear->events(u"error").size(), 1);
        QCOMPARE(room.ear->events(u"error").constFirst()["command"_L1].toString(), u"listen"_s);
        QVERIFY(room.ear->events(u"error").constFirst()["detail"_L1].toString().endsWith(u'.'));
        room.ear->say(u"leave"_s);
        QCOMPARE(room.ear->status(), 0);
        if (!isMix)
            QVERIFY(WavReader::open(room.mix()));
    }

#ifdef Q_OS_UNIX
    void suspendedTalkerSkipsAhead()
    {
        VoiceRoom room(m_host.where());
        room.listen();
        QTRY_VERIFY(room.hasEarJoined());
        room.talk({u"--talk"_s, m_speechFile});
        QTRY_VERIFY(room.isHeard());
        const auto before = room.ear->events(u"talking").size();
        room.mouth->sendSignal(SIGSTOP);
        QTRY_VERIFY(room.ear->events(u"talking").size() > before); // the listener reports the end of the talk
        room.mouth->sendSignal(SIGCONT);
        QVERIFY(waitUntil([&] { return room.hasTalked(); }, 20s));
        requestStats(room);
        // The talker was suspended for 100 to 300 ms. It sends up to 200 ms of that late and skips the rest.
        const int sent = sentBy(room);
        QVERIFY2(sent > framesIn(m_speech) / 2 && sent <= framesIn(m_speech), qPrintable(QString::number(sent)));
        const auto events = room.mouth->events(u"talking");
        const double lasted = (events.constLast()["t"_L1].toDouble() - events.constFirst()["t"_L1].toDouble()) / 1'000;
        const double speech = static_cast<double>(m_speech.size()) / sampleRate;
        QVERIFY2(std::abs(lasted - speech) < 0.3, qPrintable(u"%1 for %2"_s.arg(lasted).arg(speech)));
    }

    void suspendedListenerCatchesUp()
    {
        VoiceRoom room(m_host.where());
        room.listen();
        QTRY_VERIFY(room.hasEarJoined());
        room.talk({u"--talk"_s, m_speechFile});
        QTRY_VERIFY(room.isHeard());
        requestStats(room);
        const int before = sentBy(room);
        room.ear->sendSignal(SIGSTOP);
        QTRY_VERIFY((requestStats(room), sentBy(room)) > before + framesASecond);
        room.ear->sendSignal(SIGCONT);
        room.ear->say(u"leave"_s);
        QCOMPARE(room.ear->status(), 0);
        const double joined = room.ear->events(u"welcome").constFirst()["t"_L1].toDouble();
        const double lasted = (room.ear->events(u"closed").constFirst()["t"_L1].toDouble() - joined) / 1'000;
        const Sound heard = channelOf(room.fileOf(room.talker()), 0, 1);
        const double length = static_cast<double>(heard.size()) / sampleRate;
        QVERIFY2(std::abs(length - lasted) < 0.1, qPrintable(u"%1 for %2"_s.arg(length).arg(lasted)));
        QCOMPARE(channelOf(room.mix(), 0, 2).size(), heard.size());
    }

    void killedListenerLeavesFiles_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGKILL") << SIGKILL;
    }
    void killedListenerLeavesFiles()
    {
        QFETCH(const int, number);
        VoiceRoom room(m_host.where());
        room.listen();
        QTRY_VERIFY(room.hasEarJoined());
        room.talk({u"--talk"_s, m_speechFile});
        QTRY_VERIFY(room.isHeard());
        const auto lengthOf = [](const QString &path) {
            const auto reader = WavReader::open(path);
            return reader ? static_cast<double>(reader->length()) / sampleRate : 0;
        };
        QTRY_VERIFY(lengthOf(room.fileOf(room.talker())) >= 2); // begins with silence, longer on a busy machine
        room.ear->sendSignal(number);
        QTRY_VERIFY(room.ear->isOver());
        QVERIFY(lengthOf(room.mix()) >= 1);
        QVERIFY(lengthOf(room.fileOf(room.talker())) >= 1);
        Sound heard = withoutSilenceAround(readVoice(room.fileOf(room.talker())).value_or(Sound()), sampleRate / 5);
        heard.resize(13 * sampleRate / 10);
        const Likeness found = likeness(Sound(m_speech.begin(), m_speech.begin() + 9 * sampleRate / 10), heard);
        QVERIFY2(found.pieces >= 0.8, qPrintable(QString::number(found.pieces)));
        if (number == SIGTERM)
            QCOMPARE(lengthOf(room.mix()), lengthOf(room.fileOf(room.talker())));
    }
#endif
};

ISLET_TEST(TestIsletctlTalk);
#include "tst_isletctltalk.moc"
