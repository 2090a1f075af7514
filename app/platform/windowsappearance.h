// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/platform/paletteappearance.h"

namespace islet {

//! What Windows says: AppsUseLightTheme of the registry's Themes\Personalize, high contrast, and whether windows may
//! animate what is in them. Read again when the palette changes and when one comes back to Islet, for not all of it
//! changes a colour.
//!
//! Untested: it was written by Microsoft's documentation, and is compiled on Windows only.
class WindowsAppearance : public PaletteAppearance {
    Q_OBJECT

public:
    using PaletteAppearance::PaletteAppearance;

    void start() override;

private:
    AppearanceHints read() const override;
};

} // namespace islet
