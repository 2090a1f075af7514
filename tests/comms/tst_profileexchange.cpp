// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "profilestage.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::FakeTransport;
using test::numberedAddress;
using test::ProfileStage;

namespace {

const Address anna = numberedAddress(0xaa);
const Address bert = numberedAddress(0xbb);

} // namespace

//! Our own profile: who hears of it, and when. What is learnt of others is in tst_profilepeers.
class TestProfileExchange : public QObject {
    Q_OBJECT

private slots:
    void init() { m_stage = std::make_unique<ProfileStage>(); }

    void announcesAtTheDoor()
    {
        m_stage->exchange.tick();
        QVERIFY(m_stage->transport.sent.empty());
        m_stage->transport.open();
        QCOMPARE(m_stage->announcements().size(), 1);
        QCOMPARE(m_stage->announcements()[0].version, 5U);
        QCOMPARE(m_stage->transport.sent[0].delivery, Delivery::Reliable);
        QVERIFY(m_stage->transport.sent[0].bytes.endsWith("\x58\x64")); // protocol_version, or unity-explorer drops it
    }

    void announcesEvery5Seconds()
    {
        m_stage->transport.open();
        m_stage->goOn(4'990ms);
        QCOMPARE(m_stage->announcements().size(), 1);
        m_stage->goOn(10ms);
        QCOMPARE(m_stage->announcements().size(), 2);
        m_stage->goOn(60s);
        QCOMPARE(m_stage->announcements().size(), 2 + 12);
        QCOMPARE(m_stage->transport.sent.size(), 2 + 12); // and nothing else was said
    }

    void theTimerAnnounces()
    {
        m_stage->transport.open();
        m_stage->clock.advance(4'990ms);
        m_stage->exchange.tick();
        QCOMPARE(m_stage->announcements().size(), 1);
        m_stage->clock.advance(10ms); // when its timer comes
        QTRY_COMPARE(m_stage->announcements().size(), 2);
    }

    void announcesAChangeAtOnce()
    {
        m_stage->transport.open();
        m_stage->goOn(1s);
        m_stage->exchange.setOwn(u"Another"_s, Rgb{1, 2, 3});
        QCOMPARE(m_stage->announcements().size(), 2);
        QCOMPARE(m_stage->announcements()[1].version, 6U);
        QCOMPARE(m_stage->exchange.own().version, 6U);
        QCOMPARE(m_stage->answers().size(), 1); // or everybody would ask
        QVERIFY(std::holds_alternative<rfc4::ProfileVersion>(m_stage->transport.sent.back().message));
        QCOMPARE(m_stage->changes.size(), 1);
        QCOMPARE(m_stage->changes[0][0].value<Address>(), ProfileStage::me);
        QCOMPARE(m_stage->exchange.find(ProfileStage::me)->name, u"Another"_s);
        m_stage->goOn(4'990ms); // from then on
        QCOMPARE(m_stage->announcements().size(), 2);
        m_stage->goOn(10ms);
        QCOMPARE(m_stage->announcements().size(), 3);
    }

    void manyChangesAreToldOnceASecond()
    {
        m_stage->transport.open();
        for (int i = 0; i < 100; ++i) {
            m_stage->exchange.setOwn(u"Name %1"_s.arg(i), {});
            m_stage->goOn(20ms);
        }
        m_stage->goOn(3s);
        QCOMPARE(m_stage->answers().size(), 3);
        QVERIFY(m_stage->answers()[2].serializedProfile.contains(u"Name 99"_s));
    }

    void noChangeIsNone()
    {
        m_stage->transport.open();
        m_stage->exchange.setOwn(u"Me"_s, {});
        QCOMPARE(m_stage->exchange.own().version, 5U);
        QCOMPARE(m_stage->announcements().size(), 1);
        QCOMPARE(m_stage->changes.size(), 0);
    }

    void aChangeOutsideARoomIsToldInTheNext()
    {
        m_stage->exchange.setOwn(u"Early"_s, {});
        QCOMPARE(m_stage->exchange.own().version, 6U);
        QVERIFY(m_stage->transport.sent.empty());
        m_stage->transport.open();
        QCOMPARE(m_stage->announcements().size(), 1);
        QCOMPARE(m_stage->announcements()[0].version, 6U);
    }

    void theNextRoomHearsAtOnce()
    {
        m_stage->transport.open();
        m_stage->leave();
        m_stage->goOn(20s);
        QCOMPARE(m_stage->announcements().size(), 1);
        FakeTransport another;
        m_stage->enterAnother(another);
        QCOMPARE(another.sentOf<rfc4::ProfileVersion>().size(), 1);
        m_stage->goOn(5s);
        QCOMPARE(another.sentOf<rfc4::ProfileVersion>().size(), 2);
        QCOMPARE(m_stage->announcements().size(), 1);
    }

    void theVersionDoesNotWrap()
    {
        ProfileExchange last(m_stage->adapter, ProfileStage::me, Profile{u"a"_s, {}, 0xffffffff, false, {}});
        last.setOwn(u"b"_s, {});
        QCOMPARE(last.own().version, 0xffffffffU);
    }

    void answersForItself_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("lower-case") << ProfileStage::me.toLower();
        QTest::newRow("checksummed") << ProfileStage::me.toChecksummed();
        QTest::newRow("upper-case") << ProfileStage::me.toLower().toUpper();
    }
    void answersForItself()
    {
        QFETCH(const QString, address);
        m_stage->transport.open();
        m_stage->transport.hear(anna, rfc4::ProfileRequest{0, address});
        QCOMPARE(m_stage->answers().size(), 1);
        for (const auto &sent : m_stage->transport.sent)
            QVERIFY(!std::holds_alternative<rfc4::ProfileResponse>(sent.message)
                    || sent.delivery == Delivery::Reliable);
        const rfc4::ProfileResponse answer = m_stage->answers()[0];
        QCOMPARE(answer.baseUrl, QString());
        const auto told = Profile::parse(answer.serializedProfile.toUtf8(), ProfileStage::me);
        QVERIFY(told);
        QVERIFY(*told == m_stage->exchange.own());
    }

    void answersWhicheverVersionIsAskedFor()
    {
        m_stage->transport.open();
        for (const std::uint32_t version : {0U, 5U, 6U, 0xffffffffU}) {
            m_stage->goOn(1s);
            m_stage->transport.hear(anna, rfc4::ProfileRequest{version, ProfileStage::me.toLower()});
        }
        QCOMPARE(m_stage->answers().size(), 4);
    }

    void doesNotAnswerForOthers_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("the asker") << anna.toLower();
        QTest::newRow("a third") << bert.toLower();
        QTest::newRow("nobody") << QString();
        QTest::newRow("0x") << u"0x"_s;
        QTest::newRow("everybody") << u"*"_s;
        QTest::newRow("nearly") << ProfileStage::me.toLower() + u" "_s;
        QTest::newRow("a megabyte") << QString(1'000'000, u'1');
        QTest::newRow("hostile") << u"\x1b[2J<img src='http://127.0.0.1:1/x'>"_s;
    }
    void doesNotAnswerForOthers()
    {
        QFETCH(const QString, address);
        m_stage->transport.open();
        m_stage->transport.hear(anna, rfc4::ProfileRequest{0, address});
        m_stage->goOn(2s);
        QCOMPARE(m_stage->answers().size(), 0);
    }

    void answersOnceASecond()
    {
        m_stage->transport.open();
        const rfc4::ProfileRequest request{0, ProfileStage::me.toLower()};
        m_stage->transport.hear(anna, request);
        QCOMPARE(m_stage->answers().size(), 1);
        m_stage->goOn(300ms);
        for (int i = 0; i < 100; ++i) // one answer for them all, as it is for everybody anyway
            m_stage->transport.hear(numberedAddress(100 + i), request);
        QCOMPARE(m_stage->answers().size(), 1);
        m_stage->goOn(690ms);
        QCOMPARE(m_stage->answers().size(), 1);
        m_stage->goOn(10ms);
        QCOMPARE(m_stage->answers().size(), 2);
        m_stage->goOn(1'500ms);
        QCOMPARE(m_stage->answers().size(), 2); // none is owed any more
        m_stage->transport.hear(anna, request);
        QCOMPARE(m_stage->answers().size(), 3);
    }

    void aFloodOfRequestsIsAnsweredOnceASecond()
    {
        m_stage->transport.open();
        for (int i = 0; i < 1'000; ++i) {
            m_stage->transport.hear(anna, rfc4::ProfileRequest{0, ProfileStage::me.toLower()});
            m_stage->goOn(10ms);
        }
        QCOMPARE(m_stage->answers().size(), 11);
    }

    void theLateAnswerIsTheNewest()
    {
        m_stage->transport.open();
        m_stage->transport.hear(anna, rfc4::ProfileRequest{0, ProfileStage::me.toLower()});
        m_stage->transport.hear(bert, rfc4::ProfileRequest{0, ProfileStage::me.toLower()});
        m_stage->exchange.setOwn(u"Newest"_s, {});
        m_stage->goOn(1s);
        QCOMPARE(m_stage->answers().size(), 2);
        QVERIFY(m_stage->answers()[1].serializedProfile.contains(u"\"Newest\""_s));
        QVERIFY(m_stage->answers()[1].serializedProfile.contains(u"\"version\":6"_s));
    }

    void noAnswerIsOwedToARoomThatWasLeft()
    {
        m_stage->transport.open();
        m_stage->transport.hear(anna, rfc4::ProfileRequest{0, ProfileStage::me.toLower()});
        m_stage->transport.hear(anna, rfc4::ProfileRequest{0, ProfileStage::me.toLower()});
        m_stage->leave();
        FakeTransport another;
        m_stage->enterAnother(another);
        m_stage->goOn(2s);
        QCOMPARE(another.sentOf<rfc4::ProfileResponse>().size(), 0);
    }

private:
    std::unique_ptr<ProfileStage> m_stage;
};

ISLET_TEST(TestProfileExchange);
#include "tst_profileexchange.moc"
