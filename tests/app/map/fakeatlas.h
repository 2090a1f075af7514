// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/map/maptiles.h"
#include "tests/support/httpserver.h"

#include <QBuffer>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

namespace islet::test {

inline const QColor northWest(0xc0, 0x20, 0x20);
inline const QColor northEast(0x20, 0xa0, 0x20);
inline const QColor southWest(0x20, 0x20, 0xc0);
inline const QColor southEast(0xd0, 0xc0, 0x20);

//! An image with four differently coloured quarters.
inline QImage quartered(QSize size = {TilePlace::pictureSize, TilePlace::pictureSize})
{
    QImage image(size, QImage::Format_RGB32);
    const QSize half = size / 2;
    QPainter painter(&image);
    painter.fillRect(QRect({0, 0}, half), northWest);
    painter.fillRect(QRect({half.width(), 0}, half), northEast);
    painter.fillRect(QRect({0, half.height()}, half), southWest);
    painter.fillRect(QRect({half.width(), half.height()}, half), southEast);
    return image;
}
inline QByteArray pngOf(const QImage &image)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return png;
}

//! Ground tiles with a temporary cache folder and a scripted server, which answers with a quartered image by default.
struct Atlas {
    explicit Atlas(const HttpServer::Handler &handler = HttpServer::answers("200 OK", pngOf(quartered())))
        : server(handler)
    {
        settings.setValue("map/atlas", server.url().toString());
        limits.settle = std::chrono::milliseconds(0);
        camera.size = {600, 400};
    }

    //! What the application does after its first frame.
    MapTiles &start()
    {
        tiles = std::make_unique<MapTiles>(settings, folder.filePath(QStringLiteral("tiles")), limits);
        tiles->start();
        QObject::connect(tiles.get(), &MapTiles::changed, tiles.get(),
                         [this] { shown = tiles->setView(camera, paper); });
        shown = tiles->setView(camera, paper);
        return *tiles;
    }
    void moveTo(double x, double z)
    {
        camera.center = {x, z};
        shown = tiles->setView(camera, paper);
    }
    //! A view of more than twenty tiles of 33 x 33 parcels.
    void viewManyTiles()
    {
        camera.scale = MapCamera::minScale;
        camera.size = {1400, 900};
    }
    QList<QByteArray> targets() const
    {
        QList<QByteArray> all;
        for (const HttpServer::Request &request : server.requests()) {
            if (request.target != "/knock")
                all.append(request.target);
        }
        return all;
    }
    //! The requests so far. A marker request of our own follows them, so none can still be in flight.
    QList<QByteArray> requestsUpToNow()
    {
        QCoreApplication::processEvents(); // runs timers that are due
        HttpRequest knock{NetworkContext()};
        knock.start("GET", server.url(QStringLiteral("/knock")));
        const qsizetype before = server.requests().size() - targets().size();
        if (!QTest::qWaitFor([&] { return server.requests().size() - targets().size() > before; }))
            qFatal("the server does not answer");
        return targets();
    }

    HttpServer server;
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("islet.ini")), QSettings::IniFormat};
    MapTiles::Limits limits;
    MapCamera camera;
    QColor paper{Qt::white};
    std::vector<MapTile> shown;
    std::unique_ptr<MapTiles> tiles;
};

} // namespace islet::test
