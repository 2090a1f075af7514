// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "authidentityjson.h"
#include "identity/activeidentity.h"
#include "tests/support/testmain.h"
#include "vaultbox.h"

#include <QSignalSpy>
#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;
using test::VaultBox;

namespace {

const Error refused{ErrorCode::KeychainRefused, u"The keychain of this desktop denied access."_s};

//! A keeper on a vault whose clock it shares, and what it said.
struct Kept {
    VaultBox box;
    ActiveIdentity keeper{box.vault, Identity::guest(), [this] { return box.now; }};
    QSignalSpy changed{&keeper, &ActiveIdentity::changed};
    QSignalSpy renewed{&keeper, &ActiveIdentity::renewed};
    QSignalSpy expiresSoon{&keeper, &ActiveIdentity::expiresSoon};
    QSignalSpy expired{&keeper, &ActiveIdentity::expired};

    Expected<void> start()
    {
        return test::answer<void>([this](QObject *context, auto done) { keeper.start(context, done); });
    }
    Expected<void> choose(const QString &name)
    {
        return test::answer<void>([&](QObject *context, auto done) { keeper.choose(name, context, done); });
    }
    //! What happens when the minute is over, with all answers.
    void lookAfter(std::chrono::seconds later)
    {
        box.now = box.now.addSecs(later.count());
        keeper.checkExpiration();
        for (int i = 0; i < 4; ++i)
            QCoreApplication::processEvents();
    }
    bool signsAs(const Address &address) const
    {
        const auto challenge = Challenge::random();
        const auto owner = keeper.identity().sign(challenge).validate(challenge.text(), box.now);
        return owner && *owner == address;
    }
};

} // namespace

//! One identity in one place for weeks.
class TestIdentityKeeper : public QObject {
    Q_OBJECT

private slots:
    void beginsWithTheGuestOfTheMoment()
    {
        Kept kept;
        const Identity *place = &kept.keeper.identity();
        const Address guest = place->address();
        QVERIFY(!kept.keeper.entry() && kept.signsAs(guest));
        QVERIFY(kept.start());
        QCOMPARE(kept.changed.size(), 1);
        QCOMPARE(&kept.keeper.identity(), place);
        QVERIFY(place->address() != guest);
        QCOMPARE(kept.keeper.entry()->name, u"guest"_s);
        QCOMPARE(kept.keeper.entry()->address, place->address());
    }

    void aKeyIsRenewedInTime()
    {
        Kept kept;
        QVERIFY(kept.start());
        const Address address = kept.keeper.identity().address();
        kept.lookAfter(std::chrono::hours(6 * 24 - 1));
        QCOMPARE(kept.renewed.size(), 0);
        // Two months, looked at every six hours.
        for (int i = 0; i < 240; ++i) {
            kept.lookAfter(std::chrono::hours(6));
            QVERIFY(kept.signsAs(address));
        }
        QCOMPARE(kept.renewed.size(), 10); // once in six days
        QCOMPARE(kept.expiresSoon.size() + kept.expired.size(), 0);
        QCOMPARE(kept.changed.size(), 1);
        QVERIFY(*kept.keeper.identity().expiration() > kept.box.now.addDays(1));
    }

    void sleepsThroughTheEnd()
    {
        Kept kept;
        QVERIFY(kept.start());
        const Address address = kept.keeper.identity().address();
        kept.lookAfter(std::chrono::hours(30 * 24));
        QCOMPARE(kept.renewed.size(), 1);
        QCOMPARE(kept.expired.size(), 0);
        QVERIFY(kept.signsAs(address));
    }

    void aKeychainThatRefusesIsAnnouncedAndTriedAgain()
    {
        Kept kept;
        QVERIFY(kept.start());
        const Address address = kept.keeper.identity().address();
        const QDateTime end = *kept.keeper.identity().expiration();
        kept.box.keychain.readError = refused;
        const int before = kept.box.keychain.reads;
        kept.lookAfter(std::chrono::hours(6 * 24));
        QCOMPARE(kept.expiresSoon.size(), 1);
        QCOMPARE(kept.expiresSoon.first().first().toDateTime(), end);
        for (int minute = 0; minute < 120; ++minute)
            kept.lookAfter(std::chrono::minutes(1));
        QCOMPARE(kept.expiresSoon.size(), 1); // once
        QCOMPARE(kept.box.keychain.reads - before, 3); // it may ask a person each time
        QVERIFY(kept.signsAs(address)); // the old key holds on
        kept.lookAfter(std::chrono::hours(22));
        QCOMPARE(kept.expired.size(), 1);
        QVERIFY(kept.keeper.isExpired());
        kept.lookAfter(std::chrono::hours(1));
        QCOMPARE(kept.expired.size(), 1);

        kept.box.keychain.readError = {};
        kept.lookAfter(std::chrono::hours(1));
        QCOMPARE(kept.renewed.size(), 1);
        QVERIFY(!kept.keeper.isExpired() && kept.signsAs(address));
    }

