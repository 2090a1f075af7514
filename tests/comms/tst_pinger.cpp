// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/pinger.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faketransport.h"
#include "tests/support/testmain.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::FakeTransport;
using test::numberedAddress;

class TestPinger : public QObject {
    Q_OBJECT

private slots:
    void init();
    void asksEverybody();
    void noncesDiffer();
    void askingOutsideARoomFails();
    void answersOncePerNonce();
    void answersEachAsker();
    void doesNotFlood();
    void garbageNonces_data();
    void garbageNonces();
    void timesTheAnswers();
    void everybodysAnswerCounts();
    void othersAnswersAreNotOurs_data();
    void othersAnswersAreNotOurs();

private:
    void hear(const Address &from, const QString &text) { m_transport->hear(from, rfc4::Chat{text, 1}); }
    QStringList said() const
    {
        QStringList texts;
        for (const rfc4::Chat &chat : m_transport->sentOf<rfc4::Chat>())
            texts.append(chat.message);
        return texts;
    }

    const Address me = numberedAddress(0x19);
    const Address anna = numberedAddress(0xaa);
    const Address bert = numberedAddress(0xbb);
    std::unique_ptr<test::FakeClock> m_clock;
    std::unique_ptr<FakeTransport> m_transport;
    std::unique_ptr<CommsAdapter> m_adapter;
    std::unique_ptr<Pinger> m_pinger;
};

void TestPinger::init()
{
    m_pinger.reset();
    m_adapter.reset();
    m_clock = std::make_unique<test::FakeClock>();
    m_transport = std::make_unique<FakeTransport>();
    m_adapter = std::make_unique<CommsAdapter>(CommsAdapter::Limits(), m_clock->clock());
    m_pinger = std::make_unique<Pinger>(*m_adapter, me, m_clock->clock());
    m_adapter->setTransport(m_transport.get());
    m_transport->open();
}

void TestPinger::asksEverybody()
{
    QVERIFY(m_pinger->ping());
    QCOMPARE(said().size(), 1);
    const QString text = said().first();
    QVERIFY(text.startsWith(u'\u2411'));
    bool isNumber = false;
    text.sliced(1).toULongLong(&isNumber);
    QVERIFY2(isNumber, qPrintable(text));
    QCOMPARE(m_transport->sent[0].delivery, Delivery::Reliable);
}

void TestPinger::noncesDiffer()
{
    QSet<QString> nonces;
    for (int i = 0; i < 20; ++i)
        QVERIFY(m_pinger->ping());
    for (const QString &text : said())
        nonces.insert(text);
    QVERIFY(nonces.size() >= 19); // of a thousand million numbers two may meet, some day
}

void TestPinger::askingOutsideARoomFails()
{
    m_adapter->setTransport(nullptr);
    const auto asked = m_pinger->ping();
    QVERIFY(!asked);
    QCOMPARE(asked.error().code, ErrorCode::NotConnected);
}

void TestPinger::answersOncePerNonce()
{
    hear(anna, u"␑42"_s);
    QCOMPARE(said(), QStringList{u"␆42 0x1919191919191919191919191919191919191919"_s});
    for (int i = 0; i < 5; ++i) {
        m_clock->advance(1s);
        hear(anna, u"␑42"_s);
    }
    QCOMPARE(said().size(), 1);
    hear(anna, u"␑43"_s);
    QCOMPARE(said().size(), 2);
    QVERIFY(said().last().startsWith(u"␆43 "_s));
}

void TestPinger::answersEachAsker()
{
    hear(anna, u"␑42"_s);
    m_clock->advance(1s);
    hear(bert, u"␑42"_s); // by chance the same number
    QCOMPARE(said().size(), 2);
}

void TestPinger::doesNotFlood()
{
    // An answer goes to everybody: 200 questions in a second must not become 200 answers.
    for (int i = 0; i < 200; ++i) {
        hear(anna, u"␑%1"_s.arg(i));
        m_clock->advance(5ms);
    }
    QVERIFY2(said().size() >= 2 && said().size() <= 11, qPrintable(QString::number(said().size())));
}

