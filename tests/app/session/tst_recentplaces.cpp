// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/protocols.h"
#include "app/session/recentplaces.h"
#include "tests/support/hostilecorpus.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! The recent places, across starts of the program.
class TestRecentPlaces : public QObject {
    Q_OBJECT

private:
    //! A settings file that is reread each time, as on a new start.
    class Settings {
    public:
        QString path() const { return m_folder.filePath(u"islet.ini"_s); }
        QByteArray bytes() const
        {
            QFile file(path());
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }
        void write(const QByteArray &bytes) const
        {
            QFile file(path());
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
                qFatal("the settings file cannot be written");
        }
        QStringList places() const
        {
            QSettings settings(path(), QSettings::IniFormat);
            return RecentPlaces(settings, allProtocols()).all();
        }
        bool remember(const QString &place) const
        {
            QSettings settings(path(), QSettings::IniFormat);
            return RecentPlaces(settings, allProtocols()).remember(*ConnectionString::parse(place));
        }

    private:
        QTemporaryDir m_folder;
    };

    static QString room(int number) { return u"ws-room:wss://host/rooms/%1"_s.arg(number); }

private slots:
    void namesPlaces_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        const auto row = [](const QString &typed, const QString &name) {
            QTest::newRow(qPrintable(typed.first(qMin<qsizetype>(typed.size(), 60)))) << typed << name;
        };
        row(u"ws-room:ws://127.0.0.1:5931/rooms/lobby"_s, u"lobby at 127.0.0.1:5931"_s);
        row(u"ws-room:wss://host.example.org/rooms/lobby/?token=SECRET"_s, u"lobby at host.example.org"_s);
        row(u"ws-room:host.example.org/x/y"_s, u"host.example.org/x/y"_s);
        row(u"ws-room:ws://[::1]:5003/rooms/x"_s, u"x at [::1]:5003"_s);
        row(u"name.dcl.eth"_s, u"name.dcl.eth"_s);
        row(u"main"_s, u"realm-provider.decentraland.org/main"_s);
        row(u"https://peer.example.org/"_s, u"peer.example.org"_s);
        row(u"https://peer.example.org/about"_s, u"peer.example.org"_s);
        row(u"peer.example.org:8000/north"_s, u"peer.example.org:8000/north"_s);
        row(u"signed-login:https://login.example.org/in"_s, u"login.example.org/in"_s);
        row(u"archipelago:archipelago:wss://islands.example.org/ws"_s, u"islands.example.org/ws"_s);
        row(u"simulator:?peers=300&seed=7"_s, u"a simulated room"_s);
        row(u"offline:here"_s, u"an offline room"_s);
        // Parts that could be mistaken for another server.
        row(u"wss://evil.example/rooms/lobby%20at%20good.example"_s, u"evil.example/rooms/lobby%20at%20good.example"_s);
        row(u"wss://evil.example/rooms/good.example"_s, u"evil.example/rooms/good.example"_s);
        row(u"wss://p\u0430ypal.example/rooms/x"_s, u"x at xn--pypal-4ve.example"_s);
        row(u"https://good.example."_s + u"x."_s.repeated(80) + u"evil.example"_s,
            u"…"_s + (u"x."_s.repeated(80) + u"evil.example"_s).last(64));
        row(u"wss://evil.example/"_s + QString(400, u'x'), u"evil.example/"_s + QString(62, u'x') + u'…');
    }
    void namesPlaces()
    {
        QFETCH(const QString, typed);
        const auto place = ConnectionString::fromTyped(typed);
        QVERIFY2(place, place ? "" : qPrintable(place.error().detail));
        const Settings file;
        QSettings settings(file.path(), QSettings::IniFormat);
        QTEST(RecentPlaces(settings, allProtocols()).nameOf(*place), "name");
    }

    void startsEmpty()
    {
        const Settings settings;
        QCOMPARE(settings.places(), QStringList());
        QCOMPARE(settings.bytes(), QByteArray()); // reading writes nothing
    }

    void ordersLatestFirst()
    {
        const Settings settings;
        QVERIFY(settings.remember(room(1)));
        QVERIFY(settings.remember(room(2)));
        QCOMPARE(settings.places(), (QStringList{room(2), room(1)}));
        QVERIFY(settings.remember(room(1))); // visited again
        QCOMPARE(settings.places(), (QStringList{room(1), room(2)}));
        QVERIFY(!settings.remember(room(1))); // unchanged
        QCOMPARE(settings.places(), (QStringList{room(1), room(2)}));
    }

    void boundsPlaces()
    {
        const Settings settings;
        constexpr int many = 100;
        for (int i = 0; i < many; ++i)
            settings.remember(room(i));
        const QStringList places = settings.places();
        QCOMPARE(places.size(), RecentPlaces::maxPlaces);
        QCOMPARE(places.first(), room(many - 1));
        QCOMPARE(places.last(), room(many - int(RecentPlaces::maxPlaces)));
        QVERIFY(!settings.bytes().contains("rooms/1$") && !settings.bytes().contains("rooms/50"));
    }

    void roundTripsEverySpelling_data()
    {
        QTest::addColumn<QString>("place");
        for (const QString &place :
             {u"offline:"_s, u"ws-room:wss://host/rooms/a,b;c"_s, u"ws-room:wss://host/\"quoted\"\\backslash"_s,
              u"ws-room:wss://host/100%25%20%"_s, u"ws-room:wss://höst/rooms/zoë 👋"_s, u"offline:/@Variant(y)"_s,
              u"simulator:?peers=25&seed=7&loss=0.05"_s, u"offline:[General] places=none"_s, u"offline:;=#"_s})
            QTest::newRow(qPrintable(place)) << place;
    }
    void roundTripsEverySpelling()
    {
        QFETCH(const QString, place);
        const Settings alone;
        QVERIFY(alone.remember(place));
        QCOMPARE(alone.places(), QStringList{place});
        const Settings withOthers;
        QVERIFY(withOthers.remember(room(1)));
        QVERIFY(withOthers.remember(place));
        QCOMPARE(withOthers.places(), (QStringList{place, room(1)}));
    }

    void neverWritesSecrets_data()
    {
        QTest::addColumn<QString>("place");
        for (const QString &place :
             {u"livekit:wss://host?access_token=S3CR3T"_s, u"livekit:wss://host?ACCESS_TOKEN=S3CR3T"_s,
              u"ws-room:wss://host/rooms/x?a=1&token=S3CR3T"_s, u"ws-room:wss://host/rooms/x?whatever=S3CR3T"_s,
              u"ws-room:wss://me:S3CR3T@host/rooms/x"_s, u"ws-room:wss://S3CR3T@host/rooms/x"_s,
              u"signed-login:https://me:S3CR3T@host/login?x=1"_s, u"simulator:?peers=2&key=S3CR3T"_s,
              u"ws-room:wss://host/rooms/x#access_token=S3CR3T"_s})
            QTest::newRow(qPrintable(place)) << place;
    }
    void neverWritesSecrets()
    {
        QFETCH(const QString, place);
        const Settings settings;
        settings.remember(room(1));
        {
            QSettings file(settings.path(), QSettings::IniFormat);
            RecentPlaces places(file, allProtocols());
            QVERIFY(!places.remember(*ConnectionString::parse(place)));
            QCOMPARE(places.all(), QStringList{room(1)});
            places.remember(*ConnectionString::parse(room(2))); // rewrites the file
        }
        QVERIFY2(!settings.bytes().contains("S3CR3T"), settings.bytes().constData());
        QVERIFY(settings.bytes().contains("rooms/2"));
    }

    void dropsSecretsInFile()
    {
        // Edited by hand, or by another program.
        const Settings settings;
        settings.write(
            "[General]\nplaces=\"ws-room:wss://host/rooms/x?access_token=S3CR3T\", ws-room:wss://host/rooms/1\n");
        QCOMPARE(settings.places(), QStringList{room(1)});
        QVERIFY(settings.remember(room(2)));
        QVERIFY2(!settings.bytes().contains("S3CR3T"), settings.bytes().constData());
    }

    void ignoresInvalidEntries_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("good");
        QTest::newRow("empty") << QByteArray() << 0;
        QTest::newRow("not a settings file") << QByteArray("\x7f"
                                                           "ELF\x02\x01\x01\0\0\0\xff\xfe junk\n[\n]]=",
                                                           23)
                                             << 0;
        QTest::newRow("empty list") << QByteArray("[General]\nplaces=\n") << 0;
        QTest::newRow("invalid variant") << QByteArray("[General]\nplaces=@Invalid()\n") << 0;
        QTest::newRow("a number") << QByteArray("[General]\nplaces=42\n") << 0;
        QTest::newRow("bytes") << QByteArray("[General]\nplaces=@ByteArray(\\xff\\0x:y)\n") << 0;
        QTest::newRow("broken variant") << QByteArray("[General]\nplaces=@Variant(\\0\\0\\0\\x7f\\xff\\xff\\xff)\n")
                                        << 0;
        QTest::newRow("huge list without content")
            << QByteArray("[General]\nplaces=@Variant(\\0\\0\\0\\v\\0\\xff\\xff\\xff\\xf0)\n") << 0;
        QTest::newRow("group of that name") << QByteArray("[places]\nsize=3\n1\\x=y\n") << 0;
        QTest::newRow("one valid among invalid")
            << QByteArray("[General]\nplaces=nonsense, ws-room:wss://host/rooms/1, 1:2, \":\", \"\", <img src=x>\n")
            << 1;
        QTest::newRow("very long place") << QByteArray("[General]\nplaces=x:") + QByteArray(1'000'000, 'y') << 0;
        QTest::newRow("very many places")
            << QByteArray("[General]\nplaces=") + QByteArray("offline:y, ").repeated(3'000) + "offline:y\n"
            << 8;
    }
    void ignoresInvalidEntries()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const int, good);
        const Settings settings;
        settings.write(bytes);
        const QStringList places = settings.places();
        QCOMPARE(places.size(), good);
        QVERIFY(std::ranges::all_of(places,
                                    [](const QString &place) { return ConnectionString::parse(place).has_value(); }));
        QVERIFY(settings.remember(room(7))); // still works
        QCOMPARE(settings.places().first(), room(7));
        QVERIFY(settings.places().size() <= RecentPlaces::maxPlaces);
    }

    void toleratesHostileTexts_data()
    {
        QTest::addColumn<QByteArray>("utf8");
        for (const HostileText &hostile : hostileTexts(9))
            QTest::newRow(hostile.name) << hostile.utf8.left(20'000);
    }
    void toleratesHostileTexts()
    {
        QFETCH(const QByteArray, utf8);
        const Settings raw;
        raw.write("[General]\nplaces=" + utf8 + ", offline:" + utf8 + "\n");
        QVERIFY(raw.places().size() <= RecentPlaces::maxPlaces);
        const Settings written;
        {
            QSettings file(written.path(), QSettings::IniFormat);
            file.setValue("places", QStringList{QString::fromUtf8(utf8), u"offline:"_s + QString::fromUtf8(utf8)});
        }
        for (const Settings *settings : {&raw, &written}) {
            for (const QString &place : settings->places())
                QVERIFY(ConnectionString::parse(place));
            QVERIFY(settings->remember(room(7)));
            QCOMPARE(settings->places().first(), room(7));
        }
    }

    void worksWithUnwritableFile()
    {
        // The folder is a file, so that root cannot write there either.
        const Settings settings;
        settings.write("I am a file");
        QSettings nowhere(settings.path() + u"/islet.ini"_s, QSettings::IniFormat);
        RecentPlaces places(nowhere, allProtocols());
        QVERIFY(places.remember(*ConnectionString::parse(room(1))));
        QCOMPARE(places.all(), QStringList{room(1)}); // for this run
    }
};

ISLET_TEST(TestRecentPlaces);
#include "tst_recentplaces.moc"
