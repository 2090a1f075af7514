// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/wavfile.h"
#include "sounds.h"
#include "tests/support/testmain.h"
#include "wavbytes.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <limits>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#endif

using namespace islet;
using namespace Qt::StringLiterals;
using test::little;
using test::Sound;
using test::whole;

class TestWavWriter : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void readsBackWrittenSound_data();
    void readsBackWrittenSound();
    void writesExpectedBytes();
    void clipsLoudSamples();
    void acceptsNamesInAnyScript();
    void replacesExistingFile();
    void leavesPlayableFileWhenKilled();
    void stopsAtTheLimit();
    void reportsFullDisk();
    void reportsCreationErrors();

private:
    QString at(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

namespace {

#ifdef Q_OS_UNIX
//! While alive, makes the kernel refuse to grow files beyond the limit, like a full disk.
class FileLimit {
public:
    explicit FileLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit small = m_before;
        small.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FileLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FileLimit)

private:
    rlimit m_before{};
};
#endif

} // namespace

void TestWavWriter::initTestCase()
{
    QVERIFY(m_folder.isValid());
}

void TestWavWriter::readsBackWrittenSound_data()
{
    QTest::addColumn<int>("channels");
    QTest::newRow("mono") << 1;
    QTest::newRow("stereo") << 2;
}

