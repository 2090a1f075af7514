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

void TileCache::loadIndex()
{
    if (std::exchange(m_isIndexed, true))
        return;
    QDirIterator files(m_folder, {u'*' + suffix}, QDir::Files | QDir::NoSymLinks);
    while (files.hasNext()) {
        const QFileInfo file = files.nextFileInfo();
        m_entries.insert(file.fileName(), {.bytes = file.size(), .since = file.lastModified()});
        m_bytes += file.size();
    }
    removeOld();
}

void TileCache::removeOld()
{
    const QDateTime oldest = QDateTime::currentDateTime().addDuration(-m_limits.age);
    QList<std::tuple<QDateTime, int, QString>> all;
    for (auto entry = m_entries.cbegin(); entry != m_entries.cend(); ++entry)
        all.append({entry->since, entry->order, entry.key()});
    std::ranges::sort(all);
    for (const auto &[since, order, name] : all) {
        if (since >= oldest && m_bytes <= m_limits.bytes && m_entries.size() <= m_limits.tiles)
            break;
        removeNamed(name);
    }
}

void TileCache::removeNamed(const QString &name)
{
    QFile::remove(pathOf(name));
    m_bytes -= m_entries.take(name).bytes;
}

QByteArray TileCache::read(const QUrl &url)
{
    loadIndex();
    const QString name = nameOf(url);
    const auto entry = m_entries.constFind(name);
    if (entry == m_entries.cend())
        return {};
    QFile file(pathOf(name));
    // Other programs may have changed the file: reads no more than was written.
    const bool isFresh = entry->since.addDuration(m_limits.age) > QDateTime::currentDateTime();
    const QByteArray picture = isFresh && file.open(QIODevice::ReadOnly) ? file.read(entry->bytes) : QByteArray();
    if (picture.isEmpty())
        removeNamed(name);
    return picture;
}

void TileCache::write(const QUrl &url, const QByteArray &picture)
{
    loadIndex();
    remove(url);
    const QDir folder(m_folder);
    if (!folder.exists()) {
        folder.mkpath(u"."_s);
        QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    const QString name = nameOf(url);
    // Not QSaveFile, which waits for the disk. A truncated file is detected when it is read.
    QFile file(pathOf(name));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (file.write(picture) != picture.size() || !file.flush()) {
        file.remove();
        return;
    }
    m_entries.insert(name, {.bytes = picture.size(), .since = QDateTime::currentDateTime(), .order = ++m_writeCount});
    m_bytes += picture.size();
    if (m_bytes > m_limits.bytes || m_entries.size() > m_limits.tiles)
        removeOld();
}

void TileCache::remove(const QUrl &url)
{
    loadIndex();
    if (const QString name = nameOf(url); m_entries.contains(name))
        removeNamed(name);
}

void TileCache::removeAll()
{
    loadIndex();
    const QStringList names = m_entries.keys();
    for (const QString &name : names)
        removeNamed(name);
}

qsizetype TileCache::count()
{
    loadIndex();
    return m_entries.size();
}

qint64 TileCache::bytes()
{
    loadIndex();
    return m_bytes;
}

} // namespace islet
