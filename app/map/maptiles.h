// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/map/tilecache.h"
#include "app/map/tileplace.h"
#include "net/httprequest.h"

#include <QDeadlineTimer>
#include <QSettings>
#include <QtQml/qqmlregistration.h>

namespace islet {

//! Pictures of the ground, from an atlas server that is named in the settings (map/atlas); with none, which is the
//! usual, nobody is asked for anything. The server learns which part of the map is looked at.
//!
//! A picture is asked for when it is seen and neither here nor on the disk, and no more when it is no longer seen.
class MapTiles : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! The server's address; empty: none.
    Q_PROPERTY(QString source READ source WRITE setSource NOTIFY sourceChanged)
    Q_PROPERTY(QString usualSource READ usualSource CONSTANT)
    //! How many are kept on the disk, or why there are none to be had.
    Q_PROPERTY(QString state READ state NOTIFY stateChanged)
    Q_PROPERTY(bool keepsSome READ keepsSome NOTIFY stateChanged)

public:
    struct Limits {
        qsizetype bytes = 1024 * 1024; //!< of a picture as it is sent
        std::size_t tiles = 40; //!< in memory, 1.1 MB each
        std::size_t requests = 2; //!< at once
        std::chrono::milliseconds settle{200}; //!< from when something is seen until it is asked for
        std::chrono::milliseconds pause{60'000}; //!< after something went wrong
        TileCache::Limits kept;
    };

    //! `settings` must outlive it. Pictures are kept in `folder`.
    MapTiles(QSettings &settings, const QString &folder, const Limits &limits, QObject *parent = nullptr);
    MapTiles(QSettings &settings, const QString &folder, QObject *parent = nullptr)
        : MapTiles(settings, folder, Limits(), parent)
    { }
    ~MapTiles() override;

    //! Before, nothing is asked for nor read: a window has to be there first.
    void start();
    //! What there is of what is seen, placed and made pale by `paper`; sees to the rest, and says `changed` when more
    //! of it has come.
    std::vector<MapTile> setView(const MapCamera &camera, const QColor &paper);
    //! Nothing is seen.
    void stopLoading();

    QString source() const;
    //! Plain http only to this machine; anything else that is no such address is kept and complained of in `state`.
    void setSource(const QString &address);
    static QString usualSource();
    QString state();
    bool keepsSome() { return m_cache.count() > 0; }
    Q_INVOKABLE void deleteKept();

signals:
    void changed();
    void sourceChanged();
    void stateChanged();

private:
    struct Tile {
        QImage image; //!< on paper: to make it so for each frame would take most of the frame
        std::uint64_t lastSeen = 0;
    };
    struct Request {
        TilePlace place;
        std::unique_ptr<HttpRequest, DeleteLater> fetch;
    };

    void readSource();
    void step();
    bool readKept(const TilePlace &place);
    bool mayAsk(const TilePlace &place) const;
    void ask(const TilePlace &place);
    void onAnswer(const TilePlace &place, const HttpResponse &answer);
    void onFailure(const TilePlace &place, const QString &why);
    void retry();
    void endRequest(const TilePlace &place);
    void keep(const TilePlace &place, const QImage &image);
    void setProblem(const QString &problem);

    QSettings &m_settings;
    Limits m_limits;
    TileCache m_cache;
    bool m_isStarted = false;
    QUrl m_base; //!< empty: nobody to ask
    QString m_problem;
    QColor m_paper;
    std::vector<TilePlace> m_seen;
    std::uint64_t m_looks = 0;
    QHash<TilePlace, Tile> m_tiles;
    std::vector<Request> m_requests;
    QHash<TilePlace, QDeadlineTimer> m_failed; //!< not to be asked for before
    QDeadlineTimer m_serverRests{0};
    QTimer m_step;
    QTimer m_retry;
};

} // namespace islet
