// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/voice/voicesettings.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;

//! The voice settings, and invalid values in the settings file.
class TestVoiceSettings : public QObject {
    Q_OBJECT

private:
    struct Fixture {
        QTemporaryDir folder;
        QSettings settings{folder.filePath(u"voice.ini"_s), QSettings::IniFormat};

        //! The settings as the next start reads them.
        std::unique_ptr<VoiceSettings> reload()
        {
            settings.sync();
            reader = std::make_unique<QSettings>(settings.fileName(), QSettings::IniFormat);
            return std::make_unique<VoiceSettings>(*reader);
        }
        std::unique_ptr<QSettings> reader;
    };

private slots:
    void hasDefaults()
    {
        Fixture fixture;
        const VoiceSettings voice(fixture.settings);
        QVERIFY(voice.echoCancellation() && voice.noiseSuppression() && voice.gainControl());
        QVERIFY(!voice.byVoice() && !voice.isChecked());
        QVERIFY(voice.activation() == Activation());
        QCOMPARE(voice.curve(), VoiceSettings::Inverse);
        QVERIFY(voice.distanceCurve() == DistanceCurve::Inverse);
        QVERIFY(voice.microphone().isEmpty() && voice.loudspeaker().isEmpty());
        QCOMPARE(voice.keys(), (QList<int>{Qt::Key_T, Qt::Key_Space}));
        QCOMPARE(voice.keyNames(), u"T or Space"_s);
    }

    void storesAllSettings()
    {
        Fixture fixture;
        VoiceSettings voice(fixture.settings);
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
        voice.setChecked(true); // unchanged
        voice.setMargin(12.5);
        QCOMPARE(changed.count(), 10);

        const auto reloaded = fixture.reload();
        QVERIFY(!reloaded->echoCancellation() && !reloaded->noiseSuppression() && !reloaded->gainControl());
        QVERIFY(reloaded->byVoice() && reloaded->isChecked());
        QVERIFY(reloaded->activation() == (Activation{Activation::Kind::Voice, 12.5}));
        QVERIFY(reloaded->distanceCurve() == DistanceCurve::None);
        QCOMPARE(reloaded->microphone(), "alsa_input.1"_ba);
        QCOMPARE(reloaded->loudspeaker(), "alsa_output.2"_ba);
        QCOMPARE(reloaded->keys(), QList<int>{Qt::Key_F8});
        QCOMPARE(reloaded->keyNames(), u"F8"_s);
    }

    void storesDistanceCurve()
    {
        Fixture fixture;
        VoiceSettings voice(fixture.settings);
        voice.setCurve(VoiceSettings::Nearby);
        QVERIFY(voice.distanceCurve() == DistanceCurve::Nearby);
        QVERIFY(fixture.reload()->distanceCurve() == DistanceCurve::Nearby);
    }

    void clampsMargin()
    {
        Fixture fixture;
        VoiceSettings voice(fixture.settings);
        voice.setMargin(1);
        QCOMPARE(voice.margin(), 3.);
        voice.setMargin(99);
        QCOMPARE(voice.margin(), 30.);
    }

