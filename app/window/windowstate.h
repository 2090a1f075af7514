// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QRect>
#include <QSettings>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

class QWindow;

namespace islet {

//! How the window was left: its place on the screen and its panes. Kept in the settings.
class WindowState : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! Of the column with people and chat, pixels; 0 for the usual width.
    Q_PROPERTY(int columnWidth READ columnWidth WRITE setColumnWidth NOTIFY changed)
    //! Of the people's pane, pixels; 0 for the usual height.
    Q_PROPERTY(int peopleHeight READ peopleHeight WRITE setPeopleHeight NOTIFY changed)
    Q_PROPERTY(bool columnShown READ isColumnShown WRITE setColumnShown NOTIFY changed)
    Q_PROPERTY(bool peopleShown READ isPeopleShown WRITE setPeopleShown NOTIFY changed)
    //! The first steps are to be shown: somebody starts Islet for the first time.
    Q_PROPERTY(bool welcoming READ isWelcoming NOTIFY changed)

public:
    //! `settings` must outlive this. What makes no sense in them is replaced by what is usual.
    explicit WindowState(QSettings &settings, QObject *parent = nullptr);

    int columnWidth() const { return m_columnWidth; }
    void setColumnWidth(int width) { keep(m_columnWidth, width, "window/columnWidth"); }
    int peopleHeight() const { return m_peopleHeight; }
    void setPeopleHeight(int height) { keep(m_peopleHeight, height, "window/peopleHeight"); }
    bool isColumnShown() const { return m_isColumnShown; }
    void setColumnShown(bool shown) { keep(m_isColumnShown, shown, "window/columnShown"); }
    bool isPeopleShown() const { return m_isPeopleShown; }
    void setPeopleShown(bool shown) { keep(m_isPeopleShown, shown, "window/peopleShown"); }

    //! Puts `window` where it was left, unless that is on no screen any more, and notes where it goes. It must outlive
    //! this or be gone from the screen.
    void watch(QWindow &window);
    //! Over the whole screen; or again as it was before, maximised for example.
    Q_INVOKABLE void switchFullScreen();

    bool isWelcomed() const;
    bool isWelcoming() const { return m_isWelcoming; }
    void welcome();
    //! Not again, if they are shown.
    Q_INVOKABLE void endWelcome();

signals:
    void changed();
    void welcomeWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    template<typename T> void keep(T &mine, T wanted, const char *key)
    {
        if (mine == wanted)
            return;
        mine = wanted;
        m_settings.setValue(QLatin1String(key), wanted);
        emit changed();
    }
    void save();

    QSettings &m_settings;
    int m_columnWidth = 0;
    int m_peopleHeight = 0;
    bool m_isColumnShown = true;
    bool m_isPeopleShown = true;
    bool m_isWelcoming = false;
    QWindow *m_window = nullptr;
    QTimer m_later; // a window that is being dragged moves a hundred times a second
};

} // namespace islet
