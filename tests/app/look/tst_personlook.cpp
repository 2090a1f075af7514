// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/look/personlook.h"
#include "colormath.h"
#include "tests/support/fakeroom.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! The colours and initials of people.
class TestPersonLook : public QObject {
    Q_OBJECT

private slots:
    void colorsContrastWithBackgrounds_data()
    {
        QTest::addColumn<QColor>("ground");
        for (const char *ground : {"#F7F5F0", "#14171A", "#FFFFFF", "#1C2024"}) // paper and raised, both themes
            QTest::newRow(ground) << QColor(QLatin1StringView(ground));
    }
    void colorsContrastWithBackgrounds()
    {
        QFETCH(const QColor, ground);
        QCOMPARE(paletteColors().size(), 24);
        for (const QColor &color : paletteColors())
            QVERIFY2(contrast(color, ground) >= 3, qPrintable(color.name()));
    }

    void initialsContrastWithColors()
    {
        for (const QColor &color : paletteColors()) {
            QVERIFY(inkOn(color) == Qt::white || inkOn(color) == Qt::black);
            QVERIFY2(contrast(color, inkOn(color)) >= 4.5, qPrintable(color.name()));
        }
        QCOMPARE(inkOn(Qt::white), QColor(Qt::black));
        QCOMPARE(inkOn(Qt::black), QColor(Qt::white));
    }

    void colorsAreDistinguishable_data()
    {
        QTest::addColumn<int>("vision");
        QTest::addColumn<double>("floor");
        QTest::newRow("normal") << int(ColorVision::Normal) << 12.;
        QTest::newRow("protanopia") << int(ColorVision::Protan) << 6.;
        QTest::newRow("deuteranopia") << int(ColorVision::Deutan) << 6.;
    }
    void colorsAreDistinguishable()
    {
        QFETCH(const int, vision);
        QFETCH(const double, floor);
        const QList<QColor> colors = paletteColors();
        double least = 1'000;
        for (qsizetype i = 0; i < colors.size(); ++i) {
            for (qsizetype j = 0; j < i; ++j) {
                const double distance = difference(colors[i], colors[j], static_cast<ColorVision>(vision));
                least = std::min(least, distance);
                QVERIFY2(distance >= floor,
                         qPrintable(u"%1 %2 %3"_s.arg(colors[i].name(), colors[j].name()).arg(distance)));
            }
        }
        qInfo("the nearest two are %.2f apart", least);
    }

    void colorMathMatchesReferenceData()
    {
        // Pairs of the CIEDE2000 data of Sharma, Wu and Dalal (2005).
        QVERIFY(std::abs(difference(Lab{50, 2.6772, -79.7751}, Lab{50, 0, -82.7485}) - 2.0425) < 1e-4);
        QVERIFY(std::abs(difference(Lab{50, 2.5, 0}, Lab{58, 24, 15}) - 19.4535) < 1e-4);
        QVERIFY(std::abs(difference(Lab{90.8027, -2.0831, 1.4410}, Lab{91.1528, -1.6435, 0.0447}) - 1.4441) < 1e-4);
        QVERIFY(std::abs(contrast(Qt::white, Qt::black) - 21) < 1e-9);
        // A red and a green that are similar with deuteranopia are far apart for normal vision.
        QVERIFY(difference(QColor(0x9a, 0x5b, 0x20), QColor(0x6b, 0x6b, 0x20), ColorVision::Normal)
                > 2 * difference(QColor(0x9a, 0x5b, 0x20), QColor(0x6b, 0x6b, 0x20), ColorVision::Deutan));
    }

    void usesAllColors()
    {
        QSet<QRgb> used;
        for (int i = 0; i < 256; ++i)
            used.insert(colorOf(numberedAddress(i)).rgb());
        QCOMPARE(used.size(), 24);
    }

    void initials_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("initials");
        QTest::newRow("no name") << QString() << u"12"_s;
        QTest::newRow("one word") << u"ana"_s << u"A"_s;
        QTest::newRow("two words") << u"ana maria"_s << u"AM"_s;
        QTest::newRow("three words") << u"Ana de la Torre"_s << u"AD"_s;
        QTest::newRow("a number") << u"room 7"_s << u"R7"_s;
        QTest::newRow("no letter") << u"*** !"_s << u"12"_s;
        QTest::newRow("leading punctuation") << u"- zoe"_s << u"Z"_s;
        QTest::newRow("combining accent") << u"e\u0301va"_s << u"E\u0301"_s;
        QTest::newRow("another script") << u"Мария Иванова"_s << u"МИ"_s;
        QTest::newRow("script without case") << u"山田 太郎"_s << u"山太"_s;
        QTest::newRow("capital of two letters") << u"ßeta"_s << u"ß"_s;
        QTest::newRow("outside the basic plane") << u"\U00010428x"_s << u"\U00010400"_s;
        QTest::newRow("many combining marks") << u"z"_s + QString(30, QChar(0x0336)) << u"Z"_s;
        QTest::newRow("markup") << u"<b> x"_s << u"X"_s;
    }
    void initials()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, initials);
        QCOMPARE(initialsOf(numberedAddress(0x12ab), name), initials);
    }
};

ISLET_TEST(TestPersonLook);
#include "tst_personlook.moc"
