// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/window/mainwindow.h"
#include "nosound.h"
#include "tests/app/window/programfixture.h"
#include "tests/support/faketransport.h"
#include "tests/support/offscreen.h"

#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTest>

namespace islet::test {

//! The product's window, off-screen, in a room on a fake transport.
class RealWindow : public ProgramFixture {
public:
    //! `owner` is the key of the user's identity.
    explicit RealWindow(AudioPipeline::MakeSoundSystem sound = &NoSound::make,
                        const PrivateKey &owner = PrivateKey::generate())
        : ProgramFixture(Identity::create(owner))
        , models(dependenciesOf(client, activeIdentity, std::move(sound)))
    { }

    //! Must be called before the application is created.
    static void prepare()
    {
        drawOffscreen();
        QQuickStyle::setStyle(QStringLiteral("Basic"));
    }

    //! Returns nullptr if the QML cannot be loaded.
    QQuickWindow *show()
    {
        window = main.show();
        if (!window || !QTest::qWaitFor([this] { return main.isComplete(); }))
            return nullptr;
        window->grabWindow(); // forces layout
        return window;
    }
    //! Joins the offline room, then replaces its transport by `room`.
    void enterRoom()
    {
        models.connection()->enter(QStringLiteral("offline:"));
        client.adapter().setTransport(&room);
        room.open();
    }

    //! All items of the window, including those of popups.
    QList<QQuickItem *> items() const
    {
        QList<QQuickItem *> all{window->contentItem()};
        for (qsizetype i = 0; i < all.size(); ++i)
            all += all[i]->childItems();
        return all;
    }
    QQuickItem *item(const QString &objectName) const
    {
        for (QQuickItem *item : items()) {
            if (item->objectName() == objectName)
                return item;
        }
        return nullptr;
    }
    //! The item's rectangle in window coordinates.
    QRectF placeOf(const QString &objectName) const
    {
        const QQuickItem *found = item(objectName);
        return found ? found->mapRectToScene(found->boundingRect()) : QRectF();
    }
    bool isSeen(const QString &objectName) const
    {
        const QQuickItem *found = item(objectName);
        return found && found->isVisible() && found->width() > 0 && found->height() > 0;
    }
    QString textOf(const QString &objectName) const
    {
        const QQuickItem *found = item(objectName);
        return found ? found->property("text").toString() : QString();
    }
    void click(const QString &objectName) const
    {
        QTest::mouseClick(window, Qt::LeftButton, {}, placeOf(objectName).center().toPoint());
    }
    //! Draws the window meanwhile, so that the item is laid out.
    bool waitUntilSeen(const QString &objectName) const
    {
        return QTest::qWaitFor([&] {
            window->grabWindow();
            return isSeen(objectName);
        });
    }
    bool waitUntilHidden(const QString &objectName) const
    {
        return QTest::qWaitFor([&] { return !isSeen(objectName); });
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(window, key, modifiers); }
    void type(const QString &text) const
    {
        for (const QChar c : text)
            QTest::sendKeyEvent(QTest::Click, window, Qt::Key_unknown, c, Qt::NoModifier);
    }

    FakeTransport room; // outlives the client
    Client client{allProtocols(),
                  activeIdentity.identity(),
                  {.retry = CommsSession::Retry::WhenLost, .profile = MyProfile::read(settings)}};
    RoomModels models;
    MainWindow main{models, app};
    QQuickWindow *window = nullptr;
};

//! A RealWindow that is shown and active from the start.
struct OpenWindow : RealWindow {
    OpenWindow()
    {
        if (!show() || !QTest::qWaitForWindowActive(window))
            qFatal("no window");
    }
};

} // namespace islet::test
