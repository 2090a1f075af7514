// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/map/maptiles.h"

#include "app/map/tileimage.h"
#include "base/quoted.h"
#include "comms/closesentences.h"
#include "net/networkpolicy.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet {

namespace {

constexpr auto key = "map/atlas"_L1;
constexpr qsizetype maxSource = 2'000;
constexpr qsizetype maxFailures = 200; // remembered; with more, pauses all requests
constexpr QSize pictureSize(TilePlace::pictureSize, TilePlace::pictureSize);

} // namespace

MapTiles::MapTiles(QSettings &settings, const QString &folder, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_limits(limits)
    , m_cache(folder, limits.kept)
{
    m_step.setSingleShot(true);
    connect(&m_step, &QTimer::timeout, this, &MapTiles::step);
    connect(&m_retry, &QTimer::timeout, this, &MapTiles::retry);
    readSource();
}

MapTiles::~MapTiles() = default;

void MapTiles::start()
{
    m_isStarted = true;
    emit changed();
}

QString MapTiles::source() const
{
    return m_settings.value(key).toString();
}

QString MapTiles::usualSource()
{
    return u"https://api.decentraland.org"_s;
}

void MapTiles::setSource(const QString &address)
{
    const QString wanted = address.trimmed().left(maxSource);
    if (wanted == source())
        return;
    if (wanted.isEmpty())
        m_settings.remove(key);
    else
        m_settings.setValue(key, wanted);
    stopLoading();
    m_tiles.clear();
    m_failed.clear();
    m_serverPause.setRemainingTime(0);
    readSource();
    emit sourceChanged();
    emit stateChanged();
    emit changed();
}

void MapTiles::readSource()
{
    m_base = {};
    m_problem = nullptr;
    const QString address = source();
    if (address.isEmpty())
        return;
    const QUrl url(address, QUrl::StrictMode);
    const bool isWeb =
        url.isValid() && !url.host().isEmpty() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
    if (!isWeb)
        m_problem = [] { return tr("This isn't an atlas server address. Use one like %1.").arg(usualSource()); };
    else if (!checkEncrypted(url, {}))
        m_problem = [url] { return checkEncrypted(url, {}).error().detail; };
    else
        m_base = url;
}

QString MapTiles::state()
{
    if (m_problem)
        return m_problem();
    const int count = static_cast<int>(m_cache.count());
    const QString kept = tr("%n image(s) saved (%1)", nullptr, count)
                             .arg(QLocale().formattedDataSize(m_cache.bytes(), 1, QLocale::DataSizeSIFormat));
    return m_base.isEmpty() && count == 0 ? tr("Off: no images are downloaded.") : kept;
}

void MapTiles::setProblem(Sentence problem)
{
    m_problem = std::move(problem);
    emit stateChanged();
}

void MapTiles::deleteKept()
{
    m_cache.removeAll();
    emit stateChanged();
}

std::vector<MapTile> MapTiles::setView(const MapCamera &camera, const QColor &paper)
{
    std::vector<MapTile> loaded;
    if (!m_isStarted || m_base.isEmpty())
        return loaded;
    if (std::exchange(m_paper, paper) != paper)
        m_tiles.clear(); // they are still on disk
    m_seen = tilesSeen(camera, m_limits.tiles);
    std::erase_if(m_requests,
                  [this](const Request &request) { return std::ranges::find(m_seen, request.place) == m_seen.end(); });
    ++m_viewCount;
    for (const TilePlace &place : m_seen) {
        const auto tile = m_tiles.find(place);
        if (tile == m_tiles.end())
            continue;
        tile->lastSeen = m_viewCount;
        loaded.push_back({place.boxIn(camera), tile->image});
    }
    if (loaded.size() < m_seen.size() && !m_step.isActive())
        m_step.start(m_limits.settle);
    return loaded;
}

void MapTiles::stopLoading()
{
    m_seen.clear();
    m_requests.clear();
    m_step.stop();
}

//! Reads one tile from disk (some milliseconds) per event loop iteration, or sends all requests that are allowed.
void MapTiles::step()
{
    for (const TilePlace &place : m_seen) {
        if (m_tiles.contains(place))
            continue;
        if (readCached(place)) {
            m_step.start(0ms);
            return;
        }
        if (mayRequest(place))
            requestTile(place);
    }
}

bool MapTiles::readCached(const TilePlace &place)
{
    const QUrl url = place.urlAt(m_base);
    const QByteArray kept = m_cache.read(url);
    if (kept.isEmpty())
        return false;
    const auto image = readTile(kept, pictureSize);
    if (!image) {
        m_cache.remove(url);
        return false;
    }
    addTile(place, *image);
    return true;
}

void MapTiles::addTile(const TilePlace &place, const QImage &image)
{
    m_tiles.insert(place, {onPaper(image, m_paper), m_viewCount});
    if (static_cast<std::size_t>(m_tiles.size()) > m_limits.tiles) {
        const auto oldest = std::min_element(m_tiles.cbegin(), m_tiles.cend(), [](const Tile &one, const Tile &other) {
            return one.lastSeen < other.lastSeen;
        });
        m_tiles.erase(oldest);
    }
    emit changed();
}

bool MapTiles::mayRequest(const TilePlace &place) const
{
    const auto failed = m_failed.constFind(place);
    return m_requests.size() < m_limits.requests && m_serverPause.hasExpired()
        && (failed == m_failed.cend() || failed->hasExpired())
        && std::ranges::find(m_requests, place, &Request::place) == m_requests.end();
}

void MapTiles::requestTile(const TilePlace &place)
{
    auto *const fetch = new HttpRequest({}, {.bytes = m_limits.bytes});
    m_requests.push_back({place, std::unique_ptr<HttpRequest, DeleteLater>(fetch)});
    connect(fetch, &HttpRequest::answered, this,
            [this, place](const HttpResponse &response) { onResponse(place, response); });
    connect(fetch, &HttpRequest::failed, this, [this, place](const CloseReason &reason) {
        m_serverPause.setRemainingTime(m_limits.pause);
        onFailure(place, [reason] { return sentenceOf(reason); });
    });
    fetch->start("GET", place.urlAt(m_base));
}

void MapTiles::onResponse(const TilePlace &place, const HttpResponse &response)
{
    const QString host = quoted(m_base.host());
    if (response.status != 200) {
        // Overloaded or failing.
        if (response.status == 429 || response.status >= 500)
            m_serverPause.setRemainingTime(m_limits.pause);
        onFailure(place, [host, status = response.status] {
            return tr("%1 didn't return a ground image (HTTP %2). Check its address.")
                .arg(host, QString::number(status));
        });
        return;
    }
    const auto image = readTile(response.body, pictureSize);
    if (!image) {
        onFailure(place, [host, why = image.error().detail] {
            return tr("%1 isn't an atlas server: %2. Check its address.").arg(host, why);
        });
        return;
    }
    removeRequest(place);
    m_failed.remove(place);
    m_cache.write(place.urlAt(m_base), response.body);
    m_problem = nullptr;
    addTile(place, *image);
    emit stateChanged();
    m_step.start(0ms);
}

void MapTiles::onFailure(const TilePlace &place, Sentence why)
{
    removeRequest(place);
    if (m_failed.size() >= maxFailures)
        m_serverPause.setRemainingTime(m_limits.pause);
    else
        m_failed.insert(place, QDeadlineTimer(m_limits.pause));
    if (!m_retry.isActive())
        m_retry.start(m_limits.pause);
    setProblem(std::move(why));
    m_step.start(0ms);
}

void MapTiles::retry()
{
    m_failed.removeIf([](const auto &failed) { return failed.value().hasExpired(); });
    if (m_failed.isEmpty() && m_serverPause.hasExpired())
        m_retry.stop();
    m_step.start(0ms);
}

void MapTiles::removeRequest(const TilePlace &place)
{
    std::erase_if(m_requests, [&place](const Request &request) { return request.place == place; });
}

} // namespace islet