    void aClockSetBackDoesNotPutTheNextTryOff()
    {
        Kept kept;
        QVERIFY(kept.start());
        kept.box.keychain.readError = refused;
        kept.lookAfter(std::chrono::hours(1'000 * 24));
        kept.box.keychain.readError = {};
        kept.lookAfter(std::chrono::hours(-994 * 24));
        QCOMPARE(kept.renewed.size(), 1);
    }

    void aChainIsAnnouncedAndEnds()
    {
        Kept kept;
        const QDateTime end = kept.box.now.addDays(3);
        QVERIFY(kept.box.import(u"wallet"_s, test::toJson(test::authIdentityUntil(end))));
        QVERIFY(kept.choose(u"wallet"_s));
        kept.lookAfter(std::chrono::hours(47));
        QCOMPARE(kept.expiresSoon.size(), 0);
        kept.lookAfter(std::chrono::hours(1));
        QCOMPARE(kept.expiresSoon.size(), 1);
        QCOMPARE(kept.expiresSoon.first().first().toDateTime(), end);
        kept.lookAfter(std::chrono::hours(24));
        QCOMPARE(kept.expiresSoon.size(), 1);
        QCOMPARE(kept.expired.size(), 1);
        QCOMPARE(kept.renewed.size(), 0);
    }

    void aChainNearItsEndIsAnnouncedAtOnce()
    {
        Kept kept;
        QVERIFY(kept.box.import(u"wallet"_s, test::toJson(test::authIdentityUntil(kept.box.now.addSecs(60)))));
        QVERIFY(kept.choose(u"wallet"_s));
        QCOMPARE(kept.expiresSoon.size(), 1);
    }

    void choosesAnother()
    {
        Kept kept;
        QVERIFY(kept.start());
        const Address other = kept.box.create(u"other"_s)->address;
        QVERIFY(kept.choose(u"other"_s));
        QCOMPARE(kept.changed.size(), 2);
        QCOMPARE(kept.keeper.identity().address(), other);
        QCOMPARE(kept.box.vault.current()->name, u"other"_s);
        QVERIFY(kept.box.vault.rename(u"other"_s, u"renamed"_s));
        QCOMPARE(kept.keeper.entry()->name, u"renamed"_s);
        kept.lookAfter(std::chrono::hours(6 * 24));
        QCOMPARE(kept.renewed.size(), 1);

        // What cannot be had changes nothing.
        kept.box.keychain.readError = refused;
        QVERIFY(!kept.choose(u"guest"_s));
        QVERIFY(!kept.choose(u"nobody"_s));
        QCOMPARE(kept.keeper.identity().address(), other);
        QCOMPARE(kept.box.vault.current()->name, u"renamed"_s);
        QCOMPARE(kept.changed.size(), 2);
    }

    void whatWasRemovedIsNotRenewed()
    {
        Kept kept;
        QVERIFY(kept.start());
        QVERIFY(kept.box.remove(u"guest"_s));
        QVERIFY(!kept.keeper.entry());
        QVERIFY(kept.signsAs(kept.keeper.identity().address()));
        kept.lookAfter(std::chrono::hours(6 * 24));
        QCOMPARE(kept.expiresSoon.size(), 1);
    }

    void theLastChoiceCounts()
    {
        Kept kept;
        QVERIFY(kept.box.create(u"a"_s));
        const Address b = kept.box.create(u"b"_s)->address;
        kept.keeper.choose(u"a"_s, &kept.keeper, [](const Expected<void> & /*done*/) {});
        QVERIFY(kept.choose(u"b"_s));
        QCOMPARE(kept.keeper.identity().address(), b);
        QCOMPARE(kept.changed.size(), 1);
    }

    void aStartThatFailsLeavesTheGuest()
    {
        Kept kept;
        const Address guest = kept.keeper.identity().address();
        kept.box.keychain.writeError = refused;
        QVERIFY(!kept.start());
        QCOMPARE(kept.keeper.identity().address(), guest);
        QCOMPARE(kept.changed.size(), 0);
        QVERIFY(kept.box.names().isEmpty());
    }
};

ISLET_TEST(TestIdentityKeeper);
#include "tst_activeidentity.moc"
