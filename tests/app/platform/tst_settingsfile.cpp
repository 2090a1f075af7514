// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/look/appearance.h"
#include "app/me/myprofile.h"
#include "app/people/peeraudiosettings.h"
#include "app/platform/settingsfile.h"
#include "app/protocols.h"
#include "app/session/realmlist.h"
#include "app/session/recentplaces.h"
#include "app/voice/voicesettings.h"
#include "comms/profileexchange.h"
#include "identity/filestore.h"
#include "identity/identityvault.h"
#include "tests/support/ownhome.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

namespace {

QDateTime noon()
{
    return {{2026, 3, 4}, {12, 0}, Qt::UTC};
}

constexpr auto asideName = "Islet.conf.broken-20260304-120000"_L1;

//! Every key that the window stores.
const QStringList allKeys{
    u"voice/echoCancellation"_s,
    u"voice/noiseSuppression"_s,
    u"voice/gainControl"_s,
    u"voice/byVoice"_s,
    u"voice/margin"_s,
    u"voice/curve"_s,
    u"voice/microphone"_s,
    u"voice/loudspeaker"_s,
    u"voice/keys"_s,
    u"voice/checked"_s,
    u"voice/people"_s,
    u"cues/on"_s,
    u"cues/people"_s,
    u"cues/messages"_s,
    u"cues/talk"_s,
    u"places"_s,
    u"places/visited"_s,
    u"places/plainAllowed"_s,
    u"profile/name"_s,
    u"profile/color"_s,
    u"profile/version"_s,
    u"realms/source"_s,
    u"look/scheme"_s,
    u"look/motion"_s,
    u"look/textSize"_s,
    u"look/system"_s,
    u"identities/current"_s,
    u"identities/x/name"_s,
};

//! A folder with a settings file.
struct Home {
    QString file() const { return folder.filePath(u"Islet.conf"_s); }
    QStringList names() const
    {
        return QDir(folder.path()).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    }
    bool write(const QByteArray &content) const
    {
        QFile out(file());
        return out.open(QIODevice::WriteOnly) && out.write(content) == content.size();
    }
    static QByteArray read(const QString &path)
    {
        QFile in(path);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

    QTemporaryDir folder;
};

//! Files broken in typical ways, one each.
QHash<QString, QByteArray> brokenFiles()
{
    QByteArray noise;
    for (unsigned n = 1; noise.size() < 5'000; n = n * 1'103'515'245U + 12'345U)
        noise.append(static_cast<char>(n >> 16));
    return {{u"noise"_s, noise},
            {u"zeros after a crash"_s, "[voice]\nchecked=true\n" + QByteArray(4096, '\0')},
            {u"another kind of file"_s, "{\"voice\": {\"checked\": true}}\n{\"more\"\n"},
            {u"unterminated section"_s, "[voice\nchecked=true\n"},
            {u"too large"_s, "[voice]\nmicrophone=" + QByteArray(5 * 1024 * 1024, 'x') + '\n'}};
}

} // namespace

//! The settings open whatever the state of their file.
class TestSettingsFile : public QObject {
    Q_OBJECT

private slots:
    void startsWithoutFile()
    {
        const Home home;
        const QString path = home.folder.filePath(u"deep/er/Islet.conf"_s);
        SettingsFile file(path, &noon);
        QCOMPARE(file.problem(), QString());
        file.settings().setValue("look/scheme"_L1, u"Dark"_s);
        file.settings().sync();
        QVERIFY(Home::read(path).contains("scheme=Dark"));
    }

    void usesValidFile()
    {
        const Home home;
        QVERIFY(home.write("[voice]\nchecked=true\nkeys=T, Space\n; a comment\n\n[look]\nscheme=Dark\n"));
        SettingsFile file(home.file(), &noon);
        QCOMPARE(file.problem(), QString());
        QCOMPARE(file.settings().value("look/scheme"_L1).toString(), u"Dark"_s);
        QCOMPARE(home.names(), QStringList{u"Islet.conf"_s});
    }

    void acceptsEmptyFile()
    {
        const Home home;
        QVERIFY(home.write({}));
        SettingsFile file(home.file(), &noon);
        QCOMPARE(file.problem(), QString());
    }

    void setsBrokenFileAside_data()
    {
        QTest::addColumn<QByteArray>("content");
        const auto broken = brokenFiles();
        for (auto file = broken.begin(); file != broken.end(); ++file)
            QTest::newRow(qPrintable(file.key())) << file.value();
    }
    void setsBrokenFileAside()
    {
        QFETCH(const QByteArray, content);
        const Home home;
        QVERIFY(home.write(content));
        {
            SettingsFile file(home.file(), &noon);
            QVERIFY(file.problem().contains(asideName));
            QVERIFY(file.settings().allKeys().isEmpty());
            file.settings().setValue("look/scheme"_L1, u"Dark"_s);
        }
        QCOMPARE(Home::read(home.folder.filePath(asideName)), content); // no byte is lost
        // The next start reports no problem.
        SettingsFile again(home.file(), &noon);
        QCOMPARE(again.problem(), QString());
        QCOMPARE(again.settings().value("look/scheme"_L1).toString(), u"Dark"_s);
    }

