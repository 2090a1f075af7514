// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include <QFile>

#include <memory>
#include <sndfile.h>

namespace islet {

//! A file as libsndfile sees it, through QFile: so that names in any script work on each system, and so that it is
//! known why a write failed.
struct SoundFile {
    struct Close {
        void operator()(SNDFILE *handle) const { sf_close(handle); }
    };

    explicit SoundFile(const QString &path)
        : file(path)
    { }
    // libsndfile keeps the address of the file.
    Q_DISABLE_COPY_MOVE(SoundFile)

    //! `file` is open; `mode` and `info` as in sf_open. False if libsndfile refuses it; sf_strerror(nullptr) says why.
    bool open(int mode);

    QFile file; //!< unbuffered: what is written is out of our hands
    SF_INFO info{};
    QString writeError; //!< what the system said when it took no more; empty before
    std::unique_ptr<SNDFILE, Close> handle; //!< closed before the file
};

//! The name of a file for use inside a sentence: in quotation marks, without its folders, at most 64 characters,
//! control and format characters (line breaks, bidi overrides) shown as U+FFFD.
QString shownName(const QString &path);

} // namespace islet
