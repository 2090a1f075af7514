// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QMetaEnum>
#include <QSettings>

#include <type_traits>

namespace islet {

//! The body of a setter: assigns `value` to `member`, writes it to the settings (an enumerator by its name) and emits
//! `changed`. Does nothing and returns false if the value is the same, or not one of the enumerators.
template<typename Owner, typename T>
bool storeSetting(Owner *owner, QSettings &settings, const char *key, T &member, const std::type_identity_t<T> &value,
                  void (Owner::*changed)() = &Owner::changed)
{
    if (member == value)
        return false;
    if constexpr (std::is_enum_v<T>) {
        const char *name = QMetaEnum::fromType<T>().valueToKey(static_cast<int>(value));
        if (!name)
            return false;
        settings.setValue(QLatin1StringView(key), QString::fromLatin1(name));
    } else {
        settings.setValue(QLatin1StringView(key), value);
    }
    member = value;
    emit(owner->*changed)();
    return true;
}

//! The enumerator that the settings name, or `fallback`.
template<typename Enum> Enum storedEnum(const QSettings &settings, const char *key, Enum fallback)
{
    bool isKnown = false;
    const QByteArray name = settings.value(QLatin1StringView(key)).toString().toLatin1();
    const int value = QMetaEnum::fromType<Enum>().keyToValue(name.constData(), &isKnown);
    return isKnown ? static_cast<Enum>(value) : fallback;
}

} // namespace islet
