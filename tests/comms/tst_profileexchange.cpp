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

//! Announcing and sending our own profile. Peers' profiles are tested in tst_profilepeers.
class TestProfileExchange : public QObject {
    Q_OBJECT

private slots:
    void init() { m_stage = std::make_unique<ProfileStage>(); }

    void announcesOnJoining()
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
        m_stage->advance(4'990ms);
        QCOMPARE(m_stage->announcements().size(), 1);
        m_stage->advance(10ms);
        QCOMPARE(m_stage->announcements().size(), 2);
        m_stage->advance(60s);
        QCOMPARE(m_stage->announcements().size(), 2 + 12);
        QCOMPARE(m_stage->transport.sent.size(), 2 + 12); // and nothing else was sent
    }

    void announcesByTimer()
    {
        m_stage->transport.open();
        m_stage->clock.advance(4'990ms);
        m_stage->exchange.tick();
        QCOMPARE(m_stage->announcements().size(), 1);
        m_stage->clock.advance(10ms); // when the timer fires
        QTRY_COMPARE(m_stage->announcements().size(), 2);
    }

    void announcesAChangeAtOnce()
    {
        m_stage->transport.open();
        m_stage->advance(1s);
        m_stage->exchange.setOwn(u"Another"_s, Rgb{1, 2, 3});
        QCOMPARE(m_stage->announcements().size(), 2);
        QCOMPARE(m_stage->announcements()[1].version, 6U);
        QCOMPARE(m_stage->exchange.own().version, 6U);
        QCOMPARE(m_stage->responses().size(), 1); // or every peer would ask
        QVERIFY(std::holds_alternative<rfc4::ProfileVersion>(m_stage->transport.sent.back().message));
        QCOMPARE(m_stage->changes.size(), 1);
        QCOMPARE(m_stage->changes[0][0].value<Address>(), ProfileStage::me);
        QCOMPARE(m_stage->exchange.find(ProfileStage::me)->name, u"Another"_s);
        m_stage->advance(4'990ms); // the interval starts over
        QCOMPARE(m_stage->announcements().size(), 2);
        m_stage->advance(10ms);
        QCOMPARE(m_stage->announcements().size(), 3);
    }

    void sendsChangesOnceASecond()
    {
        m_stage->transport.open();
        for (int i = 0; i < 100; ++i) {
            m_stage->exchange.setOwn(u"Name %1"_s.arg(i), {});
            m_stage->advance(20ms);
        }
        m_stage->advance(3s);
        QCOMPARE(m_stage->responses().size(), 3);
        QVERIFY(m_stage->responses()[2].serializedProfile.contains(u"Name 99"_s));
    }

    void ignoresUnchangedProfile()
    {
        m_stage->transport.open();
        m_stage->exchange.setOwn(u"Me"_s, {});
        QCOMPARE(m_stage->exchange.own().version, 5U);
        QCOMPARE(m_stage->announcements().size(), 1);
        QCOMPARE(m_stage->changes.size(), 0);
    }

    void announcesEarlierChangeOnJoining()
    {
        m_stage->exchange.setOwn(u"Early"_s, {});
        QCOMPARE(m_stage->exchange.own().version, 6U);
        QVERIFY(m_stage->transport.sent.empty());
        m_stage->transport.open();
        QCOMPARE(m_stage->announcements().size(), 1);
        QCOMPARE(m_stage->announcements()[0].version, 6U);
    }

    void announcesAtOnceInNextRoom()
    {
        m_stage->transport.open();
        m_stage->leave();
        m_stage->advance(20s);
        QCOMPARE(m_stage->announcements().size(), 1);
        FakeTransport next;
        m_stage->joinAnother(next);
        QCOMPARE(next.sentOf<rfc4::ProfileVersion>().size(), 1);
        m_stage->advance(5s);
        QCOMPARE(next.sentOf<rfc4::ProfileVersion>().size(), 2);
        QCOMPARE(m_stage->announcements().size(), 1);
    }

    void versionDoesNotWrap()
    {
        ProfileExchange last(m_stage->adapter, ProfileStage::me, Profile{u"a"_s, {}, 0xffffffff, false, {}});
        last.setOwn(u"b"_s, {});
        QCOMPARE(last.own().version, 0xffffffffU);
    }

    void answersRequestsForOwnProfile_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("lower-case") << ProfileStage::me.toLower();
        QTest::newRow("checksummed") << ProfileStage::me.toChecksummed();
        QTest::newRow("upper-case") << ProfileStage::me.toLower().toUpper();
    }
    void answersRequestsForOwnProfile()
    {
        QFETCH(const QString, address);
        m_stage->transport.open();
        m_stage->transport.hear(anna, rfc4::ProfileRequest{0, address});
        QCOMPARE(m_stage->responses().size(), 1);
        for (const auto &sent : m_stage->transport.sent)
            QVERIFY(!std::holds_alternative<rfc4::ProfileResponse>(sent.message)
                    || sent.delivery == Delivery::Reliable);
        const rfc4::ProfileResponse response = m_stage->responses()[0];
        QCOMPARE(response.baseUrl, QString());
        const auto sentProfile = Profile::parse(response.serializedProfile.toUtf8(), ProfileStage::me);
        QVERIFY(sentProfile);
        QVERIFY(*sentProfile == m_stage->exchange.own());
    }

    void answersAnyRequestedVersion()
    {
        m_stage->transport.open();
        for (const std::uint32_t version : {0U, 5U, 6U, 0xffffffffU}) {
            m_stage->advance(1s);
            m_stage->transport.hear(anna, rfc4::ProfileRequest{version, ProfileStage::me.toLower()});
        }
        QCOMPARE(m_stage->responses().size(), 4);
    }

    void ignoresRequestsForOthers_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("the requester") << anna.toLower();
        QTest::newRow("a third") << bert.toLower();
        QTest::newRow("empty") << QString();
        QTest::newRow("0x") << u"0x"_s;
        QTest::newRow("wildcard") << u"*"_s;
        QTest::newRow("trailing space") << ProfileStage::me.toLower() + u" "_s;
        QTest::newRow("a megabyte") << QString(1'000'000, u'1');
        QTest::newRow("hostile") << u"\x1b[2J<img src='http://127.0.0.1:1/x'>"_s;
    }
    void ignoresRequestsForOthers()
    {
        QFETCH(const QString, address);
        m_stage->transport.open();
        m_stage->transport.hear(anna, rfc4::ProfileRequest{0, address});
        m_stage->advance(2s);
        QCOMPARE(m_stage->responses().size(), 0);
    }

