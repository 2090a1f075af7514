// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/protocols.h"
#include "app/window/mainwindow.h"
#include "identity/filestore.h"
#include "identity/identity.h"
#include "nosound.h"
#include "tests/support/faketransport.h"
#include "tests/support/offscreen.h"

#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>

namespace islet::test {

//! The window that people get, off-screen, in a room on a fake transport.
class RealWindow {
public:
    //! `owner` is whose window it is.
    explicit RealWindow(AudioPipeline::MakeSoundSystem sound = &NoSound::make,
                        const PrivateKey &owner = PrivateKey::generate())
        : m_sound(std::move(sound))
        , keeper(vault, Identity::create(owner))
    { }

    //! To be called before there is an application.
    static void prepare()
    {
        drawOffscreen();
        QQuickStyle::setStyle(QStringLiteral("Basic"));
    }

    //! nullptr when the QML is broken.
    QQuickWindow *show()
    {
        window = main.show();
        if (!window || !QTest::qWaitFor([this] { return main.isComplete(); }))
            return nullptr;
        window->grabWindow(); // all that came has found its place
        return window;
    }
    //! Into `room`, by way of a room that asks for nothing.
    void enterRoom()
    {
        main.entry().enter(QStringLiteral("offline:"));
        adapter.setTransport(&room);
        room.open();
    }

    //! All items of the window, also those of popups.
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
    //! The item's place within the window.
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
    //! Once it has found its place.
    bool sees(const QString &objectName) const
    {
        return QTest::qWaitFor([&] {
            window->grabWindow();
            return isSeen(objectName);
        });
    }
    bool misses(const QString &objectName) const
    {
        return QTest::qWaitFor([&] { return !isSeen(objectName); });
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(window, key, modifiers); }
    void type(const QString &text) const
    {
        for (const QChar c : text)
            QTest::sendKeyEvent(QTest::Click, window, Qt::Key_unknown, c, Qt::NoModifier);
    }

private:
    AudioPipeline::MakeSoundSystem m_sound; // first: the window is made of it

public:
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("islet.ini")), QSettings::IniFormat};
    FileStore noKeychain{folder.filePath(QStringLiteral("keychain"))};
    FileStore files{folder.filePath(QStringLiteral("identities"))};
    IdentityVault vault{settings, noKeychain, files};
    ActiveIdentity keeper;
    MyIdentities identities{vault, keeper};
    const Identity &identity = keeper.identity();
    TransportFactory factory{allProtocols(), identity};
    CommsAdapter adapter;
    CommsSession session{factory, adapter, CommsSession::Retry::WhenLost};
    RecentPlaces places{settings};
    Language language;
    FakeTransport room;
    MainWindow main{identities, factory,  adapter,
                    session,    places,   [] { return ConnectionString::parse(QStringLiteral("offline:embedded")); },
                    settings,   language, m_sound};
    QQuickWindow *window = nullptr;
};

//! The same, shown and with the keyboard from the start.
struct OpenWindow : RealWindow {
    OpenWindow()
    {
        if (!show() || !QTest::qWaitForWindowActive(window))
            qFatal("no window");
    }
};

} // namespace islet::test
