// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/voicesender.h"
#include "listener.h"
#include "tests/support/framepathguard.h"
#include "tests/support/testmain.h"
#include "voicepackets.h"

#include <QDebug>
#include <QFile>
#include <QMutex>
#include <QTest>

#include <condition_variable>
#include <mutex>
#include <shared_mutex>

using namespace islet;
using namespace std::chrono_literals;
using test::Listener;
using test::Sound;
using test::trespassesIn;
using test::Watched;

//! The frame path must not allocate, lock, touch files or write a log: any of them could interrupt the sound.
class TestFramePath : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void guardDetectsAllocations_data();
    void guardDetectsAllocations();
    void guardDetectsLocksFilesAndLogs_data();
    void guardDetectsLocksFilesAndLogs();
    void guardIgnoresOtherThreads();
    void sendsWithoutBlockingCalls_data();
    void sendsWithoutBlockingCalls();
    void rendersWithoutBlockingCalls();
};

namespace {

using Action = std::function<void()>;

//! Volatile, so that the compiler does not remove the allocations.
void *volatile kept = nullptr;

//! A talker on a connection with every kind of network trouble.
class TroubledTalker {
public:
    TroubledTalker(Listener &listener, unsigned number)
        : m_listener(&listener)
        , m_id{number}
        , m_random(number)
        , m_packetMs(lengths[number % lengths.size()])
        , m_packets(test::encodedAs(test::babble(6, number, -12), samplesIn(1ms * m_packetMs)))
    { }

    //! Call every 5 ms.
    void operator()()
    {
        if (m_ms % m_packetMs == 0)
            speak();
        m_ms += 5;
        if (m_random() % 400 == 0)
            m_stallMs = static_cast<int>(m_random() % 500);
        m_stallMs = std::max(m_stallMs - 5, 0);
        // Packets delayed by a stall arrive at once; otherwise each by itself, sometimes a little late.
        while (m_stallMs == 0 && m_sent < m_spoken && m_random() % 5 != 0)
            send();
    }

private:
    static constexpr std::array lengths{5, 10, 20, 20, 20, 40, 60, 120};

    void speak()
    {
        const bool isPausing = m_ms % 2'000 > 1'600;
        if (!isPausing)
            ++m_spoken;
    }
    void send()
    {
        const auto index = static_cast<std::uint32_t>(m_sent++);
        if (m_random() % 50 == 0) // dropped by a server
            return;
        const QByteArray &packet = m_packets[index % m_packets.size()];
        m_listener->mixer.receive(m_id, index, m_random() % 200 == 0 ? QByteArray("?!") : packet, m_listener->now);
    }

    Listener *m_listener;
    SpeakerId m_id;
    std::mt19937 m_random;
    int m_packetMs;
    QList<QByteArray> m_packets;
    int m_ms = 0;
    int m_stallMs = 0;
    qsizetype m_spoken = 0;
    qsizetype m_sent = 0;
};

} // namespace

void TestFramePath::initTestCase()
{
    if (test::watched() == Watched::Nothing)
        QSKIP("Calls are only intercepted on Linux with glibc.");
    if (test::watched() == Watched::Memory)
        qInfo("A sanitizer replaces malloc: memory is watched through its hooks, locks and files are not.");
}

void TestFramePath::guardDetectsAllocations_data()
{
    QTest::addColumn<Action>("action");
    const auto row = [](const char *what, const Action &action) { QTest::addRow("%s", what) << action; };
    row("malloc", [] {
        kept = std::malloc(100);
        std::free(kept);
    });
    row("calloc", [] {
        kept = std::calloc(10, 10);
        std::free(kept);
    });
    row("realloc", [] {
        kept = std::realloc(nullptr, 100);
        std::free(kept);
    });
    row("aligned_alloc", [] {
        kept = std::aligned_alloc(64, 128);
        std::free(kept);
    });
    row("new", [] {
        auto *const number = new int(5);
        kept = number;
        delete number;
    });
    row("QByteArray", [] { kept = QByteArray(100, 'x').data(); });
    row("free alone", [memory = std::malloc(10)] { std::free(memory); });
}

void TestFramePath::guardDetectsAllocations()
{
    QFETCH(const Action, action);
    QVERIFY(!trespassesIn(action).isEmpty());
    QCOMPARE(trespassesIn([] {}), QStringList());
}

