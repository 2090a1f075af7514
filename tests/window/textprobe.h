// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "pseudolocale.h"
#include "realwindow.h"

namespace islet::test {

//! The window with people who talk and chat in it, whose every word is marked as PseudoLocale marks ours.
class WordWatch : public RealWindow {
public:
    //! Shown, in no room yet.
    explicit WordWatch(QSize size = {1280, 800}, Qt::LayoutDirection direction = Qt::LeftToRight);

    //! With five people, two of whom said something.
    void fill();
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(window, key, modifiers); }
    //! Once it has found its place and stands still.
    bool sees(const QString &name) const;
    bool misses(const QString &name) const;

    //! One line for each text that is seen and was never given to be translated, or is cut, or leaves the window.
    QString complaints() const;

private:
    QString checkWords(const QQuickItem &text) const;
    QString checkRoom(const QQuickItem &text) const;
    QString checkName(QQuickItem &item) const;

    PseudoLocale m_words;
};

} // namespace islet::test
