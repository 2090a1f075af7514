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

//! Requesting and storing peers' profiles.
class TestProfilePeers : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_stage = std::make_unique<ProfileStage>();
        m_stage->transport.open();
    }

    void requestsAnyVersionFromUnknownPeers()
    {
        emit m_stage->transport.peerJoined(anna);
        m_stage->advance(1s);
        QCOMPARE(m_stage->requests().size(), 0); // not before a sign of life
        m_stage->signOfLife(anna);
        m_stage->advance(10ms);
        QCOMPARE(m_stage->requests().size(), 1);
        QVERIFY(m_stage->requests()[0] == (rfc4::ProfileRequest{0, anna.toLower()}));
        QCOMPARE(m_stage->transport.sent.back().delivery, Delivery::Unreliable);
    }

    void requestsByTimer()
    {
        m_stage->signOfLife(anna);
        QCOMPARE(m_stage->requests().size(), 0);
        QTRY_COMPARE(m_stage->requests().size(), 1);
    }

    void requestsAnnouncedVersion()
    {
        m_stage->transport.hear(anna, rfc4::ProfileVersion{7}); // a sign of life too
        m_stage->advance(5s);
        QCOMPARE(m_stage->requests().size(), 1);
        QVERIFY(m_stage->requests()[0] == (rfc4::ProfileRequest{7, anna.toLower()}));
    }

    void storesResponse()
    {
        m_stage->signOfLife(anna);
        m_stage->advance(10ms);
        QVERIFY(!m_stage->exchange.find(anna));
        respond(anna, 3, u"Anna"_s);
        QCOMPARE(m_stage->changes.size(), 1);
        QCOMPARE(m_stage->changes[0][0].value<Address>(), anna);
        QCOMPARE(nameOf(anna), u"Anna"_s);
        for (int i = 0; i < 300; ++i) {
            m_stage->signOfLife(anna);
            m_stage->transport.hear(anna, rfc4::ProfileVersion{3});
            m_stage->advance(1s);
        }
        QCOMPARE(m_stage->requests().size(), 1); // and no more
    }

    void replacesWithNewerVersion()
    {
        learn(anna, 3, u"Anna"_s);
        m_stage->advance(10s);
        m_stage->transport.hear(anna, rfc4::ProfileVersion{4});
        m_stage->advance(10ms);
        QCOMPARE(m_stage->requests().size(), 2);
        QCOMPARE(m_stage->requests()[1].version, 4U);
        respond(anna, 4, u"Annabel"_s);
        QCOMPARE(nameOf(anna), u"Annabel"_s);
        QCOMPARE(m_stage->changes.size(), 2);
    }

    void ignoresOlderVersions()
    {
        learn(anna, 3, u"Anna"_s);
        m_stage->advance(10s);
        m_stage->transport.hear(anna, rfc4::ProfileVersion{3});
        m_stage->transport.hear(anna, rfc4::ProfileVersion{2});
        respond(anna, 3, u"Twin"_s);
        respond(anna, 2, u"Older"_s);
        m_stage->advance(20s);
        QCOMPARE(nameOf(anna), u"Anna"_s);
        QCOMPARE(m_stage->changes.size(), 1);
        QCOMPARE(m_stage->exchange.counters().outdated, 2U);
        QCOMPARE(m_stage->requests().size(), 1);
    }

    void rejectsProfilesOfOthers()
    {
        m_stage->transport.hear(bert, ProfileStage::responseOf(anna, 9, u"Not Anna"_s));
        QVERIFY(!m_stage->exchange.find(anna));
        QVERIFY(!m_stage->exchange.find(bert));
        QCOMPARE(m_stage->exchange.counters().refused, 1U);
        const QString sentence = m_stage->exchange.counters().lastRefusal;
        QVERIFY2(sentence.contains(bert.toShort()) && sentence.endsWith(u'.'), qPrintable(sentence));
        QCOMPARE(m_stage->changes.size(), 0);
        // the same for our own profile
        m_stage->transport.hear(ProfileStage::me, ProfileStage::responseOf(ProfileStage::me, 99, u"Not me"_s));
        QCOMPARE(m_stage->exchange.find(ProfileStage::me)->name, u"Me"_s);
        QCOMPARE(m_stage->exchange.own().version, 5U);
    }

    void countsMalformedResponses()
    {
        m_stage->transport.hear(anna, rfc4::ProfileResponse{u"<html>"_s, u"http://127.0.0.1:1/"_s});
        m_stage->transport.hear(anna, rfc4::ProfileResponse{QString(70'000, u'['), QString()});
        QCOMPARE(m_stage->exchange.counters().refused, 2U);
        m_stage->advance(1s);
        respond(anna, 1, u"Anna"_s);
        QCOMPARE(nameOf(anna), u"Anna"_s);
    }

    void backsOffFromUnresponsivePeers()
    {
        QList<int> seconds; // times of the requests
        for (int second = 0; second <= 260; ++second) {
            m_stage->signOfLife(anna);
            m_stage->transport.hear(anna, rfc4::ProfileVersion{0}); // like unity-explorer, which answers no one
            if (qsizetype(m_stage->requests().size()) > seconds.size())
                seconds.append(second);
            m_stage->advance(1s);
            if (qsizetype(m_stage->requests().size()) > seconds.size())
                seconds.append(second + 1);
        }
        QCOMPARE(seconds, (QList<int>{0, 10, 30, 70, 130, 190, 250}));
    }

    void stopsRequestingFromSilentPeers()
    {
        m_stage->signOfLife(anna);
        m_stage->signOfLife(anna);
        m_stage->advance(600s);
        QCOMPARE(m_stage->requests().size(), 1);
    }

    void newVersionShortensBackOff()
    {
        for (int second = 0; second < 80; ++second) { // requests at 0, 10, 30 and 70 s; the next is due at 130 s
            m_stage->signOfLife(anna);
            m_stage->advance(1s);
        }
        QCOMPARE(m_stage->requests().size(), 4);
        m_stage->transport.hear(anna, rfc4::ProfileVersion{2});
        m_stage->advance(10ms);
        QCOMPARE(m_stage->requests().size(), 5);
        QCOMPARE(m_stage->requests()[4].version, 2U);
        for (std::uint32_t version = 3; version < 203; ++version) { // counting up endlessly has no effect
            m_stage->transport.hear(anna, rfc4::ProfileVersion{version});
            m_stage->advance(50ms);
        }
        QCOMPARE(m_stage->requests().size(), 6); // the second one 10 s later
    }

    void backsOffFromPeersThatOverstateTheirVersion()
    {
        learn(anna, 3, u"Anna"_s);
        for (int second = 0; second < 300; ++second) {
            m_stage->transport.hear(anna, rfc4::ProfileVersion{8});
            respond(anna, 3, u"Anna"_s);
            m_stage->advance(1s);
        }
        const auto requestCount = m_stage->requests().size();
        QVERIFY2(requestCount >= 5 && requestCount <= 9, qPrintable(QString::number(requestCount)));
    }

    void requestsInOrderTenASecond()
    {
        constexpr int crowd = 1'000;
        for (int i = 0; i < crowd; ++i)
            m_stage->signOfLife(numberedAddress(1'000 + i));
        m_stage->advance(1s);
        QVERIFY(m_stage->requests().size() >= 10 && m_stage->requests().size() <= 11);
        m_stage->advance(100s);
        const auto requests = m_stage->requests();
        QCOMPARE(requests.size(), crowd);
        for (int i = 0; i < crowd; ++i)
            QCOMPARE(requests[static_cast<std::size_t>(i)].address, numberedAddress(1'000 + i).toLower());
    }

    void dropsRequestsToPeersThatLeft()
    {
        for (int i = 0; i < 50; ++i)
            m_stage->signOfLife(numberedAddress(1'000 + i));
        for (int i = 1; i < 50; ++i)
            emit m_stage->transport.peerLeft(numberedAddress(1'000 + i));
        m_stage->advance(60s);
        QCOMPARE(m_stage->requests().size(), 1);
    }

    void dropsRequestsAnsweredToOthers()
    {
        for (int i = 0; i < 50; ++i)
            m_stage->signOfLife(numberedAddress(1'000 + i));
        for (int i = 0; i < 50; ++i) // responses are broadcast
            respond(numberedAddress(1'000 + i), 1, u"n%1"_s.arg(i));
        m_stage->advance(60s);
        QCOMPARE(m_stage->requests().size(), 0);
        QCOMPARE(nameOf(numberedAddress(1'049)), u"n49"_s);
    }

    void limitsResponsesPerPeer()
    {
        const rfc4::ProfileResponse big{u"{\"version\":1,\"x\":\""_s + QString(60'000, u'x') + u"\"}"_s, QString()};
        for (int i = 0; i < 100; ++i)
            m_stage->transport.hear(anna, big);
        QCOMPARE(m_stage->exchange.counters().taken, 1U);
        QCOMPARE(m_stage->exchange.counters().outdated, 1U);
        QCOMPARE(m_stage->exchange.counters().tooFast, 98U);
        respond(bert, 1, u"Bert"_s); // other peers are not affected
        QCOMPARE(nameOf(bert), u"Bert"_s);
        m_stage->advance(1s);
        respond(anna, 2, u"Anna"_s);
        QCOMPARE(nameOf(anna), u"Anna"_s);
    }

    void keepsProfilesAcrossRooms()
    {
        learn(anna, 3, u"Anna"_s);
        m_stage->signOfLife(bert);
        m_stage->leave();
        QCOMPARE(nameOf(anna), u"Anna"_s);
        FakeTransport next;
        m_stage->joinAnother(next);
        next.hear(anna, rfc4::ProfileVersion{3});
        m_stage->advance(20s);
        QCOMPARE(next.sentOf<rfc4::ProfileRequest>().size(), 0); // and none to Bert, who is absent
        next.hear(anna, rfc4::ProfileVersion{4});
        m_stage->advance(10ms);
        QCOMPARE(next.sentOf<rfc4::ProfileRequest>().size(), 1);
    }

    void evictsPeerThatLeftFirst()
    {
        learn(anna, 1, u"Anna"_s); // stays
        for (int i = 0; i < ProfileExchange::maxProfiles - 1; ++i) {
            learn(numberedAddress(1'000 + i), 1, u"n%1"_s.arg(i));
            emit m_stage->transport.peerLeft(numberedAddress(1'000 + i));
        }
        QVERIFY(m_stage->exchange.find(anna) && m_stage->exchange.find(numberedAddress(1'000 + 0)));
        learn(bert, 1, u"Bert"_s);
        QVERIFY(!m_stage->exchange.find(numberedAddress(1'000 + 0)));
        QVERIFY(m_stage->exchange.find(numberedAddress(1'000 + 1)));
        QCOMPARE(nameOf(anna), u"Anna"_s);
        QCOMPARE(nameOf(bert), u"Bert"_s);
    }

    void limitsExplicitRequests()
    {
        QVERIFY(m_stage->exchange.ask(anna)); // even if absent
        QCOMPARE(m_stage->requests().size(), 1);
        for (int i = 0; i < 90; ++i) {
            QVERIFY(m_stage->exchange.ask(anna));
            m_stage->advance(100ms);
        }
        QCOMPARE(m_stage->requests().size(), 1);
        m_stage->advance(1s);
        QCOMPARE(m_stage->requests().size(), 2);
        learn(bert, 1, u"Bert"_s);
        const auto before = m_stage->requests().size();
        m_stage->advance(10s);
        QVERIFY(m_stage->exchange.ask(bert));
        QVERIFY(m_stage->exchange.ask(ProfileStage::me));
        m_stage->advance(10s);
        QCOMPARE(m_stage->requests().size(), before);
        m_stage->leave();
        const auto requested = m_stage->exchange.ask(anna);
        QVERIFY(!requested && requested.error().code == ErrorCode::NotConnected);
    }

private:
    void respond(const Address &who, std::uint32_t version, const QString &name)
    {
        m_stage->transport.hear(who, ProfileStage::responseOf(who, version, name));
    }
    //! Gives a sign of life, waits for the request and responds.
    void learn(const Address &who, std::uint32_t version, const QString &name)
    {
        m_stage->signOfLife(who);
        m_stage->advance(100ms);
        respond(who, version, name);
    }
    QString nameOf(const Address &who) const
    {
        const Profile *known = m_stage->exchange.find(who);
        return known ? known->name : QString();
    }

    std::unique_ptr<ProfileStage> m_stage;
};

ISLET_TEST(TestProfilePeers);
#include "tst_profilepeers.moc"
