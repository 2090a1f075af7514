// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDateTime>
#include <QHash>
#include <QUrl>

#include <chrono>
#include <optional>

namespace islet {

//! Pictures on the disk, in a folder that is for its owner alone, each for some days; when there are too many, the
//! oldest go. A name says nothing of where the picture is from. The folder is looked into when something is asked for,
//! not before.
class TileCache {
public:
    struct Limits {
        qint64 bytes = 64 * 1024 * 1024;
        qsizetype tiles = 1'000;
        std::chrono::hours age{7 * 24};
    };

    TileCache(const QString &folder, const Limits &limits)
        : m_folder(folder)
        , m_limits(limits)
    { }

    //! Empty when it was not kept.
    QByteArray read(const QUrl &url);
    //! A picture that cannot be written is not kept.
    void write(const QUrl &url, const QByteArray &picture);
    void remove(const QUrl &url);
    void removeAll();

    qsizetype count();
    qint64 bytes();

private:
    struct Kept {
        qint64 bytes = 0;
        QDateTime since;
        //! Of those written within one tick of the clock, the later one is the newer one.
        int order = 0;
    };

    static QString nameOf(const QUrl &url);
    QString pathOf(const QString &name) const;
    void look();
    void removeOld();
    void removeNamed(const QString &name);

    QString m_folder;
    Limits m_limits;
    bool m_hasLooked = false;
    QHash<QString, Kept> m_kept;
    qint64 m_bytes = 0;
    int m_written = 0;
};

} // namespace islet
