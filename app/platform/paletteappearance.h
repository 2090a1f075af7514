// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/platform/desktopappearance.h"

namespace islet {

//! Derives the preferences from the system palette: dark if the window background is darker than its text.
class PaletteAppearance : public DesktopAppearance {
    Q_OBJECT

public:
    using DesktopAppearance::DesktopAppearance;

    //! Needs a QGuiApplication.
    void start() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    //! Reads the current preferences; called whenever the palette changes.
    virtual AppearanceHints read() const;
    //! Publishes the current preferences.
    virtual void refresh() { setHints(read()); }
};

} // namespace islet
