// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/wavfile.h"

#include <QByteArray>
#include <QtEndian>

//! WAV files made and read by hand, so that reader and writer cannot share a mistake.
namespace islet::test {

template<typename Number> QByteArray little(Number number)
{
    QByteArray bytes(sizeof(Number), '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

enum Format : quint16 { Pcm = 1, Float = 3 };

//! Builds a WAV file by hand; its header claims `claimedBytes` of sound.
inline QByteArray wav(Format format, int channels, int rate, int bits, const QByteArray &data,
                      qsizetype claimedBytes = -1)
{
    const int group = channels * bits / 8;
    const auto claimed = quint32(claimedBytes < 0 ? data.size() : claimedBytes);
    return "RIFF" + little(36 + claimed) + "WAVEfmt " + little(quint32(16)) + little(quint16(format))
        + little(quint16(channels)) + little(quint32(rate)) + little(quint32(rate) * quint32(group))
        + little(quint16(group)) + little(quint16(bits)) + "data" + little(claimed) + data;
}

inline std::vector<float> whole(WavReader &reader)
{
    std::vector<float> sound(std::size_t(reader.length()) + 10);
    sound.resize(reader.read(sound));
    return sound;
}

} // namespace islet::test
