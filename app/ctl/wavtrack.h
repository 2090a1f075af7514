// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/wavfile.h"

namespace islet::ctl {

//! A recording that is in step with others which began earlier: it begins with as much silence.
class WavTrack {
public:
    //! `missed` is how many samples a channel the others have already.
    static tl::expected<WavTrack, QString> create(const QString &path, int channels, std::int64_t missed);

    //! What comes next; errors as WavWriter::write has them.
    tl::expected<void, QString> add(std::span<const float> interleaved);
    tl::expected<void, QString> addSilence(std::size_t samples);
    //! Writes what waits.
    tl::expected<void, QString> finish();

private:
    WavTrack(WavWriter writer, std::int64_t samplesMissed);

    tl::expected<void, QString> writeDue();
    tl::expected<void, QString> writeSilence(std::int64_t most);

    WavWriter m_writer;
    std::int64_t m_silenceOwed; // samples, of all channels
    std::vector<float> m_waiting; // behind that silence
};

} // namespace islet::ctl
