// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringList>

class QQuickWindow;

namespace islet {

//! Opens parts of the window one after the other, as a user would, so that their opening time can be measured.
class Opener {
public:
    //! Each of `handles` is the key sequence of a command ("Ctrl+K"), the object name of a button ("soundButton"), or
    //! the object name of another item that receives the keyboard focus ("peopleList").
    Opener(QQuickWindow &window, const QStringList &handles)
        : m_window(window)
        , m_left(handles)
    { }

    //! Closes what was opened last with Escape and opens the next, if there is one. Prints to standard error what was
    //! opened, or that it was not found.
    void openNext();

private:
    bool open(const QString &handle);

    QQuickWindow &m_window;
    QStringList m_left;
    bool m_hasOpened = false;
};

} // namespace islet
