// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "pseudolocale.h"
#include "tests/support/testmain.h"
#include "textprobe.h"

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! The window in a pseudo-locale: every string is translated, and longer texts fit.
class TestPseudoLocale : public QObject {
    Q_OBJECT

private:
    static QSize size()
    {
        QFETCH_GLOBAL(QSize, size);
        return size;
    }
    static Qt::LayoutDirection direction()
    {
        QFETCH_GLOBAL(Qt::LayoutDirection, direction);
        return direction;
    }
    //! Opens a popup, checks it and closes it.
    static QString openAndCheck(TextProbe &w, Qt::Key key, Qt::KeyboardModifiers modifiers, const QString &name)
    {
        w.press(key, modifiers);
        const QString complaints = w.waitUntilSeen(name) ? w.complaints() : name + u" is not visible\n"_s;
        w.press(Qt::Key_Escape);
        return (w.waitUntilHidden(name) ? complaints : complaints + name + u" stays open\n"_s)
            + (complaints.isEmpty() ? u""_s : u"  with "_s + name + u'\n');
    }

public:
    static void initMain() { RealWindow::prepare(); }

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("smallest") << QSize(900, 600) << Qt::LeftToRight;
        QTest::newRow("default") << QSize(1280, 800) << Qt::LeftToRight;
        QTest::newRow("right to left") << QSize(900, 600) << Qt::RightToLeft;
    }

    void keepsPlaceholders()
    {
        QCOMPARE(PseudoLocale::translated(u"Fit"_s), u"[!!! Fît !!!]"_s);
        const QString words = PseudoLocale::translated(u"Search the chat (Ctrl+F), %1 of %n"_s);
        QVERIFY(words.contains(u"Ctrl+F"_s) && words.contains(u"%1"_s) && words.contains(u"%n"_s));
        QVERIFY(PseudoLocale::translated(QString(100, u'x')).size() >= 140);
    }

    void translatesWindowOutsideRoom()
    {
        TextProbe w(size(), direction());
        w.models.connection()->leave();
        QVERIFY(w.waitUntilSeen(u"enterEmbedded"_s));
        QVERIFY2(w.complaints().isEmpty(), qPrintable(w.complaints()));
    }

    void translatesProblems_data()
    {
        QTest::addColumn<QString>("place");
        QTest::newRow("invalid address") << u"nonsense"_s;
        QTest::newRow("unencrypted") << u"ws-room:ws://192.0.2.1/rooms/a"_s;
        QTest::newRow("unsupported protocol") << u"livekit:wss://192.0.2.1"_s;
        QTest::newRow("invalid option") << u"simulator:?peers=many"_s;
    }
    void translatesProblems()
    {
        QFETCH(QString, place);
        TextProbe w(size(), direction());
        w.models.connection()->enter(place);
        QVERIFY(w.waitUntilSeen(u"problem"_s));
        QVERIFY2(w.textOf(u"problem"_s).contains(PseudoLocale::begin), qPrintable(w.textOf(u"problem"_s)));
        QVERIFY2(w.complaints().isEmpty(), qPrintable(w.complaints()));
    }

    void translatesWindowInRoom()
    {
        TextProbe w(size(), direction());
        w.fill();
        QVERIFY2(w.complaints().isEmpty(), qPrintable(w.complaints()));
    }

    void translatesSettings_data()
    {
        QTest::addColumn<int>("section");
        QTest::newRow("you") << 0;
        QTest::newRow("appearance") << 1;
        QTest::newRow("sound") << 2;
        QTest::newRow("places") << 3;
        QTest::newRow("chat") << 4;
        QTest::newRow("map") << 5;
    }
    void translatesSettings()
    {
        QFETCH(int, section);
        TextProbe w(size(), direction());
        w.press(Qt::Key_Comma, Qt::ControlModifier);
        QVERIFY(w.waitUntilSeen(u"settingsSections"_s));
        for (int i = 0; i < section; ++i)
            w.press(Qt::Key_Down);
        QTRY_COMPARE(w.item(u"settingsSections"_s)->property("currentIndex").toInt(), section);
        QVERIFY2(w.complaints().isEmpty(), qPrintable(w.complaints()));
    }

    void translatesPopupsOpenedByKey()
    {
        TextProbe w(size(), direction());
        w.fill();
        QString complaints;
        complaints += openAndCheck(w, Qt::Key_K, Qt::ControlModifier, u"paletteField"_s);
        complaints += openAndCheck(w, Qt::Key_F1, {}, u"shortcutsList"_s);
        complaints += openAndCheck(w, Qt::Key_H, Qt::ControlModifier, u"handshakeList"_s);
        complaints += openAndCheck(w, Qt::Key_O, Qt::ControlModifier, u"embeddedPlace"_s);
        complaints += openAndCheck(w, Qt::Key_E, Qt::ControlModifier, u"emote1"_s);
        complaints += openAndCheck(w, Qt::Key_F, Qt::ControlModifier, u"chatSearchField"_s);
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints));
    }

    void translatesPopupsOpenedByMouse()
    {
        TextProbe w(size(), direction());
        w.fill();
        for (const auto &[button, opened] :
             {std::pair{u"soundButton"_s, u"microphoneChoice"_s}, std::pair{u"meButton"_s, u"nameField"_s},
              std::pair{u"personCardButton"_s, u"personMuteTick"_s}}) {
            w.click(button);
            QVERIFY2(w.waitUntilSeen(opened), qPrintable(opened));
            QVERIFY2(w.complaints().isEmpty(), qPrintable(w.complaints()));
            w.press(Qt::Key_Escape);
            QVERIFY(w.waitUntilHidden(opened));
        }
    }

    void translatesWelcome()
    {
        TextProbe w(size(), direction());
        w.app.windowState()->welcome();
        QVERIFY(w.waitUntilSeen(u"welcomeNext"_s));
        QVERIFY2(w.complaints().isEmpty(), qPrintable(w.complaints()));
        w.click(u"welcomeNext"_s);
        QVERIFY(w.waitUntilSeen(u"microphoneChoice"_s));
        QVERIFY2(w.complaints().isEmpty(), qPrintable(w.complaints()));
        w.click(u"welcomeSkip"_s);
        QVERIFY(w.waitUntilSeen(u"placeField"_s));
        QVERIFY2(w.complaints().isEmpty(), qPrintable(w.complaints()));
    }
};

ISLET_GUI_TEST(TestPseudoLocale);
#include "tst_pseudolocale.moc"
