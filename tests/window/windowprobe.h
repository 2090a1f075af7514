// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "realwindow.h"

#include <QTcpServer>

namespace islet::test {

//! A server that no one may connect to.
class TrapServer : public QTcpServer {
    Q_OBJECT

public:
    TrapServer();
    int connectionCount() const { return m_connectionCount; }

private:
    int m_connectionCount = 0;
};

//! Checks a window for effects that untrusted text must never have.
class WindowProbe {
public:
    //! Takes the current layout of `window` as the expected one.
    WindowProbe(RealWindow &window, const TrapServer &trap);

    //! One sentence for each violation. Draws the window.
    QString complaints() const;

private:
    QString inspect() const;
    QString checkNetwork() const;
    //! Every text is plain, and placeholders have only our own texts.
    QString checkTexts() const;
    QString checkChatLines() const;
    //! Each popup is inside the window, and no address of a person is truncated, in popups or lists.
    QString checkPopups() const;
    //! The main lists, the chat field and the map have not moved.
    QString checkPositions() const;

    RealWindow &m_window;
    const TrapServer &m_trap;
    QHash<QString, QRectF> m_positions;
};

} // namespace islet::test
