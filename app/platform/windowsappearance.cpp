// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/platform/windowsappearance.h"

#include <QGuiApplication>
#include <QSettings>

#include <qt_windows.h>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

//! nullopt if the registry has no value, as before Windows 10.
std::optional<bool> isDark()
{
    const QSettings personal(uR"(HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Themes\Personalize)"_s,
                             QSettings::NativeFormat);
    bool isNumber = false;
    const uint light = personal.value("AppsUseLightTheme"_L1).toUInt(&isNumber);
    return isNumber ? std::optional(light == 0) : std::nullopt;
}

std::optional<bool> isContrastHigh()
{
    HIGHCONTRASTW contrast{};
    contrast.cbSize = sizeof(contrast);
    if (!SystemParametersInfoW(SPI_GETHIGHCONTRAST, sizeof(contrast), &contrast, 0))
        return std::nullopt;
    return (contrast.dwFlags & HCF_HIGHCONTRASTON) != 0;
}

std::optional<bool> isMotionReduced()
{
    BOOL isAnimated = TRUE;
    if (!SystemParametersInfoW(SPI_GETCLIENTAREAANIMATION, 0, &isAnimated, 0))
        return std::nullopt;
    return isAnimated == FALSE;
}

} // namespace

void WindowsAppearance::start()
{
    PaletteAppearance::start();
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this] { refresh(); });
}

AppearanceHints WindowsAppearance::read() const
{
    AppearanceHints hints = PaletteAppearance::read();
    if (const auto dark = isDark())
        hints.dark = dark;
    hints.contrast = isContrastHigh();
    hints.still = isMotionReduced();
    return hints;
}

} // namespace islet
