// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/voice/voicesettings.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;

//! How a person wants to talk and hear, and what a file can say about it.
class TestVoiceSettings : public QObject {
    Q_OBJECT

private:
    struct Kept {
        QTemporaryDir folder;
        QSettings settings{folder.filePath(u"voice.ini"_s), QSettings::IniFormat};

        //! What the next start of the program would find.
        std::unique_ptr<VoiceSettings> again()
        {
            settings.sync();
            reader = std::make_unique<QSettings>(settings.fileName(), QSettings::IniFormat);
            return std::make_unique<VoiceSettings>(*reader);
        }
        std::unique_ptr<QSettings> reader;
    };

private slots:
    void theUsual()
    {
        Kept kept;
        const VoiceSettings voice(kept.settings);
        QVERIFY(voice.echoCancellation() && voice.noiseSuppression() && voice.gainControl());
        QVERIFY(!voice.byVoice() && !voice.isChecked());
        QVERIFY(voice.activation() == Activation());
        QCOMPARE(voice.curve(), VoiceSettings::Inverse);
        QVERIFY(voice.distanceCurve() == DistanceCurve::Inverse);
        QVERIFY(voice.microphone().isEmpty() && voice.loudspeaker().isEmpty());
        QCOMPARE(voice.keys(), (QList<int>{Qt::Key_T, Qt::Key_Space}));
        QCOMPARE(voice.keyNames(), u"T or Space"_s);
    }

    void allIsKept()
    {
        Kept kept;
        VoiceSettings voice(kept.settings);
        QSignalSpy changed(&voice, &VoiceSettings::changed);
        voice.setEchoCancellation(false);
        voice.setNoiseSuppression(false);
        voice.setGainControl(false);
        voice.setByVoice(true);
        voice.setMargin(12.5);
        voice.setCurve(VoiceSettings::None);
        voice.setMicrophone("alsa_input.1");
        voice.setLoudspeaker("alsa_output.2");
        QVERIFY(voice.setKey(Qt::Key_F8));
        voice.setChecked(true);
        QCOMPARE(changed.count(), 10);
        voice.setChecked(true); // as it is
        voice.setMargin(12.5);
        QCOMPARE(changed.count(), 10);

        const auto again = kept.again();
        QVERIFY(!again->echoCancellation() && !again->noiseSuppression() && !again->gainControl());
        QVERIFY(again->byVoice() && again->isChecked());
        QVERIFY(again->activation() == (Activation{Activation::Kind::Voice, 12.5}));
        QVERIFY(again->distanceCurve() == DistanceCurve::None);
        QCOMPARE(again->microphone(), "alsa_input.1"_ba);
        QCOMPARE(again->loudspeaker(), "alsa_output.2"_ba);
        QCOMPARE(again->keys(), QList<int>{Qt::Key_F8});
        QCOMPARE(again->keyNames(), u"F8"_s);
    }

    void theCurvesAreTheSame()
    {
        Kept kept;
        VoiceSettings voice(kept.settings);
        voice.setCurve(VoiceSettings::Nearby);
        QVERIFY(voice.distanceCurve() == DistanceCurve::Nearby);
        QVERIFY(kept.again()->distanceCurve() == DistanceCurve::Nearby);
    }

    void marginsHaveAnEnd()
    {
        Kept kept;
        VoiceSettings voice(kept.settings);
        voice.setMargin(1);
        QCOMPARE(voice.margin(), 3.);
        voice.setMargin(99);
        QCOMPARE(voice.margin(), 30.);
    }

