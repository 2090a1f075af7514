// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "ctlprocess.h"
#include "tests/support/sessionbus.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QLocalServer>
#include <QTest>

using namespace islet::test;
using namespace Qt::StringLiterals;

//! Runs the real isletctl with a keychain that is unlocked, locked, missing or unresponsive.
class TestIsletctlKeychain : public QObject {
    Q_OBJECT

private:
    struct Said {
        int status;
        QString text;
    };

    Said identity(const QStringList &words)
    {
        CtlProcess ctl(QStringList{u"identity"_s} + words);
        // isletctl waits up to 10 s per request, and may make two.
        static_cast<void>(QTest::qWaitFor([&ctl] { return ctl.isOver(); }, 60'000));
        const int status = ctl.status();
        const QString text = QString::fromUtf8(ctl.allOutput()).trimmed();
        m_said += text + u'\n';
        return {status, text};
    }
    QString folder() const { return m_bus.path(u"data/Islet/identities"_s); }
    qsizetype files() const { return QDir(folder()).entryList(QDir::Files).size(); }

    SessionBus m_bus;
    QString m_said;

private slots:
    void init()
    {
        if (const QString missing = SessionBus::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        QVERIFY(m_bus.moveIn());
        m_said.clear();
    }
    void cleanup()
    {
        m_bus.stopKeyring();
        m_bus.stopBus();
    }

    void lockedKeychainLosesNothing()
    {
        QVERIFY2(m_bus.startBus() && m_bus.startKeyring(true), qPrintable(m_bus.why()));
        const Said made = identity({u"new"_s, u"alice"_s});
        QVERIFY2(made.status == 0 && made.text.contains(u"keychain"_s), qPrintable(made.text));
        const QString address = made.text.section(u' ', 0, 0);
        QCOMPARE(files(), 0);
        m_bus.stopKeyring();

        // As after a login without the keyring's password; no prompter is available.
        QVERIFY2(m_bus.startKeyring(false), qPrintable(m_bus.why()));
        const QString backup = m_bus.path(u"backup"_s);
        for (const QStringList &words : {QStringList{u"export"_s, u"alice"_s, backup},
                                         QStringList{u"remove"_s, u"alice"_s}, QStringList{u"new"_s, u"bob"_s}}) {
            const Said refused = identity(words);
            QCOMPARE(refused.status, 3);
            QVERIFY2(refused.text.contains(u"denied access"_s) && refused.text.contains(words[1]),
                     qPrintable(refused.text));
        }
        CtlProcess join({u"join"_s, u"offline:"_s, u"--as"_s, u"alice"_s, u"--for"_s, u"1"_s});
        QCOMPARE(join.status(), 3);
        QVERIFY2(join.errors().contains("is saved, but can't be used right now"), join.errors().constData());
        QVERIFY(!QFile::exists(backup) && files() == 0);
        QVERIFY(identity({u"list"_s}).text.contains(address));
        m_bus.stopKeyring();

        QVERIFY2(m_bus.startKeyring(true), qPrintable(m_bus.why()));
        const Said exported = identity({u"export"_s, u"alice"_s, backup});
        QVERIFY2(exported.status == 0, qPrintable(exported.text));
        QVERIFY(identity({u"import"_s, u"again"_s, backup}).text.startsWith(address));
        QCOMPARE(identity({u"remove"_s, u"alice"_s}).status, 0);
        QCOMPARE(identity({u"list"_s}).text.count(u'\n'), 0);
        QFile file(backup);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString key = QString::fromLatin1(file.readAll()).trimmed();
        QCOMPARE(key.size(), 64);
        QVERIFY(!m_said.contains(key));
    }

    void usesFilesWithoutKeychain()
    {
        QVERIFY2(m_bus.startBus(), qPrintable(m_bus.why()));
        const Said made = identity({u"new"_s, u"alice"_s});
        QVERIFY2(made.status == 0 && made.text.contains(u"  file  "_s), qPrintable(made.text));
        QCOMPARE(files(), 1);
    }

    void usesFilesWithoutBus()
    {
        const Said made = identity({u"new"_s, u"alice"_s});
        QVERIFY2(made.status == 0 && made.text.contains(u"  file  "_s), qPrintable(made.text));
        QCOMPARE(files(), 1);
    }

    void usesFilesWhenBusTimesOut()
    {
        QLocalServer unresponsive; // accepts the connection, and never answers
        QVERIFY(unresponsive.listen(m_bus.path(u"dumb"_s)));
        m_bus.pointTo(m_bus.path(u"dumb"_s));
        const Said made = identity({u"new"_s, u"alice"_s});
        QVERIFY2(made.status == 0 && made.text.contains(u"  file  "_s), qPrintable(made.text));
        QCOMPARE(files(), 1);
    }
};

ISLET_TEST(TestIsletctlKeychain);
#include "tst_isletctlkeychain.moc"
