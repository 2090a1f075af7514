// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/platform/notifier.h"
#include "app/platform/storesetting.h"

#include <QPointer>
#include <QTimer>
#include <QtQml/qqmlregistration.h>
#include <QWindow>

#include <chrono>

namespace islet {

//! Notifies a user who is in another window of new chat messages: by a desktop notification or, where there are none,
//! by the window's alert. At most one notification is open; it is withdrawn when the user activates the window.
class DesktopNotifications : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! Kept in the settings; on by default.
    Q_PROPERTY(bool wanted READ isWanted WRITE setWanted NOTIFY wantedChanged)

public:
    static constexpr std::chrono::milliseconds usualPause{3'000};
    static constexpr qsizetype longestTitle = 80; // UTF-16 units
    static constexpr qsizetype longestBody = 200;

    //! `settings` must outlive this object. At most one notification is shown per `pause`.
    explicit DesktopNotifications(QSettings &settings, std::chrono::milliseconds pause = usualPause,
                                  QObject *parent = nullptr);

    //! The window to watch for activation; a click on the notification raises it.
    void watch(QWindow &window);
    //! Without a sender the window alerts. The sender may be destroyed at any time.
    void sendBy(Notifier &sender);

    bool isWanted() const { return m_isWanted; }
    void setWanted(bool wanted);

    //! Call for each message of someone else.
    void tell(const QString &author, const QString &line);

signals:
    void wantedChanged();

private:
    void show();
    void forget();
    void callForAttention();
    void bringToFront();

    QSettings &m_settings;
    bool m_isWanted;
    QPointer<QWindow> m_window;
    QPointer<Notifier> m_sender;
    Note m_latest;
    int m_unseen = 0; //!< messages since the window was active
    bool m_isPending = false; //!< a message arrived during the pause
    QTimer m_pause;
};

} // namespace islet
