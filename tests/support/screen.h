// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QImage>
#include <QProcess>

namespace islet::test {

//! A screen of its own (Xvfb) with a keyboard and a mouse (xdotool), for windows that are used as a person uses them.
class Screen {
public:
    //! False with why() when the programs for it are missing.
    bool start();
    ~Screen();

    //! For a program that is to be seen on it.
    QProcessEnvironment environment() const;
    QString why() const { return m_why; }

    //! What is on it now.
    QImage picture();
    //! Runs xdotool; false when it fails.
    bool act(const QStringList &arguments);
    bool click(QPoint where);
    bool type(const QString &text)
    {
        return act({QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("4"), text});
    }
    bool press(const QString &key) { return act({QStringLiteral("key"), key}); }

private:
    QProcess m_server;
    QString m_display;
    QString m_why;
};

//! How many pixels within `area` have nearly this colour.
int countPixels(const QImage &picture, QRect area, QRgb color);
//! How many pixels within `area` differ between the two.
int countDifferences(const QImage &one, const QImage &other, QRect area);

} // namespace islet::test
