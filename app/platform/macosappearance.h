// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/platform/paletteappearance.h"

namespace islet {

//! What macOS says in its preferences: AppleInterfaceStyle for all programs, and increaseContrast and reduceMotion of
//! com.apple.universalaccess. Read again when the palette changes and when one comes back to Islet, for not all of it
//! changes a colour.
//!
//! Untested: it was written by Apple's documentation, and is compiled on macOS only. Where a sandbox hides the
//! preferences of others, contrast and motion are chosen by hand.
class MacosAppearance : public PaletteAppearance {
    Q_OBJECT

public:
    using PaletteAppearance::PaletteAppearance;

    void start() override;

private:
    AppearanceHints read() const override;
};

} // namespace islet
