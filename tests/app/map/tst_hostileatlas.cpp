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

//! Broken and hostile atlas servers.
class TestHostileAtlas : public QObject {
    Q_OBJECT

private:
    static QByteArray chunk(const QByteArray &name, const QByteArray &data)
    {
        QByteArray size(4, 0);
        qToBigEndian(static_cast<quint32>(data.size()), size.data());
        return size + name + data + QByteArray(4, 0); // the checksum is wrong
    }
    //! An image whose header claims this size.
    static QByteArray claiming(quint32 width, quint32 height)
    {
        QByteArray png = pngOf(quartered());
        qToBigEndian(width, png.data() + 16);
        qToBigEndian(height, png.data() + 20);
        return png;
    }

private slots:
    void rejectsInvalidResponses_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("complaint");
        const auto ok = [](const QByteArray &body, const QByteArray &headers = {}) {
            return HttpServer::answer("200 OK", body, headers);
        };
        const QByteArray good = pngOf(quartered());
        QTest::newRow("a web page") << ok("<html><body>hello</body></html>") << u"isn't a PNG image"_s;
        QTest::newRow("empty") << ok({}) << u"isn't a PNG image"_s;
        QTest::newRow("half a picture") << ok(good.first(good.size() / 2)) << u"damaged"_s;
        QTest::newRow("only a header") << ok(good.first(33)) << u"damaged"_s;
        QTest::newRow("too small") << ok(pngOf(quartered({264, 264}))) << u"264 x 264"_s;
        QTest::newRow("too high") << ok(pngOf(quartered({528, 529}))) << u"528 x 529"_s;
        QTest::newRow("huge") << ok(claiming(60'000, 60'000)) << u"60000 x 60000"_s;
        QTest::newRow("largest number") << ok(claiming(0xffffffff, 0xffffffff)) << u"4294967295"_s;
        QTest::newRow("compressed") << ok(QByteArray::fromHex("1f8b0800000000000003"), "Content-Encoding: gzip\r\n")
                                    << u"isn't a PNG image"_s;
        QTest::newRow("an SVG") << ok("<svg xmlns='http://www.w3.org/2000/svg' width='528' height='528'/>")
                                << u"isn't a PNG image"_s;
        QTest::newRow("not found") << HttpServer::answer("404 Not Found", "{}") << u"HTTP 404"_s;
        QTest::newRow("unavailable") << HttpServer::answer("503 Service Unavailable", good) << u"HTTP 503"_s;
        QTest::newRow("redirect") << HttpServer::answer("302 Found", {},
                                                        "Location: https://elsewhere.example.org/x\r\n")
                                  << u"doesn't follow redirects"_s;
        QTest::newRow("not HTTP") << QByteArray("220 mail.example.org\r\n\r\n") << u"isn't a web server"_s;
        QTest::newRow("too many bytes") << ok(QByteArray(2'000'000, 'x')) << u"more than"_s;
    }
    //! Nothing is drawn or cached, `state` is one sentence with the reason, and requests pause.
    void rejectsInvalidResponses()
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
        QVERIFY(atlas.requestsUpToNow().size() <= seen); // none is requested twice
        QVERIFY(atlas.shown.empty());
        QVERIFY(!tiles.keepsSome());
    }
    void stopsEndlessResponse()
    {
        const auto poured = std::make_shared<qint64>();
        Atlas atlas(HttpServer::pours("HTTP/1.1 200 OK\r\n\r\n", QByteArray(64 * 1024, 'x'), 1'000'000'000, poured));
        MapTiles &tiles = atlas.start();
        QTRY_VERIFY2(tiles.state().contains(u"more than"_s), qPrintable(tiles.state()));
        QVERIFY(*poured < 100'000'000);
        QVERIFY(atlas.shown.empty());
    }
    void reportsMissingServer()
    {
        Atlas atlas;
        atlas.server.close();
        MapTiles &tiles = atlas.start();
        QTRY_VERIFY2(tiles.state().contains(u"Nothing is listening at"_s), qPrintable(tiles.state()));
    }
    //! Chunks that may decompress to any size are not decoded.
    void skipsAncillaryChunks()
    {
        const QByteArray good = pngOf(quartered());
        constexpr qsizetype head = 33; // up to the end of IHDR
        QByteArray padded = good.first(head);
        for (int i = 0; i < 50; ++i)
            padded += chunk("zTXt", QByteArray("key\0\0", 5) + qCompress(QByteArray(1'000'000, 'x')).mid(4));
        padded += chunk("iCCP", "nonsense") + good.sliced(head) + "and more";
        const auto image = readTile(padded, {528, 528});
        QVERIFY(image.has_value());
        QVERIFY(image->textKeys().isEmpty());
        QCOMPARE(*image, quartered());
        // A chunk that claims to be longer than the file.
        QByteArray broken = good;
        qToBigEndian(0xfffffff0U, broken.data() + head);
        QVERIFY(!readTile(broken, {528, 528}));
    }
    //! The map recovers by itself when the server does.
    void retriesAfterAPause()
    {
        int requested = 0;
        Atlas atlas([&requested](QTcpSocket &socket, const HttpServer::Request &) {
            socket.write(++requested <= 2 ? HttpServer::answer("500 Internal Server Error", {})
                                          : HttpServer::answer("200 OK", pngOf(quartered())));
        });
        atlas.limits.pause = 30ms;
        MapTiles &tiles = atlas.start();
        QTRY_COMPARE(atlas.shown.size(), tilesSeen(atlas.camera, 40).size());
        QVERIFY(tiles.state().contains(u"saved"_s));
    }
    void rejectsInvalidAddresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("a word") << u"hello"_s;
        QTest::newRow("a file") << u"file:///etc/passwd"_s;
        QTest::newRow("unencrypted, not local") << u"http://atlas.example.org"_s;
        QTest::newRow("no host") << u"https://"_s;
        QTest::newRow("another scheme") << u"ftp://atlas.example.org"_s;
    }
    //! Sends no requests and reports the problem.
    void rejectsInvalidAddresses()
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
        QCOMPARE(tiles.source(), address); // still there to be corrected
    }
};

ISLET_TEST(TestHostileAtlas);

#include "tst_hostileatlas.moc"
