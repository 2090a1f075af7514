// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/map/mapcamera.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>

using namespace islet;

//! Conversion from world to screen positions and back.
class TestMapCamera : public QObject {
    Q_OBJECT

private:
    static MapCamera camera(QPointF center = {8, 8}, double scale = 12) { return {center, scale, {800, 600}}; }
    static void compare(QPointF actual, QPointF expected, double tolerance = 1e-6)
    {
        QVERIFY2(std::hypot(actual.x() - expected.x(), actual.y() - expected.y()) <= tolerance,
                 qPrintable(QStringLiteral("(%1, %2), not (%3, %4)")
                                .arg(actual.x())
                                .arg(actual.y())
                                .arg(expected.x())
                                .arg(expected.y())));
    }

private slots:
    void centersTheView()
    {
        compare(camera({-300, 72}).toScreen(QPointF(-300, 72)), {400, 300});
        compare(camera({-300, 72}).toWorld({400, 300}), {-300, 72});
    }

    void northIsUpAndEastIsRight()
    {
        compare(camera().toScreen(QPointF(8, 18)), {400, 300 - 10 * 12}); // ten metres north
        compare(camera().toScreen(QPointF(18, 8)), {400 + 10 * 12, 300}); // ten metres east
        compare(camera().toWorld({400, 0}), {8, 8 + 25});
        compare(camera().toWorld({0, 300}), {8 - 400 / 12., 8});
    }

    void ignoresHeight()
    {
        compare(camera().toScreen(Vec3{3, 0, -5}), camera().toScreen(Vec3{3, 900, -5}));
        compare(camera().toScreen(Vec3{3, 0, -5}), camera().toScreen(QPointF(3, -5)));
    }

    void fitsTheWorld()
    {
        const QRectF area(30, 16, 500, 300);
        MapCamera fitted = camera();
        fitted.fit({-100, -50, 200, 100}, area);
        compare(fitted.toScreen(QPointF(-100, 0)), {30, 166});
        compare(fitted.toScreen(QPointF(100, 0)), {530, 166});
        QCOMPARE(fitted.scale, 2.5);
        fitted.fit({7, 7, 2, 2}, area); // at most the default scale
        QCOMPARE(fitted.scale, MapCamera().scale);
        compare(fitted.toScreen(QPointF(8, 8)), area.center());
    }

    void roundTrips_data()
    {
        QTest::addColumn<QPointF>("center");
        QTest::addColumn<double>("scale");
        QTest::newRow("default") << QPointF(8, 8) << 12.;
        QTest::newRow("farthest zoom") << QPointF(0, 0) << MapCamera::minScale;
        QTest::newRow("nearest zoom") << QPointF(-1.5, 2.25) << MapCamera::maxScale;
        QTest::newRow("corner of the world") << QPointF(-100'000, 100'000) << 7.3;
    }
    void roundTrips()
    {
        QFETCH(const QPointF, center);
        QFETCH(const double, scale);
        const MapCamera map = camera(center, scale);
        for (const QPointF pixel : {QPointF(0, 0), QPointF(799.5, 0.25), QPointF(13, 587), QPointF(-50, 900)})
            compare(map.toScreen(map.toWorld(pixel)), pixel, 1e-5);
        for (const QPointF metres : {QPointF(0, 0), QPointF(-17, 33.5), QPointF(1e-3, -1e3)})
            compare(map.toWorld(map.toScreen(center + metres)), center + metres, 1e-5);
    }

    void zoomKeepsPositionUnderCursor_data()
    {
        QTest::addColumn<QPointF>("pixel");
        QTest::addColumn<double>("factor");
        QTest::newRow("in, in the middle") << QPointF(400, 300) << 1.25;
        QTest::newRow("in, in a corner") << QPointF(0, 0) << 1.25;
        QTest::newRow("out, in the other corner") << QPointF(800, 600) << 0.8;
        QTest::newRow("in, to the limit") << QPointF(123, 456) << 1e6;
        QTest::newRow("out, to the limit") << QPointF(123, 456) << 1e-6;
        QTest::newRow("factor 1") << QPointF(700, 20) << 1.;
    }
    void zoomKeepsPositionUnderCursor()
    {
        QFETCH(const QPointF, pixel);
        QFETCH(const double, factor);
        MapCamera map = camera();
        const QPointF before = map.toWorld(pixel);
        map.zoomAbout(pixel, factor);
        compare(map.toWorld(pixel), before);
        QCOMPARE(map.scale, std::clamp(12 * factor, MapCamera::minScale, MapCamera::maxScale));
    }

    void zoomAtCenterKeepsCenter()
    {
        MapCamera map = camera({-40, 12});
        map.zoomAbout({400, 300}, 1.7);
        compare(map.center, {-40, 12});
    }

    void zoomAtLimitDoesNotDrift()
    {
        for (const double factor : {2., 0.5}) {
            MapCamera map = camera();
            for (int i = 0; i < 10; ++i)
                map.zoomAbout({30, 40}, factor);
            const MapCamera atLimit = map;
            for (int i = 0; i < 1'000; ++i)
                map.zoomAbout({700, 500}, factor);
            QCOMPARE(map.scale, factor > 1 ? MapCamera::maxScale : MapCamera::minScale);
            compare(map.center, atLimit.center);
        }
    }

    void zoomInAndOutRestoresView()
    {
        MapCamera map = camera();
        map.zoomAbout({100, 500}, 1.25);
        map.zoomAbout({100, 500}, 0.8);
        compare(map.center, {8, 8});
        QCOMPARE(map.scale, 12.);
    }
};

ISLET_TEST(TestMapCamera);
#include "tst_mapcamera.moc"
