// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/platform/desktopappearance.h"

namespace islet {

//! Goes by the colours that the system gives to windows: dark when their ground is darker than their ink.
class PaletteLook : public SystemLook {
    Q_OBJECT

public:
    using SystemLook::SystemLook;

    //! Needs a QGuiApplication.
    void start() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    //! What the system says now; read again whenever its palette changes.
    virtual SystemWishes read() const;
    //! Says what the system says now.
    virtual void renew() { setWishes(read()); }
};

} // namespace islet
