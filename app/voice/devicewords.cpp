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
        return Devices::tr("There is no sound: the sound server does not answer. Voice begins when it does.");
    case DeviceState::Kind::NoDevice:
        return isMicrophone ? Devices::tr("There is no microphone. Plug one in to be heard.")
                            : Devices::tr("There is no loudspeaker. Plug one in to hear the others.");
    case DeviceState::Kind::Refused:
        return isMicrophone
            ? Devices::tr("The microphone %1 cannot be opened. Allow Islet to use it, or choose another.").arg(name)
            : Devices::tr("The loudspeaker %1 cannot be opened. Close what else uses it, or choose another.").arg(name);
    case DeviceState::Kind::Hung:
        return isMicrophone
            ? Devices::tr("The microphone %1 does not answer. Plug it in again, or choose another.").arg(name)
            : Devices::tr("The loudspeaker %1 does not answer. Plug it in again, or choose another.").arg(name);
    case DeviceState::Kind::Silent:
        return Devices::tr("The microphone %1 is silent. Is it switched off, or forbidden to Islet?").arg(name);
    }
    return {};
}

QStringList namesOf(const QList<SoundDevice> &devices)
{
    const auto found = std::ranges::find_if(devices, &SoundDevice::isDefault);
    QStringList names{found == devices.cend() ? Devices::tr("As the system chooses")
                                              : Devices::tr("As the system chooses (%1)").arg(shortName(found->name))};
    for (const SoundDevice &device : devices)
        names.append(shortName(device.name));
    return names;
}

} // namespace islet
