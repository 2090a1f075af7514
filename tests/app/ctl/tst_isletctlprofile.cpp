// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "ctlprocess.h"
#include "protocol/profile.h"
#include "protocol/rfc4codec.h"
#include "tests/support/minicomms.h"
#include "tests/support/roomclient.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! Profile names in isletctl: two isletctl in the real mini-comms, and peers that send invalid names.
class TestIsletctlProfile : public QObject {
    Q_OBJECT

private:
    static constexpr int patience = 15'000; // ms
    MiniComms m_miniComms;
    int m_rooms = 0;

    static std::unique_ptr<CtlProcess> join(const QString &where, const QStringList &more = {})
    {
        return std::make_unique<CtlProcess>(QStringList{u"join"_s, where, u"--json"_s} + more);
    }
    static QJsonObject lastProfile(const CtlProcess &process)
    {
        const auto all = process.events(u"profile");
        return all.isEmpty() ? QJsonObject() : all.constLast();
    }
    static QList<QJsonObject> profilesOf(const CtlProcess &process, const QString &address)
    {
        auto all = process.events(u"profile");
        all.removeIf([&address](const QJsonObject &event) { return event["address"_L1].toString() != address; });
        return all;
    }

private slots:
    void initTestCase() { QVERIFY2(m_miniComms.start(), qPrintable(m_miniComms.why())); }

    void announcesNameToPeers()
    {
        const QString where = m_miniComms.connectionString(u"names%1"_s.arg(++m_rooms));
        const auto alice = join(where, {u"--name"_s, u" Alice <b>"_s});
        QTRY_COMPARE_WITH_TIMEOUT(alice->events(u"welcome").size(), 1, patience);
        const auto bob = join(where);
        QTRY_COMPARE_WITH_TIMEOUT(bob->events(u"profile").size(), 1, patience);
        const QString aliceAddress = bob->events(u"peerJoined").value(0)["address"_L1].toString();
        const QJsonObject first = bob->events(u"profile").constFirst();
        QCOMPARE(first["address"_L1].toString(), aliceAddress);
        QCOMPARE(first["name"_L1].toString(), u"Alice <b>"_s);
        QVERIFY(!first.contains(u"colour"_s) && !first.contains(u"description"_s) && !first.contains(u"known"_s));

        alice->say(u"name Al"_s);
        QTRY_VERIFY(alice->has(u"profile", u"name", u"Al"_s)); // our own profile, at once
        QCOMPARE(lastProfile(*alice)["address"_L1].toString(), aliceAddress);
        QTRY_VERIFY_WITH_TIMEOUT(bob->has(u"profile", u"name", u"Al"_s), patience);
        QCOMPARE(bob->events(u"profile").size(), 2);
        QCOMPARE(lastProfile(*bob)["version"_L1].toInteger(), first["version"_L1].toInteger() + 1);

        bob->say(u"profile "_s + aliceAddress);
        QTRY_COMPARE(bob->events(u"profile").size(), 3);
        QCOMPARE(lastProfile(*bob)["name"_L1].toString(), u"Al"_s);
        QCOMPARE(alice->flaw() + bob->flaw(), QString());
        QVERIFY(alice->events(u"error").isEmpty() && bob->events(u"error").isEmpty());
    }

    void reportsUnknownProfile()
    {
        const auto alone = join(u"offline:"_s);
        QTRY_COMPARE(alone->events(u"welcome").size(), 1);
        alone->say(u"profile 0x2BD0C9FE079c8FcA0E3352eb3D02839c371E5c41"_s);
        QTRY_COMPARE(alone->events(u"profile").size(), 1);
        QCOMPARE(lastProfile(*alone)["known"_L1], QJsonValue(false));
        QCOMPARE(lastProfile(*alone)["address"_L1].toString(), u"0x2bd0c9fe079c8fca0e3352eb3d02839c371e5c41"_s);
        QVERIFY(alone->events(u"error").isEmpty());
    }

    void reportsInvalidCommands_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("name without text") << u"name"_s;
        QTest::newRow("blank name") << u"name  \u200b "_s;
        QTest::newRow("name of 33 characters") << u"name "_s + QString(33, u'n');
        QTest::newRow("profile without an address") << u"profile"_s;
        QTest::newRow("profile with an invalid address") << u"profile Alice"_s;
    }
    void reportsInvalidCommands()
    {
        QFETCH(const QString, line);
        const auto alone = join(u"offline:"_s);
        QTRY_COMPARE(alone->events(u"welcome").size(), 1);
        alone->say(line);
        QTRY_COMPARE(alone->events(u"error").size(), 1);
        const QJsonObject error = alone->events(u"error").constFirst();
        QCOMPARE(error["command"_L1].toString(), line.section(u' ', 0, 0));
        QVERIFY(error["detail"_L1].toString().endsWith(u'.'));
        QVERIFY(alone->events(u"profile").isEmpty());
    }

    void sanitizesPeerNames()
    {
        Host host;
        const auto bob = join(host.where());
        const auto plain = std::make_unique<CtlProcess>(QStringList{u"join"_s, host.where()});
        QTRY_VERIFY(!bob->events(u"welcome").isEmpty() && plain->allOutput().contains("welcome"));
        RoomClient stranger;
        stranger.enter(host.port());
        QTRY_VERIFY(stranger.isIn());
        rfc4::Codec codec;
        const QString text = u"\x1b]0;owned\x07\u202etxt\n{}\u2066\u009b2J"_s;
        const Profile hostile{text, text, 1, true, Rgb{1, 2, 255}};
        const auto say = [&](const QByteArray &json) {
            stranger.say(codec.encode(rfc4::ProfileResponse{QString::fromUtf8(json), u"http://127.0.0.1:1/"_s}));
        };
        say(Profile{u"Bob"_s, {}, 9, false, {}}.toJson(Address())); // accepted: the web client's guests send no address
        say(Profile{u"Bob"_s, {}, 10, false, {}}.toJson(Identity::guest().address())); // refused: not theirs
        stranger.say(codec.encode(rfc4::Chat{u"the end"_s, 1}));
        QTRY_VERIFY(bob->has(u"chat", u"text", u"the end"_s));
        QCOMPARE(profilesOf(*bob, stranger.addressText()).size(), 1);
        QCOMPARE(profilesOf(*bob, stranger.addressText()).at(0)["version"_L1].toInt(), 9);

        RoomClient second;
        second.enter(host.port());
        QTRY_VERIFY(second.isIn());
        second.say(codec.encode(rfc4::ProfileResponse{QString::fromUtf8(hostile.toJson(second.address())), QString()}));
        QTRY_COMPARE(profilesOf(*bob, second.addressText()).size(), 1);
        const QJsonObject shown = profilesOf(*bob, second.addressText()).constFirst();
        QCOMPARE(shown["name"_L1].toString(), u"]0;owned txt {} 2J"_s);
        QCOMPARE(shown["description"_L1].toString(), u"]0;owned txt {} 2J"_s);
        QCOMPARE(shown["colour"_L1].toString(), u"#0102ff"_s);
        QTRY_VERIFY(plain->allOutput().contains("#0102ff"));
        for (const QByteArray &line : bob->lines() + plain->lines()) {
            for (const char c : line)
                QVERIFY2(uchar(c) >= 0x20 && uchar(c) != 0x7f, line.toPercentEncoding().constData());
        }
    }
};

ISLET_TEST(TestIsletctlProfile);
#include "tst_isletctlprofile.moc"
