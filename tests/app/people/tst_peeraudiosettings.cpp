// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/people/peeraudiosettings.h"
#include "tests/support/fakeroom.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

namespace {

const Address ana = numberedAddress(1);
const Address bo = numberedAddress(2);

//! Settings in a temporary file.
struct SettingsFile {
    QTemporaryDir folder;
    QSettings settings{folder.filePath(u"voices.ini"_s), QSettings::IniFormat};

    QStringList lines()
    {
        settings.sync();
        return QSettings(settings.fileName(), QSettings::IniFormat).value(u"voice/people"_s).toStringList();
    }
    void edit(const QStringList &lines) { settings.setValue(u"voice/people"_s, lines); }
};

} // namespace

//! Volume and mute settings per person.
class TestPeerAudioSettings : public QObject {
    Q_OBJECT

private slots:
    void savesSettingsByAddress()
    {
        SettingsFile file;
        QList<Address> changed;
        {
            PeerAudioSettings people(file.settings);
            connect(&people, &PeerAudioSettings::audioChanged, &people,
                    [&](const Address &who) { changed.append(who); });
            QVERIFY(people.audioOf(ana) == PeerAudioSettings::PeerAudio());
            people.setVolume(ana, 0.25F);
            people.setVolume(bo, 1.5F);
            people.setMuted(bo, true);
            people.setVolume(bo, 1.5F); // unchanged
            QCOMPARE(changed, (QList{ana, bo, bo}));
        }
        QCOMPARE(file.lines(), (QStringList{ana.toLower() + u"=0.25"_s, bo.toLower() + u"=1.50 muted"_s}));
        const PeerAudioSettings again(file.settings);
        QVERIFY(again.audioOf(ana) == (PeerAudioSettings::PeerAudio{0.25F, false}));
        QVERIFY(again.audioOf(bo) == (PeerAudioSettings::PeerAudio{1.5F, true}));
        QCOMPARE(again.adjusted().size(), 2);
    }

    void doesNotSaveDefaults()
    {
        SettingsFile file;
        PeerAudioSettings people(file.settings);
        people.setMuted(ana, true);
        QCOMPARE(file.lines(), QStringList{ana.toLower() + u"=1.00 muted"_s});
        people.setMuted(ana, false);
        QVERIFY(file.lines().isEmpty());
        people.setVolume(bo, 0);
        people.setVolume(bo, 1);
        QVERIFY(file.lines().isEmpty());
        QVERIFY(people.adjusted().isEmpty());
    }

    void clampsVolume()
    {
        SettingsFile file;
        PeerAudioSettings people(file.settings);
        people.setVolume(ana, 7);
        QCOMPARE(people.audioOf(ana).volume, PeerAudioSettings::maxVolume);
        people.setVolume(ana, -1);
        QCOMPARE(people.audioOf(ana).volume, 0.F);
    }

    void limitsSavedPeople()
    {
        SettingsFile file;
        constexpr int most = PeerAudioSettings::maxPeople;
        QStringList lines;
        for (int who = 0; who < most + 10; ++who)
            lines.append(numberedAddress(who).toLower() + u"=0.50"_s);
        file.edit(lines);
        PeerAudioSettings people(file.settings);
        QCOMPARE(people.adjusted().size(), most);
        const Address more = numberedAddress(most + 20);
        people.setMuted(more, true);
        QCOMPARE(people.adjusted().size(), most);
        QVERIFY(!people.audioOf(more).isMuted);
        people.setVolume(numberedAddress(3), 0.75F); // existing entries can still change
        QCOMPARE(people.audioOf(numberedAddress(3)).volume, 0.75F);
        people.setVolume(numberedAddress(3), 1);
        people.setMuted(more, true); // uses the freed entry
        QVERIFY(people.audioOf(more).isMuted);
        QCOMPARE(file.lines().size(), most);
    }

    void skipsInvalidSettings()
    {
        SettingsFile file;
        const QString mine = ana.toLower();
        file.edit({u""_s, u"nonsense"_s, u"=1"_s, u"0x12=0.5"_s, mine + u"=loud"_s, mine + u"=-1"_s, mine + u"=2.01"_s,
                   mine + u"=nan"_s, mine + u"=inf"_s, mine + u"=1e400"_s, mine, mine + u"="_s,
                   bo.toChecksummed() + u"=0.5 muted"_s});
        const PeerAudioSettings people(file.settings);
        QCOMPARE(people.adjusted(), QList{bo});
        QVERIFY(people.audioOf(bo) == (PeerAudioSettings::PeerAudio{0.5F, true}));
        file.settings.setValue(u"voice/people"_s, 42);
        QVERIFY(PeerAudioSettings(file.settings).adjusted().isEmpty());
    }

    void reportsTalkingChanges()
    {
        SettingsFile file;
        PeerAudioSettings people(file.settings);
        QList<QSet<Address>> changes;
        connect(&people, &PeerAudioSettings::talkingChanged, &people, [&](const auto &who) { changes.append(who); });
        people.setTalking({});
        QVERIFY(changes.isEmpty());
        people.setTalking({ana});
        people.setTalking({ana});
        people.setTalking({bo});
        QVERIFY(people.isTalking(bo) && !people.isTalking(ana));
        QCOMPARE(people.talking(), QSet{bo});
        people.setTalking({});
        QCOMPARE(changes, (QList<QSet<Address>>{{ana}, {ana, bo}, {bo}}));
    }

    void returnsVoiceStatistics()
    {
        SettingsFile file;
        PeerAudioSettings people(file.settings);
        QVERIFY(!people.statsOf(ana));
        SpeakerStats stats;
        stats.packets = 12;
        people.setStats({{ana, stats}});
        QVERIFY(people.statsOf(ana));
        QCOMPARE(people.statsOf(ana)->packets, 12U);
        QVERIFY(!people.statsOf(bo));
    }
};

ISLET_TEST(TestPeerAudioSettings);
#include "tst_peeraudiosettings.moc"
