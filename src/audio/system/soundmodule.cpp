// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/system/soundmodule.h"

#ifdef ISLET_SOUND_MODULE
#include <QCoreApplication>
#include <QLibrary>

#include <cstdio>
#else
#include "audio/system/qtsoundsystem.h"
#endif

using namespace Qt::StringLiterals;

namespace islet {

#ifdef ISLET_SOUND_MODULE

namespace {

class NoSoundSystem : public SoundSystem {
public:
    bool isReachable() override { return false; }
    QList<SoundDevice> microphones() override { return {}; }
    QList<SoundDevice> loudspeakers() override { return {}; }
    std::unique_ptr<CaptureStream> openMicrophone(const QByteArray & /*id*/) override { return nullptr; }
    std::unique_ptr<PlaybackStream> openLoudspeaker(const QByteArray & /*id*/, std::size_t /*capacity*/) override
    {
        return nullptr;
    }
};

} // namespace

std::unique_ptr<SoundSystem> makeSoundSystem()
{
    using Make = SoundSystem *();
    // Only from the folder that was installed with this program: loading a module runs its code.
    QLibrary module(QCoreApplication::applicationDirPath() + u'/' + QStringLiteral(ISLET_SOUND_MODULE));
    if (const auto make = reinterpret_cast<Make *>(module.resolve("isletMakeSoundSystem")))
        return std::unique_ptr<SoundSystem>(make());
    std::fputs(qPrintable(u"No audio: %1. Reinstall Islet.\n"_s.arg(module.errorString())), stderr);
    return std::make_unique<NoSoundSystem>();
}

#else

std::unique_ptr<SoundSystem> makeSoundSystem()
{
    return std::make_unique<QtSoundSystem>();
}

#endif

} // namespace islet
