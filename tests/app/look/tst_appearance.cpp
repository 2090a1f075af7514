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

//! A desktop whose hints the test sets.
class FakeDesktopAppearance : public DesktopAppearance {
public:
    void start() override { ++starts; }
    void report(const AppearanceHints &hints) { setHints(hints); }
    int starts = 0;
};

} // namespace

//! The window's appearance: the user's choices and the desktop's hints.
class TestAppearance : public QObject {
    Q_OBJECT

private:
    struct Fixture {
        QTemporaryDir folder;
        QSettings settings{folder.filePath(u"look.ini"_s), QSettings::IniFormat};
        FakeDesktopAppearance system;
    };

private slots:
    void isLightByDefault()
    {
        Fixture fixture;
        const Appearance appearance(fixture.settings);
        QCOMPARE(appearance.scheme(), Appearance::FollowSystem);
        QCOMPARE(appearance.motion(), Appearance::AsSystem);
        QCOMPARE(appearance.textSize(), 1.0);
        QVERIFY(!appearance.isDark() && !appearance.isContrast() && !appearance.isStill());
    }

    void followsTheSystem()
    {
        Fixture fixture;
        Appearance appearance(fixture.settings);
        QSignalSpy changed(&appearance, &Appearance::changed);
        appearance.follow(fixture.system);
        QCOMPARE(fixture.system.starts, 1);
        QVERIFY(!appearance.isDark());
        fixture.system.report({true, false, false});
        QCOMPARE(changed.size(), 1);
        QVERIFY(appearance.isDark() && !appearance.isContrast() && !appearance.isStill());
        fixture.system.report({true, true, true});
        QVERIFY(appearance.isDark() && appearance.isContrast() && appearance.isStill());
        fixture.system.report({false, false, true});
        QVERIFY(!appearance.isDark() && !appearance.isContrast() && appearance.isStill());
        fixture.system.report({false, false, true});
        QCOMPARE(changed.size(), 3); // no change
    }

    void choiceOverridesTheSystem()
    {
        Fixture fixture;
        Appearance appearance(fixture.settings);
        appearance.follow(fixture.system);
        fixture.system.report({true, true, true});
        appearance.setScheme(Appearance::Light);
        appearance.setMotion(Appearance::FullMotion);
        QVERIFY(!appearance.isDark() && !appearance.isContrast() && !appearance.isStill());
        fixture.system.report({false, false, false});
        appearance.setScheme(Appearance::Dark);
        appearance.setMotion(Appearance::ReducedMotion);
        QVERIFY(appearance.isDark() && !appearance.isContrast() && appearance.isStill());
        appearance.setScheme(Appearance::HighContrast);
        QVERIFY(appearance.isDark() && appearance.isContrast());
    }

    void savesChoices()
    {
        Fixture fixture;
        {
            Appearance appearance(fixture.settings);
            appearance.setScheme(Appearance::HighContrast);
            appearance.setMotion(Appearance::ReducedMotion);
            appearance.setTextSize(1.25);
        }
        const Appearance again(fixture.settings);
        QCOMPARE(again.scheme(), Appearance::HighContrast);
        QCOMPARE(again.motion(), Appearance::ReducedMotion);
        QCOMPARE(again.textSize(), 1.25);
    }

    void startsWithTheLastSystemHints()
    {
        Fixture fixture;
        {
            Appearance appearance(fixture.settings);
            appearance.follow(fixture.system);
            fixture.system.report({true, std::nullopt, true});
        }
        Appearance again(fixture.settings);
        QVERIFY(again.isDark() && again.isStill());
        // New hints of the system replace the saved ones.
        QSignalSpy changed(&again, &Appearance::changed);
        FakeDesktopAppearance today;
        again.follow(today);
        QVERIFY(again.isDark()); // it has no hints yet
        today.report({false, false, false});
        QCOMPARE(changed.size(), 1);
        QVERIFY(!again.isDark() && !again.isStill());
    }

    void clampsTextSize_data()
    {
        QTest::addColumn<double>("wanted");
        QTest::addColumn<double>("given");
        QTest::newRow("default") << 1.0 << 1.0;
        QTest::newRow("larger") << 1.3 << 1.3;
        QTest::newRow("too large") << 40.0 << 1.5;
        QTest::newRow("too small") << 0.1 << 0.85;
        QTest::newRow("negative") << -1.0 << 0.85;
        QTest::newRow("NaN") << std::numeric_limits<double>::quiet_NaN() << 1.0;
        QTest::newRow("infinity") << std::numeric_limits<double>::infinity() << 1.0;
    }
    void clampsTextSize()
    {
        QFETCH(const double, wanted);
        Fixture fixture;
        Appearance appearance(fixture.settings);
        appearance.setTextSize(wanted);
        QTEST(appearance.textSize(), "given");
    }

    void ignoresInvalidSettings_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::newRow("text") << QVariant(u"nonsense"_s);
        QTest::newRow("number") << QVariant(-7);
        QTest::newRow("list") << QVariant(QStringList{u"a"_s, u"b"_s, u"c"_s});
        QTest::newRow("bytes") << QVariant(QByteArray("\xff\0\x80", 3));
        QTest::newRow("map") << QVariant(QVariantMap{{u"dark"_s, true}});
        QTest::newRow("invalid") << QVariant();
        QTest::newRow("nan as text") << QVariant(u"nan"_s);
        QTest::newRow("colour") << QVariant(QColor(Qt::red));
    }
    void ignoresInvalidSettings()
    {
        QFETCH(const QVariant, value);
        Fixture fixture;
        for (const auto key : {"look/scheme"_L1, "look/motion"_L1, "look/textSize"_L1, "look/system"_L1})
            fixture.settings.setValue(key, value);
        const Appearance appearance(fixture.settings);
        QCOMPARE(appearance.scheme(), Appearance::FollowSystem);
        QCOMPARE(appearance.motion(), Appearance::AsSystem);
        QCOMPARE(appearance.textSize(), 1.0);
        QVERIFY(!appearance.isDark() && !appearance.isContrast() && !appearance.isStill());
    }

    void detectsDarkPalette()
    {
        const QPalette before = QGuiApplication::palette();
        PaletteAppearance appearance;
        appearance.start();
        QSignalSpy changed(&appearance, &DesktopAppearance::changed);
        QGuiApplication::setPalette(QPalette(QColor(0x20, 0x20, 0x20)));
        QTRY_COMPARE(appearance.hints().dark, std::optional(true));
        QGuiApplication::setPalette(QPalette(QColor(0xf0, 0xf0, 0xf0)));
        QTRY_COMPARE(appearance.hints().dark, std::optional(false));
        QVERIFY(!appearance.hints().contrast && !appearance.hints().still);
        QGuiApplication::setPalette(before);
    }

    void contrastMatchesWcag()
    {
        QCOMPARE(contrastOf(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastOf(Qt::white, Qt::white), 1.0);
        // A well-known pair just below 4.5.
        QVERIFY(std::abs(contrastOf(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
        QCOMPARE(contrastOf(Qt::red, Qt::blue), contrastOf(Qt::blue, Qt::red));
    }

    void initialsContrastWithEveryDisc()
    {
        for (const QColor &color : paletteColors())
            QVERIFY2(contrastOf(color, inkOn(color)) >= 4.5, qPrintable(color.name()));
        for (int grey = 0; grey < 256; ++grey)
            QVERIFY(contrastOf(QColor(grey, grey, grey), inkOn(QColor(grey, grey, grey))) >= 4.5);
    }
};

ISLET_GUI_TEST(TestAppearance);
#include "tst_appearance.moc"
