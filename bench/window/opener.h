// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringList>

class QQuickWindow;

namespace islet {

//! Opens one thing of the window after the other, as a person would, so that one can measure how long that takes.
class Opener {
public:
    //! `things`, each either the keys of a command ("Ctrl+K"), the object name of a button ("soundButton"), or of
    //! another item that is given the keyboard ("peopleList").
    Opener(QQuickWindow &window, const QStringList &things)
        : m_window(window)
        , m_left(things)
    { }

    //! Closes what was opened last, by Escape, and opens the next; at the end nothing. Says on standard error what it
    //! opened, or that there is none.
    void openNext();

private:
    bool open(const QString &thing);

    QQuickWindow &m_window;
    QStringList m_left;
    bool m_hasOpened = false;
};

} // namespace islet
