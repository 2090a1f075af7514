// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/retrypolicy.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = CloseReason::Kind;
using When = CloseReason::When;

namespace {

CloseReason closed(CloseCode code, Kind kind, When when = When::Reconnecting)
{
    return {.kind = kind, .code = code, .when = when};
}

CloseReason answered(int status, When when = When::Reconnecting)
{
    return {.kind = isTemporary(status) ? Kind::Network : Kind::Rejected,
            .code = CloseCode::HttpStatus,
            .when = when,
            .httpStatus = status};
}

} // namespace

//! What is tried again, and when.
class TestRetryPolicy : public QObject {
    Q_OBJECT

private slots:
    void decides_data()
    {
        QTest::addColumn<CloseReason>("reason");
        QTest::addColumn<bool>("joining");
        QTest::addColumn<bool>("returning");
        const auto row = [](const QString &name, const CloseReason &reason, bool joining, bool returning) {
            QTest::newRow(qPrintable(name)) << reason << joining << returning;
        };
        for (const int status : {408, 425, 500, 502, 504, 520, 599})
            row(QString::number(status), answered(status), false, true);
        for (const int status : {429, 503})
            row(QString::number(status), answered(status), true, true);
        for (const int status : {200, 301, 400, 401, 403, 404, 405, 407, 410, 418, 600})
            row(QString::number(status), answered(status), false, false);
        for (const CloseCode code :
             {CloseCode::NoAnswer, CloseCode::NothingListening, CloseCode::HostNotFound, CloseCode::ClosedAtOnce,
              CloseCode::StoppedReading, CloseCode::StoppedResponding, CloseCode::ConnectionLost,
              CloseCode::ProxyFailed, CloseCode::RequestUnanswered, CloseCode::RequestCutOff,
              CloseCode::HandshakeNoChallenge, CloseCode::HandshakeNoWelcome, CloseCode::RealmUnhealthy})
            row(nameOf(code), closed(code, Kind::Network), false, true);
        for (const CloseCode code :
             {CloseCode::ClosedBeforeChallenge, CloseCode::ClosedBeforeWelcome,
              CloseCode::ArchipelagoClosedBeforeChallenge, CloseCode::ArchipelagoClosedBeforeWelcome})
            row(nameOf(code), closed(code, Kind::Rejected), false, true);
        row(u"full"_s, closed(CloseCode::NotAdmitted, Kind::Kicked), false, true);
        row(u"full, silently"_s, closed(CloseCode::NotAdmittedSilently, Kind::Kicked), false, true);
        row(u"kicked"_s, closed(CloseCode::Kicked, Kind::Kicked), false, false);
        row(u"kicked by an archipelago"_s, closed(CloseCode::ArchipelagoKicked, Kind::Kicked), false, false);
        for (const CloseCode code : {CloseCode::AddressRefused, CloseCode::TlsExpired, CloseCode::LeadsHere,
                                     CloseCode::RequestRedirected, CloseCode::IslandWithoutAddress})
            row(nameOf(code), closed(code, Kind::Rejected), false, false);
        row(u"malformed"_s, closed(CloseCode::HandshakeMalformed, Kind::Protocol), false, false);
        row(u"left"_s, closed(CloseCode::Left, Kind::Requested), false, false);
    }
    void decides()
    {
        QFETCH(CloseReason, reason);
        reason.when = When::Joining;
        QTEST(timeUntilRetry(reason, {}, 0).has_value(), "joining");
        reason.when = When::Reconnecting;
        QTEST(timeUntilRetry(reason, {}, 0).has_value(), "returning");
    }

    void returnsAfterTooLargeMessage()
    {
        QVERIFY(timeUntilRetry(closed(CloseCode::MessageTooLarge, Kind::Protocol, When::Joined), {}, 0));
        QVERIFY(!timeUntilRetry(closed(CloseCode::MessageTooLarge, Kind::Protocol), {}, 0));
    }

    void decidesByCauseOfLostIsland()
    {
        CloseReason lost = closed(CloseCode::IslandLost, Kind::Rejected);
        QVERIFY(!timeUntilRetry(lost, {}, 0));
        lost.cause = std::make_shared<const CloseReason>(closed(CloseCode::ClosedBeforeWelcome, Kind::Rejected));
        QVERIFY(timeUntilRetry(lost, {}, 0));
        lost.cause = std::make_shared<const CloseReason>(answered(403));
        QVERIFY(!timeUntilRetry(lost, {}, 0));
    }

    void repeatedRefusalIsFinal()
    {
        const CloseReason refused = closed(CloseCode::ClosedBeforeWelcome, Kind::Rejected);
        QVERIFY(timeUntilRetry(refused, {19'999ms, 100}, 0));
        QVERIFY(timeUntilRetry(refused, {1h, 4}, 0));
        QVERIFY(!timeUntilRetry(refused, {20s, 5}, 0));
        const CloseReason full = closed(CloseCode::NotAdmitted, Kind::Kicked);
        QVERIFY(timeUntilRetry(full, {119'999ms, 100}, 0));
        QVERIFY(!timeUntilRetry(full, {120s, 5}, 0));
        QVERIFY(timeUntilRetry(answered(502), {1h, 1'000}, 0)); // can pass, however long it lasts
    }

    void waitsATenthOfTheDuration()
    {
        const auto wait = [](std::chrono::seconds duration, double jitter) {
            return *timeUntilRetry(closed(CloseCode::ConnectionLost, Kind::Network), {duration, 1}, jitter);
        };
        QCOMPARE(wait(0s, 0), 500ms);
        QCOMPARE(wait(5s, 0), 500ms);
        QCOMPARE(wait(16s, 0), 1'600ms);
        QVERIFY(wait(16s, 1) < 2s);
        QCOMPARE(wait(100s, 0.5), 11'000ms);
        QCOMPARE(wait(24h, 0), 25s);
        QCOMPARE(wait(24h, 1), 30s);
    }

    void waitsAsTheServerAsks()
    {
        const auto wait = [](int status, When when, std::chrono::seconds asked) {
            CloseReason reason = answered(status, when);
            reason.retryAfter = asked;
            return timeUntilRetry(reason, {1h, 1}, 1);
        };
        QCOMPARE(wait(503, When::Reconnecting, 7s), 7'000ms);
        QCOMPARE(wait(503, When::Joining, 7s), 7'000ms);
        QCOMPARE(wait(429, When::Joining, 0s), 500ms);
        QCOMPARE(wait(502, When::Reconnecting, 86'400s), 120'000ms);
        QCOMPARE(wait(403, When::Reconnecting, 7s), std::nullopt);
    }
};

ISLET_TEST(TestRetryPolicy);
#include "tst_retrypolicy.moc"
