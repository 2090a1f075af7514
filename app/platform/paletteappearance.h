// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/platform/desktopappearance.h"

namespace islet {

//! Goes by the colours that the system gives to windows: dark when their ground is darker than their ink.
class PaletteAppearance : public DesktopAppearance {
    Q_OBJECT

public:
    using DesktopAppearance::DesktopAppearance;

    //! Needs a QGuiApplication.
    void start() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    //! What the system says now; read again whenever its palette changes.
    virtual AppearanceHints read() const;
    //! Says what the system says now.
    virtual void renew() { setHints(read()); }
};

} // namespace islet
