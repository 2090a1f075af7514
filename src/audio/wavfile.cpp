// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/wavfile.h"

#include "audio/pcm16.h"
#include "audio/resampler.h"
#include "audio/sound.h"
#include "audio/soundfile.h"

#include <QFileInfo>

#include <array>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr std::size_t pieceFrames = 1024;
constexpr int maxChannels = 2;

template<typename Sample> using Piece = std::array<Sample, pieceFrames * maxChannels>;

bool isWav(const SF_INFO &info)
{
    const int container = info.format & SF_FORMAT_TYPEMASK;
    return container == SF_FORMAT_WAV || container == SF_FORMAT_WAVEX || container == SF_FORMAT_RF64
        || container == SF_FORMAT_W64;
}

//! Float files may hold any value.
float clamped(float sample)
{
    return std::isfinite(sample) ? std::clamp(sample, -1.0F, 1.0F) : 0.0F;
}

QString tooLong(const QString &path, std::chrono::minutes most)
{
    return u"The sound file %1 is longer than %2 minutes. Shorten it, or choose another one."_s.arg(shownName(path))
        .arg(most.count());
}

//! Empty if the file is acceptable.
QString objection(const QString &path, const SF_INFO &info)
{
    const QString name = shownName(path);
    if (!isWav(info))
        return u"The sound file %1 isn't a WAV file. Convert it to WAV."_s.arg(name);
    if (info.channels < 1 || info.channels > maxChannels) {
        return u"The sound file %1 has %2 channels. Convert it to mono or stereo."_s.arg(name).arg(info.channels);
    }
    if (!Resampler::supports(info.samplerate)) {
        return u"The sound file %1 has a sample rate of %2 Hz. Convert it to one from %3 to %4 Hz."_s.arg(name)
            .arg(info.samplerate)
            .arg(Resampler::lowestRate)
            .arg(Resampler::highestRate);
    }
    if (info.frames <= 0)
        return u"The sound file %1 is empty. Choose another one."_s.arg(name);
    if (info.frames > std::chrono::seconds(WavReader::longest).count() * info.samplerate)
        return tooLong(path, WavReader::longest);
    return QString();
}

} // namespace

struct WavReader::File : SoundFile {
    using SoundFile::SoundFile;

    std::size_t read(std::span<float> mono);

    Piece<float> piece{};
};

std::size_t WavReader::File::read(std::span<float> mono)
{
    const auto wanted = static_cast<sf_count_t>(std::min(mono.size(), pieceFrames));
    const auto got =
        static_cast<std::size_t>(std::max<sf_count_t>(0, sf_readf_float(handle.get(), piece.data(), wanted)));
    for (std::size_t i = 0; i < got; ++i) {
        mono[i] = info.channels == 1 ? clamped(piece[i]) : (clamped(piece[2 * i]) + clamped(piece[2 * i + 1])) / 2.0F;
    }
    return got;
}

tl::expected<WavReader, QString> WavReader::open(const QString &path)
{
    const QString name = shownName(path);
    const QFileInfo there(path);
    if (!there.exists())
        return tl::unexpected(u"The sound file %1 doesn't exist. Choose another one."_s.arg(name));
    if (!there.isFile()) // opening a pipe could block forever
        return tl::unexpected(u"%1 isn't a file. Choose a WAV file."_s.arg(name));
    auto file = std::make_unique<File>(path);
    if (!file->file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return tl::unexpected(
            u"Couldn't open the sound file %1 (%2). Check its permissions, or choose another one."_s.arg(
                name, file->file.errorString()));
    }
    if (!file->SoundFile::open(SFM_READ))
        return tl::unexpected(u"The sound file %1 is damaged or isn't a WAV file. Choose another one."_s.arg(name));
    if (const QString wrong = objection(path, file->info); !wrong.isEmpty())
        return tl::unexpected(wrong);
    return WavReader(std::move(file));
}

WavReader::WavReader(std::unique_ptr<File> file)
    : m_file(std::move(file))
{ }

WavReader::WavReader(WavReader &&) noexcept = default;
WavReader &WavReader::operator=(WavReader &&) noexcept = default;
WavReader::~WavReader() = default;

int WavReader::rate() const
{
    return m_file->info.samplerate;
}

std::int64_t WavReader::length() const
{
    return m_file->info.frames;
}

std::size_t WavReader::read(std::span<float> mono)
{
    std::size_t done = 0;
    while (done < mono.size()) {
        const std::size_t got = m_file->read(mono.subspan(done));
        if (got == 0)
            break;
        done += got;
    }
    return done;
}

