// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/map/tileimage.h"
#include "fakeatlas.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QtEndian>

using namespace islet;
using namespace islet::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

//! Whatever calls itself an atlas server.
class TestHostileAtlas : public QObject {
    Q_OBJECT

private:
    static QByteArray chunk(const QByteArray &name, const QByteArray &data)
    {
        QByteArray size(4, 0);
        qToBigEndian(static_cast<quint32>(data.size()), size.data());
        return size + name + data + QByteArray(4, 0); // its checksum is wrong
    }
    //! A picture that says to be of this size.
    static QByteArray claiming(quint32 width, quint32 height)
    {
        QByteArray png = pngOf(quartered());
        qToBigEndian(width, png.data() + 16);
        qToBigEndian(height, png.data() + 20);
        return png;
    }

private slots:
    void refused_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("complaint");
        const auto ok = [](const QByteArray &body, const QByteArray &headers = {}) {
            return HttpServer::answer("200 OK", body, headers);
        };
        const QByteArray good = pngOf(quartered());
        QTest::newRow("a web page") << ok("<html><body>hello</body></html>") << u"no picture"_s;
        QTest::newRow("nothing") << ok({}) << u"no picture"_s;
        QTest::newRow("half a picture") << ok(good.first(good.size() / 2)) << u"broken"_s;
        QTest::newRow("only a head") << ok(good.first(33)) << u"broken"_s;
        QTest::newRow("too small") << ok(pngOf(quartered({264, 264}))) << u"264 x 264"_s;
        QTest::newRow("too long") << ok(pngOf(quartered({528, 529}))) << u"528 x 529"_s;
        QTest::newRow("huge") << ok(claiming(60'000, 60'000)) << u"60000 x 60000"_s;
        QTest::newRow("beyond any number") << ok(claiming(0xffffffff, 0xffffffff)) << u"4294967295"_s;
        QTest::newRow("compressed") << ok(QByteArray::fromHex("1f8b0800000000000003"), "Content-Encoding: gzip\r\n")
                                    << u"no picture"_s;
        QTest::newRow("an SVG") << ok("<svg xmlns='http://www.w3.org/2000/svg' width='528' height='528'/>")
                                << u"no picture"_s;
        QTest::newRow("not there") << HttpServer::answer("404 Not Found", "{}") << u"HTTP 404"_s;
        QTest::newRow("not ready") << HttpServer::answer("503 Service Unavailable", good) << u"HTTP 503"_s;
        QTest::newRow("elsewhere") << HttpServer::answer("302 Found", {},
                                                         "Location: https://elsewhere.example.org/x\r\n")
                                   << u"not followed"_s;
        QTest::newRow("no HTTP") << QByteArray("220 mail.example.org\r\n\r\n") << u"not as a web server"_s;
        QTest::newRow("too much") << ok(QByteArray(2'000'000, 'x')) << u"more than"_s;
    }
    //! Nothing of it is drawn nor kept, one sentence says why, and the server is left alone for the time being.
    void refused()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const QString, complaint);
        Atlas atlas(HttpServer::writes(answer));
        MapTiles &tiles = atlas.start();
        QTRY_VERIFY2(tiles.state().contains(complaint), qPrintable(tiles.state()));
        QVERIFY(tiles.state().endsWith(u'.') && tiles.state().size() < 300);
        QTRY_COMPARE(atlas.server.present(), 0);
        const auto seen = static_cast<qsizetype>(tilesSeen(atlas.camera, 40).size());
        for (int i = 0; i < 20; ++i) {
            atlas.shown = tiles.setView(atlas.camera, atlas.paper);
            QCoreApplication::processEvents();
        }
        QVERIFY(atlas.askedUpToNow().size() <= seen); // none of them twice
        QVERIFY(atlas.shown.empty());
        QVERIFY(!tiles.keepsSome());
    }
    void endless()
    {
        const auto poured = std::make_shared<qint64>();
        Atlas atlas(HttpServer::pours("HTTP/1.1 200 OK\r\n\r\n", QByteArray(64 * 1024, 'x'), 1'000'000'000, poured));
        MapTiles &tiles = atlas.start();
        QTRY_VERIFY2(tiles.state().contains(u"more than"_s), qPrintable(tiles.state()));
        QVERIFY(*poured < 100'000'000);
        QVERIFY(atlas.shown.empty());
    }
    void nobodyThere()
    {
        Atlas atlas;
        atlas.server.close();
        MapTiles &tiles = atlas.start();
        QTRY_VERIFY2(tiles.state().contains(u"Nobody listens at"_s), qPrintable(tiles.state()));
    }
    //! What may hide any size within a picture is not even looked at.
    void onlyThePicture()
    {
        const QByteArray good = pngOf(quartered());
        constexpr qsizetype head = 33; // up to the end of IHDR
        QByteArray stuffed = good.first(head);
        for (int i = 0; i < 50; ++i)
            stuffed += chunk("zTXt", QByteArray("key\0\0", 5) + qCompress(QByteArray(1'000'000, 'x')).mid(4));
        stuffed += chunk("iCCP", "nonsense") + good.sliced(head) + "and more";
        const auto image = readTile(stuffed, {528, 528});
        QVERIFY(image.has_value());
        QVERIFY(image->textKeys().isEmpty());
        QCOMPARE(*image, quartered());
        // A chunk that claims to be longer than all there is.
        QByteArray long_ = good;
        qToBigEndian(0xfffffff0U, long_.data() + head);
        QVERIFY(!readTile(long_, {528, 528}));
    }
    //! It gets well again, and so does the map, by itself.
    void askedAgainAfterAWhile()
    {
        int asked = 0;
        Atlas atlas([&asked](QTcpSocket &socket, const HttpServer::Request &) {
            socket.write(++asked <= 2 ? HttpServer::answer("500 Internal Server Error", {})
                                      : HttpServer::answer("200 OK", pngOf(quartered())));
        });
        atlas.limits.pause = 30ms;
        MapTiles &tiles = atlas.start();
        QTRY_COMPARE(atlas.shown.size(), tilesSeen(atlas.camera, 40).size());
        QVERIFY(tiles.state().contains(u"kept"_s));
    }
    void addresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("a word") << u"hello"_s;
        QTest::newRow("a file") << u"file:///etc/passwd"_s;
        QTest::newRow("plain, elsewhere") << u"http://atlas.example.org"_s;
        QTest::newRow("no host") << u"https://"_s;
        QTest::newRow("another scheme") << u"ftp://atlas.example.org"_s;
    }
    //! No address, so nobody is asked; and one is told.
    void addresses()
    {
        QFETCH(const QString, address);
        Atlas atlas;
        MapTiles &tiles = atlas.start();
        tiles.stopLoading();
        QSignalSpy told(&tiles, &MapTiles::stateChanged);
        tiles.setSource(address);
        QVERIFY(!told.isEmpty());
        QVERIFY2(tiles.state().endsWith(u'.'), qPrintable(tiles.state()));
        QVERIFY(!tiles.state().contains(u"Off"_s));
        QVERIFY(tiles.setView(atlas.camera, atlas.paper).empty());
        QCOMPARE(tiles.source(), address); // to be put right
    }
};

ISLET_TEST(TestHostileAtlas);

#include "tst_hostileatlas.moc"