void TestPinger::garbageNonces_data()
{
    QTest::addColumn<QString>("question");
    QTest::newRow("endless") << u"␑"_s + QString(9'000, u'7');
    QTest::newRow("text") << u"␑buy my coins at http://example.org/"_s;
    QTest::newRow("markup") << u"␑<img src='http://example.org/'>"_s;
    QTest::newRow("marks") << u"␑␑␆␐"_s;
    QTest::newRow("none, but a word") << u"␑ 42"_s;
    QTest::newRow("none") << u"␑"_s;
}

void TestPinger::garbageNonces()
{
    QFETCH(const QString, question);
    hear(anna, question);
    QVERIFY(said().size() <= 1);
    // Whatever stood in the question, what we say is short and is a pong.
    for (const QString &text : said()) {
        QVERIFY2(text.size() <= 1 + 32 + 1 + 42, qPrintable(text));
        QVERIFY(text.startsWith(u'\u2406'));
        QVERIFY(text.endsWith(u' ' + me.toLower()));
    }
    m_clock->advance(1s);
    hear(anna, u"␑42"_s);
    QVERIFY(said().last().startsWith(u"␆42 "_s));
    if (question.size() == 1 || question[1] == u' ')
        QCOMPARE(said().size(), 1); // an answer to nothing is none
}

void TestPinger::timesTheAnswers()
{
    QSignalSpy answered(m_pinger.get(), &Pinger::answered);
    QVERIFY(m_pinger->ping());
    const QString nonce = said().first().sliced(1);
    m_clock->advance(40ms);
    hear(anna, u"␆%1 %2"_s.arg(nonce, anna.toLower()));
    QCOMPARE(answered.size(), 1);
    QCOMPARE(answered[0][0].value<Address>(), anna);
    QCOMPARE(answered[0][1].value<std::chrono::microseconds>(), 40ms);
}

void TestPinger::everybodysAnswerCounts()
{
    QSignalSpy answered(m_pinger.get(), &Pinger::answered);
    QVERIFY(m_pinger->ping());
    m_clock->advance(10ms);
    QVERIFY(m_pinger->ping());
    const QString first = said()[0].sliced(1);
    const QString second = said()[1].sliced(1);
    m_clock->advance(20ms);
    hear(bert, u"␆"_s + second);
    hear(anna, u"␆"_s + first);
    hear(bert, u"␆"_s + first);
    QCOMPARE(answered.size(), 3);
    QCOMPARE(answered[0][1].value<std::chrono::microseconds>(), 20ms);
    QCOMPARE(answered[1][1].value<std::chrono::microseconds>(), 30ms);
    QCOMPARE(answered[2][0].value<Address>(), bert);
}

void TestPinger::othersAnswersAreNotOurs_data()
{
    QTest::addColumn<QString>("answer");
    QTest::newRow("of somebody else's ping") << u"␆0 0xaa"_s; // ours are never 0
    QTest::newRow("empty") << u"␆"_s;
    QTest::newRow("a space") << u"␆ "_s;
    QTest::newRow("text") << u"␆hello"_s;
    QTest::newRow("negative") << u"␆-1"_s;
}

void TestPinger::othersAnswersAreNotOurs()
{
    QFETCH(const QString, answer);
    QSignalSpy answered(m_pinger.get(), &Pinger::answered);
    hear(anna, answer);
    QVERIFY(m_pinger->ping());
    hear(anna, answer);
    hear(anna, u"␆"_s + said().last().sliced(1) + u"0"_s); // like ours, with a digit more
    QCOMPARE(answered.size(), 0);
    QCOMPARE(said().size(), 1); // and nobody answers an answer
}

ISLET_TEST(TestPinger);
#include "tst_pinger.moc"
