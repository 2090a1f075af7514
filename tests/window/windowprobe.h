// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "realwindow.h"

#include <QTcpServer>

namespace islet::test {

//! A port where nobody may ever knock.
class Beacon : public QTcpServer {
    Q_OBJECT

public:
    Beacon();
    int knocks() const { return m_knocks; }

private:
    int m_knocks = 0;
};

//! Looks over a window for what no stranger's text may bring about.
class WindowWatch {
public:
    //! How `window` looks now is how it is to look on.
    WindowWatch(RealWindow &window, const Beacon &beacon);

    //! One sentence for each thing that is not as it must be; draws the window for it.
    QString complaints() const;

private:
    QString look() const;
    QString checkNetwork() const;
    //! Every text is plain; the words of placeholders are still our own.
    QString checkTexts() const;
    QString checkChatLines() const;
    //! Each is within the window, and no address of a person is cut short in them or in the lists.
    QString checkPopups() const;
    //! Lists, fields and buttons are where they were.
    QString checkPlaces() const;

    RealWindow &m_window;
    const Beacon &m_beacon;
    QHash<QString, QRectF> m_places;
};

} // namespace islet::test
