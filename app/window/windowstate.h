// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/platform/storesetting.h"

#include <QObject>
#include <QRect>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

class QWindow;

namespace islet {

//! The window's geometry and panes as the user left them. Kept in the settings.
class WindowState : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! Of the column with people and chat, in pixels; 0 for the default width.
    Q_PROPERTY(int columnWidth READ columnWidth WRITE setColumnWidth NOTIFY changed)
    //! Of the people pane, in pixels; 0 for the default height.
    Q_PROPERTY(int peopleHeight READ peopleHeight WRITE setPeopleHeight NOTIFY changed)
    Q_PROPERTY(bool columnShown READ isColumnShown WRITE setColumnShown NOTIFY changed)
    Q_PROPERTY(bool peopleShown READ isPeopleShown WRITE setPeopleShown NOTIFY changed)
    //! The first steps are to be shown, as on the first start of Islet.
    Q_PROPERTY(bool welcoming READ isWelcoming NOTIFY changed)

public:
    //! `settings` must outlive this object. Invalid values in them are replaced by the defaults.
    explicit WindowState(QSettings &settings, QObject *parent = nullptr);

    int columnWidth() const { return m_columnWidth; }
    void setColumnWidth(int width) { storeSetting(this, m_settings, "window/columnWidth", m_columnWidth, width); }
    int peopleHeight() const { return m_peopleHeight; }
    void setPeopleHeight(int height) { storeSetting(this, m_settings, "window/peopleHeight", m_peopleHeight, height); }
    bool isColumnShown() const { return m_isColumnShown; }
    void setColumnShown(bool shown) { storeSetting(this, m_settings, "window/columnShown", m_isColumnShown, shown); }
    bool isPeopleShown() const { return m_isPeopleShown; }
    void setPeopleShown(bool shown) { storeSetting(this, m_settings, "window/peopleShown", m_isPeopleShown, shown); }

    //! Restores the geometry of `window`, unless that is no longer on any screen, and saves it when it changes. The
    //! window must outlive this object or be destroyed before it.
    void watch(QWindow &window);
    //! Toggles full screen; leaving it restores the state before, such as maximised.
    Q_INVOKABLE void switchFullScreen();

    bool isWelcomed() const;
    bool isWelcoming() const { return m_isWelcoming; }
    void welcome();
    //! If the first steps are shown, remembers not to show them again.
    Q_INVOKABLE void endWelcome();

signals:
    void changed();
    void welcomeWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void save();

    QSettings &m_settings;
    int m_columnWidth = 0;
    int m_peopleHeight = 0;
    bool m_isColumnShown = true;
    bool m_isPeopleShown = true;
    bool m_isWelcoming = false;
    QWindow *m_window = nullptr;
    QTimer m_saveTimer; // a window that is being dragged moves a hundred times a second
};

} // namespace islet
