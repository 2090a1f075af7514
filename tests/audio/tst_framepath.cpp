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

//! What is done to each frame takes no memory, no lock, no file and writes no log: any of them may hold up the sound.
class TestFramePath : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void theGuardSeesMemory_data();
    void theGuardSeesMemory();
    void theGuardSeesTheRest_data();
    void theGuardSeesTheRest();
    void theGuardSeesThisThreadOnly();
    void sending_data();
    void sending();
    void hearing();
};

namespace {

using Action = std::function<void()>;

//! Where the compiler cannot see it, so that it does not take allocations out.
void *volatile kept = nullptr;

//! One of those who talk to the Mixer, over a line with all that can be wrong with one.
class TroubledTalker {
public:
    TroubledTalker(Listener &listener, unsigned number)
        : m_listener(&listener)
        , m_id{number}
        , m_random(number)
        , m_packetMs(lengths[number % lengths.size()])
        , m_packets(test::encodedAs(test::babble(6, number, -12), samplesIn(1ms * m_packetMs)))
    { }

    //! Each 5 ms.
    void operator()()
    {
        if (m_ms % m_packetMs == 0)
            say();
        m_ms += 5;
        if (m_random() % 400 == 0)
            m_stallMs = static_cast<int>(m_random() % 500);
        m_stallMs = std::max(m_stallMs - 5, 0);
        // What a stall held up comes in one go; without one, each by itself and now and then a little late.
        while (m_stallMs == 0 && m_sent < m_said && m_random() % 5 != 0)
            send();
    }

private:
    static constexpr std::array lengths{5, 10, 20, 20, 20, 40, 60, 120};

    void say()
    {
        const bool isPausing = m_ms % 2'000 > 1'600;
        if (!isPausing)
            ++m_said;
    }
    void send()
    {
        const auto index = static_cast<std::uint32_t>(m_sent++);
        if (m_random() % 50 == 0) // a server dropped it
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
    qsizetype m_said = 0;
    qsizetype m_sent = 0;
};

} // namespace

void TestFramePath::initTestCase()
{
    if (test::watched() == Watched::Nothing)
        QSKIP("Calls are watched on Linux with glibc only.");
    if (test::watched() == Watched::Memory)
        qInfo("A sanitizer stands in front of malloc: memory is watched through its hooks, locks and files are not.");
}

void TestFramePath::theGuardSeesMemory_data()
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

void TestFramePath::theGuardSeesMemory()
{
    QFETCH(const Action, action);
    QVERIFY(!trespassesIn(action).isEmpty());
    QCOMPARE(trespassesIn([] {}), QStringList());
}

void TestFramePath::theGuardSeesTheRest_data()
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
    row("syscall", [] { // a mutex of Qt that somebody else holds
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
    row("Qt's log", [] { qDebug("the guard is being looked at"); });
}

void TestFramePath::theGuardSeesTheRest()
{
    if (test::watched() != Watched::Everything)
        QSKIP("Only memory is watched.");
    QFETCH(const Action, action);
    QFETCH(const QString, call);
    const QStringList calls = trespassesIn(action);
    QVERIFY2(calls.contains(call), qPrintable(calls.join(u' ')));
}

void TestFramePath::theGuardSeesThisThreadOnly()
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

void TestFramePath::sending_data()
{
    QTest::addColumn<Activation>("activation");
    QTest::addRow("by key") << Activation{};
    QTest::addRow("by voice") << Activation{Activation::Kind::Voice, 9};
}

void TestFramePath::sending()
{
    QFETCH(const Activation, activation);
    VoiceSender sender(1);
    Sound said = test::mixed(test::babble(10, 1), test::noise(-60, 10));
    Sound echo = test::mixed(test::babble(10, 2), test::noise(-60, 10));
    int packets = 0;
    int pauses = 0;
    for (std::size_t at = 0; at + frameSamples <= said.size(); at += frameSamples) {
        const auto frame = std::span(said).subspan(at).first<frameSamples>();
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

//! 32 people over bad lines, who move, with all that this calls for: it is checked that it was called for.
void TestFramePath::hearing()
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
    QVERIFY(peak > 0.88F); // the limiter had to work
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
