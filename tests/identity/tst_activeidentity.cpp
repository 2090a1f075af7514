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

const Error refused{ErrorCode::KeychainRefused, u"The desktop keychain denied access."_s};

//! An ActiveIdentity that shares its vault's clock, with spies on its signals.
struct Fixture {
    VaultBox box;
    ActiveIdentity active{box.vault, Identity::guest(), [this] { return box.now; }};
    QSignalSpy changed{&active, &ActiveIdentity::changed};
    QSignalSpy renewed{&active, &ActiveIdentity::renewed};
    QSignalSpy expiresSoon{&active, &ActiveIdentity::expiresSoon};
    QSignalSpy expired{&active, &ActiveIdentity::expired};

    Expected<void> start()
    {
        return test::answer<void>([this](QObject *context, auto done) { active.start(context, done); });
    }
    Expected<void> choose(const QString &name)
    {
        return test::answer<void>([&](QObject *context, auto done) { active.choose(name, context, done); });
    }
    //! Advances the clock, runs the periodic check and delivers all results.
    void advance(std::chrono::seconds later)
    {
        box.now = box.now.addSecs(later.count());
        active.checkExpiration();
        for (int i = 0; i < 4; ++i)
            QCoreApplication::processEvents();
    }
    bool signsAs(const Address &address) const
    {
        const auto challenge = Challenge::random();
        const auto owner = active.identity().sign(challenge).validate(challenge.text(), box.now);
        return owner && *owner == address;
    }
};

} // namespace

//! The identity in use over weeks: renewal, expiration and switching.
class TestActiveIdentity : public QObject {
    Q_OBJECT

private slots:
    void startsWithTemporaryGuest()
    {
        Fixture fixture;
        const Identity *place = &fixture.active.identity();
        const Address guest = place->address();
        QVERIFY(!fixture.active.entry() && fixture.signsAs(guest));
        QVERIFY(fixture.start());
        QCOMPARE(fixture.changed.size(), 1);
        QCOMPARE(&fixture.active.identity(), place);
        QVERIFY(place->address() != guest);
        QCOMPARE(fixture.active.entry()->name, u"guest"_s);
        QCOMPARE(fixture.active.entry()->address, place->address());
    }

    void renewsKeyBeforeItExpires()
    {
        Fixture fixture;
        QVERIFY(fixture.start());
        const Address address = fixture.active.identity().address();
        fixture.advance(std::chrono::hours(6 * 24 - 1));
        QCOMPARE(fixture.renewed.size(), 0);
        // Two months, checked every six hours.
        for (int i = 0; i < 240; ++i) {
            fixture.advance(std::chrono::hours(6));
            QVERIFY(fixture.signsAs(address));
        }
        QCOMPARE(fixture.renewed.size(), 10); // every six days
        QCOMPARE(fixture.expiresSoon.size() + fixture.expired.size(), 0);
        QCOMPARE(fixture.changed.size(), 1);
        QVERIFY(*fixture.active.identity().expiration() > fixture.box.now.addDays(1));
    }

    void renewsAfterLongSuspend()
    {
        Fixture fixture;
        QVERIFY(fixture.start());
        const Address address = fixture.active.identity().address();
        fixture.advance(std::chrono::hours(30 * 24));
        QCOMPARE(fixture.renewed.size(), 1);
        QCOMPARE(fixture.expired.size(), 0);
        QVERIFY(fixture.signsAs(address));
    }

    void announcesRefusalAndRetries()
    {
        Fixture fixture;
        QVERIFY(fixture.start());
        const Address address = fixture.active.identity().address();
        const QDateTime end = *fixture.active.identity().expiration();
        fixture.box.keychain.readError = refused;
        const int before = fixture.box.keychain.reads;
        fixture.advance(std::chrono::hours(6 * 24));
        QCOMPARE(fixture.expiresSoon.size(), 1);
        QCOMPARE(fixture.expiresSoon.first().first().toDateTime(), end);
        for (int minute = 0; minute < 120; ++minute)
            fixture.advance(std::chrono::minutes(1));
        QCOMPARE(fixture.expiresSoon.size(), 1); // once
        QCOMPARE(fixture.box.keychain.reads - before, 3); // hourly, as the store may prompt the user each time
        QVERIFY(fixture.signsAs(address)); // the old key is still valid
        fixture.advance(std::chrono::hours(22));
        QCOMPARE(fixture.expired.size(), 1);
        QVERIFY(fixture.active.isExpired());
        fixture.advance(std::chrono::hours(1));
        QCOMPARE(fixture.expired.size(), 1);

        fixture.box.keychain.readError = {};
        fixture.advance(std::chrono::hours(1));
        QCOMPARE(fixture.renewed.size(), 1);
        QVERIFY(!fixture.active.isExpired() && fixture.signsAs(address));
    }