    void whatMakesNoSenseIsReplaced_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QVariant>("value");
        const auto row = [](const char *tag, const char *name, const QVariant &value) {
            QTest::newRow(tag) << QString::fromLatin1(name) << value;
        };
        row("no number", "margin", u"loud"_s);
        row("a small margin", "margin", 2.9);
        row("a large margin", "margin", 1e9);
        row("not a number", "margin", u"nan"_s);
        row("no curve", "curve", u"Sideways"_s);
        row("a curve's number", "curve", 1);
        row("no key", "keys", u"no such key"_s);
        row("a key that walks", "keys", u"W"_s);
        row("a key that leaves", "keys", u"Esc"_s);
        row("two keys at once", "keys", u"Ctrl+K, Ctrl+L"_s);
        row("nothing", "keys", QStringList());
        row("a thousand keys", "keys", QStringList(1'000, u"Esc"_s));
    }
    void whatMakesNoSenseIsReplaced()
    {
        QFETCH(const QString, name);
        QFETCH(const QVariant, value);
        Kept kept;
        kept.settings.setValue(u"voice/"_s + name, value);
        const auto voice = kept.again();
        QCOMPARE(voice->margin(), Activation().margin);
        QCOMPARE(voice->curve(), VoiceSettings::Inverse);
        QCOMPARE(voice->keyNames(), u"T or Space"_s);
    }

    void aLongNameOfADevice()
    {
        Kept kept;
        kept.settings.setValue(u"voice/microphone"_s, QByteArray(100'000, 'm'));
        kept.settings.setValue(u"voice/loudspeaker"_s, QByteArray(100'000, 'l'));
        const auto voice = kept.again();
        QVERIFY(voice->microphone().size() <= 1'024);
        QVERIFY(voice->loudspeaker().size() <= 1'024);
    }

    void keysOfAFile()
    {
        Kept kept;
        kept.settings.setValue(u"voice/keys"_s, QStringList{u"V"_s, u"Shift"_s, u"F5"_s, u"S"_s, u"G"_s});
        const auto voice = kept.again();
        QCOMPARE(voice->keys(), (QList<int>{Qt::Key_V, Qt::Key_F5})); // of the first four
        QCOMPARE(voice->keyNames(), u"V or F5"_s);
    }

    void keysThatCanBeHeld_data()
    {
        QTest::addColumn<int>("key");
        for (const Qt::Key key :
             {Qt::Key_V, Qt::Key_Space, Qt::Key_F1, Qt::Key_Comma, Qt::Key_Percent, Qt::Key_QuoteDbl, Qt::Key_Backslash,
              Qt::Key_Semicolon, Qt::Key_At, Qt::Key_Udiaeresis, Qt::Key_5, Qt::Key_Insert, Qt::Key_CapsLock,
              Qt::Key_Delete, Qt::Key_MediaPlay})
            QTest::addRow("%d", key) << int(key);
    }
    void keysThatCanBeHeld()
    {
        QFETCH(const int, key);
        Kept kept;
        VoiceSettings voice(kept.settings);
        QVERIFY(voice.setKey(key));
        QCOMPARE(voice.keys(), QList<int>{key});
        QVERIFY(!voice.keyNames().isEmpty());
        QCOMPARE(kept.again()->keys(), QList<int>{key});
        voice.resetKeys();
        QCOMPARE(voice.keyNames(), u"T or Space"_s);
        QCOMPARE(kept.again()->keyNames(), u"T or Space"_s);
    }

    void keysThatCannot_data()
    {
        QTest::addColumn<int>("key");
        for (const Qt::Key key :
             {Qt::Key_unknown, Qt::Key_Escape,  Qt::Key_Return, Qt::Key_Enter, Qt::Key_Tab,   Qt::Key_Backtab,
              Qt::Key_Shift,   Qt::Key_Control, Qt::Key_Alt,    Qt::Key_AltGr, Qt::Key_Meta,  Qt::Key_W,
              Qt::Key_A,       Qt::Key_S,       Qt::Key_D,      Qt::Key_Up,    Qt::Key_Down,  Qt::Key_Left,
              Qt::Key_Right,   Qt::Key_F,       Qt::Key_M,      Qt::Key_Plus,  Qt::Key_Minus, Qt::Key_Equal})
            QTest::addRow("%d", key) << int(key);
        QTest::newRow("none") << 0;
        QTest::newRow("less than none") << -1;
    }
    void keysThatCannot()
    {
        QFETCH(const int, key);
        Kept kept;
        VoiceSettings voice(kept.settings);
        QSignalSpy changed(&voice, &VoiceSettings::changed);
        QVERIFY(!voice.setKey(key));
        QCOMPARE(voice.keyNames(), u"T or Space"_s);
        QCOMPARE(changed.count(), 0);
    }
};

ISLET_TEST(TestVoiceSettings);
#include "tst_voicesettings.moc"
