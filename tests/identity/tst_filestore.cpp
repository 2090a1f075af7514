// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "answers.h"
#include "identity/filestore.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;

//! Secrets in files that no one else can read.
class TestFileStore : public QObject {
    Q_OBJECT

private slots:
    void init() { m_home = std::make_unique<QTemporaryDir>(); }

    void storesAndRemoves()
    {
        QVERIFY(write(u"one"_s, "first"));
        QVERIFY(write(u"two"_s, "second"));
        QCOMPARE(read(u"one"_s)->bytes(), "first");
        QVERIFY(write(u"one"_s, "third"));
        QCOMPARE(read(u"one"_s)->bytes(), "third");
        QVERIFY(remove(u"one"_s));
        QVERIFY(read(u"one"_s).error().code == ErrorCode::NotFound);
        QVERIFY(remove(u"one"_s)); // again
        QCOMPARE(read(u"two"_s)->bytes(), "second");
        QCOMPARE(QDir(folder()).entryList(QDir::Files | QDir::Hidden), QStringList{u"two"_s});
    }

    void isPrivateToTheOwner()
    {
#ifdef Q_OS_UNIX
        QVERIFY(write(u"one"_s, "secret"));
        constexpr auto mine = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        QCOMPARE(QFile::permissions(folder() + u"/one"_s), mine);
        QCOMPARE(QFile::permissions(folder()), mine | QFile::ExeOwner | QFile::ExeUser);
#else
        QSKIP("Unix permissions only");
#endif
    }

    void restrictsAnExistingFolder()
    {
#ifdef Q_OS_UNIX
        QVERIFY(QDir().mkpath(folder()));
        QVERIFY(QFile::setPermissions(folder(),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther
                                          | QFile::ExeOther | QFile::WriteGroup));
        QVERIFY(write(u"one"_s, "secret"));
        QVERIFY(!(QFile::permissions(folder()) & (QFile::ReadOther | QFile::ExeOther | QFile::WriteGroup)));
#else
        QSKIP("Unix permissions only");
#endif
    }

    void refusesFilesOthersCanRead_data()
    {
        QTest::addColumn<QFile::Permissions>("more");
        QTest::newRow("others") << QFile::Permissions(QFile::ReadOther);
        QTest::newRow("the group") << QFile::Permissions(QFile::ReadGroup);
        QTest::newRow("others write") << QFile::Permissions(QFile::WriteOther);
    }
    void refusesFilesOthersCanRead()
    {
#ifdef Q_OS_UNIX
        QFETCH(const QFile::Permissions, more);
        QVERIFY(write(u"one"_s, "secret"));
        const QString path = folder() + u"/one"_s;
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | more));
        const auto refused = read(u"one"_s);
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::FileUnsafe);
        QVERIFY2(refused.error().detail.contains(u"chmod 600"_s), qPrintable(refused.error().detail));
        QVERIFY(!refused.error().detail.contains(u"secret"_s));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(read(u"one"_s));
#else
        QSKIP("Unix permissions only");
#endif
    }

    void refusesFolderOthersCanWrite()
    {
#ifdef Q_OS_UNIX
        QVERIFY(write(u"one"_s, "secret"));
        QVERIFY(QFile::setPermissions(
            folder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::WriteOther | QFile::ExeOther));
        const auto refused = read(u"one"_s);
        QVERIFY(!refused && refused.error().code == ErrorCode::FileUnsafe);
#else
        QSKIP("Unix permissions only");
#endif
    }

    void refusesKeysThatArePaths_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("empty") << QString();
        QTest::newRow("up") << u".."_s;
        QTest::newRow("elsewhere") << u"../other"_s;
        QTest::newRow("root") << u"/etc/passwd"_s;
        QTest::newRow("hidden") << u".bashrc"_s;
        QTest::newRow("line break") << u"one\n"_s;
        QTest::newRow("long") << QString(65, u'a');
    }
    void refusesKeysThatArePaths()
    {
        QFETCH(const QString, key);
        QVERIFY(read(key).error().code == ErrorCode::InvalidInput);
        QVERIFY(write(key, "secret").error().code == ErrorCode::InvalidInput);
        QVERIFY(remove(key).error().code == ErrorCode::InvalidInput);
        QVERIFY(QDir(m_home->path()).isEmpty());
    }

    void refusesTooLargeFiles()
    {
        QVERIFY(write(u"one"_s, QByteArray(Secret::maxBytes, 'a')));
        QCOMPARE(read(u"one"_s)->bytes().size(), Secret::maxBytes);
        QVERIFY(write(u"one"_s, QByteArray(Secret::maxBytes + 1, 'a')));
        QVERIFY(read(u"one"_s).error().code == ErrorCode::TooLarge);
    }

    void reportsUnwritableFolder()
    {
        QFile obstacle(folder());
        QVERIFY(obstacle.open(QIODevice::WriteOnly));
        const auto refused = write(u"one"_s, "secret");
        QVERIFY(refused.error().code == ErrorCode::FileUnwritable);
        QVERIFY2(refused.error().detail.contains(u"identities"_s), qPrintable(refused.error().detail));
        QVERIFY(!refused.error().detail.contains(u"secret"_s));
    }

    void doesNotCallDestroyedContext()
    {
        QVERIFY(write(u"one"_s, "secret"));
        FileStore store(folder());
        bool called = false;
        auto context = std::make_unique<QObject>();
        store.read(u"one"_s, context.get(), [&called](const Expected<Secret> & /*secret*/) { called = true; });
        context.reset();
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

private:
    QString folder() const
    {
        return m_home->filePath(u"identities"_s);
    }
    Expected<Secret> read(const QString &key)
    {
        FileStore store(folder());
        return test::answer<Secret>(
            [&](QObject *context, SecretStore::Read done) { store.read(key, context, std::move(done)); });
    }
    Expected<void> write(const QString &key, const QByteArray &secret)
    {
        FileStore store(folder());
        return test::answer<void>([&](QObject *context, SecretStore::Done done) {
            store.write(key, Secret(secret), context, std::move(done));
        });
    }
    Expected<void> remove(const QString &key)
    {
        FileStore store(folder());
        return test::answer<void>(
            [&](QObject *context, SecretStore::Done done) { store.remove(key, context, std::move(done)); });
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

ISLET_TEST(TestFileStore);
#include "tst_filestore.moc"
