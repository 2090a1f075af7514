// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/platform/paletteappearance.h"

namespace islet {

//! Reads the preferences of Windows: AppsUseLightTheme of the registry's Themes\Personalize, high contrast, and whether
//! client-area animations are on. Reads them again when the palette changes and when Islet is activated, because not
//! all of them change a colour.
//!
//! Untested: written from Microsoft's documentation, and compiled on Windows only.
class WindowsAppearance : public PaletteAppearance {
    Q_OBJECT

public:
    using PaletteAppearance::PaletteAppearance;

    void start() override;

private:
    AppearanceHints read() const override;
};

} // namespace islet
