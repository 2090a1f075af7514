// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/look/appearance.h"
#include "app/look/personlook.h"
#include "app/platform/paletteappearance.h"
#include "tests/support/testmain.h"

#include <QGuiApplication>
#include <QPalette>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace islet;
using namespace Qt::StringLiterals;

namespace {

//! A desktop that says what the test wants.
class FakeLook : public DesktopAppearance {
public:
    void start() override { ++starts; }
    void say(const AppearanceHints &hints) { setHints(hints); }
    int starts = 0;
};

} // namespace

//! How the window looks, by choice and by what the system says.
class TestAppearance : public QObject {
    Q_OBJECT

private:
    struct Kept {
        QTemporaryDir folder;
        QSettings settings{folder.filePath(u"look.ini"_s), QSettings::IniFormat};
        FakeLook system;
    };

private slots:
    void lightWhenNobodySaysAnything()
    {
        Kept kept;
        const Appearance look(kept.settings);
        QCOMPARE(look.scheme(), Appearance::FollowSystem);
        QCOMPARE(look.motion(), Appearance::AsSystem);
        QCOMPARE(look.textSize(), 1.0);
        QVERIFY(!look.isDark() && !look.isContrast() && !look.isStill());
    }

    void followsTheSystem()
    {
        Kept kept;
        Appearance look(kept.settings);
        QSignalSpy changed(&look, &Appearance::changed);
        look.follow(kept.system);
        QCOMPARE(kept.system.starts, 1);
        QVERIFY(!look.isDark());
        kept.system.say({true, false, false});
        QCOMPARE(changed.size(), 1);
        QVERIFY(look.isDark() && !look.isContrast() && !look.isStill());
        kept.system.say({true, true, true});
        QVERIFY(look.isDark() && look.isContrast() && look.isStill());
        kept.system.say({false, false, true});
        QVERIFY(!look.isDark() && !look.isContrast() && look.isStill());
        kept.system.say({false, false, true});
        QCOMPARE(changed.size(), 3); // nothing new
    }

    void whatIsChosenStandsAgainstTheSystem()
    {
        Kept kept;
        Appearance look(kept.settings);
        look.follow(kept.system);
        kept.system.say({true, true, true});
        look.setScheme(Appearance::Light);
        look.setMotion(Appearance::FullMotion);
        QVERIFY(!look.isDark() && !look.isContrast() && !look.isStill());
        kept.system.say({false, false, false});
        look.setScheme(Appearance::Dark);
        look.setMotion(Appearance::ReducedMotion);
        QVERIFY(look.isDark() && !look.isContrast() && look.isStill());
        look.setScheme(Appearance::HighContrast);
        QVERIFY(look.isDark() && look.isContrast());
    }

    void choicesAreKept()
    {
        Kept kept;
        {
            Appearance look(kept.settings);
            look.setScheme(Appearance::HighContrast);
            look.setMotion(Appearance::ReducedMotion);
            look.setTextSize(1.25);
        }
        const Appearance again(kept.settings);
        QCOMPARE(again.scheme(), Appearance::HighContrast);
        QCOMPARE(again.motion(), Appearance::ReducedMotion);
        QCOMPARE(again.textSize(), 1.25);
    }

    void opensAsTheSystemWasTheLastTime()
    {
        Kept kept;
        {
            Appearance look(kept.settings);
            look.follow(kept.system);
            kept.system.say({true, std::nullopt, true});
        }
        Appearance again(kept.settings);
        QVERIFY(again.isDark() && again.isStill());
        // A system that says something else by now is believed.
        QSignalSpy changed(&again, &Appearance::changed);
        FakeLook today;
        again.follow(today);
        QVERIFY(again.isDark()); // it has not spoken yet
        today.say({false, false, false});
        QCOMPARE(changed.size(), 1);
        QVERIFY(!again.isDark() && !again.isStill());
    }

    void sizesHaveBounds_data()
    {
        QTest::addColumn<double>("wanted");
        QTest::addColumn<double>("given");
        QTest::newRow("usual") << 1.0 << 1.0;
        QTest::newRow("larger") << 1.3 << 1.3;
        QTest::newRow("too large") << 40.0 << 1.5;
        QTest::newRow("too small") << 0.1 << 0.85;
        QTest::newRow("negative") << -1.0 << 0.85;
        QTest::newRow("no number") << std::numeric_limits<double>::quiet_NaN() << 1.0;
        QTest::newRow("endless") << std::numeric_limits<double>::infinity() << 1.0;
    }
    void sizesHaveBounds()
    {
        QFETCH(const double, wanted);
        Kept kept;
        Appearance look(kept.settings);
        look.setTextSize(wanted);
        QTEST(look.textSize(), "given");
    }

    void nonsenseInTheFileIsTheUsual_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::newRow("words") << QVariant(u"nonsense"_s);
        QTest::newRow("number") << QVariant(-7);
        QTest::newRow("list") << QVariant(QStringList{u"a"_s, u"b"_s, u"c"_s});
        QTest::newRow("bytes") << QVariant(QByteArray("\xff\0\x80", 3));
        QTest::newRow("map") << QVariant(QVariantMap{{u"dark"_s, true}});
        QTest::newRow("nothing") << QVariant();
        QTest::newRow("not a number") << QVariant(u"nan"_s);
        QTest::newRow("colour") << QVariant(QColor(Qt::red));
    }
    void nonsenseInTheFileIsTheUsual()
    {
        QFETCH(const QVariant, value);
        Kept kept;
        for (const auto key : {"look/scheme"_L1, "look/motion"_L1, "look/textSize"_L1, "look/system"_L1})
            kept.settings.setValue(key, value);
        const Appearance look(kept.settings);
        QCOMPARE(look.scheme(), Appearance::FollowSystem);
        QCOMPARE(look.motion(), Appearance::AsSystem);
        QCOMPARE(look.textSize(), 1.0);
        QVERIFY(!look.isDark() && !look.isContrast() && !look.isStill());
    }

    void thePaletteSaysWhetherItIsDark()
    {
        const QPalette before = QGuiApplication::palette();
        PaletteAppearance look;
        look.start();
        QSignalSpy changed(&look, &DesktopAppearance::changed);
        QGuiApplication::setPalette(QPalette(QColor(0x20, 0x20, 0x20)));
        QTRY_COMPARE(look.hints().dark, std::optional(true));
        QGuiApplication::setPalette(QPalette(QColor(0xf0, 0xf0, 0xf0)));
        QTRY_COMPARE(look.hints().dark, std::optional(false));
        QVERIFY(!look.hints().contrast && !look.hints().still);
        QGuiApplication::setPalette(before);
    }

    void contrastIsThatOfTheStandard()
    {
        QCOMPARE(contrastOf(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastOf(Qt::white, Qt::white), 1.0);
        // A pair that is known for falling just short of 4.5.
        QVERIFY(std::abs(contrastOf(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
        QCOMPARE(contrastOf(Qt::red, Qt::blue), contrastOf(Qt::blue, Qt::red));
    }

    void initialsAreReadOnEveryDisc()
    {
        for (const QColor &color : paletteColors())
            QVERIFY2(contrastOf(color, inkOn(color)) >= 4.5, qPrintable(color.name()));
        for (int grey = 0; grey < 256; ++grey)
            QVERIFY(contrastOf(QColor(grey, grey, grey), inkOn(QColor(grey, grey, grey))) >= 4.5);
    }
};

ISLET_GUI_TEST(TestAppearance);
#include "tst_appearance.moc"
