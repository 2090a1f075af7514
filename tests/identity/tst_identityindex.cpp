// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/testmain.h"
#include "vaultbox.h"

#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;
using test::VaultBox;

//! The list of identities: valid names, its limit, and foreign changes to the settings.
class TestIdentityIndex : public QObject {
    Q_OBJECT

private slots:
    void checksNames_data();
    void checksNames();
    void limitsNumberOfEntries();
    void ignoresInvalidSettings();
    void seesChangesOfOtherPrograms();
};

void TestIdentityIndex::checksNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isValid");
    QTest::newRow("one letter") << u"a"_s << true;
    QTest::newRow("32 characters") << QString(32, u'a') << true;
    QTest::newRow("32 emoji") << u"😀"_s.repeated(32) << true;
    QTest::newRow("spaces within") << u" my other self "_s << true;
    QTest::newRow("characters that settings escape") << u"a/b\\c=%[d]"_s << true;
    QTest::newRow("mark-up") << u"<b>me</b>"_s << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("spaces") << u"   "_s << false;
    QTest::newRow("33 characters") << QString(33, u'a') << false;
    QTest::newRow("a line break") << u"a\nb"_s << false;
    QTest::newRow("escape") << u"a\x1b[2J"_s << false;
    QTest::newRow("right to left override") << u"a\u202Eb"_s << false;
    QTest::newRow("zero width") << u"a\u200Bb"_s << false;
    QTest::newRow("line separator") << u"a\u2028b"_s << false;
    QTest::newRow("unpaired surrogate") << QString(QChar(0xd83d)) << false;
    QTest::newRow("private use") << u"\ue000"_s << false;
    QTest::newRow("taken") << u"Taken"_s << false;
    QTest::newRow("taken, differs in case") << u"tAKEN "_s << false;
    QTest::newRow("taken, differently composed") << u"e\u0301"_s << false;
}

void TestIdentityIndex::checksNames()
{
    QFETCH(const QString, name);
    QFETCH(const bool, isValid);
    VaultBox box;
    QVERIFY(box.create(u"Taken"_s) && box.create(u"é"_s));
    const auto created = box.create(name);
    QCOMPARE(created.has_value(), isValid);
    QCOMPARE(box.names().size(), isValid ? 3 : 2);
    if (isValid) {
        QCOMPARE(created->name, name.trimmed());
        const IdentityVault later(box.settings, box.keychain, box.files);
        QCOMPARE(later.find(name)->address, created->address);
    } else {
        const QString &detail = created.error().detail;
        QVERIFY2(detail.endsWith(u'.') && !detail.contains(u'\n') && !detail.contains(QChar(0x1b)), qPrintable(detail));
    }
}

void TestIdentityIndex::limitsNumberOfEntries()
{
    VaultBox box;
    for (int i = 0; i < IdentityIndex::maxEntries; ++i)
        QVERIFY(box.create(u"person %1"_s.arg(i)));
    const auto refusedOne = box.create(u"one more"_s);
    QVERIFY(!refusedOne && refusedOne.error().code == ErrorCode::TooLarge);
    QVERIFY(box.remove(u"person 7"_s));
    QVERIFY(box.create(u"one more"_s));
    QCOMPARE(box.keychain.secrets.size(), IdentityIndex::maxEntries);
}

void TestIdentityIndex::ignoresInvalidSettings()
{
    VaultBox box;
    QVERIFY(box.create(u"me"_s));
    const QString good = box.vault.current()->id;
    const auto put = [&box](const QString &id, const QString &member, const QString &value) {
        box.settings.setValue(u"identities/"_s + id + u'/' + member, value);
    };
    const auto putAll = [&](const QString &id, const QString &name) {
        put(id, u"name"_s, name);
        put(id, u"address"_s, u"0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a"_s);
        put(id, u"kind"_s, u"key"_s);
        put(id, u"store"_s, u"file"_s);
    };
    putAll(u".."_s, u"a path"_s);
    putAll(u"0"_s, u"no id"_s);
    const QStringList ids{u"00000000-0000-4000-8000-000000000001"_s, u"00000000-0000-4000-8000-000000000002"_s,
                          u"00000000-0000-4000-8000-000000000003"_s, u"00000000-0000-4000-8000-000000000004"_s};
    putAll(ids[0], u"line\nbreak"_s);
    putAll(ids[1], u"address"_s);
    put(ids[1], u"address"_s, u"me"_s);
    putAll(ids[2], u"kind"_s);
    put(ids[2], u"kind"_s, u"chain"_s); // without its expiration
    putAll(ids[3], u"store"_s);
    put(ids[3], u"store"_s, u"cloud"_s);
    box.settings.setValue(u"identities/current"_s, ids[0]);
    box.vault.reload();
    QCOMPARE(box.names(), QStringList{u"me"_s});
    QCOMPARE(box.vault.current()->id, good);
}

void TestIdentityIndex::seesChangesOfOtherPrograms()
{
    VaultBox box;
    QVERIFY(box.create(u"me"_s));
    QSettings theirs(box.settingsFile, QSettings::IniFormat);
    IdentityVault other(theirs, box.keychain, box.files);
    const auto entry =
        test::answer<IdentityEntry>([&](QObject *context, auto done) { other.create(u"you"_s, context, done); });
    QVERIFY(entry);
    QVERIFY(!box.create(u"you"_s)); // reloads first
    QCOMPARE(box.names(), (QStringList{u"me"_s, u"you"_s}));
    QCOMPARE(box.load(u"you"_s)->address(), entry->address);
}

ISLET_TEST(TestIdentityIndex);
#include "tst_identityindex.moc"
