// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include "audio/soundsystem.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

struct pa_context;
struct pa_mainloop;
struct pa_operation;

namespace islet {

//! What a PulseAudio server (or PipeWire in its place) says about its devices, asked by ourselves.
//!
//! Qt 6.4.2 cannot tell: it never retries a first connection that failed, waits for ever for a server that does not
//! answer or for a device that has gone, keeps what it listed before a server went away, and takes no microphone for
//! the default one. So it is asked nothing before this here says that it is there. All calls come from one thread.
class PulseDirectory {
public:
    struct View {
        QList<SoundDevice> microphones; //!< without the monitors of loudspeakers
        QList<SoundDevice> loudspeakers;
    };

    ~PulseDirectory();
    PulseDirectory(const PulseDirectory &) = delete;
    PulseDirectory &operator=(const PulseDirectory &) = delete;

    //! nullptr where there is no PulseAudio.
    static std::unique_ptr<PulseDirectory> ofThisSystem();

    //! Nothing when no server answers within 50 ms; one that needs longer is found by asking again.
    std::optional<View> look();

private:
    PulseDirectory() = default;

    struct Answer;
    using Deadline = std::chrono::steady_clock::time_point;

    bool connectBefore(Deadline deadline);
    void disconnect();
    bool runUntil(const std::function<bool()> &done, Deadline deadline);
    bool finish(pa_operation *operation, Deadline deadline);

    pa_mainloop *m_loop = nullptr;
    pa_context *m_context = nullptr;
};

} // namespace islet
