// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/voice/devicewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace islet {

namespace {

//! Translation context.
class Devices {
    Q_DECLARE_TR_FUNCTIONS(Devices)
};

//! The system's name, shortened to fit a list.
QString shortName(const QString &name)
{
    constexpr qsizetype maxLength = 80;
    return name.size() <= maxLength ? name : name.first(maxLength) + u'\u2026';
}

} // namespace

QString problemOf(const DeviceState &state, DeviceUse use)
{
    const bool isMicrophone = use == DeviceUse::Microphone;
    const QString name = shortName(state.device);
    switch (state.kind) {
    case DeviceState::Kind::Off:
    case DeviceState::Kind::Opening:
    case DeviceState::Kind::Running: return {};
    case DeviceState::Kind::NoServer:
        return Devices::tr("No audio: the sound server isn't responding. Voice will start when it does.");
    case DeviceState::Kind::NoDevice:
        return isMicrophone ? Devices::tr("No microphone found. Plug one in to be heard.")
                            : Devices::tr("No speakers found. Plug some in to hear others.");
    case DeviceState::Kind::Refused:
        return isMicrophone
            ? Devices::tr("Couldn't open \"%1\". Allow Islet to use it, or choose another microphone.").arg(name)
            : Devices::tr("Couldn't open \"%1\". Close other programs using it, or choose other speakers.").arg(name);
    case DeviceState::Kind::Hung:
        return isMicrophone
            ? Devices::tr("\"%1\" isn't responding. Plug it in again, or choose another microphone.").arg(name)
            : Devices::tr("\"%1\" isn't responding. Plug it in again, or choose other speakers.").arg(name);
    case DeviceState::Kind::Silent:
        return Devices::tr("No sound from \"%1\". Check that it's on and that Islet is allowed to use it.").arg(name);
    }
    return {};
}

QStringList namesOf(const QList<SoundDevice> &devices)
{
    const auto found = std::ranges::find_if(devices, &SoundDevice::isDefault);
    QStringList names{found == devices.cend() ? Devices::tr("System default")
                                              : Devices::tr("System default (%1)").arg(shortName(found->name))};
    for (const SoundDevice &device : devices)
        names.append(shortName(device.name));
    return names;
}

} // namespace islet