tl::expected<std::vector<float>, QString> readVoice(const QString &path)
{
    auto reader = WavReader::open(path);
    if (!reader)
        return tl::unexpected(reader.error());
    if (reader->length() > std::chrono::seconds(longestVoice).count() * reader->rate())
        return tl::unexpected(tooLong(path, longestVoice));
    const auto atOurRate = [&](std::int64_t samples) {
        return static_cast<std::size_t>((samples * sampleRate + reader->rate() - 1) / reader->rate());
    };
    std::vector<float> voice(atOurRate(reader->length()));
    Resampler resampler(reader->rate(), sampleRate);
    std::int64_t taken = 0;
    std::span<float> rest = voice;
    std::vector<float> piece(16 * pieceFrames);
    while (const std::size_t got = reader->read(piece)) {
        rest = rest.subspan(resampler.process(std::span(piece).first(got), rest).made);
        taken += static_cast<std::int64_t>(got);
    }
    piece.assign(resampler.held(), 0.0F); // to flush the resampler
    resampler.process(piece, rest);
    voice.resize(atOurRate(taken)); // a damaged file may hold less than its header says
    return voice;
}

struct WavWriter::File : SoundFile {
    File(const QString &path, std::int64_t maxSize)
        : SoundFile(path)
        , limit(maxSize)
    { }

    tl::expected<void, QString> write(std::span<const float> interleaved);
    void updateHeader();
    tl::expected<void, QString> fail(const QString &sentence);

    std::int64_t limit; //!< bytes
    std::int64_t length = 0;
    std::int64_t lengthInHeader = 0;
    QString error; //!< ends all writing
    Piece<std::int16_t> piece{};
};

void WavWriter::File::updateHeader()
{
    sf_command(handle.get(), SFC_UPDATE_HEADER_NOW, nullptr, 0);
    lengthInHeader = length;
}

tl::expected<void, QString> WavWriter::File::fail(const QString &sentence)
{
    error = sentence;
    updateHeader();
    return tl::unexpected(error);
}

//! At most one piece.
tl::expected<void, QString> WavWriter::File::write(std::span<const float> interleaved)
{
    const auto frames = static_cast<std::int64_t>(interleaved.size()) / info.channels;
    if (file.size() + static_cast<std::int64_t>(interleaved.size() * sizeof(std::int16_t)) > limit) {
        return fail(u"The recording %1 has reached the size limit of WAV files. Start a new one."_s.arg(
            shownName(file.fileName())));
    }
    toPcm16(interleaved, std::span(piece).first(interleaved.size()));
    const std::int64_t written = sf_writef_short(handle.get(), piece.data(), frames);
    length += written;
    if (written < frames) {
        return fail(u"The recording %1 stopped (%2). Free some disk space, or choose another folder."_s.arg(
            shownName(file.fileName()), writeError));
    }
    if (length - lengthInHeader >= sampleRate) {
        updateHeader();
    }
    return {};
}

tl::expected<WavWriter, QString> WavWriter::create(const QString &path, int channels, std::int64_t limit)
{
    Q_ASSERT(channels >= 1 && channels <= maxChannels);
    const QString name = shownName(path);
    if (const QFileInfo there(path); there.exists() && !there.isFile()) // opening a pipe could block forever
        return tl::unexpected(u"%1 isn't a file. Choose another name for the recording."_s.arg(name));
    const auto cannot = [&name](const QString &why) {
        return tl::unexpected(u"Couldn't write the recording %1 (%2). Choose another folder or name."_s.arg(name, why));
    };
    auto file = std::make_unique<File>(path, limit);
    if (!file->file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
        return cannot(file->file.errorString());
    file->info.samplerate = sampleRate;
    file->info.channels = channels;
    file->info.format = SF_FORMAT_WAV | SF_FORMAT_PCM_16;
    if (!file->SoundFile::open(SFM_WRITE))
        return cannot(QString::fromUtf8(sf_strerror(nullptr)));
    file->updateHeader(); // so that a full disk is noticed now
    if (!file->writeError.isEmpty())
        return cannot(file->writeError);
    return WavWriter(std::move(file));
}

WavWriter::WavWriter(std::unique_ptr<File> file)
    : m_file(std::move(file))
{ }

WavWriter::WavWriter(WavWriter &&) noexcept = default;
WavWriter &WavWriter::operator=(WavWriter &&) noexcept = default;
WavWriter::~WavWriter() = default;

tl::expected<void, QString> WavWriter::write(std::span<const float> interleaved)
{
    Q_ASSERT(interleaved.size() % m_file->info.channels == 0);
    while (!interleaved.empty()) {
        if (!m_file->error.isEmpty())
            return tl::unexpected(m_file->error);
        const auto now = interleaved.first(std::min(interleaved.size(), pieceFrames * m_file->info.channels));
        if (const auto written = m_file->write(now); !written)
            return written;
        interleaved = interleaved.subspan(now.size());
    }
    return {};
}

std::int64_t WavWriter::length() const
{
    return m_file->length;
}

} // namespace islet
