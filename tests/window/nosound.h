// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/soundsystem.h"

namespace islet::test {

//! A machine without sound devices, for tests that need no sound.
class NoSound : public SoundSystem {
public:
    static std::unique_ptr<SoundSystem> make() { return std::make_unique<NoSound>(); }

    bool isReachable() override { return true; }
    QList<SoundDevice> microphones() override { return {}; }
    QList<SoundDevice> loudspeakers() override { return {}; }
    std::unique_ptr<CaptureStream> openMicrophone(const QByteArray &) override { return nullptr; }
    std::unique_ptr<PlaybackStream> openLoudspeaker(const QByteArray &, std::size_t) override { return nullptr; }
};

} // namespace islet::test
