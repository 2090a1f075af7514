// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/look/personlook.h"
#include "app/me/myprofile.h"
#include "tests/support/fakeroom.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! The name and the colour that peers see.
class TestMyProfile : public QObject {
    Q_OBJECT

private:
    struct Fixture {
        explicit Fixture(const QString &folder)
            : settings(folder + u"/islet.ini"_s, QSettings::IniFormat)
        { }

        QSettings settings;
        FakeRoom room{{}, CommsSession::Retry::Never, MyProfile::read(settings)};
        Address me = numberedAddress(7);
        ProfileExchange &exchange = room.client.profiles();
        MyProfile profile{exchange, me, settings};
    };
    QTemporaryDir m_folder;

private slots:
    void init() { QFile::remove(m_folder.filePath(u"islet.ini"_s)); }

    void isEmptyAtFirst()
    {
        const Fixture fixture(m_folder.path());
        QCOMPARE(fixture.profile.name(), QString());
        QCOMPARE(fixture.profile.colorIndex(), -1);
        QCOMPARE(fixture.profile.color(), colorOf(fixture.me));
        QCOMPARE(MyProfile::colors().size(), 24);
    }

    void announcesAndSavesName()
    {
        quint32 version = 0;
        {
            Fixture fixture(m_folder.path());
            QSignalSpy changed(&fixture.profile, &MyProfile::changed);
            QVERIFY(fixture.profile.setName(u"  Ana María "_s));
            QCOMPARE(changed.count(), 1);
            QCOMPARE(fixture.profile.name(), u"Ana María"_s);
            fixture.profile.setColorIndex(4);
            QCOMPARE(fixture.profile.color(), MyProfile::colors().at(4));
            QCOMPARE(fixture.profile.addressColor(), colorOf(fixture.me));
            const quint32 before = fixture.exchange.own().version;
            fixture.profile.setColorIndex(5);
            fixture.profile.setColorIndex(4);
            version = fixture.exchange.own().version;
            QVERIFY(version > before); // newer than the peers' copy
        }
        const Fixture later(m_folder.path());
        QCOMPARE(later.profile.name(), u"Ana María"_s);
        QCOMPARE(later.profile.colorIndex(), 4);
        QVERIFY(later.exchange.own().version >= version);
    }

    void rejectsInvalidName()
    {
        Fixture fixture(m_folder.path());
        QVERIFY(fixture.profile.setName(u"Ana"_s));
        QVERIFY(!fixture.profile.setName(QString(100, u'x')));
        QVERIFY2(fixture.profile.problem().endsWith(u'.'), qPrintable(fixture.profile.problem()));
        QCOMPARE(fixture.profile.name(), u"Ana"_s);
        QVERIFY(fixture.profile.setName(u" "_s)); // an empty name is valid
        QCOMPARE(fixture.profile.name(), QString());
        QCOMPARE(fixture.profile.problem(), QString());
    }

    void returnsToTheColorOfTheAddress()
    {
        Fixture fixture(m_folder.path());
        fixture.profile.setColorIndex(4);
        fixture.profile.setColorIndex(-1);
        QCOMPARE(fixture.profile.color(), colorOf(fixture.me));
        QVERIFY(!fixture.exchange.own().color);
        fixture.profile.setColorIndex(24); // out of range
        QCOMPARE(fixture.profile.colorIndex(), -1);
    }

    void ignoresInvalidSettings()
    {
        {
            QSettings settings(m_folder.filePath(u"islet.ini"_s), QSettings::IniFormat);
            settings.setValue(u"profile/name"_s, QString(500, u'y'));
            settings.setValue(u"profile/color"_s, u"green"_s);
            settings.setValue(u"profile/version"_s, u"many"_s);
        }
        const Fixture fixture(m_folder.path());
        QCOMPARE(fixture.profile.name(), QString());
        QCOMPARE(fixture.profile.colorIndex(), -1);
    }

    void mapsPeerColorsToThePalette()
    {
        Profile profile;
        profile.color = Rgb{0x30, 0x80, 0xd0}; // close to the first palette colour
        QCOMPARE(colorOf(numberedAddress(1), &profile), MyProfile::colors().at(0));
        profile.color = Rgb{255, 255, 255}; // unreadable on paper
        QVERIFY(MyProfile::colors().contains(colorOf(numberedAddress(1), &profile)));
        profile.color.reset();
        QCOMPARE(colorOf(numberedAddress(1), &profile), colorOf(numberedAddress(1)));
    }

    void showsNamesWithTheAddress()
    {
        Profile profile;
        const Address ana = numberedAddress(1);
        QCOMPARE(nameOf(ana, nullptr), ana.toShort());
        QCOMPARE(nameOf(ana, &profile), ana.toShort());
        profile.name = u"Ana"_s;
        QCOMPARE(nameOf(ana, &profile), u"Ana "_s + ana.toShort());
    }
};

ISLET_TEST(TestMyProfile);
#include "tst_myprofile.moc"
