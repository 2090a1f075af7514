// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/look/icondrawing.h"
#include "app/look/iconitem.h"
#include "tests/support/offscreen.h"
#include "tests/support/testmain.h"
#include "tests/support/waiting.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList names()
{
    QStringList all;
    for (const QFileInfo &info : QDir(u":/islet/icons"_s).entryInfoList({u"*.svg"_s}))
        all.append(info.completeBaseName());
    return all;
}

//! How much of a picture is drawn upon, 0 to 1.
double inkOf(const QImage &image)
{
    double ink = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            ink += qAlpha(image.pixel(x, y)) / 255.0;
    }
    return ink / image.width() / image.height();
}

QByteArray svg(const QByteArray &shapes)
{
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 20\">" + shapes + "</svg>";
}

} // namespace

//! Our signs: all can be drawn, in every colour and size, and every one that the window names is there.
class TestIcons : public QObject {
    Q_OBJECT

public:
    static void initMain() { drawOffscreen(); }

private slots:
    void allCanBeDrawn()
    {
        QVERIFY(names().size() > 15);
        for (const QString &name : names()) {
            const auto drawing = IconDrawing::read(read(IconItem::fileOf(name)));
            QVERIFY2(drawing, qPrintable(name + u": "_s + (drawing ? QString() : drawing.error().detail)));
            for (const int size : {14, 20, 25, 30, 40}) {
                const QImage image = drawing->draw(size, Qt::red);
                QCOMPARE(image.size(), QSize(size, size));
                const double ink = inkOf(image);
                QVERIFY2(ink > 0.02 && ink < 0.5, qPrintable(u"%1: %2"_s.arg(name).arg(ink)));
            }
        }
    }

    void noneLeavesItsGrid()
    {
        for (const QString &name : names()) {
            const QImage image = IconDrawing::read(read(IconItem::fileOf(name)))->draw(200, Qt::black);
            for (int i = 0; i < 200; ++i) {
                for (const QPoint edge : {QPoint(i, 0), QPoint(i, 199), QPoint(0, i), QPoint(199, i)})
                    QVERIFY2(image.pixelColor(edge).alpha() == 0, qPrintable(name));
            }
        }
    }

    void everyOneThatIsNamedIsThereAndNoOther()
    {
        static const QRegularExpression naming(uR"re((?:\biconName|\bIcon\s*\{[^}]*\bname)\s*:\s*([^\n;}]*))re"_s);
        static const QRegularExpression word(uR"re("([a-z][a-z-]*)")re"_s);
        QSet<QString> named;
        QDirIterator views(QStringLiteral(ISLET_SOURCE "/qml"), {u"*.qml"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (views.hasNext()) {
            const QFileInfo info(views.next());
            const QString source = QString::fromUtf8(read(info.filePath()));
            for (auto names = naming.globalMatch(source); names.hasNext();) {
                for (auto words = word.globalMatch(names.next().captured(1)); words.hasNext();) {
                    const QString name = words.next().captured(1);
                    QVERIFY2(QFile::exists(IconItem::fileOf(name)), qPrintable(info.fileName() + u": "_s + name));
                    named.insert(name);
                }
            }
        }
        QVERIFY(named.size() > 8);
        for (const QString &name : names())
            QVERIFY2(named.contains(name), qPrintable(name + u" is drawn, and nobody shows it"_s));
    }

    void pathsAreRead_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("absolute") << QByteArray("M2 2 L18 2 L18 18");
        QTest::newRow("relative") << QByteArray("m2 2 l16 0 l0 16");
        QTest::newRow("straight") << QByteArray("M2 2H18V18");
        QTest::newRow("straight and relative") << QByteArray("m2,2h16v16");
        QTest::newRow("repeated") << QByteArray("M2 2 L18 2 18 18");
        QTest::newRow("cubic") << QByteArray("M2 2 C10 2 18 2 18 2 L18 18");
        QTest::newRow("quadratic") << QByteArray("M2 2 Q10 2 18 2 L18 18");
        QTest::newRow("negative") << QByteArray("M2 18 m0-16 L18 2 l0 16");
    }
    void pathsAreRead()
    {
        QFETCH(const QByteArray, path);
        const auto drawing = IconDrawing::read(svg("<path d=\"" + path + "\"/>"));
        QVERIFY(drawing);
        const QImage image = drawing->draw(20, Qt::black);
        QVERIFY(image.pixelColor(10, 2).alpha() > 100); // along the upper edge
        QVERIFY(image.pixelColor(18, 10).alpha() > 100); // down the right one
        QCOMPARE(image.pixelColor(10, 10).alpha(), 0);
    }

    void whatIsFilledIsFilled()
    {
        const auto filled = IconDrawing::read(svg(R"(<circle cx="10" cy="10" r="6" fill="currentColor"/>)"));
        const auto ring = IconDrawing::read(svg(R"(<circle cx="10" cy="10" r="6"/>)"));
        QVERIFY(filled && ring);
        QCOMPARE(filled->draw(40, Qt::green).pixelColor(20, 20), QColor(Qt::green));
        QCOMPARE(ring->draw(40, Qt::green).pixelColor(20, 20).alpha(), 0);
    }

    void whatCannotBeDrawnIsNamed_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no xml") << QByteArray("icon");
        QTest::newRow("no svg") << QByteArray("<html/>");
        QTest::newRow("an unknown shape") << svg("<ellipse rx=\"2\" ry=\"3\"/>");
        QTest::newRow("an arc") << svg("<path d=\"M2 2 A1 1 0 0 0 3 3\"/>");
        QTest::newRow("a number too few") << svg("<path d=\"M2 2 L3\"/>");
        QTest::newRow("no number") << svg("<path d=\"M2 2 L3 --\"/>");
        QTest::newRow("numbers first") << svg("<path d=\"2 2\"/>");
        QTest::newRow("more after the end") << svg("<path d=\"M2 2 L3 3 Z 4 4\"/>");
        QTest::newRow("cut off") << QByteArray("<svg><path d=\"M2 2 L3 3\"/>");
        QTest::newRow("an entity") << QByteArray("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg>&a;</svg><x");
    }
    void whatCannotBeDrawnIsNamed()
    {
        QFETCH(const QByteArray, source);
        const auto drawing = IconDrawing::read(source);
        if (drawing) // an entity is text, which is no shape
            QCOMPARE(inkOf(drawing->draw(20, Qt::black)), 0.0);
        else
            QVERIFY(drawing.error().detail.endsWith(u'.'));
    }

    void isShownInItsColor()
    {
        QQuickWindow window;
        window.resize(100, 100);
        window.setColor(Qt::white);
        IconItem icon(window.contentItem());
        icon.setSize({60, 60});
        icon.setName(u"plus"_s); // its lines meet in the middle
        icon.setColor(Qt::blue);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(window.grabWindow().pixelColor(30, 30), QColor(Qt::blue));
        icon.setColor(Qt::red);
        QCOMPARE(window.grabWindow().pixelColor(30, 30), QColor(Qt::red));
        icon.setSize({100, 100});
        QCOMPARE(window.grabWindow().pixelColor(50, 50), QColor(Qt::red));
        icon.setName(u"no such icon"_s);
        QCOMPARE(window.grabWindow().pixelColor(50, 50), QColor(Qt::white));
        icon.setName(u"../icons/record"_s); // names come from us alone, and are files all the same
        icon.setName(u"plus"_s);
        QCOMPARE(window.grabWindow().pixelColor(50, 50), QColor(Qt::red));
    }
};

ISLET_GUI_TEST(TestIcons);
#include "tst_icons.moc"