    void neverOverwritesFilesSetAside()
    {
        const Home home;
        for (const QByteArray content : {"one\0", "two\0", "three\0"}) {
            QVERIFY(home.write(content + QByteArray(1, '\0')));
            SettingsFile file(home.file(), &noon);
            QVERIFY(!file.problem().isEmpty());
        }
        QCOMPARE(Home::read(home.folder.filePath(asideName)), QByteArray("one\0", 4));
        QCOMPARE(Home::read(home.folder.filePath(asideName + "-2"_L1)), QByteArray("two\0", 4));
        QCOMPARE(Home::read(home.folder.filePath(asideName + "-3"_L1)), QByteArray("three\0", 6));
    }

    void setsFolderAside()
    {
        const Home home;
        QVERIFY(QDir().mkpath(home.file() + u"/with/something"_s));
        SettingsFile file(home.file(), &noon);
        QVERIFY(file.problem().contains(asideName));
        QVERIFY(QDir(home.folder.filePath(asideName)).exists(u"with/something"_s));
        file.settings().setValue("look/scheme"_L1, u"Dark"_s);
        file.settings().sync();
        QVERIFY(Home::read(home.file()).contains("Dark"));
    }

    void setsDanglingLinkAside()
    {
        const Home home;
        QVERIFY(QFile::link(home.folder.filePath(u"not/there"_s), home.file()));
        SettingsFile file(home.file(), &noon);
        QVERIFY(file.problem().contains(asideName));
    }

    void fallsBackToTemporarySettings()
    {
        const Home home;
        QVERIFY(home.write("no folder"));
        SettingsFile file(home.file() + u"/Islet.conf"_s, &noon);
        QVERIFY(file.problem().contains(u"can't be saved"_s));
        file.settings().setValue("look/scheme"_L1, u"Dark"_s); // kept for this run
        QCOMPARE(file.settings().value("look/scheme"_L1).toString(), u"Dark"_s);
        QCOMPARE(Home::read(home.file()), QByteArray("no folder"));
    }

    void setsUnreadableFileAside()
    {
        if (::geteuid() == 0)
            QSKIP("root may read everything");
        const Home home;
        QVERIFY(home.write("[look]\nscheme=Dark\n"));
        QVERIFY(QFile::setPermissions(home.file(), {}));
        SettingsFile file(home.file(), &noon);
        QVERIFY(file.problem().contains(asideName));
    }

    void toleratesWrongValues_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::newRow("text") << QVariant(u"nonsense"_s);
        QTest::newRow("negative") << QVariant(-1);
        QTest::newRow("huge") << QVariant(1e300);
        QTest::newRow("NaN") << QVariant(u"nan"_s);
        QTest::newRow("list") << QVariant(QStringList(500, u"T"_s));
        QTest::newRow("bytes") << QVariant(QByteArray("\xff\0\x80\n[x]", 7));
        QTest::newRow("map") << QVariant(QVariantMap{{u"a"_s, 1}});
        QTest::newRow("markup") << QVariant(u"<img src=http://127.0.0.1/x>"_s);
        QTest::newRow("null") << QVariant();
        QTest::newRow("long") << QVariant(QString(100'000, u'x'));
    }
    void toleratesWrongValues()
    {
        QFETCH(const QVariant, value);
        const Home home;
        QSettings settings(home.file(), QSettings::IniFormat);
        for (const QString &key : allKeys)
            settings.setValue(key, value);
        settings.sync();

        SettingsFile file(home.file(), &noon);
        QCOMPARE(file.problem(), QString());
        const VoiceSettings voice(file.settings());
        QVERIFY(voice.margin() >= 3 && voice.margin() <= 30);
        QVERIFY(!voice.keys().isEmpty() && voice.keys().size() <= 4);
        QVERIFY(voice.microphone().size() <= 1'024);
        QVERIFY(PeerAudioSettings(file.settings()).adjusted().isEmpty());
        QVERIFY(RecentPlaces(file.settings(), allProtocols()).all().isEmpty());
        const Profile profile = MyProfile::read(file.settings());
        QVERIFY(profile.name.size() <= 128);
        const RealmList realms(file.settings());
        QCOMPARE(realms.rowCount({}), 0);
        const Appearance look(file.settings());
        QCOMPARE(look.scheme(), Appearance::FollowSystem);
        FileStore store(home.folder.filePath(u"store"_s));
        const IdentityVault vault(file.settings(), store, store);
        QVERIFY(vault.entries().isEmpty());
    }

    void opensWindowDespiteBrokenFile_data() { setsBrokenFileAside_data(); }
    void opensWindowDespiteBrokenFile()
    {
        QFETCH(const QByteArray, content);
        const Home home;
        QVERIFY(QDir(home.folder.path()).mkpath(u"Islet"_s));
        QFile broken(home.folder.filePath(u"Islet/Islet.conf"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        QCOMPARE(broken.write(content), content.size());
        broken.close();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"QT_QUICK_BACKEND"_s, u"software"_s);
        giveOwnHome(environment, home.folder.path());
        QProcess islet;
        islet.setProcessEnvironment(environment);
        islet.setProcessChannelMode(QProcess::ForwardedChannels);
        const QString picture = home.folder.filePath(u"islet.png"_s);
        islet.start(QStringLiteral(ISLET_BIN "/islet"), {u"--picture"_s, picture});
        QVERIFY(islet.waitForFinished(60'000));
        QCOMPARE(islet.exitCode(), 0);
        QCOMPARE(QImage(picture).size(), QSize(1280, 800));
        const QDir folder(home.folder.filePath(u"Islet"_s));
        QCOMPARE(folder.entryList({u"Islet.conf.broken-*"_s}).size(), 1);
    }
};

ISLET_TEST(TestSettingsFile);
#include "tst_settingsfile.moc"
