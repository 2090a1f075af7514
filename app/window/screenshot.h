// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QTimer>

class QQuickWindow;

namespace islet {

class MainWindow;

//! Takes one picture of the window when there is something to see (people who stand somewhere, something said), and
//! ends the application: status 0, or 1 when there was nothing to see in time or the file cannot be written.
class Screenshot : public QObject {
    Q_OBJECT

public:
    //! `main` and `window` must outlive this.
    Screenshot(MainWindow &main, QQuickWindow &window, const QString &path, QObject *parent = nullptr);

private:
    bool hasSomethingToSee() const;
    void take();

    MainWindow &m_main;
    QQuickWindow &m_window;
    QString m_path;
    QTimer m_look;
    int m_looks = 0;
};

} // namespace islet
