// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/map/mapitem.h"
#include "protocol/placement.h"
#include "realwindow.h"
#include "tests/support/fakeroom.h"
#include "tests/support/testmain.h"

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

namespace {

//! The window in a room with some peers, the nearest with the lowest number.
struct Pane : RealWindow {
    explicit Pane(int people = 3)
    {
        if (!show() || !QTest::qWaitForWindowActive(window))
            qFatal("no window");
        enterRoom();
        for (int who = 1; who <= people; ++who) {
            emit room.peerJoined(numberedAddress(who));
            room.hear(numberedAddress(who), rfc4::positionOf({{8 + float(who), 0, 8}, 0, {}}, 1));
        }
        models.people()->peers()->measure();
        models.people()->order()->renew();
        window->grabWindow();
    }
    void introduce(int who, const QString &name)
    {
        Profile profile;
        profile.name = name;
        profile.version = ++m_version;
        room.hear(numberedAddress(who),
                  rfc4::ProfileResponse{QString::fromUtf8(profile.toJson(numberedAddress(who))), {}});
    }
    QQuickItem *list() const { return item(u"peopleList"_s); }
    //! Focuses the list, as Tab does.
    void enterList() const { list()->forceActiveFocus(Qt::TabFocusReason); }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(window, static_cast<Qt::Key>(key), modifiers);
    }
    QString selected() const { return list()->property("selected").toString(); }
    bool waitUntilSeen(const QString &within) const
    {
        return QTest::qWaitFor([&] { return isSeen(within); });
    }
    bool waitUntilHidden(const QString &within) const
    {
        return QTest::qWaitFor([&] { return !isSeen(within); });
    }
    QList<QQuickItem *> rows() const
    {
        QList<QQuickItem *> found;
        for (QQuickItem *item : items()) {
            if (item->property("fullAddress").isValid() && item->property("badges").isValid() && item->isVisible())
                found.append(item);
        }
        return found;
    }

private:
    std::uint32_t m_version = 0;
};

QString addressOfPeer(int who)
{
    return numberedAddress(who).toChecksummed();
}

} // namespace

//! The list of people and their cards, with the rest of the window.
class TestPeoplePane : public QObject {
    Q_OBJECT

public:
    static void initMain() { RealWindow::prepare(); }

private slots:
    void worksByKeyboard()
    {
        Pane w;
        w.enterList();
        QCOMPARE(w.selected(), addressOfPeer(1)); // entering the list selects the first row
        w.press(Qt::Key_Down);
        QCOMPARE(w.selected(), addressOfPeer(2));
        w.press(Qt::Key_End);
        QCOMPARE(w.selected(), addressOfPeer(3));
        w.press(Qt::Key_Home);
        QCOMPARE(w.selected(), addressOfPeer(1));
        const bool follows = w.item(u"map"_s)->property("follow").toBool();
        w.press(Qt::Key_M); // typing searches; it neither mutes nor reaches the map
        w.press(Qt::Key_I);
        QVERIFY(!w.models.voice()->people().audioOf(numberedAddress(1)).isMuted);
        QVERIFY(!w.models.people()->ignored()->isIgnored(numberedAddress(1)));
        QCOMPARE(w.item(u"map"_s)->property("follow").toBool(), follows);
        w.press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(w.models.voice()->people().audioOf(numberedAddress(1)).isMuted);
        QVERIFY(!w.models.voice()->isMuted());
        w.press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(w.models.people()->ignored()->isIgnored(numberedAddress(1)));
        QTRY_COMPARE(w.textOf(u"personBadges"_s), u"blocked · muted · no profile"_s);
        w.press(Qt::Key_Return);
        QVERIFY(w.waitUntilSeen(u"personCard"_s));
        QCOMPARE(w.textOf(u"cardAddress"_s), numberedAddress(1).toShort());
        w.press(Qt::Key_Escape);
        QVERIFY(w.waitUntilHidden(u"personCard"_s));
        w.press(Qt::Key_Down); // focus has returned to the list
        QCOMPARE(w.selected(), addressOfPeer(2));
        w.press(Qt::Key_Escape);
        QVERIFY(w.item(u"map"_s)->hasActiveFocus());
    }

    void mapKeysWorkOutsideList()
    {
        Pane w;
        const bool before = w.item(u"map"_s)->property("follow").toBool();
        w.press(Qt::Key_M);
        QCOMPARE(w.item(u"map"_s)->property("follow").toBool(), !before);
        QVERIFY(!w.models.voice()->people().audioOf(numberedAddress(1)).isMuted);
    }

