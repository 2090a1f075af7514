// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "authidentityjson.h"
#include "tests/support/testmain.h"
#include "vaultbox.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;
using test::VaultBox;

//! Saved identities, in files and in a keychain that may fail.
class TestIdentityVault : public QObject {
    Q_OBJECT

private slots:
    void firstStartCreatesGuest_data();
    void firstStartCreatesGuest();
    void survivesRestart();
    void restoresFromBackup();
    void importsChainsUntilTheyExpire();
    void renamesAndRemoves();
    void refusesInvalidSecrets_data();
    void refusesInvalidSecrets();
    void backupDoesNotOverwriteFiles();
    void losesNothingIfKeychainFailsLater();
    void fallsBackToFileIfKeychainCannotStore();
    void doesNotFallBackIfAccessWasDenied();
    void detectsSwappedSecret();
    void secretsAreOnlyInTheStore();
};

namespace {

const Error refused{ErrorCode::KeychainRefused, u"The desktop keychain denied access."_s};
const QByteArray keyA(64, '1');

} // namespace

void TestIdentityVault::firstStartCreatesGuest_data()
{
    QTest::addColumn<bool>("hasKeychain");
    QTest::newRow("keychain") << true;
    QTest::newRow("no keychain") << false;
}

void TestIdentityVault::firstStartCreatesGuest()
{
    QFETCH(const bool, hasKeychain);
    VaultBox box;
    if (!hasKeychain)
        box.keychain.probeError = Error{ErrorCode::NoKeychain, u"There is none."_s};
    QVERIFY(!box.vault.current());
    const auto first = box.loadCurrentOrCreate();
    QVERIFY2(first, first ? "" : qPrintable(first.error().detail));
    QCOMPARE(box.names(), QStringList{u"guest"_s});
    QCOMPARE(box.vault.current()->address, first->address());
    QCOMPARE(box.vault.current()->place == IdentityEntry::Place::Keychain, hasKeychain);
    QCOMPARE(box.keychain.secrets.size(), hasKeychain ? 1 : 0);
    QCOMPARE(QDir(box.secretFolder).exists(), !hasKeychain);
    QCOMPARE(box.vault.keychainError().has_value(), !hasKeychain);
    // As for the web client's guests: an owner that authorizes an ephemeral key for a week.
    QCOMPARE(first->expiration(), std::optional(box.now.addDays(7)));

    const auto second = box.loadCurrentOrCreate();
    QCOMPARE(second->address(), first->address());
    QCOMPARE(box.names().size(), 1);
}

void TestIdentityVault::survivesRestart()
{
    VaultBox box;
    const Address alice = box.create(u"Alice"_s)->address;
    box.keychain.probeError = refused; // from now on
    IdentityVault later(box.settings, box.keychain, box.files, [&box] { return box.now; });
    const auto bob =
        test::answer<IdentityEntry>([&](QObject *context, auto done) { later.create(u"Bob"_s, context, done); });
    QVERIFY(bob->place == IdentityEntry::Place::File);

    // Each is read from where it was stored.
    IdentityVault third(box.settings, box.keychain, box.files, [&box] { return box.now; });
    QCOMPARE(third.current()->name, u"Alice"_s);
    for (const auto &[name, address] : {std::pair(u"alice"_s, alice), std::pair(u" Bob"_s, bob->address)}) {
        const auto loaded =
            test::answer<Identity>([&, who = name](QObject *context, auto done) { third.load(who, context, done); });
        QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().detail));
        QCOMPARE(loaded->address(), address);
        const auto challenge = Challenge::random();
        QCOMPARE(*loaded->sign(challenge).validate(challenge.text(), box.now), address);
    }
}

