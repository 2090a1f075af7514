// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/soundfile.h"

#include <QFileInfo>
#include <QList>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

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

//! Until all is written: a disk that fills up takes a part first, and says why only the next time.
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

bool isHarmful(char32_t c)
{
    const auto category = QChar::category(c);
    return category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Other_Surrogate
        || category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
}

} // namespace

bool SoundFile::open(int mode)
{
    // libsndfile copies it.
    SF_VIRTUAL_IO io{&sizeOf, &seek, &read, &write, &position};
    handle.reset(sf_open_virtual(&io, mode, &info, this));
    return handle != nullptr;
}

QString shownName(const QString &path)
{
    constexpr qsizetype mostCharacters = 64;
    const auto characters = QFileInfo(path).fileName().toUcs4();
    QString shown;
    for (const char32_t c : characters.first(qMin(characters.size(), mostCharacters))) {
        const char32_t kept = isHarmful(c) ? char32_t(QChar::ReplacementCharacter) : c;
        shown += QString::fromUcs4(&kept, 1);
    }
    if (characters.size() > mostCharacters)
        shown += u'…';
    return u"“%1”"_s.arg(shown);
}

} // namespace islet
