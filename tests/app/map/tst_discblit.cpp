// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/map/discblit.h"
#include "tests/support/testmain.h"

#include <QPainter>
#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;

namespace {

//! A background that reveals wrong blending: no two neighbouring pixels are equal.
QImage ground(double ratio)
{
    QImage image(QSize(120, 90) * ratio, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb(x * 7 % 256, y * 11 % 256, (x + y) * 5 % 256));
    }
    image.setDevicePixelRatio(ratio);
    return image;
}

//! Round, with a soft edge, and translucent at the bottom. Its width is not a multiple of four.
QImage disc(int size)
{
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::white, 1.5));
    painter.setBrush(QColor(180, 40, 90));
    painter.drawEllipse(QRectF(1, 1, size - 2, size - 2));
    painter.fillRect(0, size - 3, size, 3, QColor(20, 200, 60, 77));
    return image;
}

//! Paints with `draw` on a map that has an offset in the window.
template<typename Draw> QImage painted(double ratio, const QRegion &clip, Draw draw)
{
    QImage image = ground(ratio);
    QPainter painter(&image);
    if (!clip.isEmpty())
        painter.setClipRegion(clip);
    painter.translate(10, 5);
    draw(painter);
    painter.end();
    return image;
}

} // namespace

//! Discs that are written directly into the image.
class TestDiscBlit : public QObject {
    Q_OBJECT

private slots:
    void matchesQPainter_data()
    {
        QTest::addColumn<double>("ratio");
        QTest::addColumn<QRegion>("clip");
        QTest::addColumn<int>("written"); // of nine

        QTest::newRow("whole") << 1.0 << QRegion() << 7;
        QTest::newRow("ratio 2") << 2.0 << QRegion() << 7;
        QTest::newRow("clipped") << 1.0 << QRegion(20, 10, 60, 50) << 3;
        QTest::newRow("around a button") << 1.0 << QRegion(0, 0, 120, 90).subtracted(QRegion(40, 30, 30, 20)) << 4;
    }
    void matchesQPainter()
    {
        QFETCH(double, ratio);
        QFETCH(QRegion, clip);
        QFETCH(int, written);
        QImage sprite = disc(17);
        sprite.setDevicePixelRatio(ratio);
        // The first and the last cross an edge.
        const QList<QPoint> positions{{-15, 3}, {0, 0},  {20, 11}, {33, 27}, {35, 29},
                                      {51, 50}, {60, 8}, {80, 60}, {101, 70}};
        const auto at = [ratio](QPoint position) { return position * ratio; };
        const QImage wanted = painted(ratio, clip, [&](QPainter &painter) {
            for (const QPoint &position : positions)
                painter.drawImage(QPointF(at(position)) / ratio, sprite);
        });
        int count = 0;
        const QImage got = painted(ratio, clip, [&](QPainter &painter) {
            const auto blit = DiscBlit::into(painter, ratio);
            QVERIFY(blit);
            const DiscPixels pixels(sprite, blit->stride());
            for (const QPoint &position : positions) {
                if (blit->draw(pixels, at(position)))
                    ++count;
                else
                    painter.drawImage(QPointF(at(position)) / ratio, sprite);
            }
        });
        QCOMPARE(got, wanted);
        QCOMPARE(count, written);
        QVERIFY(got != painted(ratio, clip, [](QPainter &) {}));
    }

    void declinesUnsupportedPainters()
    {
        const auto canWrite = [](const std::function<void(QPainter &)> &prepare, double ratio = 1) {
            QImage image = ground(1);
            QPainter painter(&image);
            prepare(painter);
            return DiscBlit::into(painter, ratio).has_value();
        };
        QVERIFY(canWrite([](QPainter &) {}));
        QVERIFY(!canWrite([](QPainter &painter) { painter.setOpacity(0.5); }));
        QVERIFY(!canWrite([](QPainter &painter) { painter.rotate(10); }));
        QVERIFY(!canWrite([](QPainter &painter) { painter.translate(0.5, 0); }));
        QVERIFY(!canWrite([](QPainter &painter) { painter.scale(1.25, 1.25); }, 1.25));
        QVERIFY(!canWrite([](QPainter &painter) { painter.scale(2, 2); }));
        QVERIFY(!canWrite([](QPainter &painter) { painter.setCompositionMode(QPainter::CompositionMode_Plus); }));
        QVERIFY(!canWrite([](QPainter &painter) {
            QRegion holes(0, 0, 120, 90);
            for (int i = 0; i < 20; ++i)
                holes -= QRect(5 * i, 4 * i, 3, 3);
            painter.setClipRegion(holes);
        }));
        QImage other = ground(1).convertToFormat(QImage::Format_RGB16);
        const QPainter painter(&other);
        QVERIFY(!DiscBlit::into(painter, 1));
    }
};

ISLET_GUI_TEST(TestDiscBlit);
#include "tst_discblit.moc"
