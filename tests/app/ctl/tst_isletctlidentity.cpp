// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "ctlprocess.h"
#include "tests/identity/authidentityjson.h"
#include "tests/support/sessionbus.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace islet::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray keyText = "c0ffee11c0ffee22c0ffee33c0ffee44c0ffee55c0ffee66c0ffee77c0ffee88";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! The identity of auth_chains.json, which expires in 2100.
QByteArray chainText()
{
    return toJson(authIdentity());
}

} // namespace

//! Runs the real isletctl, with identities stored in files.
class TestIsletctlIdentity : public QObject {
    Q_OBJECT

private:
    int m_status = -1;
    QString m_said;
    QByteArray m_all; //!< output of all processes
    SessionBus m_home;

    //! Returns the output line, or the error.
    QString identity(const QStringList &words, const QByteArray &input = {})
    {
        CtlProcess ctl(QStringList{u"identity"_s} + words);
        ctl.write(input);
        ctl.endInput();
        m_status = ctl.status();
        m_all += ctl.allOutput();
        m_said = QString::fromUtf8(ctl.allOutput());
        return m_said;
    }
    QString path(const QString &name) const { return m_home.path(name); }
    QString fileWith(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("a test's file cannot be written");
        return file.fileName();
    }

private slots:
    void init()
    {
#ifndef Q_OS_LINUX
        QSKIP("would use the keychain of the user who runs the tests");
#endif
        QVERIFY(m_home.moveIn());
        m_all.clear();
    }

    void createsListsUsesAndRemoves()
    {
        QVERIFY(identity({u"list"_s}).contains(u"No identities"_s));
        const QString alice = identity({u"new"_s, u"alice"_s}).section(u' ', 0, 0);
        QCOMPARE(m_status, 0);
        QCOMPARE(alice.size(), 42);
        const QString bob = identity({u"new"_s, u"Bob the second"_s}).section(u' ', 0, 0);
        QStringList lines = identity({u"list"_s}).split(u'\n');
        QCOMPARE(lines,
                 (QStringList{u"* %1  file  key  alice"_s.arg(alice), u"  %1  file  key  Bob the second"_s.arg(bob)}));
        QVERIFY(identity({u"use"_s, u"bob the second"_s}).startsWith(bob));
        QVERIFY(identity({u"list"_s}).contains(u"* "_s + bob));
        identity({u"remove"_s, u"Bob the second"_s});
        QCOMPARE(m_status, 0);
        QCOMPARE(identity({u"list"_s}), lines.constFirst());
        identity({u"use"_s, u"bob"_s});
        QCOMPARE(m_status, 2);
        identity({u"new"_s, u"ALICE"_s});
        QCOMPARE(m_status, 2);
        QVERIFY2(m_said.contains(u"already"_s), qPrintable(m_said));
    }

    void importsFromInputAndFile()
    {
        const QString first = identity({u"import"_s, u"me"_s, u"-"_s}, "0x" + keyText + "\n");
        QCOMPARE(m_status, 0);
        QVERIFY(
            identity({u"import"_s, u"me too"_s, fileWith(u"key"_s, keyText)}).startsWith(first.section(u' ', 0, 0)));
        identity({u"import"_s, u"wallet"_s, fileWith(u"chain"_s, chainText())});
        QCOMPARE(m_said,
                 u"0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a  file  chain until 2100-01-01T00:00:00Z  wallet"_s);
        QVERIFY(!m_all.contains(keyText));
    }

    void importsExportedFile()
    {
        identity({u"import"_s, u"me"_s, u"-"_s}, keyText);
        identity({u"import"_s, u"wallet"_s, u"-"_s}, chainText());
        for (const auto &name : {u"me"_s, u"wallet"_s}) {
            const QString backup = path(u"backup of "_s + name);
            identity({u"export"_s, name, backup});
            QVERIFY2(m_status == 0, qPrintable(m_said));
            const QString address = identity({u"import"_s, name + u" again"_s, backup}).section(u' ', 0, 0);
            QVERIFY2(m_status == 0 && address.size() == 42, qPrintable(m_said));
            const QByteArray before = contentOf(backup);
            identity({u"export"_s, name, backup});
            QCOMPARE(m_status, 2);
            QCOMPARE(contentOf(backup), before);
        }
        QCOMPARE(contentOf(path(u"backup of me"_s)), keyText + '\n');
    }

