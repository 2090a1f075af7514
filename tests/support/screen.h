// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QImage>
#include <QProcess>

namespace islet::test {

//! A virtual display (Xvfb) with a keyboard and a mouse (xdotool), for windows operated as by a user.
class Screen {
public:
    //! Returns false if a required program is missing; see why().
    bool start();
    ~Screen();

    //! Returns the environment for a program that should appear on it.
    QProcessEnvironment environment() const;
    QString why() const { return m_why; }

    //! Returns a screenshot.
    QImage picture();
    //! Runs xdotool; returns false if it fails.
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

//! Counts the pixels within `area` of nearly this colour.
int countPixels(const QImage &picture, QRect area, QRgb color);
//! Counts the pixels within `area` that differ between the two.
int countDifferences(const QImage &one, const QImage &other, QRect area);

} // namespace islet::test
