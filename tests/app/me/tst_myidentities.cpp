// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/me/myidentities.h"
#include "identity/filestore.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;

//! The user's identities, for the window.
class TestMyIdentities : public QObject {
    Q_OBJECT

private:
    struct Person {
        explicit Person(const QString &folder)
            : settings(folder + u"/islet.ini"_s, QSettings::IniFormat)
            , keychain(folder + u"/keychain"_s)
            , files(folder + u"/files"_s)
        { }
        bool start()
        {
            bool isDone = false;
            mine.start([&isDone] { isDone = true; });
            return QTest::qWaitFor([&isDone] { return isDone; });
        }

        QSettings settings;
        FileStore keychain;
        FileStore files;
        QDateTime now = QDateTime::currentDateTimeUtc();
        IdentityVault vault{settings, keychain, files, [this] { return now; }};
        ActiveIdentity active{vault, Identity::guest(), [this] { return now; }};
        MyIdentities mine{vault, active};
    };
    std::unique_ptr<QTemporaryDir> m_folder;

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void savesTheGuest()
    {
        QString address;
        {
            Person person(m_folder->path());
            QCOMPARE(person.mine.current(), -1); // none is saved yet
            QVERIFY(person.start());
            QCOMPARE(person.mine.problem(), QString());
            QCOMPARE(person.mine.current(), 0);
            address = person.mine.address();
            QCOMPARE(person.mine.names(), QStringList{u"guest "_s + person.mine.identity().address().toShort()});
            QVERIFY(person.mine.keptText().endsWith(u'.'));
        }
        Person later(m_folder->path());
        QVERIFY(later.start());
        QCOMPARE(later.mine.address(), address);
    }

    void switchesBetweenIdentities()
    {
        Person person(m_folder->path());
        QVERIFY(person.start());
        const QString guest = person.mine.address();
        QSignalSpy became(&person.mine, &MyIdentities::identityChanged);
        person.mine.create(u" Ana "_s);
        QTRY_COMPARE(person.mine.names().size(), 2);
        QVERIFY(person.mine.names().constFirst().startsWith(u"Ana 0x"_s));
        QCOMPARE(person.mine.address(), guest); // created, but not active
        person.mine.choose(0);
        QTRY_COMPARE(became.count(), 1);
        QVERIFY(person.mine.address() != guest);
        QCOMPARE(person.mine.current(), 0);
        person.mine.choose(0); // already active: the keychain is not read
        QCOMPARE(became.count(), 1);
    }

    void rejectsInvalidNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("no name") << u"  "_s;
        QTest::newRow("taken") << u"guest"_s;
        QTest::newRow("too long") << QString(33, u'x');
        QTest::newRow("control characters") << u"a\nb"_s;
    }
    void rejectsInvalidNames()
    {
        QFETCH(const QString, name);
        Person person(m_folder->path());
        QVERIFY(person.start());
        person.mine.create(name);
        QTRY_VERIFY2(person.mine.problem().endsWith(u'.'), qPrintable(person.mine.problem()));
        QCOMPARE(person.mine.names().size(), 1);
    }

    void restoresABackup()
    {
        const QUrl file = QUrl::fromLocalFile(m_folder->filePath(u"backup"_s));
        QString address;
        {
            Person person(m_folder->path());
            QVERIFY(person.start());
            address = person.mine.address();
            person.mine.exportTo(0, file);
            QTRY_VERIFY(QFileInfo(file.toLocalFile()).size() > 60);
            QCOMPARE(person.mine.problem(), QString());
            QCOMPARE(QFile::permissions(file.toLocalFile()) & (QFile::ReadGroup | QFile::ReadOther),
                     QFile::Permissions());
            person.mine.exportTo(0, file);
            QTRY_VERIFY2(person.mine.problem().contains(u"backup"_s), qPrintable(person.mine.problem()));
        }
        QTemporaryDir elsewhere;
        Person person(elsewhere.path());
        QVERIFY(person.start());
        person.mine.importFrom(u"back"_s, file);
        QTRY_COMPARE(person.mine.names().size(), 2);
        person.mine.choose(0);
        QTRY_COMPARE(person.mine.address(), address);
    }

    void reportsUnreadableFiles()
    {
        Person person(m_folder->path());
        QVERIFY(person.start());
        person.mine.importFrom(u"x"_s, QUrl::fromLocalFile(m_folder->filePath(u"nowhere"_s)));
        QTRY_VERIFY2(person.mine.problem().contains(u"nowhere"_s), qPrintable(person.mine.problem()));
        QFile nonsense(m_folder->filePath(u"nonsense"_s));
        QVERIFY(nonsense.open(QIODevice::WriteOnly));
        nonsense.write(QByteArray(100'000, '7'));
        nonsense.close();
        person.mine.importFrom(u"x"_s, QUrl::fromLocalFile(nonsense.fileName()));
        QTRY_VERIFY2(!person.mine.problem().contains(u"nowhere"_s), qPrintable(person.mine.problem()));
        QVERIFY(person.mine.problem().endsWith(u'.') && !person.mine.problem().contains(u"7777777"_s));
        QCOMPARE(person.mine.names().size(), 1);
    }

    void warnsTemporaryGuest()
    {
        QFile keychainFile(m_folder->filePath(u"keychain"_s)); // in place of the folder
        QVERIFY(keychainFile.open(QIODevice::WriteOnly));
        QFile filesFile(m_folder->filePath(u"files"_s));
        QVERIFY(filesFile.open(QIODevice::WriteOnly));
        Person person(m_folder->path());
        QCOMPARE(person.mine.warning(), QString()); // not loaded yet
        QVERIFY(person.start());
        QVERIFY(person.mine.keptText().startsWith(u"Temporary"_s));
        QVERIFY2(person.mine.warning().startsWith(u"You're a temporary guest"_s)
                     && person.mine.warning().endsWith(u'.'),
                 qPrintable(person.mine.warning()));
    }
};

ISLET_TEST(TestMyIdentities);
#include "tst_myidentities.moc"
