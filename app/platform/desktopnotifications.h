// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/platform/notifier.h"

#include <QPointer>
#include <QSettings>
#include <QTimer>
#include <QtQml/qqmlregistration.h>
#include <QWindow>

#include <chrono>

namespace islet {

//! Tells somebody who looks elsewhere that a line was said: by the desktop's notifications, or where there are none,
//! by a window that asks for attention. One note is open at most, and it goes when somebody looks at the window.
class DesktopNotifications : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! Kept in the settings; on unless somebody said otherwise.
    Q_PROPERTY(bool wanted READ isWanted WRITE setWanted NOTIFY wantedChanged)

public:
    static constexpr std::chrono::milliseconds usualPause{3'000};
    static constexpr qsizetype longestTitle = 80; // UTF-16 units
    static constexpr qsizetype longestBody = 200;

    //! `settings` must outlive this. However much is said, a note comes once in a `pause`.
    explicit DesktopNotifications(QSettings &settings, std::chrono::milliseconds pause = usualPause,
                                  QObject *parent = nullptr);

    //! Whose being looked at counts, and which comes to the front when a note is chosen.
    void watch(QWindow &window);
    //! Without a sender the window asks for attention. It must outlive this, or be gone before.
    void sendBy(Notifier &sender);

    bool isWanted() const { return m_isWanted; }
    void setWanted(bool wanted);

    //! A line that somebody else said.
    void tell(const QString &who, const QString &line);

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
    int m_lines = 0; //!< since somebody looked
    bool m_isOwed = false; //!< said in the pause
    QTimer m_pause;
};

} // namespace islet