    void answersAtMostOnceASecond()
    {
        m_stage->transport.open();
        const rfc4::ProfileRequest request{0, ProfileStage::me.toLower()};
        m_stage->transport.hear(anna, request);
        QCOMPARE(m_stage->responses().size(), 1);
        m_stage->advance(300ms);
        for (int i = 0; i < 100; ++i) // one answer for all: it is broadcast anyway
            m_stage->transport.hear(numberedAddress(100 + i), request);
        QCOMPARE(m_stage->responses().size(), 1);
        m_stage->advance(690ms);
        QCOMPARE(m_stage->responses().size(), 1);
        m_stage->advance(10ms);
        QCOMPARE(m_stage->responses().size(), 2);
        m_stage->advance(1'500ms);
        QCOMPARE(m_stage->responses().size(), 2); // none is pending
        m_stage->transport.hear(anna, request);
        QCOMPARE(m_stage->responses().size(), 3);
    }

    void limitsAnswersUnderFlood()
    {
        m_stage->transport.open();
        for (int i = 0; i < 1'000; ++i) {
            m_stage->transport.hear(anna, rfc4::ProfileRequest{0, ProfileStage::me.toLower()});
            m_stage->advance(10ms);
        }
        QCOMPARE(m_stage->responses().size(), 11);
    }

    void delayedAnswerIsUpToDate()
    {
        m_stage->transport.open();
        m_stage->transport.hear(anna, rfc4::ProfileRequest{0, ProfileStage::me.toLower()});
        m_stage->transport.hear(bert, rfc4::ProfileRequest{0, ProfileStage::me.toLower()});
        m_stage->exchange.setOwn(u"Newest"_s, {});
        m_stage->advance(1s);
        QCOMPARE(m_stage->responses().size(), 2);
        QVERIFY(m_stage->responses()[1].serializedProfile.contains(u"\"Newest\""_s));
        QVERIFY(m_stage->responses()[1].serializedProfile.contains(u"\"version\":6"_s));
    }

    void dropsPendingAnswerOnLeaving()
    {
        m_stage->transport.open();
        m_stage->transport.hear(anna, rfc4::ProfileRequest{0, ProfileStage::me.toLower()});
        m_stage->transport.hear(anna, rfc4::ProfileRequest{0, ProfileStage::me.toLower()});
        m_stage->leave();
        FakeTransport next;
        m_stage->joinAnother(next);
        m_stage->advance(2s);
        QCOMPARE(next.sentOf<rfc4::ProfileResponse>().size(), 0);
    }

private:
    std::unique_ptr<ProfileStage> m_stage;
};

ISLET_TEST(TestProfileExchange);
#include "tst_profileexchange.moc"
