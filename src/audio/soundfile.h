// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include <QFile>

#include <memory>
#include <sndfile.h>

namespace islet {

//! A file that libsndfile accesses through QFile, so that names in any script work on every system and the reason of a
//! failed write is known.
struct SoundFile {
    struct Close {
        void operator()(SNDFILE *handle) const { sf_close(handle); }
    };

    explicit SoundFile(const QString &path)
        : file(path)
    { }
    // libsndfile keeps the address of the file.
    Q_DISABLE_COPY_MOVE(SoundFile)

    //! `file` must be open; `mode` and `info` as in sf_open. False if libsndfile refuses it; sf_strerror(nullptr) says
    //! why.
    bool open(int mode);

    QFile file; //!< opened unbuffered, so that a write reaches the system
    SF_INFO info{};
    QString writeError; //!< the system's reason if a write failed, else empty
    std::unique_ptr<SNDFILE, Close> handle; //!< closed before the file
};

//! A file's name without its folders, quoted() for use inside a sentence.
QString shownName(const QString &path);

} // namespace islet
