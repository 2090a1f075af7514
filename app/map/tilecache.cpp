// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/map/tilecache.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr auto suffix = ".tile"_L1;

} // namespace

QString TileCache::nameOf(const QUrl &url)
{
    const QByteArray hash = QCryptographicHash::hash(url.toEncoded(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex()) + suffix;
}

QString TileCache::pathOf(const QString &name) const
{
    return m_folder + u'/' + name;
}

void TileCache::look()
{
    if (std::exchange(m_hasLooked, true))
        return;
    QDirIterator files(m_folder, {u'*' + suffix}, QDir::Files | QDir::NoSymLinks);
    while (files.hasNext()) {
        const QFileInfo file = files.nextFileInfo();
        m_kept.insert(file.fileName(), {.bytes = file.size(), .since = file.lastModified()});
        m_bytes += file.size();
    }
    removeOld();
}

void TileCache::removeOld()
{
    const QDateTime oldest = QDateTime::currentDateTime().addDuration(-m_limits.age);
    QList<std::tuple<QDateTime, int, QString>> all;
    for (auto kept = m_kept.cbegin(); kept != m_kept.cend(); ++kept)
        all.append({kept->since, kept->order, kept.key()});
    std::ranges::sort(all);
    for (const auto &[since, order, name] : all) {
        if (since >= oldest && m_bytes <= m_limits.bytes && m_kept.size() <= m_limits.tiles)
            break;
        removeNamed(name);
    }
}

void TileCache::removeNamed(const QString &name)
{
    QFile::remove(pathOf(name));
    m_bytes -= m_kept.take(name).bytes;
}

QByteArray TileCache::read(const QUrl &url)
{
    look();
    const QString name = nameOf(url);
    const auto kept = m_kept.constFind(name);
    if (kept == m_kept.cend())
        return {};
    QFile file(pathOf(name));
    // What others did to the file may be anything: no more is read than was written.
    const bool isFresh = kept->since.addDuration(m_limits.age) > QDateTime::currentDateTime();
    const QByteArray picture = isFresh && file.open(QIODevice::ReadOnly) ? file.read(kept->bytes) : QByteArray();
    if (picture.isEmpty())
        removeNamed(name);
    return picture;
}

void TileCache::write(const QUrl &url, const QByteArray &picture)
{
    look();
    remove(url);
    const QDir folder(m_folder);
    if (!folder.exists()) {
        folder.mkpath(u"."_s);
        QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    const QString name = nameOf(url);
    // No QSaveFile, which waits for the disk: a picture that was cut short is seen to be none when it is read.
    QFile file(pathOf(name));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (file.write(picture) != picture.size() || !file.flush()) {
        file.remove();
        return;
    }
    m_kept.insert(name, {.bytes = picture.size(), .since = QDateTime::currentDateTime(), .order = ++m_written});
    m_bytes += picture.size();
    if (m_bytes > m_limits.bytes || m_kept.size() > m_limits.tiles)
        removeOld();
}

void TileCache::remove(const QUrl &url)
{
    look();
    if (const QString name = nameOf(url); m_kept.contains(name))
        removeNamed(name);
}

void TileCache::removeAll()
{
    look();
    const QStringList names = m_kept.keys();
    for (const QString &name : names)
        removeNamed(name);
}

qsizetype TileCache::count()
{
    look();
    return m_kept.size();
}

qint64 TileCache::bytes()
{
    look();
    return m_bytes;
}

} // namespace islet
