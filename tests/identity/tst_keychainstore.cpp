// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "answers.h"
#include "identity/filestore.h"
#include "identity/identityvault.h"
#include "identity/keychainstore.h"
#include "tests/support/sessionbus.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! The real keychain: a GNOME keyring on a private D-Bus session.
class TestKeychainStore : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void storesAndRemoves();
    void storesTheLongestIdentity();
    void servicesAreSeparate();
    void removesSecretWrittenAfterTimeout();
    void doesNotCallDestroyedContext();
    void worksAsTheVaultsStore();

private:
    Expected<Secret> read(const QString &key)
    {
        return test::answer<Secret>(
            [&](QObject *context, SecretStore::Read done) { m_store.read(key, context, std::move(done)); });
    }
    Expected<void> write(const QString &key, const QByteArray &secret)
    {
        return test::answer<void>([&](QObject *context, SecretStore::Done done) {
            m_store.write(key, Secret(secret), context, std::move(done));
        });
    }
    Expected<void> remove(const QString &key)
    {
        return test::answer<void>(
            [&](QObject *context, SecretStore::Done done) { m_store.remove(key, context, std::move(done)); });
    }
    bool isThere(const QString &key)
    {
        const auto secret = read(key);
        return secret || secret.error().code != ErrorCode::NotFound;
    }

    test::SessionBus m_bus;
    KeychainStore m_store{60s}; // long enough for a loaded machine
};

void TestKeychainStore::initTestCase()
{
    if (const QString missing = test::SessionBus::missing(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    QVERIFY(m_bus.moveIn());
    QVERIFY2(m_bus.startBus() && m_bus.startKeyring(true), qPrintable(m_bus.why()));
}

void TestKeychainStore::storesAndRemoves()
{
    QVERIFY(test::answer<void>([&](QObject *context, auto done) { m_store.probe(context, done); }));
    QVERIFY(read(u"one"_s).error().code == ErrorCode::NotFound);
    const auto written = write(u"one"_s, "first");
    QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
    QVERIFY(write(u"two"_s, "zw\xc3\xb6lf\n"));
    QCOMPARE(read(u"one"_s)->bytes(), "first");
    QCOMPARE(read(u"two"_s)->bytes(), "zw\xc3\xb6lf\n");
    QVERIFY(write(u"one"_s, "another"));
    QCOMPARE(read(u"one"_s)->bytes(), "another");
    QVERIFY(remove(u"one"_s));
    QVERIFY(!isThere(u"one"_s));
    QVERIFY(remove(u"one"_s)); // again
    QVERIFY(isThere(u"two"_s));
}

void TestKeychainStore::storesTheLongestIdentity()
{
    const QByteArray longest(Secret::maxBytes, 'x');
    QVERIFY(write(u"long"_s, longest));
    QCOMPARE(read(u"long"_s)->bytes(), longest);
}

void TestKeychainStore::servicesAreSeparate()
{
    QVERIFY(write(u"mine"_s, "secret"));
    KeychainStore other(60s, u"Another"_s);
    const auto theirs = test::answer<Secret>(
        [&](QObject *context, SecretStore::Read done) { other.read(u"mine"_s, context, std::move(done)); });
    QVERIFY(!theirs && theirs.error().code == ErrorCode::NotFound);
}

void TestKeychainStore::removesSecretWrittenAfterTimeout()
{
    KeychainStore hasty(0ms);
    const auto late = test::answer<void>([&](QObject *context, SecretStore::Done done) {
        hasty.write(u"late"_s, Secret("secret"), context, std::move(done));
    });
    QVERIFY(!late && late.error().code == ErrorCode::KeychainSilent);
    QVERIFY2(late.error().detail.contains(u"isn't responding"_s), qPrintable(late.error().detail));
    QTRY_VERIFY_WITH_TIMEOUT(!isThere(u"late"_s), 30'000); // the write succeeds late and is undone
}

void TestKeychainStore::doesNotCallDestroyedContext()
{
    auto context = std::make_unique<QObject>();
    bool called = false;
    m_store.write(u"orphan"_s, Secret("secret"), context.get(),
                  [&called](const Expected<void> & /*done*/) { called = true; });
    m_store.read(u"two"_s, context.get(), [&called](const Expected<Secret> & /*done*/) { called = true; });
    m_store.remove(u"two"_s, context.get(), [&called](const Expected<void> & /*done*/) { called = true; });
    context.reset();
    QTRY_VERIFY_WITH_TIMEOUT(!isThere(u"orphan"_s), 30'000);
    QVERIFY(!called);
}

void TestKeychainStore::worksAsTheVaultsStore()
{
    QSettings settings(m_bus.path(u"settings.ini"_s), QSettings::IniFormat);
    FileStore files(m_bus.path(u"identities"_s));
    Address address;
    {
        IdentityVault vault(settings, m_store, files);
        const auto guest =
            test::answer<Identity>([&](QObject *context, auto done) { vault.loadCurrentOrCreate(context, done); });
        QVERIFY2(guest, guest ? "" : qPrintable(guest.error().detail));
        QVERIFY(vault.current()->place == IdentityEntry::Place::Keychain);
        QVERIFY(!vault.keychainError());
        address = guest->address();
    }
    IdentityVault vault(settings, m_store, files); // the next start
    const auto again =
        test::answer<Identity>([&](QObject *context, auto done) { vault.loadCurrentOrCreate(context, done); });
    QCOMPARE(again->address(), address);
    const Challenge challenge = Challenge::random();
    QCOMPARE(*again->sign(challenge).validate(challenge.text(), QDateTime::currentDateTimeUtc()), address);

    QVERIFY(!QDir(m_bus.path(u"identities"_s)).exists());
    const auto secret = read(vault.current()->id);
    QFile file(settings.fileName());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains(address.toLower().toLatin1()) && !text.contains(secret->bytes().trimmed()));

    const QString id = vault.current()->id;
    QVERIFY(test::answer<void>([&](QObject *context, auto done) { vault.remove(u"guest"_s, context, done); }));
    QVERIFY(!isThere(id) && !vault.current());
}

ISLET_TEST(TestKeychainStore);
#include "tst_keychainstore.moc"