    void replacesInvalidValues_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QVariant>("value");
        const auto row = [](const char *tag, const char *name, const QVariant &value) {
            QTest::newRow(tag) << QString::fromLatin1(name) << value;
        };
        row("not numeric", "margin", u"loud"_s);
        row("margin too small", "margin", 2.9);
        row("margin too large", "margin", 1e9);
        row("NaN", "margin", u"nan"_s);
        row("unknown curve", "curve", u"Sideways"_s);
        row("curve as number", "curve", 1);
        row("unknown key", "keys", u"no such key"_s);
        row("movement key", "keys", u"W"_s);
        row("Escape", "keys", u"Esc"_s);
        row("key chord", "keys", u"Ctrl+K, Ctrl+L"_s);
        row("empty list", "keys", QStringList());
        row("too many keys", "keys", QStringList(1'000, u"Esc"_s));
    }
    void replacesInvalidValues()
    {
        QFETCH(const QString, name);
        QFETCH(const QVariant, value);
        Fixture fixture;
        fixture.settings.setValue(u"voice/"_s + name, value);
        const auto voice = fixture.reload();
        QCOMPARE(voice->margin(), Activation().margin);
        QCOMPARE(voice->curve(), VoiceSettings::Inverse);
        QCOMPARE(voice->keyNames(), u"T or Space"_s);
    }

    void boundsDeviceNames()
    {
        Fixture fixture;
        fixture.settings.setValue(u"voice/microphone"_s, QByteArray(100'000, 'm'));
        fixture.settings.setValue(u"voice/loudspeaker"_s, QByteArray(100'000, 'l'));
        const auto voice = fixture.reload();
        QVERIFY(voice->microphone().size() <= 1'024);
        QVERIFY(voice->loudspeaker().size() <= 1'024);
    }

    void readsKeysFromFile()
    {
        Fixture fixture;
        fixture.settings.setValue(u"voice/keys"_s, QStringList{u"V"_s, u"Shift"_s, u"F5"_s, u"S"_s, u"G"_s});
        const auto voice = fixture.reload();
        QCOMPARE(voice->keys(), (QList<int>{Qt::Key_V, Qt::Key_F5})); // only the first four are read
        QCOMPARE(voice->keyNames(), u"V or F5"_s);
    }

    void acceptsHoldableKeys_data()
    {
        QTest::addColumn<int>("key");
        for (const Qt::Key key :
             {Qt::Key_V, Qt::Key_Space, Qt::Key_F1, Qt::Key_Comma, Qt::Key_Percent, Qt::Key_QuoteDbl, Qt::Key_Backslash,
              Qt::Key_Semicolon, Qt::Key_At, Qt::Key_Udiaeresis, Qt::Key_5, Qt::Key_Insert, Qt::Key_CapsLock,
              Qt::Key_Delete, Qt::Key_MediaPlay})
            QTest::addRow("%d", key) << int(key);
    }
    void acceptsHoldableKeys()
    {
        QFETCH(const int, key);
        Fixture fixture;
        VoiceSettings voice(fixture.settings);
        QVERIFY(voice.setKey(key));
        QCOMPARE(voice.keys(), QList<int>{key});
        QVERIFY(!voice.keyNames().isEmpty());
        QCOMPARE(fixture.reload()->keys(), QList<int>{key});
        voice.resetKeys();
        QCOMPARE(voice.keyNames(), u"T or Space"_s);
        QCOMPARE(fixture.reload()->keyNames(), u"T or Space"_s);
    }

    void rejectsOtherKeys_data()
    {
        QTest::addColumn<int>("key");
        for (const Qt::Key key :
             {Qt::Key_unknown, Qt::Key_Escape,  Qt::Key_Return, Qt::Key_Enter, Qt::Key_Tab,   Qt::Key_Backtab,
              Qt::Key_Shift,   Qt::Key_Control, Qt::Key_Alt,    Qt::Key_AltGr, Qt::Key_Meta,  Qt::Key_W,
              Qt::Key_A,       Qt::Key_S,       Qt::Key_D,      Qt::Key_Up,    Qt::Key_Down,  Qt::Key_Left,
              Qt::Key_Right,   Qt::Key_F,       Qt::Key_M,      Qt::Key_Plus,  Qt::Key_Minus, Qt::Key_Equal})
            QTest::addRow("%d", key) << int(key);
        QTest::newRow("zero") << 0;
        QTest::newRow("negative") << -1;
    }
    void rejectsOtherKeys()
    {
        QFETCH(const int, key);
        Fixture fixture;
        VoiceSettings voice(fixture.settings);
        QSignalSpy changed(&voice, &VoiceSettings::changed);
        QVERIFY(!voice.setKey(key));
        QCOMPARE(voice.keyNames(), u"T or Space"_s);
        QCOMPARE(changed.count(), 0);
    }
};

ISLET_TEST(TestVoiceSettings);
#include "tst_voicesettings.moc"
