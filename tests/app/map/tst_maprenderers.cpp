// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "fakeatlas.h"
#include "mapwindowfixture.h"
#include "tests/support/screen.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

#include <cstdlib>

using namespace islet;
using namespace islet::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

//! Both renderers draw the same map. Each runs in its own process, as a program has only one scene graph.
class TestMapRenderers : public QObject {
    Q_OBJECT

private slots:
    void renderersMatch()
    {
        Screen screen;
        QVERIFY2(screen.start(), qPrintable(screen.why()));
        QTemporaryDir folder;
        const auto draw = [&](const QString &backend) {
            QProcess process;
            QProcessEnvironment environment = screen.environment();
            environment.insert(u"QT_QUICK_BACKEND"_s, backend);
            environment.insert(u"QT_SCALE_FACTOR"_s, u"1"_s);
            process.setProcessEnvironment(environment);
            const QString file = folder.filePath(u"map-"_s + backend + u".png"_s);
            process.start(QCoreApplication::applicationFilePath(), {u"maprenderers"_s, u"--draw"_s, file});
            process.waitForFinished(120'000);
            return QImage(file).convertToFormat(QImage::Format_RGB32);
        };
        const QImage painted = draw(u"software"_s);
        const QImage geometry = draw(u"rhi"_s);
        QCOMPARE(painted.size(), QSize(600, 400));
        QCOMPARE(geometry.size(), painted.size());

        const QColor ground = painted.pixelColor(520, 60); // half paper, half tile
        QVERIFY(qAbs(ground.green() - (northEast.green() + paperColor.green()) / 2) <= 2);
        QVERIFY(qAbs(ground.red() - (northEast.red() + paperColor.red()) / 2) <= 2);
        qint64 difference = 0;
        for (int y = 0; y < painted.height(); ++y) {
            for (int x = 0; x < painted.width(); ++x) {
                const QRgb one = painted.pixel(x, y);
                const QRgb other = geometry.pixel(x, y);
                difference += std::abs(qRed(one) - qRed(other)) + std::abs(qGreen(one) - qGreen(other))
                    + std::abs(qBlue(one) - qBlue(other));
            }
        }
        const double mean = static_cast<double>(difference) / (3. * painted.width() * painted.height());
        qInfo() << "mean difference of a channel, of 255:" << mean;
        QVERIFY2(mean < 1.5, qPrintable(QString::number(mean)));
        // Everyone is at the same position.
        MapCamera camera;
        camera.size = {600, 400};
        for (const auto &[who, where] : people()) {
            const QPoint at = camera.toScreen(where).toPoint();
            QVERIFY(isDiscAt(painted, who, at));
            QVERIFY(isDiscAt(geometry, who, at));
        }
        const QRect corner(480, 40, 120, 80);
        QVERIFY(countOf(painted.copy(corner), colorOf(numberedAddress(21))) > 50);
        QVERIFY(countOf(geometry.copy(corner), colorOf(numberedAddress(21))) > 50);
        // Rulers are opaque.
        QCOMPARE(painted.pixelColor(12, 262), paperColor);
        QCOMPARE(geometry.pixelColor(12, 262), paperColor);
    }

public:
    static QList<std::pair<Address, Vec3>> people()
    {
        QList<std::pair<Address, Vec3>> people;
        for (int i = 0; i < 12; ++i)
            people.append({numberedAddress(i), {float(i % 4) * 9 - 6, 0, float(i) / 4 * 3 - 3}});
        return people;
    }
    //! Draws a map with every element into a file.
    static int draw(const QString &file)
    {
        MapWindow map;
        for (const auto &[who, where] : people())
            map.room.stand(who, where, where.x * 40);
        map.room.stand(numberedAddress(20), {-16, 0, 3}); // at 12, 260
        map.room.stand(numberedAddress(21), {80, 0, 40});
        map.item->setHearing(16);
        map.room.wait(1s);
        map.room.peerScene.setTalking({numberedAddress(2)});
        map.room.peerScene.showLine(numberedAddress(5), u"hello"_s);
        map.item->setStill(true);
        map.item->select(numberedAddress(21).toChecksummed()); // shows the marker
        map.room.peerScene.showMyLine(u"good evening"_s);
        if (!QTest::qWaitForWindowExposed(&map.window))
            return 1;
        // With a ground tile.
        Atlas atlas;
        atlas.paper = paperColor;
        map.item->setTiles(&atlas.start());
        if (!QTest::qWaitFor([&atlas] { return !atlas.shown.empty(); }))
            return 1;
        map.item->polish();
        return map.picture().save(file) ? 0 : 1;
    }
};

namespace {

int run(const char * /*name*/, int argc, char *argv[])
{
    // The test starts itself with --draw and a scene graph set by the environment.
    if (argc == 3 && qstrcmp(argv[1], "--draw") == 0) {
        const QGuiApplication app(argc, argv);
        return TestMapRenderers::draw(QString::fromLocal8Bit(argv[2]));
    }
    const QCoreApplication app(argc, argv);
    TestMapRenderers test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace

ISLET_REGISTER_TEST(TestMapRenderers, run);

#include "tst_maprenderers.moc"
