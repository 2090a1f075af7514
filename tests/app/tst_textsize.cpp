// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "fakeroom.h"
#include "realwindow.h"
#include "support/waiting.h"

#include <algorithm>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! Larger text, in the smallest window: all of it can still be reached.
class TestTextSize : public QObject {
    Q_OBJECT

public:
    static void initMain() { RealWindow::prepare(); }

private:
    struct Small : RealWindow {
        explicit Small(double textSize)
        {
            main.appearance().setTextSize(textSize);
            if (!show() || !QTest::qWaitForWindowActive(window))
                qFatal("no window");
            window->resize(900, 600);
            if (!waitUntil([this] { return item(u"map"_s)->height() < 500; }))
                qFatal("the window does not become small");
            enterRoom();
            emit room.peerJoined(numberedAddress(1));
            window->grabWindow();
        }
        //! The place of the popup that is open; none while it is not there to its full.
        QRectF popup() const
        {
            const auto all = items();
            const auto found = std::ranges::find_if(all, [](const QQuickItem *item) {
                return item->inherits("QQuickPopupItem") && item->isVisible() && item->opacity() == 1
                    && item->property("text").toString().isEmpty();
            });
            return found == all.end() ? QRectF() : (*found)->mapRectToScene((*found)->boundingRect());
        }
    };

private slots:
    void textFollowsAtOnce()
    {
        Small small(1);
        const auto sizeOf = [&small] {
            return small.item(u"stateText"_s)->property("font").value<QFont>().pixelSize();
        };
        const int usual = sizeOf();
        small.main.appearance().setTextSize(1.5);
        QCOMPARE(sizeOf(), qRound(usual * 1.5));
        small.main.appearance().setTextSize(1);
        QCOMPARE(sizeOf(), usual);
    }

    void popupsStayInTheWindow_data()
    {
        QTest::addColumn<double>("textSize");
        QTest::addColumn<QString>("button");
        for (const double size : {0.85, 1.0, 1.5}) {
            for (const QString &button :
                 {u"placesButton"_s, u"handshakeButton"_s, u"meButton"_s, u"personCardButton"_s, u"soundButton"_s})
                QTest::addRow("%s at %.2f", qPrintable(button), size) << size << button;
        }
    }
    void popupsStayInTheWindow()
    {
        QFETCH(const double, textSize);
        QFETCH(const QString, button);
        Small small(textSize);
        QVERIFY(small.isSeen(button));
        small.click(button);
        QVERIFY(waitUntil([&] { return !small.popup().isNull(); }));
        small.window->grabWindow();
        const QRectF place = small.popup();
        QVERIFY2(QRectF(0, 0, 900, 600).contains(place),
                 qPrintable(u"%1 to %2 high"_s.arg(place.top()).arg(place.bottom())));
    }
};

QTEST_MAIN(TestTextSize)
#include "tst_textsize.moc"
