// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/platform/macosappearance.h"

#include <QGuiApplication>

#include <CoreFoundation/CoreFoundation.h>

#include <memory>
#include <type_traits>

namespace islet {

namespace {

struct Release {
    void operator()(CFTypeRef value) const { CFRelease(value); }
};
using Preference = std::unique_ptr<std::remove_pointer_t<CFTypeRef>, Release>;

//! nullptr if never set.
Preference preference(CFStringRef key, CFStringRef program)
{
    return Preference(CFPreferencesCopyAppValue(key, program));
}

//! The key exists, with the value "Dark", only in dark mode.
bool isDark()
{
    const Preference style = preference(CFSTR("AppleInterfaceStyle"), kCFPreferencesCurrentApplication);
    return style && CFGetTypeID(style.get()) == CFStringGetTypeID()
        && CFStringCompare(static_cast<CFStringRef>(style.get()), CFSTR("Dark"), kCFCompareCaseInsensitive)
        == kCFCompareEqualTo;
}

std::optional<bool> isChosen(CFStringRef key)
{
    const Preference choice = preference(key, CFSTR("com.apple.universalaccess"));
    if (!choice)
        return std::nullopt;
    if (CFGetTypeID(choice.get()) == CFBooleanGetTypeID())
        return CFBooleanGetValue(static_cast<CFBooleanRef>(choice.get())) != 0;
    int number = 0;
    if (CFGetTypeID(choice.get()) == CFNumberGetTypeID()
        && CFNumberGetValue(static_cast<CFNumberRef>(choice.get()), kCFNumberIntType, &number))
        return number != 0;
    return std::nullopt;
}

} // namespace

void MacosAppearance::start()
{
    PaletteAppearance::start();
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this] { refresh(); });
}

AppearanceHints MacosAppearance::read() const
{
    return {isDark(), isChosen(CFSTR("increaseContrast")), isChosen(CFSTR("reduceMotion"))};
}

} // namespace islet