void TestWavWriter::readsBackWrittenSound()
{
    QFETCH(const int, channels);
    const Sound sound = test::noise(-20, 3);
    {
        auto writer = WavWriter::create(at(u"out.wav"_s), channels);
        QVERIFY(writer);
        std::span<const float> rest = sound;
        while (!rest.empty()) { // smaller and larger than an internal piece
            const auto now = rest.first(std::min<std::size_t>(rest.size(), rest.size() % 7 == 0 ? 96 : 3'998));
            QVERIFY(writer->write(now));
            rest = rest.subspan(now.size());
        }
        QVERIFY(writer->write({}));
        QCOMPARE(writer->length(), std::int64_t(sound.size()) / channels);
    }
    auto reader = WavReader::open(at(u"out.wav"_s));
    QVERIFY(reader);
    QCOMPARE(reader->rate(), sampleRate);
    const Sound read = whole(*reader);
    QCOMPARE(read.size(), sound.size() / std::size_t(channels));
    for (std::size_t i = 0; i < read.size(); ++i) {
        const float ideal = channels == 1 ? sound[i] : (sound[2 * i] + sound[2 * i + 1]) / 2;
        QVERIFY(std::abs(read[i] - ideal) <= 0.51F / 32'768.0F);
    }
}

//! Compares raw bytes, so that reader and writer cannot share a mistake.
void TestWavWriter::writesExpectedBytes()
{
    {
        auto writer = WavWriter::create(at(u"plain.wav"_s), 2);
        QVERIFY(writer);
        QVERIFY(writer->write(Sound{0.5F, -0.5F, 1.0F / 32'768, 0.6F / 32'768}));
    }
    QFile file(at(u"plain.wav"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray data = little(qint16(16'384)) + little(qint16(-16'384)) + little(qint16(1)) + little(qint16(1));
    QCOMPARE(file.readAll(), test::wav(test::Pcm, 2, 48'000, 16, data));
}

void TestWavWriter::clipsLoudSamples()
{
    {
        auto writer = WavWriter::create(at(u"loud.wav"_s), 1);
        QVERIFY(writer->write(Sound{1.0F, 5.0F, -1.0F, -5.0F, std::numeric_limits<float>::quiet_NaN(),
                                    std::numeric_limits<float>::infinity()}));
    }
    auto reader = WavReader::open(at(u"loud.wav"_s));
    constexpr float maxSample = 32'767.0F / 32'768.0F;
    QVERIFY((whole(*reader) == Sound{maxSample, maxSample, -1.0F, -1.0F, 0.0F, maxSample}));
}

void TestWavWriter::leavesPlayableFileWhenKilled()
{
    auto writer = WavWriter::create(at(u"killed.wav"_s), 2);
    QVERIFY(writer);
    const Sound piece(2 * pieceSamples, 0.25F);
    for (int i = 0; i < 700; ++i) // 3.5 s in pieces of 5 ms
        QVERIFY(writer->write(piece));
    // A killed process leaves what is on the disk now.
    QVERIFY(QFile::copy(at(u"killed.wav"_s), at(u"left.wav"_s)));
    auto reader = WavReader::open(at(u"left.wav"_s));
    QVERIFY(reader);
    QVERIFY2(reader->length() >= 3 * sampleRate, qPrintable(QString::number(reader->length())));
    QVERIFY(whole(*reader) == Sound(std::size_t(reader->length()), 0.25F));
}

void TestWavWriter::stopsAtTheLimit()
{
    {
        auto writer = WavWriter::create(at(u"full.wav"_s), 1, 100'000);
        QVERIFY(writer);
        const Sound piece(1'000, 0.25F);
        tl::expected<void, QString> written;
        int pieces = 0;
        for (; pieces < 100 && (written = writer->write(piece)); ++pieces) { }
        QCOMPARE(pieces, 49);
        QVERIFY2(written.error().contains(u"“full.wav” has reached the size limit"_s), qPrintable(written.error()));
        const auto again = writer->write(Sound(1));
        QVERIFY(!again);
        QCOMPARE(again.error(), written.error());
        QCOMPARE(WavReader::open(at(u"full.wav"_s))->length(), std::int64_t(49'000));
    }
    QVERIFY(QFileInfo(at(u"full.wav"_s)).size() <= 100'000);
    QCOMPARE(WavReader::open(at(u"full.wav"_s))->length(), std::int64_t(49'000));
    QCOMPARE(WavWriter::maxBytes, std::int64_t(3'500'000'000));
}

void TestWavWriter::reportsFullDisk()
{
#ifdef Q_OS_UNIX
    auto writer = WavWriter::create(at(u"disk.wav"_s), 1);
    QVERIFY(writer);
    const Sound piece(480, 0.25F);
    tl::expected<void, QString> written;
    {
        const FileLimit limit(150'001); // in the middle of a sample
        for (int i = 0; i < 1'000 && (written = writer->write(piece)); ++i) { }
    }
    QVERIFY(!written);
    QVERIFY2(written.error().contains(u"“disk.wav” stopped (File too large)"_s), qPrintable(written.error()));
    QVERIFY(!writer->write(piece));
    const auto readable = [this] {
        auto reader = WavReader::open(at(u"disk.wav"_s));
        return reader && reader->length() >= 74'000 && whole(*reader).at(73'999) == 0.25F;
    };
    QVERIFY(readable());
    writer = WavWriter::create(at(u"other.wav"_s), 1); // closes the first one
    QVERIFY(readable());
#else
    QSKIP("File sizes cannot be limited here.");
#endif
}

void TestWavWriter::reportsCreationErrors()
{
    const auto nowhere = WavWriter::create(at(u"no/such/folder.wav"_s), 1);
    QVERIFY(!nowhere);
    QVERIFY2(nowhere.error().startsWith(u"Couldn't write the recording “folder.wav” ("_s), qPrintable(nowhere.error()));
    QVERIFY(!WavWriter::create(m_folder.path(), 1));
#ifdef Q_OS_UNIX
    {
        const FileLimit limit(10); // not even the header fits
        const auto full = WavWriter::create(at(u"full.wav"_s), 1);
        QVERIFY(!full);
        QVERIFY2(full.error().startsWith(u"Couldn't write the recording “full.wav” (File too large)"_s),
                 qPrintable(full.error()));
    }
    QCOMPARE(mkfifo(QFile::encodeName(at(u"pipe.wav"_s)).constData(), 0600), 0);
    QVERIFY(WavWriter::create(at(u"pipe.wav"_s), 1).error().contains(u"isn't a file"_s)); // and does not block
#endif
}

void TestWavWriter::acceptsNamesInAnyScript()
{
    for (const QString &name : {u"größe.wav"_s, u"音 声.wav"_s, u"🏝.wav"_s, u"صوت.wav"_s}) {
        {
            auto writer = WavWriter::create(at(name), 1);
            QVERIFY(writer);
            QVERIFY(writer->write(Sound(100, 0.5F)));
        }
        QVERIFY(QFileInfo(at(name)).size() == 244);
        auto reader = WavReader::open(at(name));
        QVERIFY(reader);
        QVERIFY(whole(*reader) == Sound(100, 0.5F));
    }
}

void TestWavWriter::replacesExistingFile()
{
    for (const std::size_t length : {9'000, 100}) {
        auto writer = WavWriter::create(at(u"same.wav"_s), 1);
        QVERIFY(writer && writer->write(Sound(length)));
    }
    QCOMPARE(QFileInfo(at(u"same.wav"_s)).size(), qint64(244));
}

ISLET_TEST(TestWavWriter);
#include "tst_wavwriter.moc"