    void joinsWithNamedIdentity()
    {
        Host host;
        const QString address = identity({u"new"_s, u"me"_s}).section(u' ', 0, 0);
        CtlProcess watcher({u"join"_s, host.where(), u"--json"_s});
        QTRY_COMPARE(watcher.events(u"welcome").size(), 1);
        for (int time = 1; time <= 2; ++time) {
            CtlProcess me({u"join"_s, host.where(), u"--json"_s, u"--as"_s, u"me"_s});
            QTRY_COMPARE(watcher.events(u"peerJoined").size(), time);
            QCOMPARE(watcher.events(u"peerJoined").last()["address"_L1].toString(), address);
            me.say(u"leave"_s);
            QCOMPARE(me.status(), 0);
            QTRY_COMPARE(watcher.events(u"peerLeft").size(), time);
        }
        CtlProcess stranger({u"join"_s, host.where(), u"--as"_s, u"stranger"_s});
        QCOMPARE(stranger.status(), 2);
        QVERIFY2(stranger.errors().contains("stranger"), stranger.errors().constData());
    }

    void warnsBeforeExpiration()
    {
        const QDateTime end = QDateTime::currentDateTimeUtc().addSecs(3'600);
        identity({u"import"_s, u"wallet"_s, u"-"_s}, toJson(authIdentityUntil(end)));
        CtlProcess join({u"join"_s, u"offline:"_s, u"--as"_s, u"wallet"_s, u"--for"_s, u"0.1"_s});
        QCOMPARE(join.status(), 0);
        const QString told =
            u"The identity “wallet” expires at %1 and can't be renewed.\n"_s.arg(end.toString(Qt::ISODate));
        QCOMPARE(QString::fromUtf8(join.errors()), told);
    }

    void rejectsWithOneSentence_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("input");
        const QString key = QString::fromLatin1(keyText);
        QTest::newRow("key instead of a file") << QStringList{u"import"_s, u"me"_s, key} << QByteArray();
        QTest::newRow("key instead of a name") << QStringList{u"new"_s, key} << QByteArray();
        QTest::newRow("use with a key") << QStringList{u"use"_s, key} << QByteArray();
        QTest::newRow("export with a key") << QStringList{u"export"_s, key, u"x"_s} << QByteArray();
        QTest::newRow("key instead of an action") << QStringList{key} << QByteArray();
        QTest::newRow("list with a key") << QStringList{u"list"_s, key} << QByteArray();
        QTest::newRow("key of 63 digits") << QStringList{u"import"_s, u"me"_s, u"-"_s} << keyText.first(63);
        QTest::newRow("empty input") << QStringList{u"import"_s, u"me"_s, u"-"_s} << QByteArray();
        QTest::newRow("input too large") << QStringList{u"import"_s, u"me"_s, u"-"_s} << keyText.repeated(1'000);
        QTest::newRow("invalid auth chain")
            << QStringList{u"import"_s, u"me"_s, u"-"_s} << chainText().replace("1212", "1213");
    }
    void rejectsWithOneSentence()
    {
        QFETCH(const QStringList, words);
        QFETCH(const QByteArray, input);
        identity(words, input);
        QCOMPARE(m_status, 2);
        QVERIFY2(m_said.endsWith(u".\n"_s) && m_said.count(u'\n') == 1, qPrintable(m_said));
        QVERIFY2(!m_said.contains(QString::fromLatin1(keyText.first(32))), qPrintable(m_said));
        QVERIFY(!m_said.contains(u"12131213"_s) && !m_said.contains(u"0x2fa08626"_s));
        QVERIFY(identity({u"list"_s}).contains(u"No identities"_s));
    }

    void keepsSecretsInIdentityFilesOnly()
    {
        identity({u"import"_s, u"me"_s, u"-"_s}, keyText);
        identity({u"import"_s, u"wallet"_s, u"-"_s}, chainText());
        identity({u"use"_s, u"wallet"_s});
        CtlProcess join({u"join"_s, u"offline:"_s, u"--as"_s, u"wallet"_s, u"--for"_s, u"0.1"_s});
        QCOMPARE(join.status(), 0);
        m_all += join.allOutput();
        const QList<QByteArray> canaries{keyText, QByteArray("12").repeated(32), "2fa08626b363", "ECDSA_EPHEMERAL"};
        int kept = 0;
        QDirIterator files(path({}), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString name = files.next();
            const QByteArray content = contentOf(name);
            const bool isKept = name.startsWith(path(u"data/Islet/identities/"_s));
            kept += isKept ? 1 : 0;
            for (const QByteArray &canary : canaries)
                QVERIFY2(isKept || !content.contains(canary), qPrintable(name));
        }
        QCOMPARE(kept, 2);
        QVERIFY(contentOf(path(u"config/Islet/Islet.conf"_s)).contains("wallet"));
        for (const QByteArray &canary : canaries)
            QVERIFY2(!m_all.contains(canary), m_all.constData());
    }
};

ISLET_TEST(TestIsletctlIdentity);
#include "tst_isletctlidentity.moc"
