// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/chat/chatlinks.h"
#include "app/chat/namecompletion.h"
#include "tests/support/fakeroom.h"
#include "tests/support/hostilecorpus.h"
#include "tests/support/testmain.h"

#include <QDesktopServices>
#include <QTest>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! Links and names in chat lines.
class TestChatWords : public QObject {
    Q_OBJECT

public slots:
    void take(const QUrl &url) { m_opened.append(url); } // stands in for the browser

private:
    QList<QUrl> m_opened;

    static void joinNamed(FakeRoom &room, const Address &who, const QString &name)
    {
        Profile profile;
        profile.name = name;
        profile.version = 3;
        room.join(who);
        room.transport.hear(who, rfc4::ProfileResponse{QString::fromUtf8(profile.toJson(who)), {}});
    }

private slots:
    void findsLinks_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("none") << u"nothing here://"_s << QStringList();
        QTest::newRow("one") << u"see https://example.org/a?b=c#d now"_s
                             << QStringList{u"https://example.org/a?b=c#d"_s};
        QTest::newRow("in a sentence") << u"(at http://example.org/a_(b)), or https://x.org!"_s
                                       << QStringList{u"http://example.org/a_(b)"_s, u"https://x.org"_s};
        QTest::newRow("duplicate") << u"https://x.org https://x.org"_s << QStringList{u"https://x.org"_s};
        QTest::newRow("more than the maximum")
            << u"https://a.org https://b.org https://c.org https://d.org"_s
            << QStringList{u"https://a.org"_s, u"https://b.org"_s, u"https://c.org"_s};
        QTest::newRow("other schemes")
            << u"file:///etc/passwd javascript://x ftp://x.org data://x smb://x qrc:/x mailto:a@b.org"_s
            << QStringList();
        QTest::newRow("within a word") << u"xhttps://example.org"_s << QStringList();
        QTest::newRow("no host") << u"https:// http:///x https://?x"_s << QStringList();
        QTest::newRow("too long") << u"https://x.org/"_s + QString(maxLinkLength, u'x') << QStringList();
        QTest::newRow("upper case") << u"HTTPS://EXAMPLE.ORG"_s << QStringList{u"HTTPS://EXAMPLE.ORG"_s};
    }
    void findsLinks()
    {
        QFETCH(const QString, line);
        QFETCH(const QStringList, found);
        QCOMPARE(linksIn(line), found);
    }

    void findsOnlyWebLinksInHostileTexts()
    {
        for (const HostileText &hostile : hostileTexts(9)) {
            const QStringList links = linksIn(QString::fromUtf8(hostile.utf8));
            QVERIFY(links.size() <= maxLinks);
            for (const QString &link : links) {
                LinkQuestion question;
                question.setLink(link);
                const bool isWeb =
                    question.address().startsWith("http://"_L1) || question.address().startsWith("https://"_L1);
                QVERIFY2(isWeb && !question.host().isEmpty(), qPrintable(link));
                QVERIFY2(isFitToBeShown(question.address()), qPrintable(question.address()));
                QVERIFY2(isFitToBeShown(question.host()), qPrintable(question.host()));
            }
        }
    }

    void warnsAboutSuspiciousLinks_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("says");
        QTest::newRow("harmless") << u"https://example.org/x"_s << u"example.org"_s << QString();
        QTest::newRow("user name before @") << u"https://bank.com@evil.org/"_s << u"evil.org"_s << u"@"_s;
        QTest::newRow("mixed alphabets") << u"https://p\u0430ypal.com/"_s << u"xn--"_s << u"alphabets"_s;
        QTest::newRow("mixed alphabets as Punycode")
            << u"https://xn--pypal-4ve.com/"_s << u"p\u0430ypal.com"_s << u"alphabets"_s;
        QTest::newRow("non-ASCII letters") << u"https://m\u00fcnchen.de/"_s << u"xn--mnchen-3ya.de"_s << u"letters"_s;
        QTest::newRow("IP address") << u"https://127.0.0.1:8000/"_s << u"127.0.0.1"_s << u"IP address"_s;
        QTest::newRow("unencrypted") << u"http://example.org/"_s << u"example.org"_s << u"isn't encrypted"_s;
    }
    void warnsAboutSuspiciousLinks()
    {
        QFETCH(const QString, link);
        QFETCH(const QString, host);
        QFETCH(const QString, says);
        LinkQuestion question;
        question.setLink(link);
        QVERIFY2(question.host().contains(host), qPrintable(question.host()));
        QVERIFY2(question.warning().contains(says), qPrintable(question.warning()));
        QCOMPARE(question.warning().isEmpty(), says.isEmpty());
    }

    void opensOnlyWebLinks()
    {
        for (const QString &scheme : {u"https"_s, u"file"_s, u"javascript"_s})
            QDesktopServices::setUrlHandler(scheme, this, "take");
        for (const QString &link : {u"file:///etc/passwd"_s, u"javascript:alert(1)"_s, u"https://example.org/"_s}) {
            LinkQuestion question;
            question.setLink(link);
            question.open();
        }
        QCOMPARE(m_opened, QList<QUrl>{QUrl(u"https://example.org/"_s)});
        for (const QString &scheme : {u"https"_s, u"file"_s, u"javascript"_s})
            QDesktopServices::unsetUrlHandler(scheme);
    }

    void completesName()
    {
        FakeRoom room;
        NameCompletion names(room.directory, room.client.profiles());
        joinNamed(room, numberedAddress(1), u"Ana"_s);
        joinNamed(room, numberedAddress(2), u"Andrés Paz"_s);
        joinNamed(room, numberedAddress(3), u"Bo"_s);
        QVERIFY(names.complete(u"hello @an"_s, 9, false));
        QCOMPARE(
            names.names(),
            (QStringList{u"Ana "_s + numberedAddress(1).toShort(), u"Andrés Paz "_s + numberedAddress(2).toShort()}));
        QCOMPARE(names.word(), u"@Ana "_s);
        QCOMPARE(names.start(), 6);
        QCOMPARE(names.end(), 9);
        QVERIFY(names.complete(u"hello @Ana "_s, 11, false)); // again: next candidate
        QCOMPARE(names.word(), u"@Andrés Paz "_s);
        QCOMPARE(names.end(), 11);
        QVERIFY(names.complete(u"hello @Andrés Paz "_s, 18, true)); // previous candidate
        QCOMPARE(names.word(), u"@Ana "_s);
        names.finish();
        QCOMPARE(names.names(), QStringList());
        QVERIFY(names.complete(u"pa"_s, 2, false)); // matches any word of a name
        QCOMPARE(names.word(), u"@Andrés Paz "_s);
        QVERIFY(!names.complete(u"x"_s, 1, false));
        QVERIFY(!names.complete(u"hello "_s, 6, false));
        QVERIFY(!names.complete({}, 0, false));
        room.leave(numberedAddress(1));
        QVERIFY(names.complete(u"an"_s, 2, false));
        QCOMPARE(names.names().size(), 1);
    }

    void completesAddressOfUnnamedPeer()
    {
        FakeRoom room;
        NameCompletion names(room.directory, room.client.profiles());
        for (int who = 1; who < 40; ++who)
            room.join(numberedAddress(who));
        QVERIFY(names.complete(u"@"_s, 1, false));
        QCOMPARE(names.names().size(), NameCompletion::maxNames);
        QVERIFY(names.complete(u"0x0005"_s, 6, false));
        QCOMPARE(names.word(), u'@' + numberedAddress(5).toShort() + u' ');
    }
};

ISLET_GUI_TEST(TestChatWords);
#include "tst_chatwords.moc"
