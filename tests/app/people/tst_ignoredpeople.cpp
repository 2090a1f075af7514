// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "peoplefixture.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! The list of ignored people: one per identity, and robust against edited settings.
class TestIgnoredPeople : public QObject {
    Q_OBJECT

private:
    QString file() const { return m_folder.filePath(u"islet.ini"_s); }

    QTemporaryDir m_folder;
    const Address m_me = numberedAddress(1);
    const Address m_other = numberedAddress(2);
    const Address m_ana = numberedAddress(0x12ab);

private slots:
    void init() { QSettings(file(), QSettings::IniFormat).clear(); }

    void savesTheList()
    {
        {
            QSettings settings(file(), QSettings::IniFormat);
            IgnoredPeople people(settings, m_me);
            QSignalSpy changed(&people, &IgnoredPeople::changed);
            QSignalSpy listed(&people, &IgnoredPeople::addressesChanged);
            QVERIFY(people.setIgnored(m_ana, true));
            QVERIFY(people.setIgnored(m_ana.toLower(), true)); // already
            QVERIFY(!people.setIgnored(u"ana"_s, true));
            QCOMPARE(changed.count(), 1);
            QCOMPARE(listed.count(), 1);
        }
        QSettings settings(file(), QSettings::IniFormat);
        IgnoredPeople people(settings, m_me);
        QVERIFY(people.isIgnored(m_ana));
        QCOMPARE(people.addresses(), QStringList{m_ana.toChecksummed()});
        QVERIFY(people.setIgnored(m_ana, false));
        QVERIFY(!people.isIgnored(m_ana));
        QVERIFY(!IgnoredPeople(settings, m_me).isIgnored(m_ana));
    }

    void keepsOneListPerIdentity()
    {
        QSettings settings(file(), QSettings::IniFormat);
        IgnoredPeople people(settings, m_me);
        QVERIFY(people.setIgnored(m_ana, true));
        QSignalSpy changed(&people, &IgnoredPeople::changed);
        people.setMe(m_other);
        QVERIFY(!people.isIgnored(m_ana));
        QCOMPARE(changed.count(), 1);
        QVERIFY(people.setIgnored(m_me, true)); // my other identity is another person now
        people.setMe(m_me);
        QVERIFY(people.isIgnored(m_ana));
        QVERIFY(!people.isIgnored(m_me));
        QCOMPARE(changed.count(), 4);
    }

    void neverIgnoresMyself()
    {
        QSettings settings(file(), QSettings::IniFormat);
        IgnoredPeople people(settings, m_me);
        QVERIFY(!people.setIgnored(m_me, true));
        QVERIFY(people.addresses().isEmpty());
    }

    void limitsTheList()
    {
        QSettings settings(file(), QSettings::IniFormat);
        QStringList lines;
        for (int i = 0; i < IgnoredPeople::maxPerIdentity - 1; ++i)
            lines.append(m_me.toLower() + u'=' + numberedAddress(i + 10).toLower());
        settings.setValue(u"people/ignored"_s, lines);
        IgnoredPeople people(settings, m_me);
        QCOMPARE(people.addresses().size(), IgnoredPeople::maxPerIdentity - 1);
        QVERIFY(people.setIgnored(numberedAddress(0x7001), true));
        QVERIFY(!people.setIgnored(numberedAddress(0x7002), true));
        QVERIFY(people.setIgnored(numberedAddress(10), false)); // one free entry
        QVERIFY(people.setIgnored(numberedAddress(0x7002), true));
    }

    void skipsInvalidSettings()
    {
        QSettings settings(file(), QSettings::IniFormat);
        const QString mine = m_me.toLower();
        QStringList lines{u""_s,
                          u"="_s,
                          u"everybody"_s,
                          mine,
                          mine + u'=',
                          mine + u'=' + mine,
                          mine + u"=0x12 or so"_s,
                          mine + u'=' + m_ana.toLower(),
                          mine + u'=' + m_ana.toLower()};
        for (int i = 0; i < 20'000; ++i)
            lines.append(numberedAddress(i).toLower() + u'=' + m_other.toLower());
        settings.setValue(u"people/ignored"_s, lines);
        IgnoredPeople people(settings, m_me);
        QVERIFY(people.isIgnored(m_ana));
        QVERIFY(people.setIgnored(numberedAddress(0x7777), true));
        QVERIFY(settings.value(u"people/ignored"_s).toStringList().size() <= IgnoredPeople::maxTotal);
    }

    void hidesVoiceAndEmotesOfIgnoredPeople()
    {
        PeopleFixture fixture;
        fixture.room.join(m_ana);
        fixture.voices.setTalking({m_ana});
        fixture.room.emote(m_ana, u"wave"_s);
        QCOMPARE(fixture.shown(m_ana, PeersModel::BadgesRole).toString(), u"waves · no profile"_s);
        QVERIFY(fixture.all.ignored()->setIgnored(m_ana, true));
        QCOMPARE(fixture.voices.gainOf(m_ana), 0.F);
        QVERIFY(!fixture.voices.isTalking(m_ana));
        fixture.voices.setTalking({m_ana, m_other}); // they keep talking
        QVERIFY(!fixture.voices.isTalking(m_ana));
        QVERIFY(fixture.voices.isTalking(m_other));
        QCOMPARE(fixture.shown(m_ana, PeersModel::IgnoredRole), QVariant(true));
        QCOMPARE(fixture.shown(m_ana, PeersModel::BadgesRole).toString(), u"blocked · no profile"_s);
        fixture.advance(2s);
        QSignalSpy shown(fixture.all.emotes(), &EmoteFeed::shown);
        fixture.room.emote(m_ana, u"clap"_s);
        QCOMPARE(shown.count(), 0);
        QVERIFY(!fixture.all.emotes()->lastOf(m_ana));

        fixture.voices.setVolume(m_ana, 0.5F);
        QCOMPARE(fixture.voices.gainOf(m_ana), 0.F);
        QVERIFY(fixture.all.ignored()->setIgnored(m_ana, false));
        QCOMPARE(fixture.voices.gainOf(m_ana), 0.5F);
        fixture.voices.setMuted(m_ana, true);
        QCOMPARE(fixture.voices.gainOf(m_ana), 0.F);
        fixture.room.emote(m_ana, u"dance"_s);
        QCOMPARE(fixture.shown(m_ana, PeersModel::EmoteTextRole).toString(), u"dances"_s);
    }

    void appliesTheListAtStart()
    {
        {
            PeopleFixture fixture(file());
            QVERIFY(fixture.all.ignored()->setIgnored(m_ana, true));
        }
        PeopleFixture again(file());
        again.room.join(m_ana);
        QCOMPARE(again.voices.gainOf(m_ana), 0.F);
        QCOMPARE(again.shown(m_ana, PeersModel::IgnoredRole), QVariant(true));
        again.all.setMe(m_other); // whose list is empty
        QCOMPARE(again.voices.gainOf(m_ana), 1.F);
        QCOMPARE(again.shown(m_ana, PeersModel::IgnoredRole), QVariant(false));
    }
};

ISLET_TEST(TestIgnoredPeople);
#include "tst_ignoredpeople.moc"
