// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "pseudolocale.h"
#include "tests/support/testmain.h"
#include "textprobe.h"

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! In a language of nobody: every word is given to be translated, and longer words have room.
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
    //! Opens, looks, and closes again.
    static QString look(WordWatch &w, Qt::Key key, Qt::KeyboardModifiers modifiers, const QString &name)
    {
        w.press(key, modifiers);
        const QString complaints = w.sees(name) ? w.complaints() : name + u" was not seen\n"_s;
        w.press(Qt::Key_Escape);
        return (w.misses(name) ? complaints : complaints + name + u" stays\n"_s)
            + (complaints.isEmpty() ? u""_s : u"  with "_s + name + u'\n');
    }

public:
    static void initMain() { RealWindow::prepare(); }

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("the smallest") << QSize(900, 600) << Qt::LeftToRight;
        QTest::newRow("usual") << QSize(1280, 800) << Qt::LeftToRight;
        QTest::newRow("right to left") << QSize(900, 600) << Qt::RightToLeft;
    }

    void fillsInWhatIsFilledInLater()
    {
        QCOMPARE(PseudoLocale::of(u"Fit"_s), u"[!!! Fît !!!]"_s);
        const QString words = PseudoLocale::of(u"Find in the chat (Ctrl+F), %1 of %n"_s);
        QVERIFY(words.contains(u"Ctrl+F"_s) && words.contains(u"%1"_s) && words.contains(u"%n"_s));
        QVERIFY(PseudoLocale::of(QString(100, u'x')).size() >= 140);
    }

    void beforeARoom()
    {
        WordWatch w(size(), direction());
        w.main.entry().leave();
        QVERIFY(w.sees(u"enterEmbedded"_s));
        QVERIFY2(w.complaints().isEmpty(), qPrintable(w.complaints()));
    }

    void whatWentWrong_data()
    {
        QTest::addColumn<QString>("place");
        QTest::newRow("no address") << u"nonsense"_s;
        QTest::newRow("no encryption") << u"ws-room:ws://192.0.2.1/rooms/a"_s;
        QTest::newRow("an unknown protocol") << u"livekit:wss://192.0.2.1"_s;
        QTest::newRow("a wrong option") << u"simulator:?peers=many"_s;
    }
    void whatWentWrong()
    {
        QFETCH(QString, place);
        WordWatch w(size(), direction());
        w.main.entry().enter(place);
        QVERIFY(w.sees(u"problem"_s));
        QVERIFY2(w.textOf(u"problem"_s).contains(PseudoLocale::begin), qPrintable(w.textOf(u"problem"_s)));
        QVERIFY2(w.complaints().isEmpty(), qPrintable(w.complaints()));
    }

    void inARoom()
    {
        WordWatch w(size(), direction());
        w.fill();
        QVERIFY2(w.complaints().isEmpty(), qPrintable(w.complaints()));
    }

    void settings_data()
    {
        QTest::addColumn<int>("section");
        QTest::newRow("you") << 0;
        QTest::newRow("look") << 1;
        QTest::newRow("sound") << 2;
        QTest::newRow("places") << 3;
        QTest::newRow("chat") << 4;
        QTest::newRow("map") << 5;
    }
    void settings()
    {
        QFETCH(int, section);
        WordWatch w(size(), direction());
        w.press(Qt::Key_Comma, Qt::ControlModifier);
        QVERIFY(w.sees(u"settingsSections"_s));
        for (int i = 0; i < section; ++i)
            w.press(Qt::Key_Down);
        QTRY_COMPARE(w.item(u"settingsSections"_s)->property("currentIndex").toInt(), section);
        QVERIFY2(w.complaints().isEmpty(), qPrintable(w.complaints()));
    }

    void whatOpensByKey()
    {
        WordWatch w(size(), direction());
        w.fill();
        QString complaints;
        complaints += look(w, Qt::Key_K, Qt::ControlModifier, u"paletteField"_s);
        complaints += look(w, Qt::Key_F1, {}, u"shortcutsList"_s);
        complaints += look(w, Qt::Key_H, Qt::ControlModifier, u"handshakeList"_s);
        complaints += look(w, Qt::Key_O, Qt::ControlModifier, u"embeddedPlace"_s);
        complaints += look(w, Qt::Key_E, Qt::ControlModifier, u"emote1"_s);
        complaints += look(w, Qt::Key_F, Qt::ControlModifier, u"chatSearchField"_s);
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints));
    }

    void whatOpensByMouse()
    {
        WordWatch w(size(), direction());
        w.fill();
        for (const auto &[button, opened] :
             {std::pair{u"soundButton"_s, u"microphoneChoice"_s}, std::pair{u"meButton"_s, u"nameField"_s},
              std::pair{u"personCardButton"_s, u"personMuteTick"_s}}) {
            w.click(button);
            QVERIFY2(w.sees(opened), qPrintable(opened));
            QVERIFY2(w.complaints().isEmpty(), qPrintable(w.complaints()));
            w.press(Qt::Key_Escape);
            QVERIFY(w.misses(opened));
        }
    }

    void theFirstStart()
    {
        WordWatch w(size(), direction());
        w.main.memory().welcome();
        QVERIFY(w.sees(u"welcomeNext"_s));
        QVERIFY2(w.complaints().isEmpty(), qPrintable(w.complaints()));
        w.click(u"welcomeNext"_s);
        QVERIFY(w.sees(u"microphoneChoice"_s));
        QVERIFY2(w.complaints().isEmpty(), qPrintable(w.complaints()));
        w.click(u"welcomeSkip"_s);
        QVERIFY(w.sees(u"placeField"_s));
        QVERIFY2(w.complaints().isEmpty(), qPrintable(w.complaints()));
    }
};

ISLET_GUI_TEST(TestPseudoLocale);
#include "tst_pseudolocale.moc"
