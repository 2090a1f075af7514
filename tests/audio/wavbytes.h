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

//! A WAV file by hand, `saidBytes` of sound as far as its header goes.
inline QByteArray wav(Format format, int channels, int rate, int bits, const QByteArray &data, qsizetype saidBytes = -1)
{
    const int group = channels * bits / 8;
    const auto said = quint32(saidBytes < 0 ? data.size() : saidBytes);
    return "RIFF" + little(36 + said) + "WAVEfmt " + little(quint32(16)) + little(quint16(format))
        + little(quint16(channels)) + little(quint32(rate)) + little(quint32(rate) * quint32(group))
        + little(quint16(group)) + little(quint16(bits)) + "data" + little(said) + data;
}

inline std::vector<float> whole(WavReader &reader)
{
    std::vector<float> sound(std::size_t(reader.length()) + 10);
    sound.resize(reader.read(sound));
    return sound;
}

} // namespace islet::test
