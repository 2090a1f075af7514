// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "pseudolocale.h"
#include "realwindow.h"

namespace islet::test {

//! The window in PseudoLocale, with peers whose texts are marked in the same way.
class TextProbe : public RealWindow {
public:
    //! Shown, not in a room yet.
    explicit TextProbe(QSize size = {1280, 800}, Qt::LayoutDirection direction = Qt::LeftToRight);

    //! Joins a room with five peers; one of them and I have sent a message.
    void fill();
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(window, key, modifiers); }
    //! Draws the window meanwhile, so that the item is laid out.
    bool waitUntilSeen(const QString &name) const;
    bool waitUntilHidden(const QString &name) const;

    //! One line for each visible text that is not translated, is truncated or leaves the window.
    QString complaints() const;

private:
    QString checkWords(const QQuickItem &text) const;
    QString checkLayout(const QQuickItem &text) const;
    QString checkName(QQuickItem &item) const;

    PseudoLocale m_locale;
};

} // namespace islet::test
