// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/window/denyallnetwork.h"

#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>

#include <functional>

namespace islet {

class AppModels;
class RoomModels;

//! Loads the window's QML for one person's room.
class MainWindow {
public:
    //! Both must outlive the window.
    MainWindow(RoomModels &room, AppModels &app);
    ~MainWindow();
    Q_DISABLE_COPY_MOVE(MainWindow)

    //! Sets a sentence about an earlier problem for show() to display; may be empty.
    void setNotice(const QString &notice) { m_notice = notice; }
    //! Shows the window with the map, and loads the rest after the first frame. Returns nullptr, with the reasons on
    //! standard error, if the QML is broken.
    QQuickWindow *show();
    //! Whether the whole window is loaded.
    bool isComplete() const { return m_mainView != nullptr; }
    //! Calls `what` once complete; replaces an earlier callback that is still waiting.
    void whenComplete(std::function<void()> what);

    const DenyAllNetwork &network() const { return m_network; }

private:
    class ViewLoader;

    void complete(QObject &mainView);

    RoomModels &m_room;
    AppModels &m_app;
    QString m_notice;
    DenyAllNetwork m_network;
    // Not a QQmlApplicationEngine: it looks for a platform and language variant of each file, and there are none.
    QQmlEngine m_engine;
    std::unique_ptr<QQuickWindow> m_window;
    std::unique_ptr<ViewLoader> m_viewLoader;
    std::unique_ptr<QQuickItem> m_mainView;
    std::function<void()> m_whenComplete;
};

} // namespace islet