void TestIdentityVault::restoresFromBackup()
{
    VaultBox box;
    const Address address = box.create(u"me"_s)->address;
    const QString backup = box.path(u"backup"_s);
    QVERIFY(box.exportTo(u"me"_s, backup));
#ifdef Q_OS_UNIX
    QCOMPARE(QFile::permissions(backup) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
#endif
    QVERIFY(PrivateKey::fromFile(backup)); // the format of --key
    QVERIFY(box.remove(u"me"_s));
    const auto back = box.import(u"me again"_s, box.contentOf(backup));
    QVERIFY2(back, back ? "" : qPrintable(back.error().detail));
    QCOMPARE(back->address, address);
    QCOMPARE(box.load(u"me again"_s)->address(), address);
}

void TestIdentityVault::importsChainsUntilTheyExpire()
{
    VaultBox box;
    const QDateTime end = box.now.addDays(2);
    const QByteArray json = test::toJson(test::authIdentityUntil(end));
    const auto entry = box.import(u"wallet"_s, "\n " + json);
    QVERIFY2(entry, entry ? "" : qPrintable(entry.error().detail));
    QVERIFY(entry->kind == IdentityEntry::Kind::Chain);
    QCOMPARE(entry->expiration, std::optional(end));
    QCOMPARE(box.load(u"wallet"_s)->address(), test::keyOf("ownerB"_L1).address());
    QVERIFY(box.exportTo(u"wallet"_s, box.path(u"backup"_s)));
    QVERIFY(box.import(u"the same"_s, box.contentOf(box.path(u"backup"_s))));

    box.now = end;
    const auto late = box.load(u"wallet"_s);
    QVERIFY(!late && late.error().code == ErrorCode::Expired);
    QVERIFY2(late.error().detail.contains(u"“wallet”"_s), qPrintable(late.error().detail));
    QVERIFY(!box.import(u"too late"_s, json));
    QVERIFY(box.remove(u"wallet"_s));
}

void TestIdentityVault::renamesAndRemoves()
{
    VaultBox box;
    QVERIFY(box.create(u"a"_s) && box.create(u"b"_s) && box.create(u"c"_s));
    QVERIFY(box.vault.setCurrent(u"b"_s));
    const Address b = box.vault.current()->address;
    QSignalSpy changed(&box.vault, &IdentityVault::changed);
    QVERIFY(box.vault.rename(u"b"_s, u"z"_s));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(box.vault.current()->name, u"z"_s);
    QCOMPARE(box.load(u"z"_s)->address(), b);
    QVERIFY(!box.vault.rename(u"z"_s, u"c"_s));
    QVERIFY(!box.vault.rename(u"b"_s, u"d"_s));
    QVERIFY(box.load(u"b"_s).error().code == ErrorCode::NotFound);

    QVERIFY(box.remove(u"z"_s));
    QCOMPARE(box.names(), (QStringList{u"a"_s, u"c"_s}));
    QCOMPARE(box.keychain.secrets.size(), 2);
    QCOMPARE(box.vault.current()->name, u"a"_s); // the first one becomes current
    QVERIFY(!box.remove(u"z"_s));
    QVERIFY(!box.vault.setCurrent(u"z"_s));
    QVERIFY(!box.contentOf(box.settingsFile).contains("name=z"));
}

void TestIdentityVault::refusesInvalidSecrets_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a word") << QByteArray("hello");
    QTest::newRow("63 digits") << QByteArray(63, 'a');
    QTest::newRow("zero") << QByteArray(64, '0');
    QTest::newRow("past the group order") << QByteArray(64, 'f');
    QTest::newRow("an address") << QByteArray("0x19E7E376E7C213B7E7e7e46cc70A5dD086DAff2A");
    QTest::newRow("an empty object") << QByteArray("{}");
    QTest::newRow("bytes") << QByteArray(64, '\xff');
}

void TestIdentityVault::refusesInvalidSecrets()
{
    QFETCH(const QByteArray, text);
    VaultBox box;
    const auto result = box.import(u"me"_s, text);
    QVERIFY(!result);
    QVERIFY2(text.size() < 8 || !result.error().detail.contains(QString::fromLatin1(text.first(8))),
             qPrintable(result.error().detail));
    QVERIFY(box.names().isEmpty() && box.keychain.secrets.isEmpty());
}

void TestIdentityVault::backupDoesNotOverwriteFiles()
{
    VaultBox box;
    QVERIFY(box.import(u"me"_s, keyA));
    const QString path = box.path(u"precious"_s);
    QFile precious(path);
    QVERIFY(precious.open(QIODevice::WriteOnly) && precious.write("mine") == 4);
    precious.close();
    for (const QString &where : {path, box.path(u"no/such/folder"_s), QString(), box.folder.path()}) {
        const auto refusedOne = box.exportTo(u"me"_s, where);
        QVERIFY(!refusedOne && refusedOne.error().code == ErrorCode::FileUnwritable);
    }
    QCOMPARE(box.contentOf(path), "mine");
#ifdef Q_OS_UNIX
    QVERIFY(QFile::link(box.path(u"target"_s), box.path(u"link"_s)));
    QVERIFY(!box.exportTo(u"me"_s, box.path(u"link"_s)));
    QVERIFY(!QFile::exists(box.path(u"target"_s)));
#endif
    // A key given in place of a path is not quoted.
    const QString asPath = box.path(u"no/"_s) + QString::fromLatin1(keyA);
    QVERIFY(!box.exportTo(u"me"_s, asPath).error().detail.contains(QString::fromLatin1(keyA)));
}

