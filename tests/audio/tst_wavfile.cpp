// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/wavfile.h"
#include "sounds.h"
#include "tests/support/testmain.h"
#include "wavbytes.h"

#include <QFile>
#include <QTest>

#include <limits>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace islet;
using namespace Qt::StringLiterals;
using test::Float;
using test::Format;
using test::little;
using test::Pcm;
using test::Sound;
using test::wav;
using test::whole;

class TestWavFile : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void readsEspeak();
    void readsSampleFormats_data();
    void readsSampleFormats();
    void mixesStereoToMono();
    void clampsFloats();
    void readsInPieces();
    void resamplesVoice_data();
    void resamplesVoice();
    void rejectsInvalidFiles_data();
    void rejectsInvalidFiles();
    void shortensLongNamesInErrors();
    void rejectsTooLongFiles();
    void readsTruncatedFile();
    void doesNotBlockOnPipe();

private:
    QString at(const QString &name) const { return m_folder.filePath(name); }
    QString writeFile(const QString &name, const QByteArray &bytes) const
    {
        QFile file(at(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

    QTemporaryDir m_folder;
};

namespace {

QByteArray sample(Format format, int bits, double value)
{
    if (format == Float)
        return bits == 32 ? little(float(value)) : little(value);
    if (bits == 8)
        return QByteArray(1, char(quint8(128 + std::lround(value * 127))));
    return little(qint32(std::lround(value * 0x7fffffff))).last(bits / 8);
}

} // namespace

void TestWavFile::initTestCase()
{
    QVERIFY(m_folder.isValid());
}

void TestWavFile::readsEspeak()
{
    const QString path = at(u"espeak.wav"_s);
    QVERIFY2(test::speakTo(path, u"Good evening everybody"_s), "espeak-ng is missing");
    auto reader = WavReader::open(path);
    QVERIFY2(reader, qPrintable(reader ? QString() : reader.error()));
    QCOMPARE(reader->rate(), 22'050);
    const Sound sound = whole(*reader);
    QCOMPARE(std::int64_t(sound.size()), reader->length());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll().sliced(44);
    QCOMPARE(bytes.size(), qsizetype(2 * sound.size()));
    for (std::size_t i = 0; i < sound.size(); ++i)
        QCOMPARE(sound[i], float(qFromLittleEndian<qint16>(bytes.constData() + 2 * i)) / 32'768.0F);
}

void TestWavFile::readsSampleFormats_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("bits");
    QTest::addColumn<int>("rate");
    for (const int rate : {8'000, 44'100, 192'000}) {
        for (const int bits : {8, 16, 24, 32})
            QTest::addRow("%d bit, %d Hz", bits, rate) << int(Pcm) << bits << rate;
        for (const int bits : {32, 64})
            QTest::addRow("float of %d bit, %d Hz", bits, rate) << int(Float) << bits << rate;
    }
}

void TestWavFile::readsSampleFormats()
{
    QFETCH(const int, format);
    QFETCH(const int, bits);
    QFETCH(const int, rate);
    const Sound ideal = test::sine(440, 0.7, 0.1, rate);
    for (const int channels : {1, 2}) {
        QByteArray data;
        for (const float value : ideal)
            data += sample(Format(format), bits, double(value)).repeated(channels);
        auto reader = WavReader::open(writeFile(u"format.wav"_s, wav(Format(format), channels, rate, bits, data)));
        QVERIFY2(reader, qPrintable(reader ? QString() : reader.error()));
        QCOMPARE(reader->rate(), rate);
        QCOMPARE(reader->length(), std::int64_t(ideal.size()));
        const Sound sound = whole(*reader);
        QCOMPARE(sound.size(), ideal.size());
        const float precision = bits == 8 ? 0.012F : 0.0001F;
        for (std::size_t i = 0; i < sound.size(); ++i)
            QVERIFY2(std::abs(sound[i] - ideal[i]) < precision, qPrintable(QString::number(i)));
    }
}

void TestWavFile::mixesStereoToMono()
{
    QByteArray data;
    for (int i = 0; i < 3'000; ++i)
        data += sample(Pcm, 16, 0.5) + sample(Pcm, 16, i % 2 == 0 ? 0.25 : -0.5);
    auto reader = WavReader::open(writeFile(u"stereo.wav"_s, wav(Pcm, 2, 48'000, 16, data)));
    QVERIFY(reader);
    const Sound sound = whole(*reader);
    QCOMPARE(sound.size(), std::size_t(3'000));
    for (std::size_t i = 0; i < sound.size(); ++i)
        QVERIFY(std::abs(sound[i] - (i % 2 == 0 ? 0.375F : 0.0F)) < 0.001F);
}

void TestWavFile::clampsFloats()
{
    QByteArray data;
    for (const float value :
         {0.5F, 3.0F, -1e30F, std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(), -1.0F})
        data += little(value);
    auto reader = WavReader::open(writeFile(u"wild.wav"_s, wav(Float, 1, 48'000, 32, data)));
    QVERIFY(reader);
    QVERIFY((whole(*reader) == Sound{0.5F, 1.0F, -1.0F, 0.0F, 0.0F, -1.0F}));
}

void TestWavFile::readsInPieces()
{
    QByteArray data;
    for (int i = 0; i < 5'000; ++i)
        data += little(qint16(i));
    auto reader = WavReader::open(writeFile(u"pieces.wav"_s, wav(Pcm, 1, 16'000, 16, data)));
    QVERIFY(reader);
    Sound sound;
    Sound piece(777);
    while (const std::size_t got = reader->read(piece))
        sound.insert(sound.end(), piece.begin(), piece.begin() + std::ptrdiff_t(got));
    QCOMPARE(sound.size(), std::size_t(5'000));
    for (std::size_t i = 0; i < sound.size(); ++i)
        QCOMPARE(sound[i], float(i) / 32'768.0F);
    QCOMPARE(reader->read(piece), std::size_t(0));
    QCOMPARE(reader->read({}), std::size_t(0));
}

void TestWavFile::resamplesVoice_data()
{
    QTest::addColumn<int>("rate");
    for (const int rate : {8'000, 16'000, 22'050, 44'100, 48'000, 96'000})
        QTest::addRow("%d", rate) << rate;
}

void TestWavFile::resamplesVoice()
{
    QFETCH(const int, rate);
    QByteArray data;
    for (const float value : test::sine(440, 0.5, 2.0, rate))
        data += sample(Pcm, 16, double(value)).repeated(2);
    const auto voice = readVoice(writeFile(u"tone.wav"_s, wav(Pcm, 2, rate, 16, data)));
    QVERIFY(voice);
    QCOMPARE(voice->size(), std::size_t(2 * sampleRate));
    const Sound ideal = test::sine(440, 0.5, 2.0);
    for (std::size_t i = sampleRate / 10; i < ideal.size() - sampleRate / 10; ++i)
        QVERIFY2(std::abs((*voice)[i] - ideal[i]) < 0.002F, qPrintable(QString::number(i)));
    // The end is complete.
    QVERIFY(test::levelOf(std::span(*voice).last(100)) > -20);
}

void TestWavFile::rejectsInvalidFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expectedError");
    const QByteArray sound(8'000, '\1');
    QTest::newRow("empty file") << QByteArray() << u"damaged"_s;
    QTest::newRow("text") << QByteArray("RIFF is what this is not about") << u"damaged"_s;
    QTest::newRow("random") << little(quint64(0x123456789abcdef)).repeated(500) << u"damaged"_s;
    QTest::newRow("half a header") << wav(Pcm, 1, 48'000, 16, sound).first(30) << u"damaged"_s;
    QTest::newRow("header only") << wav(Pcm, 1, 48'000, 16, {}) << u"is empty"_s;
    QTest::newRow("header of a long file") << wav(Pcm, 1, 48'000, 16, {}, 10'000'000) << u"is empty"_s;
    QTest::newRow("3 channels") << wav(Pcm, 3, 48'000, 16, sound) << u"3 channels"_s;
    QTest::newRow("6 channels") << wav(Pcm, 6, 48'000, 16, sound) << u"6 channels"_s;
    QTest::newRow("no channels") << wav(Pcm, 0, 48'000, 16, sound) << u"damaged"_s;
    QTest::newRow("7999 Hz") << wav(Pcm, 1, 7'999, 16, sound) << u"7999 Hz"_s;
    QTest::newRow("192001 Hz") << wav(Pcm, 1, 192'001, 16, sound) << u"192001 Hz"_s;
    QTest::newRow("2 GHz") << wav(Pcm, 1, 2'000'000'000, 16, sound) << u"2000000000 Hz"_s;
    const QByteArray aiff = QByteArray::fromHex("464f524d000000324149464641494646434f4d4d0000001200010000000200"
                                                "10400ebb80000000000000")
        + QByteArray::fromHex("53534e440000000c000000000000000001020304");
    QTest::newRow("damaged AIFF") << QByteArray(aiff).replace("AIFFAIFF", "AIFF") << QString();
    QTest::newRow("AU") << QByteArray::fromHex("2e736e640000001800000008000000030000bb800000000101020304050607ff")
                        << u"isn't a WAV file"_s;
}

void TestWavFile::rejectsInvalidFiles()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, expectedError);
    const QString path = writeFile(u"refuse\nme.wav"_s, bytes);
    const auto reader = WavReader::open(path);
    QVERIFY(!reader);
    const QString &error = reader.error();
    QVERIFY2(error.contains(expectedError), qPrintable(error));
    QVERIFY2(error.contains(u"“refuse\uFFFDme.wav”"_s), qPrintable(error));
    QVERIFY2(error.endsWith(u'.') && error.size() < 200 && !error.contains(m_folder.path()), qPrintable(error));
    const auto voice = readVoice(path);
    QVERIFY(!voice);
    QCOMPARE(voice.error(), error);
}

void TestWavFile::shortensLongNamesInErrors()
{
    const auto missing = WavReader::open(at(QString(250, u'x')));
    QVERIFY(!missing);
    QCOMPARE(missing.error(), u"The sound file “%1…” doesn't exist. Choose another one."_s.arg(QString(64, u'x')));
    QVERIFY(WavReader::open(QString()).error().contains(u"doesn't exist"_s));
    const auto folder = WavReader::open(m_folder.path());
    QVERIFY(!folder);
    QVERIFY2(folder.error().contains(u"isn't a file"_s), qPrintable(folder.error()));
}

void TestWavFile::rejectsTooLongFiles()
{
    // Sparse files take no disk space.
    const auto ofMinutes = [this](int minutes) {
        const qint64 bytes = qint64(minutes) * 60 * 8'000;
        QFile file(writeFile(u"long.wav"_s, wav(Pcm, 1, 8'000, 8, {}, bytes)));
        return file.resize(44 + bytes) ? file.fileName() : QString();
    };
    QVERIFY(WavReader::open(ofMinutes(60)));
    const auto reader = WavReader::open(ofMinutes(61));
    QVERIFY(!reader);
    QVERIFY2(reader.error().contains(u"60 minutes"_s), qPrintable(reader.error()));
    const auto voice = readVoice(ofMinutes(11));
    QVERIFY(!voice);
    QVERIFY2(voice.error().contains(u"10 minutes"_s), qPrintable(voice.error()));
}

void TestWavFile::readsTruncatedFile()
{
    QByteArray data;
    for (int i = 0; i < 1'000; ++i)
        data += little(qint16(1'000));
    const QString path = writeFile(u"cut.wav"_s, wav(Pcm, 1, 48'000, 16, data, 1'000'000));
    auto reader = WavReader::open(path);
    QVERIFY(reader);
    QVERIFY(whole(*reader) == Sound(1'000, 1'000.0F / 32'768.0F));
    QCOMPARE(readVoice(path)->size(), std::size_t(1'000));
}

void TestWavFile::doesNotBlockOnPipe()
{
#ifdef Q_OS_UNIX
    const QByteArray path = QFile::encodeName(at(u"pipe.wav"_s));
    QCOMPARE(mkfifo(path.constData(), 0600), 0);
    QVERIFY(WavReader::open(at(u"pipe.wav"_s)).error().contains(u"isn't a file"_s));
#else
    QSKIP("There are no named pipes here.");
#endif
}

ISLET_TEST(TestWavFile);
#include "tst_wavfile.moc"