    void retriesAfterClockWasSetBack()
    {
        Fixture fixture;
        QVERIFY(fixture.start());
        fixture.box.keychain.readError = refused;
        fixture.advance(std::chrono::hours(1'000 * 24));
        fixture.box.keychain.readError = {};
        fixture.advance(std::chrono::hours(-994 * 24));
        QCOMPARE(fixture.renewed.size(), 1);
    }

    void announcesChainExpiration()
    {
        Fixture fixture;
        const QDateTime end = fixture.box.now.addDays(3);
        QVERIFY(fixture.box.import(u"wallet"_s, test::toJson(test::authIdentityUntil(end))));
        QVERIFY(fixture.choose(u"wallet"_s));
        fixture.advance(std::chrono::hours(47));
        QCOMPARE(fixture.expiresSoon.size(), 0);
        fixture.advance(std::chrono::hours(1));
        QCOMPARE(fixture.expiresSoon.size(), 1);
        QCOMPARE(fixture.expiresSoon.first().first().toDateTime(), end);
        fixture.advance(std::chrono::hours(24));
        QCOMPARE(fixture.expiresSoon.size(), 1);
        QCOMPARE(fixture.expired.size(), 1);
        QCOMPARE(fixture.renewed.size(), 0);
    }

    void announcesNearExpirationAtOnce()
    {
        Fixture fixture;
        QVERIFY(fixture.box.import(u"wallet"_s, test::toJson(test::authIdentityUntil(fixture.box.now.addSecs(60)))));
        QVERIFY(fixture.choose(u"wallet"_s));
        QCOMPARE(fixture.expiresSoon.size(), 1);
    }

    void switchesIdentity()
    {
        Fixture fixture;
        QVERIFY(fixture.start());
        const Address other = fixture.box.create(u"other"_s)->address;
        QVERIFY(fixture.choose(u"other"_s));
        QCOMPARE(fixture.changed.size(), 2);
        QCOMPARE(fixture.active.identity().address(), other);
        QCOMPARE(fixture.box.vault.current()->name, u"other"_s);
        QVERIFY(fixture.box.vault.rename(u"other"_s, u"renamed"_s));
        QCOMPARE(fixture.active.entry()->name, u"renamed"_s);
        fixture.advance(std::chrono::hours(6 * 24));
        QCOMPARE(fixture.renewed.size(), 1);

        // A failed load changes nothing.
        fixture.box.keychain.readError = refused;
        QVERIFY(!fixture.choose(u"guest"_s));
        QVERIFY(!fixture.choose(u"nobody"_s));
        QCOMPARE(fixture.active.identity().address(), other);
        QCOMPARE(fixture.box.vault.current()->name, u"renamed"_s);
        QCOMPARE(fixture.changed.size(), 2);
    }

    void doesNotRenewRemovedIdentity()
    {
        Fixture fixture;
        QVERIFY(fixture.start());
        QVERIFY(fixture.box.remove(u"guest"_s));
        QVERIFY(!fixture.active.entry());
        QVERIFY(fixture.signsAs(fixture.active.identity().address()));
        fixture.advance(std::chrono::hours(6 * 24));
        QCOMPARE(fixture.expiresSoon.size(), 1);
    }

    void usesLatestChoice()
    {
        Fixture fixture;
        QVERIFY(fixture.box.create(u"a"_s));
        const Address b = fixture.box.create(u"b"_s)->address;
        fixture.active.choose(u"a"_s, &fixture.active, [](const Expected<void> & /*done*/) {});
        QVERIFY(fixture.choose(u"b"_s));
        QCOMPARE(fixture.active.identity().address(), b);
        QCOMPARE(fixture.changed.size(), 1);
    }

    void keepsGuestIfStartFails()
    {
        Fixture fixture;
        const Address guest = fixture.active.identity().address();
        fixture.box.keychain.writeError = refused;
        QVERIFY(!fixture.start());
        QCOMPARE(fixture.active.identity().address(), guest);
        QCOMPARE(fixture.changed.size(), 0);
        QVERIFY(fixture.box.names().isEmpty());
    }
};

ISLET_TEST(TestActiveIdentity);
#include "tst_activeidentity.moc"
