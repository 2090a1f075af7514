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
    void broadcastsPing();
    void usesDifferentNonces();
    void failsOutsideARoom();
    void answersOncePerNonce();
    void answersEachPeer();
    void limitsAnswerRate();
    void ignoresInvalidNonces_data();
    void ignoresInvalidNonces();
    void measuresRoundTrip();
    void measuresEveryPeersAnswer();
    void ignoresAnswersToOtherPings_data();
    void ignoresAnswersToOtherPings();

private:
    void hear(const Address &from, const QString &text) { m_transport->hear(from, rfc4::Chat{text, 1}); }
    QStringList sentTexts() const
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

void TestPinger::broadcastsPing()
{
    QVERIFY(m_pinger->ping());
    QCOMPARE(sentTexts().size(), 1);
    const QString text = sentTexts().first();
    QVERIFY(text.startsWith(u'\u2411'));
    bool isNumber = false;
    text.sliced(1).toULongLong(&isNumber);
    QVERIFY2(isNumber, qPrintable(text));
    QCOMPARE(m_transport->sent[0].delivery, Delivery::Reliable);
}

void TestPinger::usesDifferentNonces()
{
    QSet<QString> nonces;
    for (int i = 0; i < 20; ++i)
        QVERIFY(m_pinger->ping());
    for (const QString &text : sentTexts())
        nonces.insert(text);
    QVERIFY(nonces.size() >= 19); // two of 20 random numbers below 1,000,000,000 may collide
}

void TestPinger::failsOutsideARoom()
{
    m_adapter->setTransport(nullptr);
    const auto asked = m_pinger->ping();
    QVERIFY(!asked);
    QCOMPARE(asked.error().code, ErrorCode::NotConnected);
}

void TestPinger::answersOncePerNonce()
{
    hear(anna, u"␑42"_s);
    QCOMPARE(sentTexts(), QStringList{u"␆42 "_s + me.toLower()});
    for (int i = 0; i < 5; ++i) {
        m_clock->advance(1s);
        hear(anna, u"␑42"_s);
    }
    QCOMPARE(sentTexts().size(), 1);
    hear(anna, u"␑43"_s);
    QCOMPARE(sentTexts().size(), 2);
    QVERIFY(sentTexts().last().startsWith(u"␆43 "_s));
}

void TestPinger::answersEachPeer()
{
    hear(anna, u"␑42"_s);
    m_clock->advance(1s);
    hear(bert, u"␑42"_s); // the same number, by chance
    QCOMPARE(sentTexts().size(), 2);
}

void TestPinger::limitsAnswerRate()
{
    // Answers are broadcast: 200 pings in a second must not cause 200 answers.
    for (int i = 0; i < 200; ++i) {
        hear(anna, u"␑%1"_s.arg(i));
        m_clock->advance(5ms);
    }
    QVERIFY2(sentTexts().size() >= 2 && sentTexts().size() <= 11, qPrintable(QString::number(sentTexts().size())));
}

void TestPinger::ignoresInvalidNonces_data()
{
    QTest::addColumn<QString>("ping");
    QTest::newRow("too long") << u"␑"_s + QString(9'000, u'7');
    QTest::newRow("text") << u"␑buy my coins at http://example.org/"_s;
    QTest::newRow("markup") << u"␑<img src='http://example.org/'>"_s;
    QTest::newRow("control pictures") << u"␑␑␆␐"_s;
    QTest::newRow("space before the number") << u"␑ 42"_s;
    QTest::newRow("none") << u"␑"_s;
}

void TestPinger::ignoresInvalidNonces()
{
    QFETCH(const QString, ping);
    hear(anna, ping);
    QVERIFY(sentTexts().size() <= 1);
    // Whatever the ping contains, our answer is short and is a pong.
    for (const QString &text : sentTexts()) {
        QVERIFY2(text.size() <= 1 + 32 + 1 + 42, qPrintable(text));
        QVERIFY(text.startsWith(u'\u2406'));
        QVERIFY(text.endsWith(u' ' + me.toLower()));
    }
    m_clock->advance(1s);
    hear(anna, u"␑42"_s);
    QVERIFY(sentTexts().last().startsWith(u"␆42 "_s));
    if (ping.size() == 1 || ping[1] == u' ')
        QCOMPARE(sentTexts().size(), 1); // a ping without nonce gets no answer
}

void TestPinger::measuresRoundTrip()
{
    QSignalSpy answered(m_pinger.get(), &Pinger::answered);
    QVERIFY(m_pinger->ping());
    const QString nonce = sentTexts().first().sliced(1);
    m_clock->advance(40ms);
    hear(anna, u"␆%1 %2"_s.arg(nonce, anna.toLower()));
    QCOMPARE(answered.size(), 1);
    QCOMPARE(answered[0][0].value<Address>(), anna);
    QCOMPARE(answered[0][1].value<std::chrono::microseconds>(), 40ms);
}

void TestPinger::measuresEveryPeersAnswer()
{
    QSignalSpy answered(m_pinger.get(), &Pinger::answered);
    QVERIFY(m_pinger->ping());
    m_clock->advance(10ms);
    QVERIFY(m_pinger->ping());
    const QString first = sentTexts()[0].sliced(1);
    const QString second = sentTexts()[1].sliced(1);
    m_clock->advance(20ms);
    hear(bert, u"␆"_s + second);
    hear(anna, u"␆"_s + first);
    hear(bert, u"␆"_s + first);
    QCOMPARE(answered.size(), 3);
    QCOMPARE(answered[0][1].value<std::chrono::microseconds>(), 20ms);
    QCOMPARE(answered[1][1].value<std::chrono::microseconds>(), 30ms);
    QCOMPARE(answered[2][0].value<Address>(), bert);
}

void TestPinger::ignoresAnswersToOtherPings_data()
{
    QTest::addColumn<QString>("answer");
    QTest::newRow("to another peer's ping") << u"␆0 0xaa"_s; // our nonces are never 0
    QTest::newRow("empty") << u"␆"_s;
    QTest::newRow("a space") << u"␆ "_s;
    QTest::newRow("text") << u"␆hello"_s;
    QTest::newRow("negative") << u"␆-1"_s;
}

void TestPinger::ignoresAnswersToOtherPings()
{
    QFETCH(const QString, answer);
    QSignalSpy answered(m_pinger.get(), &Pinger::answered);
    hear(anna, answer);
    QVERIFY(m_pinger->ping());
    hear(anna, answer);
    hear(anna, u"␆"_s + sentTexts().last().sliced(1) + u"0"_s); // our nonce with another digit
    QCOMPARE(answered.size(), 0);
    QCOMPARE(sentTexts().size(), 1); // answers are not answered
}

ISLET_TEST(TestPinger);
#include "tst_pinger.moc"
