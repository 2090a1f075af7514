// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/map/tilecache.h"
#include "app/map/tileplace.h"
#include "net/httprequest.h"

#include <QDeadlineTimer>
#include <QSettings>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace islet {

//! Ground tiles from an atlas server, which is named in the settings (map/atlas). There is none by default, and then no
//! requests are sent. The server learns which part of the map is viewed.
//!
//! Requests a visible tile that is neither in memory nor on disk, and cancels the request when it is no longer visible.
class MapTiles : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! The server's address; empty for none.
    Q_PROPERTY(QString source READ source WRITE setSource NOTIFY sourceChanged)
    Q_PROPERTY(QString usualSource READ usualSource CONSTANT)
    //! How many tiles are on disk, or why none can be loaded.
    Q_PROPERTY(QString state READ state NOTIFY stateChanged)
    Q_PROPERTY(bool keepsSome READ keepsSome NOTIFY stateChanged)

public:
    struct Limits {
        qsizetype bytes = 1024 * 1024; //!< of a response body
        std::size_t tiles = 40; //!< in memory, 1.1 MB each
        std::size_t requests = 2; //!< at the same time
        std::chrono::milliseconds settle{200}; //!< from a tile becoming visible until its request
        std::chrono::milliseconds pause{60'000}; //!< after a failure
        TileCache::Limits kept;
    };

    //! `settings` must outlive this object. Tiles are cached in `folder`.
    MapTiles(QSettings &settings, const QString &folder, const Limits &limits, QObject *parent = nullptr);
    MapTiles(QSettings &settings, const QString &folder, QObject *parent = nullptr)
        : MapTiles(settings, folder, Limits(), parent)
    { }
    ~MapTiles() override;

    //! Enables reading and requesting tiles; called once the window is shown.
    void start();
    //! Returns the loaded tiles of this view, blended with `paper`. Loads the others and emits `changed` when more are
    //! there.
    std::vector<MapTile> setView(const MapCamera &camera, const QColor &paper);
    //! Nothing is visible: cancels all requests.
    void stopLoading();

    QString source() const;
    //! Plain http is accepted only for this machine. An invalid address is saved too, but reported in `state`.
    void setSource(const QString &address);
    static QString usualSource();
    QString state();
    bool keepsSome() { return m_cache.count() > 0; }
    Q_INVOKABLE void deleteKept();
    //! Announces all texts again: the language has changed.
    void retranslate() { emit stateChanged(); }

signals:
    void changed();
    void sourceChanged();
    void stateChanged();

private:
    //! Makes a sentence in the current language; empty for none.
    using Sentence = std::function<QString()>;
    struct Tile {
        QImage image; //!< blended with the paper colour; per frame this would be too slow
        std::uint64_t lastSeen = 0;
    };
    struct Request {
        TilePlace place;
        std::unique_ptr<HttpRequest, DeleteLater> fetch;
    };

    void readSource();
    void step();
    bool readCached(const TilePlace &place);
    bool mayRequest(const TilePlace &place) const;
    void requestTile(const TilePlace &place);
    void onResponse(const TilePlace &place, const HttpResponse &response);
    void onFailure(const TilePlace &place, Sentence why);
    void retry();
    void removeRequest(const TilePlace &place);
    void addTile(const TilePlace &place, const QImage &image);
    void setProblem(Sentence problem);

    QSettings &m_settings;
    Limits m_limits;
    TileCache m_cache;
    bool m_isStarted = false;
    QUrl m_base; //!< empty: no server
    Sentence m_problem;
    QColor m_paper;
    std::vector<TilePlace> m_seen;
    std::uint64_t m_viewCount = 0;
    QHash<TilePlace, Tile> m_tiles;
    std::vector<Request> m_requests;
    QHash<TilePlace, QDeadlineTimer> m_failed; //!< not requested again before this deadline
    QDeadlineTimer m_serverPause{0};
    QTimer m_step;
    QTimer m_retry;
};

} // namespace islet
