// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <tl/expected.hpp>

#include <QString>

#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace islet {

//! Reads a WAV file as mono sound, front to back. Movable, not copyable.
class WavReader {
public:
    static constexpr std::chrono::hours longest{1};

    //! WAV of 8 to 192 kHz, mono or stereo, in any sample format libsndfile supports, up to `longest`. The error is one
    //! sentence: what is wrong with which file and what to do.
    static tl::expected<WavReader, QString> open(const QString &path);

    WavReader(WavReader &&) noexcept;
    WavReader &operator=(WavReader &&) noexcept;
    ~WavReader();

    int rate() const; //!< Hz
    std::int64_t length() const; //!< samples per channel
    //! Mixes stereo to mono; samples are within ±1. Returns how many were read: fewer than requested only at the end.
    std::size_t read(std::span<float> mono);

private:
    struct File;
    explicit WavReader(std::unique_ptr<File> file);

    std::unique_ptr<File> m_file;
};

constexpr std::chrono::minutes longestVoice{10};

//! Reads a whole file as mono sound of 48 kHz, up to `longestVoice`. Errors as for WavReader::open.
tl::expected<std::vector<float>, QString> readVoice(const QString &path);

//! Writes a WAV file of 48 kHz and 16 bits. Movable, not copyable.
//!
//! The header on disk is updated after each second of sound: a killed process leaves a playable file.
class WavWriter {
public:
    //! Players and this reader use 32-bit sizes.
    static constexpr std::int64_t maxBytes = 3'500'000'000;

    //! Replaces what is at `path`. `channels` must be one or two. `limit` in bytes, for tests.
    static tl::expected<WavWriter, QString> create(const QString &path, int channels, std::int64_t limit = maxBytes);

    WavWriter(WavWriter &&) noexcept;
    WavWriter &operator=(WavWriter &&) noexcept;
    //! Completes the file.
    ~WavWriter();

    //! Interleaved samples in whole frames; values beyond ±1 are clipped. After an error (disk full, `maxBytes`
    //! reached) the file holds what was written before, and further calls return the same error. Blocks on the disk.
    tl::expected<void, QString> write(std::span<const float> interleaved);
    //! Samples per channel so far.
    std::int64_t length() const;

private:
    struct File;
    explicit WavWriter(std::unique_ptr<File> file);

    std::unique_ptr<File> m_file;
};

} // namespace islet
