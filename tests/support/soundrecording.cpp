// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "soundrecording.h"

#include <QFile>
#include <QFileInfo>
#include <QtCore/qtestsupport_core.h>

using namespace Qt::StringLiterals;

namespace islet::test {

SoundRecording::~SoundRecording()
{
    m_process.stop();
    QFile::remove(m_file);
    QFile::remove(m_file + u".errors"_s);
}

bool SoundRecording::start(const QString &source, const QProcessEnvironment &environment)
{
    QStringList arguments{u"--raw"_s, u"--format=s16le"_s, u"--device=%1"_s.arg(source),
                          u"--rate=%1"_s.arg(m_format.rate), u"--channels=%1"_s.arg(m_format.channels)};
    if (m_format.latency.count() > 0)
        arguments.append(u"--latency-msec=%1"_s.arg(m_format.latency.count()));
    return m_process.start({u"parec"_s, arguments, environment, m_file, m_file + u".errors"_s});
}

qint64 SoundRecording::size() const
{
    return QFileInfo(m_file).size() / static_cast<qint64>(sizeof(qint16)) / m_format.channels;
}

bool SoundRecording::waitForSize(qint64 wanted, std::chrono::milliseconds patience) const
{
    const auto isDone = [&] { return size() >= wanted; };
    return QTest::qWaitFor([&] { return isDone() || !isRunning(); }, static_cast<int>(patience.count())) && isDone();
}

std::vector<float> SoundRecording::samples(int channel, qint64 begin, qint64 end) const
{
    constexpr float fullScale = 32'768;
    const qint64 frameSize = static_cast<qint64>(sizeof(qint16)) * m_format.channels;
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(begin * frameSize))
        return {};
    const QByteArray bytes = file.read((end - begin) * frameSize);
    const auto *values = reinterpret_cast<const qint16 *>(bytes.constData());
    std::vector<float> samples(static_cast<std::size_t>(bytes.size() / frameSize));
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = static_cast<float>(values[i * static_cast<std::size_t>(m_format.channels) + channel]) / fullScale;
    return samples;
}

} // namespace islet::test
