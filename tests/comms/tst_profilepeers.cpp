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

//! Who is asked for their profile, how often, and what is made of the answers.
class TestProfilePeers : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_stage = std::make_unique<ProfileStage>();
        m_stage->transport.open();
    }

    void strangersAreAskedForAnything()
    {
        emit m_stage->transport.peerJoined(anna);
        m_stage->goOn(1s);
        QCOMPARE(m_stage->requests().size(), 0); // not before a sign of life
        m_stage->live(anna);
        m_stage->goOn(10ms);
        QCOMPARE(m_stage->requests().size(), 1);
        QVERIFY(m_stage->requests()[0] == (rfc4::ProfileRequest{0, anna.toLower()}));
        QCOMPARE(m_stage->transport.sent.back().delivery, Delivery::Unreliable);
    }

    void theTimerAsks()
    {
        m_stage->live(anna);
        QCOMPARE(m_stage->requests().size(), 0);
        QTRY_COMPARE(m_stage->requests().size(), 1);
    }

    void anAnnouncedVersionIsAskedFor()
    {
        m_stage->transport.hear(anna, rfc4::ProfileVersion{7}); // a sign of life too
        m_stage->goOn(5s);
        QCOMPARE(m_stage->requests().size(), 1);
        QVERIFY(m_stage->requests()[0] == (rfc4::ProfileRequest{7, anna.toLower()}));
    }

    void anAnswerBecomesKnown()
    {
        m_stage->live(anna);
        m_stage->goOn(10ms);
        QVERIFY(!m_stage->exchange.find(anna));
        answer(anna, 3, u"Anna"_s);
        QCOMPARE(m_stage->changes.size(), 1);
        QCOMPARE(m_stage->changes[0][0].value<Address>(), anna);
        QCOMPARE(nameOf(anna), u"Anna"_s);
        for (int i = 0; i < 300; ++i) {
            m_stage->live(anna);
            m_stage->transport.hear(anna, rfc4::ProfileVersion{3});
            m_stage->goOn(1s);
        }
        QCOMPARE(m_stage->requests().size(), 1); // and never again
    }

    void aNewerVersionIsAskedForAndReplaces()
    {
        know(anna, 3, u"Anna"_s);
        m_stage->goOn(10s);
        m_stage->transport.hear(anna, rfc4::ProfileVersion{4});
        m_stage->goOn(10ms);
        QCOMPARE(m_stage->requests().size(), 2);
        QCOMPARE(m_stage->requests()[1].version, 4U);
        answer(anna, 4, u"Annabel"_s);
        QCOMPARE(nameOf(anna), u"Annabel"_s);
        QCOMPARE(m_stage->changes.size(), 2);
    }

    void whatIsNotNewerIsIgnored()
    {
        know(anna, 3, u"Anna"_s);
        m_stage->goOn(10s);
        m_stage->transport.hear(anna, rfc4::ProfileVersion{3});
        m_stage->transport.hear(anna, rfc4::ProfileVersion{2});
        answer(anna, 3, u"Twin"_s);
        answer(anna, 2, u"Older"_s);
        m_stage->goOn(20s);
        QCOMPARE(nameOf(anna), u"Anna"_s);
        QCOMPARE(m_stage->changes.size(), 1);
        QCOMPARE(m_stage->exchange.counters().outdated, 2U);
        QCOMPARE(m_stage->requests().size(), 1);
    }

    void nobodySpeaksForAnother()
    {
        m_stage->transport.hear(bert, ProfileStage::responseOf(anna, 9, u"Not Anna"_s));
        QVERIFY(!m_stage->exchange.find(anna));
        QVERIFY(!m_stage->exchange.find(bert));
        QCOMPARE(m_stage->exchange.counters().refused, 1U);
        const QString sentence = m_stage->exchange.counters().lastRefusal;
        QVERIFY2(sentence.contains(bert.toShort()) && sentence.endsWith(u'.'), qPrintable(sentence));
        QCOMPARE(m_stage->changes.size(), 0);
        // nor for us
        m_stage->transport.hear(ProfileStage::me, ProfileStage::responseOf(ProfileStage::me, 99, u"Not me"_s));
        QCOMPARE(m_stage->exchange.find(ProfileStage::me)->name, u"Me"_s);
        QCOMPARE(m_stage->exchange.own().version, 5U);
    }

    void rubbishIsCountedAndHarmless()
    {
        m_stage->transport.hear(anna, rfc4::ProfileResponse{u"<html>"_s, u"http://127.0.0.1:1/"_s});
        m_stage->transport.hear(anna, rfc4::ProfileResponse{QString(70'000, u'['), QString()});
        QCOMPARE(m_stage->exchange.counters().refused, 2U);
        m_stage->goOn(1s);
        answer(anna, 1, u"Anna"_s);
        QCOMPARE(nameOf(anna), u"Anna"_s);
    }

    void whoDoesNotAnswerIsAskedLessAndLess()
    {
        QList<int> seconds; // at which they were asked
        for (int second = 0; second <= 260; ++second) {
            m_stage->live(anna);
            m_stage->transport.hear(anna, rfc4::ProfileVersion{0}); // as unity-explorer, which answers nobody
            if (qsizetype(m_stage->requests().size()) > seconds.size())
                seconds.append(second);
            m_stage->goOn(1s);
            if (qsizetype(m_stage->requests().size()) > seconds.size())
                seconds.append(second + 1);
        }
        QCOMPARE(seconds, (QList<int>{0, 10, 30, 70, 130, 190, 250}));
    }

    void whoFellSilentIsAskedNoMore()
    {
        m_stage->live(anna);
        m_stage->live(anna);
        m_stage->goOn(600s);
        QCOMPARE(m_stage->requests().size(), 1);
    }

    void aChangeDoesNotWaitForALongPause()
    {
        for (int second = 0; second < 80; ++second) { // asked at 0, 10, 30 and 70; next at 130
            m_stage->live(anna);
            m_stage->goOn(1s);
        }
        QCOMPARE(m_stage->requests().size(), 4);
        m_stage->transport.hear(anna, rfc4::ProfileVersion{2});
        m_stage->goOn(10ms);
        QCOMPARE(m_stage->requests().size(), 5);
        QCOMPARE(m_stage->requests()[4].version, 2U);
        for (std::uint32_t version = 3; version < 203; ++version) { // but who counts up without end gets nothing of it
            m_stage->transport.hear(anna, rfc4::ProfileVersion{version});
            m_stage->goOn(50ms);
        }
        QCOMPARE(m_stage->requests().size(), 6); // the second one 10 s later
    }

    void whoAnnouncesMoreThanTheyHaveIsAskedLessAndLess()
    {
        know(anna, 3, u"Anna"_s);
        for (int second = 0; second < 300; ++second) {
            m_stage->transport.hear(anna, rfc4::ProfileVersion{8});
            answer(anna, 3, u"Anna"_s);
            m_stage->goOn(1s);
        }
        const auto asked = m_stage->requests().size();
        QVERIFY2(asked >= 5 && asked <= 9, qPrintable(QString::number(asked)));
    }

    void aCrowdIsAskedInOrderTenASecond()
    {
        constexpr int crowd = 1'000;
        for (int i = 0; i < crowd; ++i)
            m_stage->live(numberedAddress(1'000 + i));
        m_stage->goOn(1s);
        QVERIFY(m_stage->requests().size() >= 10 && m_stage->requests().size() <= 11);
        m_stage->goOn(100s);
        const auto requests = m_stage->requests();
        QCOMPARE(requests.size(), crowd);
        for (int i = 0; i < crowd; ++i)
            QCOMPARE(requests[static_cast<std::size_t>(i)].address, numberedAddress(1'000 + i).toLower());
    }

    void whoLeftIsNotAsked()
    {
        for (int i = 0; i < 50; ++i)
            m_stage->live(numberedAddress(1'000 + i));
        for (int i = 1; i < 50; ++i)
            emit m_stage->transport.peerLeft(numberedAddress(1'000 + i));
        m_stage->goOn(60s);
        QCOMPARE(m_stage->requests().size(), 1);
    }

    void whoAnsweredOthersIsNotAsked()
    {
        for (int i = 0; i < 50; ++i)
            m_stage->live(numberedAddress(1'000 + i));
        for (int i = 0; i < 50; ++i) // answers go to everybody
            answer(numberedAddress(1'000 + i), 1, u"n%1"_s.arg(i));
        m_stage->goOn(60s);
        QCOMPARE(m_stage->requests().size(), 0);
        QCOMPARE(nameOf(numberedAddress(1'049)), u"n49"_s);
    }

    void theFloodOfOnePeerCostsNothing()
    {
        const rfc4::ProfileResponse big{u"{\"version\":1,\"x\":\""_s + QString(60'000, u'x') + u"\"}"_s, QString()};
        for (int i = 0; i < 100; ++i)
            m_stage->transport.hear(anna, big);
        QCOMPARE(m_stage->exchange.counters().taken, 1U);
        QCOMPARE(m_stage->exchange.counters().outdated, 1U);
        QCOMPARE(m_stage->exchange.counters().tooFast, 98U);
        answer(bert, 1, u"Bert"_s); // others are not held up
        QCOMPARE(nameOf(bert), u"Bert"_s);
        m_stage->goOn(1s);
        answer(anna, 2, u"Anna"_s);
        QCOMPARE(nameOf(anna), u"Anna"_s);
    }

    void whatIsKnownOutlivesTheRoom()
    {
        know(anna, 3, u"Anna"_s);
        m_stage->live(bert);
        m_stage->leave();
        QCOMPARE(nameOf(anna), u"Anna"_s);
        FakeTransport another;
        m_stage->enterAnother(another);
        another.hear(anna, rfc4::ProfileVersion{3});
        m_stage->goOn(20s);
        QCOMPARE(another.sentOf<rfc4::ProfileRequest>().size(), 0); // nor is Bert, who is not here
        another.hear(anna, rfc4::ProfileVersion{4});
        m_stage->goOn(10ms);
        QCOMPARE(another.sentOf<rfc4::ProfileRequest>().size(), 1);
    }

    void whoLeftLongestAgoIsForgotten()
    {
        know(anna, 1, u"Anna"_s); // stays
        for (int i = 0; i < ProfileExchange::maxProfiles - 1; ++i) {
            know(numberedAddress(1'000 + i), 1, u"n%1"_s.arg(i));
            emit m_stage->transport.peerLeft(numberedAddress(1'000 + i));
        }
        QVERIFY(m_stage->exchange.find(anna) && m_stage->exchange.find(numberedAddress(1'000)));
        know(bert, 1, u"Bert"_s);
        QVERIFY(!m_stage->exchange.find(numberedAddress(1'000)));
        QVERIFY(m_stage->exchange.find(numberedAddress(1'001)));
        QCOMPARE(nameOf(anna), u"Anna"_s);
        QCOMPARE(nameOf(bert), u"Bert"_s);
    }

    void askingIsPacedToo()
    {
        QVERIFY(m_stage->exchange.ask(anna)); // who need not be here
        QCOMPARE(m_stage->requests().size(), 1);
        for (int i = 0; i < 90; ++i) {
            QVERIFY(m_stage->exchange.ask(anna));
            m_stage->goOn(100ms);
        }
        QCOMPARE(m_stage->requests().size(), 1);
        m_stage->goOn(1s);
        QCOMPARE(m_stage->requests().size(), 2);
        know(bert, 1, u"Bert"_s);
        const auto before = m_stage->requests().size();
        m_stage->goOn(10s);
        QVERIFY(m_stage->exchange.ask(bert));
        QVERIFY(m_stage->exchange.ask(ProfileStage::me));
        m_stage->goOn(10s);
        QCOMPARE(m_stage->requests().size(), before);
        m_stage->leave();
        const auto asked = m_stage->exchange.ask(anna);
        QVERIFY(!asked && asked.error().code == ErrorCode::NotConnected);
    }

private:
    void answer(const Address &who, std::uint32_t version, const QString &name)
    {
        m_stage->transport.hear(who, ProfileStage::responseOf(who, version, name));
    }
    //! They came, were asked, and answered.
    void know(const Address &who, std::uint32_t version, const QString &name)
    {
        m_stage->live(who);
        m_stage->goOn(100ms);
        answer(who, version, name);
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
