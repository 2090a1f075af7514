// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/map/tileplace.h"

#include "protocol/geometry.h"

#include <QUrlQuery>

#include <cmath>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr double parcel = parcelSize;
constexpr double maxScale = 32; // pixels per metre
constexpr double minNearParcel = 48; // pixels per parcel, as in the near tiles
constexpr int lastParcel = 200;

//! The first parcel of a tile.
int firstParcel(int number, int parcels)
{
    return number * parcels - (parcels - 1) / 2;
}

//! Index of the tile, `parcels` wide, that contains this position.
int indexAt(double metres, int parcels)
{
    const int last = lastParcel / parcels;
    const double number = std::floor((metres / parcel + (parcels - 1) / 2.) / parcels);
    return static_cast<int>(std::clamp<double>(number, -last, last));
}

} // namespace

QRectF TilePlace::boxIn(const MapCamera &camera) const
{
    const double west = firstParcel(column, parcels()) * parcel;
    const double south = firstParcel(row, parcels()) * parcel;
    const double side = parcels() * parcel;
    const auto rounded = [&camera](double x, double z) {
        const QPointF at = camera.toScreen(QPointF(x, z));
        return QPointF(std::round(at.x()), std::round(at.y()));
    };
    return {rounded(west, south + side), rounded(west + side, south)};
}

QUrl TilePlace::urlAt(const QUrl &base) const
{
    QUrl url =
        base.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    // StripTrailingSlash keeps the slash of "https://host/".
    const QString path = url.path();
    url.setPath((path == "/"_L1 ? QString() : path) + u"/v2/map.png"_s);
    QUrlQuery query;
    query.addQueryItem(u"width"_s, QString::number(pictureSize));
    query.addQueryItem(u"height"_s, QString::number(pictureSize));
    query.addQueryItem(u"size"_s, QString::number(pictureSize / parcels()));
    query.addQueryItem(u"center"_s, u"%1,%2"_s.arg(column * parcels()).arg(row * parcels()));
    url.setQuery(query);
    return url;
}

std::vector<TilePlace> tilesSeen(const MapCamera &camera, std::size_t most)
{
    std::vector<TilePlace> seen;
    const bool isSane = std::isfinite(camera.center.x()) && std::isfinite(camera.center.y()) && !camera.size.isEmpty();
    if (!isSane || camera.scale > maxScale)
        return seen;
    const auto kind = camera.scale * parcel < minNearParcel ? TilePlace::Kind::Far : TilePlace::Kind::Near;
    const int parcels = TilePlace{kind, 0, 0}.parcels();
    const QPointF first = camera.toWorld({0, camera.size.height()});
    const QPointF last = camera.toWorld({camera.size.width(), 0});
    const QRectF view({}, camera.size);
    for (int row = indexAt(first.y(), parcels); row <= indexAt(last.y(), parcels); ++row) {
        for (int column = indexAt(first.x(), parcels); column <= indexAt(last.x(), parcels); ++column) {
            const TilePlace place{kind, column, row};
            if (place.boxIn(camera).intersects(view))
                seen.push_back(place);
        }
    }
    const auto distance = [&](const TilePlace &place) {
        const QPointF away = place.boxIn(camera).center() - view.center();
        return std::hypot(away.x(), away.y());
    };
    std::ranges::stable_sort(seen, {}, distance);
    seen.resize(std::min(seen.size(), most));
    return seen;
}

} // namespace islet
