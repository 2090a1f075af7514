// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/look/personlook.h"
#include "app/me/myprofile.h"
#include "comms/profileexchange.h"
#include "tests/support/fakeroom.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! The name and the colour that others see of me.
class TestMyProfile : public QObject {
    Q_OBJECT

private:
    struct Mirror {
        explicit Mirror(const QString &folder)
            : settings(folder + u"/islet.ini"_s, QSettings::IniFormat)
        { }

        QSettings settings;
        FakeRoom room;
        Address me = numberedAddress(7);
        ProfileExchange exchange{room.adapter, me, MyProfile::read(settings), room.time.clock()};
        MyProfile profile{exchange, me, settings};
    };
    QTemporaryDir m_folder;

private slots:
    void init() { QFile::remove(m_folder.filePath(u"islet.ini"_s)); }

    void atFirst()
    {
        const Mirror mirror(m_folder.path());
        QCOMPARE(mirror.profile.name(), QString());
        QCOMPARE(mirror.profile.colorIndex(), -1);
        QCOMPARE(mirror.profile.color(), colorOf(mirror.me));
        QCOMPARE(MyProfile::colors().size(), 24);
    }

    void aNameIsToldAndKept()
    {
        quint32 version = 0;
        {
            Mirror mirror(m_folder.path());
            QSignalSpy changed(&mirror.profile, &MyProfile::changed);
            QVERIFY(mirror.profile.setName(u"  Ana María "_s));
            QCOMPARE(changed.count(), 1);
            QCOMPARE(mirror.profile.name(), u"Ana María"_s);
            mirror.profile.setColorIndex(4);
            QCOMPARE(mirror.profile.color(), MyProfile::colors().at(4));
            QCOMPARE(mirror.profile.addressColor(), colorOf(mirror.me));
            const quint32 before = mirror.exchange.own().version;
            mirror.profile.setColorIndex(5);
            mirror.profile.setColorIndex(4);
            version = mirror.exchange.own().version;
            QVERIFY(version > before); // newer than what others have
        }
        const Mirror later(m_folder.path());
        QCOMPARE(later.profile.name(), u"Ana María"_s);
        QCOMPARE(later.profile.colorIndex(), 4);
        QVERIFY(later.exchange.own().version >= version);
    }

    void aBadNameChangesNothing()
    {
        Mirror mirror(m_folder.path());
        QVERIFY(mirror.profile.setName(u"Ana"_s));
        QVERIFY(!mirror.profile.setName(QString(100, u'x')));
        QVERIFY2(mirror.profile.problem().endsWith(u'.'), qPrintable(mirror.profile.problem()));
        QCOMPARE(mirror.profile.name(), u"Ana"_s);
        QVERIFY(mirror.profile.setName(u" "_s)); // no name at all is fine
        QCOMPARE(mirror.profile.name(), QString());
        QCOMPARE(mirror.profile.problem(), QString());
    }

    void theColourOfOnesAddressAgain()
    {
        Mirror mirror(m_folder.path());
        mirror.profile.setColorIndex(4);
        mirror.profile.setColorIndex(-1);
        QCOMPARE(mirror.profile.color(), colorOf(mirror.me));
        QVERIFY(!mirror.exchange.own().color);
        mirror.profile.setColorIndex(24); // there is none
        QCOMPARE(mirror.profile.colorIndex(), -1);
    }

    void editedSettings()
    {
        {
            QSettings settings(m_folder.filePath(u"islet.ini"_s), QSettings::IniFormat);
            settings.setValue(u"profile/name"_s, QString(500, u'y'));
            settings.setValue(u"profile/color"_s, u"green"_s);
            settings.setValue(u"profile/version"_s, u"many"_s);
        }
        const Mirror mirror(m_folder.path());
        QCOMPARE(mirror.profile.name(), QString());
        QCOMPARE(mirror.profile.colorIndex(), -1);
    }

    void othersColoursAreOnesOfOurs()
    {
        Profile profile;
        profile.color = Rgb{0x30, 0x80, 0xd0}; // nearly the first
        QCOMPARE(colorOf(numberedAddress(1), &profile), MyProfile::colors().at(0));
        profile.color = Rgb{255, 255, 255}; // unreadable on paper
        QVERIFY(MyProfile::colors().contains(colorOf(numberedAddress(1), &profile)));
        profile.color.reset();
        QCOMPARE(colorOf(numberedAddress(1), &profile), colorOf(numberedAddress(1)));
    }

    void aNameNeverStandsAlone()
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