void TestFramePath::guardDetectsLocksFilesAndLogs_data()
{
    QTest::addColumn<Action>("action");
    QTest::addColumn<QString>("call");
    const auto row = [](const char *call, const Action &action) {
        QTest::addRow("%s", call) << action << QString::fromLatin1(call);
    };
    static std::mutex mutex;
    static std::shared_mutex shared;
    static std::condition_variable condition;
    row("pthread_mutex_lock", [] { const std::lock_guard lock(mutex); });
    row("pthread_mutex_trylock", [] {
        if (mutex.try_lock())
            mutex.unlock();
    });
    row("pthread_rwlock_rdlock", [] { const std::shared_lock lock(shared); });
    row("pthread_rwlock_wrlock", [] { const std::unique_lock lock(shared); });
    row("pthread_cond_broadcast", [] { condition.notify_all(); });
    row("pthread_cond_signal", [] { condition.notify_one(); });
    row("syscall", [] { // a Qt mutex held by someone else
        static QMutex held;
        held.lock();
        if (held.tryLock(1))
            held.unlock();
        held.unlock();
    });
    row("open64", [] { QFile(QStringLiteral(ISLET_SOURCE "/README.md")).open(QIODevice::ReadOnly); });
    row("fopen", [] {
        if (FILE *file = std::fopen("/dev/null", "w"))
            std::fclose(file);
    });
    row("fprintf", [] { std::fprintf(stderr, "%.0d", 0); });
    row("Qt's log", [] { qDebug("checks that the guard detects logging"); });
}

void TestFramePath::guardDetectsLocksFilesAndLogs()
{
    if (test::watched() != Watched::Everything)
        QSKIP("Only memory is watched.");
    QFETCH(const Action, action);
    QFETCH(const QString, call);
    const QStringList calls = trespassesIn(action);
    QVERIFY2(calls.contains(call), qPrintable(calls.join(u' ')));
}

void TestFramePath::guardIgnoresOtherThreads()
{
    std::atomic<bool> isOver = false;
    std::thread other([&] {
        while (!isOver) {
            kept = std::malloc(100);
            std::free(kept);
        }
    });
    QCOMPARE(trespassesIn([] {
                 volatile float sum = 0;
                 for (int i = 0; i < 1'000'000; ++i)
                     sum = sum + 1;
             }),
             QStringList());
    isOver = true;
    other.join();
}

void TestFramePath::sendsWithoutBlockingCalls_data()
{
    QTest::addColumn<Activation>("activation");
    QTest::addRow("push-to-talk") << Activation{};
    QTest::addRow("voice activation") << Activation{Activation::Kind::Voice, 9};
}

void TestFramePath::sendsWithoutBlockingCalls()
{
    QFETCH(const Activation, activation);
    VoiceSender sender(1);
    Sound speech = test::mixed(test::babble(10, 1), test::noise(-60, 10));
    Sound echo = test::mixed(test::babble(10, 2), test::noise(-60, 10));
    int packets = 0;
    int pauses = 0;
    for (std::size_t at = 0; at + frameSamples <= speech.size(); at += frameSamples) {
        const auto frame = std::span(speech).subspan(at).first<frameSamples>();
        const auto played = std::span(echo).subspan(at).first<frameSamples>();
        const auto turn = at / frameSamples;
        const Processing processing{turn % 200 < 150, turn % 180 < 150, turn % 160 < 150};
        QCOMPARE(trespassesIn([&] {
                     sender.set(activation);
                     if (turn % 50 == 0)
                         sender.setTalking(turn % 100 == 0);
                     if (turn % 120 == 0)
                         sender.setMuted(turn % 240 != 0);
                     sender.set(turn < 200 ? Processing{} : processing);
                     sender.process(frame, played) ? ++packets : ++pauses;
                 }),
                 QStringList());
    }
    QVERIFY(packets > 50 && pauses > 50);
}

//! 32 moving speakers on bad connections; the final checks prove that concealment, compression and stretching all ran.
void TestFramePath::rendersWithoutBlockingCalls()
{
    Listener listener;
    std::vector<TroubledTalker> talkers;
    for (unsigned i = 0; i < 32; ++i)
        talkers.emplace_back(listener, i);
    int tapped = 0;
    listener.mixer.setTap([&](SpeakerId, std::span<const float>) { ++tapped; });
    Sound piece(2 * pieceSamples);
    float peak = 0;
    for (int turn = 0; turn < 30 * 200; ++turn) {
        for (TroubledTalker &talker : talkers)
            talker();
        if (turn % 20 == 0)
            listener.mixer.place(SpeakerId{unsigned(turn / 20) % 32}, {float(turn / 20 % 5), float(turn / 20 % 3) - 1});
        if (turn % 500 == 0)
            std::ranges::for_each(allCues, [&](Cue cue) { listener.mixer.playCue(cue); });
        listener.mixer.setDeafened(turn % 1'000 > 900);
        const QStringList trespasses = trespassesIn([&] { listener.mixer.render(piece, listener.now); });
        QCOMPARE(trespasses, QStringList());
        peak = std::max(peak, std::ranges::max(piece));
        listener.now += 5ms;
    }
    QVERIFY(peak > 0.88F); // the limiter was active
    QVERIFY(tapped > 32 * 1'000);
    SpeakerStats all;
    for (const SpeakerStats &stats : listener.mixer.stats()) {
        all.concealedMs += stats.concealedMs;
        all.compressedMs += stats.compressedMs;
        all.stretchedMs += stats.stretchedMs;
        all.refused += stats.refused;
    }
    QVERIFY(all.concealedMs > 1'000);
    QVERIFY(all.compressedMs > 1'000);
    QVERIFY(all.stretchedMs > 50);
    QVERIFY(all.refused > 10);
}

ISLET_TEST(TestFramePath);

#include "tst_framepath.moc"
