// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/platform/paletteappearance.h"

namespace islet {

//! Reads the preferences of macOS: AppleInterfaceStyle for all applications, and increaseContrast and reduceMotion of
//! com.apple.universalaccess. Reads them again when the palette changes and when Islet is activated, because not all of
//! them change a colour.
//!
//! Untested: written from Apple's documentation, and compiled on macOS only. Where a sandbox hides the preferences of
//! other applications, contrast and motion are set by hand.
class MacosAppearance : public PaletteAppearance {
    Q_OBJECT

public:
    using PaletteAppearance::PaletteAppearance;

    void start() override;

private:
    AppearanceHints read() const override;
};

} // namespace islet
