// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/soundfile.h"

#include "base/quoted.h"

#include <QFileInfo>

#include <algorithm>
#include <cstdio>

namespace islet {

namespace {

QFile &fileOf(void *data)
{
    return static_cast<SoundFile *>(data)->file;
}

sf_count_t sizeOf(void *data)
{
    return fileOf(data).size();
}

sf_count_t seek(sf_count_t offset, int whence, void *data)
{
    QFile &file = fileOf(data);
    if (whence == SEEK_CUR)
        offset += file.pos();
    else if (whence == SEEK_END)
        offset += file.size();
    return file.seek(offset) ? file.pos() : -1;
}

sf_count_t read(void *to, sf_count_t bytes, void *data)
{
    return std::max<qint64>(0, fileOf(data).read(static_cast<char *>(to), bytes));
}

//! Loops until all is written: a full disk first accepts a part, and reports the error only on the next write.
sf_count_t write(const void *from, sf_count_t bytes, void *data)
{
    QFile &file = fileOf(data);
    sf_count_t done = 0;
    while (done < bytes) {
        const qint64 written = file.write(static_cast<const char *>(from) + done, bytes - done);
        if (written <= 0) {
            static_cast<SoundFile *>(data)->writeError = file.errorString();
            break;
        }
        done += written;
    }
    return done;
}

sf_count_t position(void *data)
{
    return fileOf(data).pos();
}

} // namespace

bool SoundFile::open(int mode)
{
    // Copied by libsndfile.
    SF_VIRTUAL_IO io{&sizeOf, &seek, &read, &write, &position};
    handle.reset(sf_open_virtual(&io, mode, &info, this));
    return handle != nullptr;
}

QString shownName(const QString &path)
{
    return quoted(QFileInfo(path).fileName());
}

} // namespace islet