void TestIdentityVault::losesNothingIfKeychainFailsLater()
{
    VaultBox box;
    const Address address = box.loadCurrentOrCreate()->address();
    box.keychain.readError = refused;
    box.keychain.writeError = refused;
    for (const auto &failed :
         {box.load(u"guest"_s).error(), box.loadCurrentOrCreate().error(),
          box.exportTo(u"guest"_s, box.path(u"backup"_s)).error(), box.remove(u"guest"_s).error()}) {
        QVERIFY(failed.code == ErrorCode::KeychainRefused);
        QVERIFY2(failed.detail.contains(u"“guest”"_s) && failed.detail.contains(u"denied access"_s),
                 qPrintable(failed.detail));
    }
    QVERIFY(!QFile::exists(box.path(u"backup"_s)));
    QCOMPARE(box.names(), QStringList{u"guest"_s});
    QVERIFY(!QDir(box.secretFolder).exists());

    box.keychain.readError = {};
    box.keychain.writeError = {};
    QCOMPARE(box.loadCurrentOrCreate()->address(), address);

    box.keychain.secrets.clear(); // removed by someone else
    const auto gone = box.load(u"guest"_s);
    QVERIFY(!gone && gone.error().code == ErrorCode::NotFound);
    QVERIFY2(gone.error().detail.contains(u"backup"_s), qPrintable(gone.error().detail));
    QVERIFY(box.remove(u"guest"_s));
}

void TestIdentityVault::fallsBackToFileIfKeychainCannotStore()
{
    VaultBox box;
    box.keychain.writeError = Error{ErrorCode::NoKeychain, u"There is no collection."_s};
    const auto entry = box.create(u"me"_s);
    QVERIFY2(entry, entry ? "" : qPrintable(entry.error().detail));
    QVERIFY(entry->place == IdentityEntry::Place::File);
    QCOMPARE(box.vault.keychainError()->detail, u"There is no collection."_s);
    QCOMPARE(box.load(u"me"_s)->address(), entry->address);
}

void TestIdentityVault::doesNotFallBackIfAccessWasDenied()
{
    VaultBox box;
    box.keychain.writeError = refused;
    const auto entry = box.create(u"me"_s);
    QVERIFY(!entry && entry.error().code == ErrorCode::KeychainRefused);
    QVERIFY(box.names().isEmpty() && !QDir(box.secretFolder).exists());
    box.keychain.writeError = {};
    QVERIFY(box.create(u"me"_s)); // the name is free again
}

void TestIdentityVault::detectsSwappedSecret()
{
    VaultBox box;
    const auto entry = box.create(u"me"_s);
    box.keychain.secrets[entry->id] = keyA;
    const auto wrong = box.load(u"me"_s);
    QVERIFY(!wrong && wrong.error().code == ErrorCode::InvalidKey);
    QVERIFY(!wrong.error().detail.contains(u"1111"_s));
}

void TestIdentityVault::secretsAreOnlyInTheStore()
{
    VaultBox box;
    box.keychain.probeError = refused;
    const QByteArray json = test::toJson(test::authIdentityUntil(box.now.addDays(2)));
    QVERIFY(box.create(u"made"_s) && box.import(u"key"_s, keyA) && box.import(u"chain"_s, json));
    QVERIFY(box.load(u"made"_s) && box.load(u"key"_s) && box.load(u"chain"_s));
    QVERIFY(box.vault.rename(u"key"_s, u"key 2"_s) && box.vault.setCurrent(u"chain"_s));
    const QByteArray made = box.contentOf(box.secretFolder + u'/' + box.vault.find(u"made")->id).trimmed();
    QCOMPARE(made.size(), 64);
    const QByteArray settings = box.contentOf(box.settingsFile);
    QVERIFY(settings.contains("chain") && settings.contains("0x19e7e376"));
    QList<QByteArray> canaries{made, keyA, "Ephemeral address", "SIGNER"};
    canaries += test::person("ephB"_L1)["privateKey"_L1].toString().toLatin1();
    for (const QByteArray &canary : std::as_const(canaries))
        QVERIFY2(!settings.contains(canary), canary.constData());
    QVERIFY(box.remove(u"made"_s) && box.remove(u"key 2"_s) && box.remove(u"chain"_s));
    QVERIFY(QDir(box.secretFolder).isEmpty());
}

ISLET_TEST(TestIdentityVault);
#include "tst_identityvault.moc"
