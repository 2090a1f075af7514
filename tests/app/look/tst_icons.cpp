// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

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

//! The share of an image that is drawn on, 0 to 1.
double inkOf(const QImage &image)
{
    double ink = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            ink += qAlpha(image.pixel(x, y)) / 255.0;
    }
    return ink / image.width() / image.height();
}

} // namespace

//! The icons: each can be drawn in every size, and the views use exactly those that exist.
class TestIcons : public QObject {
    Q_OBJECT

public:
    static void initMain() { drawOffscreen(); }

private slots:
    void drawsEveryIcon()
    {
        QVERIFY(names().size() > 15);
        for (const QString &name : names()) {
            for (const int side : {14, 20, 25, 30, 40}) {
                const QImage image = IconItem::draw(name, side, Qt::red);
                QCOMPARE(image.size(), QSize(side, side));
                const double ink = inkOf(image);
                QVERIFY2(ink > 0.02 && ink < 0.5, qPrintable(u"%1: %2"_s.arg(name).arg(ink)));
            }
        }
    }

    void keepsTheEdgeFree()
    {
        for (const QString &name : names()) {
            const QImage image = IconItem::draw(name, 200, Qt::black);
            for (int i = 0; i < 200; ++i) {
                for (const QPoint edge : {QPoint(i, 0), QPoint(i, 199), QPoint(0, i), QPoint(199, i)})
                    QVERIFY2(image.pixelColor(edge).alpha() == 0, qPrintable(name));
            }
        }
    }

    void viewsUseEveryIconAndNoOther()
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
            QVERIFY2(named.contains(name), qPrintable(name + u" is not used"_s));
    }

    void drawsDotsFilledAndRingsOpen()
    {
        const QColor color(0, 255, 0, 100); // survives premultiplication unrounded
        QCOMPARE(IconItem::draw(u"more"_s, 40, color).pixelColor(20, 20), color);
        QCOMPARE(IconItem::draw(u"settings"_s, 40, color).pixelColor(20, 20).alpha(), 0);
    }

    void showsTheIconInItsColor()
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
        icon.setName(u"../icons/record"_s); // a name is part of a path
        icon.setName(u"plus"_s);
        QCOMPARE(window.grabWindow().pixelColor(50, 50), QColor(Qt::red));
    }
};

ISLET_GUI_TEST(TestIcons);
#include "tst_icons.moc"
