// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/look/contrast.h"
#include "fakeatlas.h"
#include "mapwindowfixture.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTcpSocket>

#include <set>

using namespace islet;
using namespace islet::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

//! Ground tiles from a well-behaved server.
class TestMapTiles : public QObject {
    Q_OBJECT

public:
    static void initMain() { islet::test::drawOffscreen(); }

private slots:
    void requestsWholeParcels()
    {
        const QUrl base(u"https://atlas.example.org/"_s);
        const TilePlace far{TilePlace::Kind::Far, -1, 2};
        QCOMPARE(far.urlAt(base).toString(),
                 u"https://atlas.example.org/v2/map.png?width=528&height=528&size=16&center=-33,66"_s);
        const TilePlace near{TilePlace::Kind::Near, 1, 0};
        QCOMPARE(near.urlAt(QUrl(u"https://atlas.example.org/deep?x=1"_s)).toString(),
                 u"https://atlas.example.org/deep/v2/map.png?width=528&height=528&size=48&center=11,0"_s);
        // The tile is centred on the middle of its middle parcel.
        MapCamera camera;
        camera.size = {600, 400};
        camera.scale = 2;
        camera.center = {11 * 16 + 8, 8};
        QCOMPARE(near.boxIn(camera), QRectF(300 - 176, 200 - 176, 352, 352));
    }
    void tilesCoverTheView()
    {
        MapCamera camera;
        camera.size = {1400, 900};
        for (const double scale : {0.5, 1.0, 2.9, 3.1, 12.0, 32.0}) {
            camera.scale = scale;
            QRegion covered;
            for (const TilePlace &place : tilesSeen(camera, 40)) {
                const QRect box = place.boxIn(camera).toRect();
                QVERIFY(!covered.intersects(box)); // tiles do not overlap
                covered += box;
            }
            QVERIFY(QRegion(0, 0, 1400, 900).subtracted(covered).isEmpty()); // and leave no gap
        }
        camera.scale = 33; // zoomed in too far
        QVERIFY(tilesSeen(camera, 40).empty());
        camera.scale = 2;
        camera.center = {50'000, -50'000}; // where no atlas has tiles
        QVERIFY(tilesSeen(camera, 40).empty());
        camera.center = {1e300, qQNaN()};
        QVERIFY(tilesSeen(camera, 40).empty());
        camera = {};
        camera.scale = 0.5;
        camera.size = {8'000, 8'000};
        QCOMPARE(tilesSeen(camera, 40).size(), 40U);
        QCOMPARE(tilesSeen(camera, 40).front(), (TilePlace{TilePlace::Kind::Far, 0, 0})); // the centre first
    }
    //! North is up, east is right, and tiles are blended half and half with the paper.
    void placesTiles()
    {
        Atlas atlas;
        atlas.paper = paperColor;
        MapWindow map;
        MapTiles &tiles = atlas.start();
        map.item->setTiles(&tiles);
        QVERIFY(QTest::qWaitForWindowExposed(&map.window));
        const auto mixed = [](const QColor &color) {
            const auto half = [](int one, int other) { return (one + other) / 2; };
            return QColor(half(color.red(), paperColor.red()), half(color.green(), paperColor.green()),
                          half(color.blue(), paperColor.blue()));
        };
        const auto isAt = [&](QPoint pixel, const QColor &color) {
            const QColor there = map.picture().pixelColor(pixel);
            return std::abs(there.red() - color.red()) <= 2 && std::abs(there.green() - color.green()) <= 2
                && std::abs(there.blue() - color.blue()) <= 2;
        };
        // My avatar is in the middle of the parcel 0, 0, on which the tile is centred.
        QTRY_VERIFY(isAt({150, 80}, mixed(northWest)));
        QVERIFY(isAt({450, 80}, mixed(northEast)));
        QVERIFY(isAt({150, 280}, mixed(southWest)));
        QVERIFY(isAt({450, 280}, mixed(southEast)));
        // The grid is drawn over it.
        QVERIFY(isAt({300 + 96, 280}, gridColor) || isAt({300 + 95, 280}, gridColor));
        // Without tiles the paper is visible again.
        map.item->setTiles(nullptr);
        QTRY_VERIFY(isAt({150, 80}, paperColor));
    }
    void textContrastsWithTiles_data()
    {
        QTest::addColumn<QColor>("paper");
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        QTest::newRow("dark tile, light theme") << QColor(0xf7f5f0) << QColor(0x1f2328) << QColor(Qt::black);
        QTest::newRow("bright tile, dark theme") << QColor(0x14171a) << QColor(0xe6e8eb) << QColor(Qt::white);
    }
    //! Text on the map has a contrast of 4.5 even on the worst possible tile.
    void textContrastsWithTiles()
    {
        QFETCH(const QColor, paper);
        QFETCH(const QColor, ink);
        QFETCH(const QColor, ground);
        QImage worst = quartered();
        worst.fill(ground);
        Atlas atlas(HttpServer::answers("200 OK", pngOf(worst)));
        atlas.paper = paper;
        MapWindow map;
        map.item->setPaper(paper);
        map.item->setInk(ink);
        QFont font;
        font.setPixelSize(32); // thick enough for pixels of pure ink
        map.item->setFont(font);
        map.put(ana, {2, 0, 12});
        map.item->setTiles(&atlas.start());
        QTRY_VERIFY(!atlas.shown.empty());
        map.item->polish();
        const QImage picture = map.picture();
        // A parcel's coordinates, the scale bar's text, and a label.
        for (const QRect &text : {QRect(404, 108, 58, 32), QRect(48, 370, 60, 28), QRect(136, 105, 180, 30)}) {
            QHash<QRgb, int> colors;
            for (int x = text.left(); x <= text.right(); ++x) {
                for (int y = text.top(); y <= text.bottom(); ++y)
                    ++colors[picture.pixel(x, y)];
            }
            const auto most = std::max_element(colors.cbegin(), colors.cend());
            double best = 1;
            for (auto color = colors.cbegin(); color != colors.cend(); ++color)
                best = std::max(best, contrastOf(QColor(color.key()), QColor(most.key())));
            QVERIFY2(best >= 4.5, qPrintable(QString::number(best)));
        }
    }
    void sendsNothingWhenOff()
    {
        Atlas atlas;
        atlas.settings.remove("map/atlas");
        MapTiles &tiles = atlas.start();
        QCOMPARE(atlas.requestsUpToNow(), QList<QByteArray>());
        QVERIFY(atlas.shown.empty());
        QCOMPARE(tiles.state(), u"Off: no images are downloaded."_s);
        // Switched on, and off again before the event loop runs.
        QObject::disconnect(&tiles, &MapTiles::changed, nullptr, nullptr);
        tiles.setSource(atlas.server.url().toString());
        tiles.setView(atlas.camera, atlas.paper);
        tiles.setSource({});
        tiles.setView(atlas.camera, atlas.paper);
        QCOMPARE(atlas.requestsUpToNow(), QList<QByteArray>());
        QVERIFY(!QFileInfo::exists(atlas.folder.filePath(u"tiles"_s)));
    }
    void sendsNothingBeforeStart()
    {
        Atlas atlas;
        MapTiles tiles(atlas.settings, atlas.folder.filePath(u"tiles"_s), atlas.limits);
        tiles.setView(atlas.camera, atlas.paper);
        QCOMPARE(atlas.requestsUpToNow(), QList<QByteArray>());
        QSignalSpy changed(&tiles, &MapTiles::changed);
        tiles.start();
        QVERIFY(!changed.isEmpty()); // so the map calls setView() again
        tiles.setView(atlas.camera, atlas.paper);
        QTRY_VERIFY(!atlas.targets().isEmpty());
    }
    void cachesOnDisk()
    {
        Atlas atlas;
        MapTiles &tiles = atlas.start();
        QTRY_VERIFY(!atlas.shown.empty());
        const auto all = atlas.shown.size();
        QVERIFY(tiles.state().contains(u"image(s) saved"_s) && tiles.keepsSome());
        QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        const QDir folder(atlas.folder.filePath(u"tiles"_s));
        QVERIFY(!(QFile::permissions(folder.path()) & others));
        QVERIFY(!(QFile::permissions(folder.filePath(folder.entryList(QDir::Files).constFirst())) & others));

        const auto requested = atlas.targets().size();
        atlas.shown.clear();
        atlas.start(); // a restart
        QTRY_COMPARE(atlas.shown.size(), all);
        QCOMPARE(atlas.targets().size(), requested);
        // Corrupted files are requested again.
        for (const QString &name : folder.entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("nonsense");
        }
        atlas.shown.clear();
        atlas.start();
        QTRY_COMPARE(atlas.shown.size(), all);
        QCOMPARE(atlas.targets().size(), 2 * requested);

        atlas.tiles->deleteKept();
        QVERIFY(!atlas.tiles->keepsSome());
        QVERIFY(folder.entryList(QDir::Files).isEmpty());
    }
    void expiresCacheAfterAWeek()
    {
        Atlas atlas;
        atlas.start();
        QTRY_VERIFY(!atlas.shown.empty());
        const auto requested = atlas.targets().size();
        const QDir folder(atlas.folder.filePath(u"tiles"_s));
        for (const QString &name : folder.entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-8), QFile::FileModificationTime));
        }
        atlas.shown.clear();
        atlas.start();
        QTRY_VERIFY(!atlas.shown.empty());
        QCOMPARE(atlas.targets().size(), 2 * requested);
    }
    void limitsDiskCache()
    {
        const QTemporaryDir folder;
        TileCache cache(folder.path(), {.bytes = 1'000, .tiles = 3});
        const auto url = [](int i) { return QUrl(u"https://atlas.example.org/%1"_s.arg(i)); };
        for (int i = 0; i < 10; ++i)
            cache.write(url(i), "picture");
        QCOMPARE(cache.count(), 3);
        cache.write(url(10), QByteArray(990, 'x'));
        QVERIFY(cache.bytes() <= 1'000);
        QCOMPARE(cache.read(url(10)).size(), 990);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), cache.count());
        // The limits also apply to existing files.
        TileCache again(folder.path(), {.bytes = 100, .tiles = 3});
        QVERIFY(again.bytes() <= 100);
    }
    void limitsMemory()
    {
        Atlas atlas;
        atlas.limits.tiles = 4;
        atlas.viewManyTiles();
        atlas.start();
        QTRY_COMPARE(atlas.shown.size(), 4U);
        std::set<qint64> pictures;
        for (const double x : {0., 500., 1'000., 0.}) {
            atlas.moveTo(x, 0);
            QTRY_COMPARE(atlas.shown.size(), 4U);
            for (const MapTile &tile : atlas.shown)
                pictures.insert(tile.image.cacheKey());
        }
        QVERIFY(pictures.size() > 4);
    }
    void limitsAndCancelsRequests()
    {
        Atlas atlas([](QTcpSocket &, const HttpServer::Request &) {}); // never answers
        atlas.viewManyTiles();
        atlas.start();
        QTRY_COMPARE(atlas.server.present(), 2);
        for (int i = 0; i < 20; ++i)
            atlas.shown = atlas.tiles->setView(atlas.camera, atlas.paper);
        QCOMPARE(atlas.requestsUpToNow().size(), 2);
        // The view moves on, which cancels those requests.
        atlas.moveTo(-2'900, -2'900);
        QTRY_COMPARE(atlas.targets().size(), 4);
        QTRY_COMPARE(atlas.server.present(), 2);
        atlas.tiles->stopLoading();
        QTRY_COMPARE(atlas.server.present(), 0);
    }
};

ISLET_GUI_TEST(TestMapTiles);

#include "tst_maptiles.moc"
