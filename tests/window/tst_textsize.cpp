// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "realwindow.h"
#include "tests/support/fakeroom.h"
#include "tests/support/testmain.h"
#include "tests/support/waiting.h"

#include <algorithm>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

//! Text sizes in the smallest window: everything stays reachable.
class TestTextSize : public QObject {
    Q_OBJECT

public:
    static void initMain() { RealWindow::prepare(); }

private:
    struct SmallWindow : RealWindow {
        explicit SmallWindow(double textSize, QSize size = {900, 600})
        {
            app.appearance()->setTextSize(textSize);
            if (!show() || !QTest::qWaitForWindowActive(window))
                qFatal("no window");
            window->resize(size);
            if (!waitUntil([&] { return window->contentItem()->size() == QSizeF(size); }))
                qFatal("the window cannot be resized");
            enterRoom();
            emit room.peerJoined(numberedAddress(1));
            window->grabWindow();
        }
        //! The rectangle of the open popup; null until it is fully opaque.
        QRectF popup() const
        {
            const auto all = items();
            const auto found = std::ranges::find_if(all, [](const QQuickItem *item) {
                return item->inherits("QQuickPopupItem") && item->isVisible() && item->opacity() == 1
                    && item->property("text").toString().isEmpty();
            });
            return found == all.end() ? QRectF() : (*found)->mapRectToScene((*found)->boundingRect());
        }
        //! One line for each text in a popup that does not fit its item, or whose item leaves the popup.
        QString overflowingTexts() const
        {
            window->grabWindow();
            QString found;
            int texts = 0;
            for (const QQuickItem *item : items()) {
                const QQuickItem *frame = frameOf(item);
                if (!frame || !item->inherits("QQuickText") || !item->isVisible() || item->height() <= 0)
                    continue;
                ++texts;
                const bool isElided = item->property("elide").toInt() != Qt::ElideNone;
                const QRectF place = item->mapRectToItem(frame, item->boundingRect());
                if ((!isElided
                     && (item->property("contentWidth").toDouble() > item->width() + 1
                         || item->property("contentHeight").toDouble() > item->height() + 1))
                    || place.left() < -1 || place.right() > frame->width() + 1)
                    found += item->property("text").toString().left(60) + u'\n';
            }
            return texts == 0 ? u"No text found.\n"_s : found;
        }

    private:
        static const QQuickItem *frameOf(const QQuickItem *item)
        {
            while (item && !item->inherits("QQuickPopupItem"))
                item = item->parentItem();
            return item;
        }
    };

    static QList<QSize> sizes() { return {{900, 600}, {1280, 800}}; }

private slots:
    void changesTextSizeAtOnce()
    {
        SmallWindow small(1);
        const auto sizeOf = [&small] {
            return small.item(u"stateText"_s)->property("font").value<QFont>().pixelSize();
        };
        const int usual = sizeOf();
        small.app.appearance()->setTextSize(1.5);
        QCOMPARE(sizeOf(), qRound(usual * 1.5));
        small.app.appearance()->setTextSize(1);
        QCOMPARE(sizeOf(), usual);
    }

    void popupsFitWindow_data()
    {
        QTest::addColumn<double>("textSize");
        QTest::addColumn<QString>("button");
        for (const double size : {0.85, 1.0, 1.5}) {
            for (const QString &button :
                 {u"placesButton"_s, u"handshakeButton"_s, u"meButton"_s, u"personCardButton"_s, u"soundButton"_s})
                QTest::addRow("%s at %.2f", qPrintable(button), size) << size << button;
        }
    }
    void popupsFitWindow()
    {
        QFETCH(const double, textSize);
        QFETCH(const QString, button);
        SmallWindow small(textSize);
        QVERIFY(small.isSeen(button));
        small.click(button);
        QVERIFY(waitUntil([&] { return !small.popup().isNull(); }));
        small.window->grabWindow();
        const QRectF place = small.popup();
        QVERIFY2(QRectF(0, 0, 900, 600).contains(place),
                 qPrintable(u"%1 to %2 high"_s.arg(place.top()).arg(place.bottom())));
        QCOMPARE(small.overflowingTexts(), QString());
    }

    void settingsFitLargestText_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("section");
        for (const QSize size : sizes()) {
            for (int section = 0; section < 6; ++section)
                QTest::addRow("section %d, %d wide", section, size.width()) << size << section;
        }
    }
    void settingsFitLargestText()
    {
        QFETCH(const QSize, size);
        QFETCH(const int, section);
        SmallWindow small(Appearance::largestText, size);
        small.press(Qt::Key_Comma, Qt::ControlModifier);
        QVERIFY(small.waitUntilSeen(u"settingsSections"_s));
        QVERIFY(waitUntil([&] { return !small.popup().isNull(); }));
        for (int i = 0; i < section; ++i)
            small.press(Qt::Key_Down);
        QCOMPARE(small.item(u"settingsSections"_s)->property("currentIndex").toInt(), section);
        QCOMPARE(small.overflowingTexts(), QString());
    }

    void welcomeFitsLargestText()
    {
        for (const QSize size : sizes()) {
            SmallWindow small(Appearance::largestText, size);
            small.app.windowState()->welcome();
            QVERIFY(small.waitUntilSeen(u"welcomeNext"_s));
            for (int step = 0; step < 3; ++step) {
                QCOMPARE(small.overflowingTexts(), QString());
                if (step < 2)
                    small.click(u"welcomeNext"_s);
            }
        }
    }
};

ISLET_GUI_TEST(TestTextSize);
#include "tst_textsize.moc"