    void selectionFollowsPerson()
    {
        Pane w;
        w.enterList();
        w.press(Qt::Key_Down);
        w.room.hear(numberedAddress(3), rfc4::positionOf({{8, 0, 8}, 0, {}}, 2));
        w.models.people()->peers()->measure();
        w.item(u"map"_s)->forceActiveFocus(); // the list re-sorts only without focus
        w.models.people()->order()->renew();
        QCOMPARE(w.models.people()->order()->addressAt(0), addressOfPeer(3));
        QCOMPARE(w.selected(), addressOfPeer(2));
        QTRY_COMPARE(w.list()->property("currentIndex").toInt(), 2);
        emit w.room.peerLeft(numberedAddress(3));
        QTRY_COMPARE(w.list()->property("currentIndex").toInt(), 1);
        QCOMPARE(w.selected(), addressOfPeer(2));
    }

    void playsEmoteByKey()
    {
        Pane w;
        QTest::keyClick(w.window, Qt::Key_E, Qt::ControlModifier);
        QVERIFY(w.waitUntilSeen(u"emote1"_s));
        QCoreApplication::processEvents();
        w.type(u"3"_s);
        QVERIFY(w.waitUntilHidden(u"emote1"_s));
        QCOMPARE(w.room.sentOf<rfc4::PlayerEmote>().size(), 1U);
        QCOMPARE(w.room.sentOf<rfc4::PlayerEmote>().front().urn, u"raiseHand"_s);
        const auto *map = w.window->findChild<MapItem *>();
        QVERIFY(map);
        QCOMPARE(map->peerScene()->mine().emote, u"raises a hand"_s); // beside me on the map
        QVERIFY(map->peerScene()->mine().line.isEmpty());
        QVERIFY(w.models.chat()->send(u"may I?"_s));
        QCOMPARE(map->peerScene()->mine().line, u"may I?"_s);
        w.room.hear(numberedAddress(1), rfc4::PlayerEmote{1, u"kiss"_s, 1, std::nullopt});
        QCOMPARE(w.textOf(u"personBadges"_s), u"blows a kiss · no profile"_s);
    }

    void hostileNamesKeepTheLayout_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("long") << QString(32, u'W');
        QTest::newRow("combining marks") << (u"z"_s + QString(31, QChar(0x0336)));
        QTest::newRow("right to left") << u"\u202e\u05d0\u05d1\u05d2 evil"_s;
        QTest::newRow("markup") << u"<img src='http://127.0.0.1/x'>"_s;
        QTest::newRow("line breaks") << u"a\nb\nc\nd"_s;
    }
    void hostileNamesKeepTheLayout()
    {
        QFETCH(const QString, name);
        Pane w;
        const QRectF before = w.list()->mapRectToScene(w.list()->boundingRect());
        const double height = w.rows().constFirst()->height();
        w.introduce(1, name);
        w.models.voice()->people().setMuted(numberedAddress(1), true);
        w.models.voice()->people().setTalking({numberedAddress(1)});
        w.room.hear(numberedAddress(1), rfc4::PlayerEmote{1, QString(200, u'W'), 1, std::nullopt});
        w.window->grabWindow();
        QCOMPARE(w.list()->mapRectToScene(w.list()->boundingRect()), before);
        for (const QQuickItem *row : w.rows()) {
            QCOMPARE(row->height(), height);
            const QRectF frame = row->mapRectToScene(row->boundingRect());
            for (const QQuickItem *part : row->findChildren<QQuickItem *>()) {
                if (part->isVisible() && part->inherits("QQuickText") && part->width() > 0) {
                    const QRectF place = part->mapRectToScene(part->boundingRect());
                    QVERIFY2(frame.adjusted(-1, -1, 1, 1).contains(place),
                             qPrintable(part->property("text").toString()));
                }
            }
        }
        w.click(u"personCardButton"_s);
        QVERIFY(w.waitUntilSeen(u"personCard"_s));
        w.window->grabWindow();
        const QRectF card = w.placeOf(u"personCard"_s);
        QVERIFY(QRectF({}, w.window->size()).contains(card));
        QVERIFY(card.contains(w.placeOf(u"cardName"_s)));
    }

    void cardFitsSmallWindow()
    {
        Pane w;
        w.window->resize(900, 600);
        QTRY_COMPARE(w.window->size(), QSize(900, 600));
        w.introduce(3, u"Cleo"_s);
        w.window->grabWindow();
        w.enterList();
        w.press(Qt::Key_End);
        w.press(Qt::Key_Return);
        QVERIFY(w.waitUntilSeen(u"personCard"_s));
        w.window->grabWindow();
        QVERIFY(QRectF(0, 0, 900, 600).contains(w.placeOf(u"personCard"_s)));
        QVERIFY(w.placeOf(u"personCard"_s).contains(w.placeOf(u"personIgnoreTick"_s)));
    }
};

ISLET_GUI_TEST(TestPeoplePane);
#include "tst_peoplepane.moc"
