// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDateTime>
#include <QHash>
#include <QUrl>

#include <chrono>
#include <optional>

namespace islet {

//! Tiles on disk, in a folder that only its owner may access. Each is kept for some days; when there are too many, the
//! oldest are removed. File names do not reveal a tile's address. The folder is read on first use.
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

    //! Empty if the tile is not cached.
    QByteArray read(const QUrl &url);
    //! Does nothing if the file cannot be written.
    void write(const QUrl &url, const QByteArray &picture);
    void remove(const QUrl &url);
    void removeAll();

    qsizetype count();
    qint64 bytes();

private:
    struct Entry {
        qint64 bytes = 0;
        QDateTime since;
        //! Orders tiles that were written within one tick of the clock.
        int order = 0;
    };

    static QString nameOf(const QUrl &url);
    QString pathOf(const QString &name) const;
    void loadIndex();
    void removeOld();
    void removeNamed(const QString &name);

    QString m_folder;
    Limits m_limits;
    bool m_isIndexed = false;
    QHash<QString, Entry> m_entries;
    qint64 m_bytes = 0;
    int m_writeCount = 0;
};

} // namespace islet
