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

//! Queries a PulseAudio server (or PipeWire in its place) for its devices, without Qt.
//!
//! Qt 6.4.2 cannot: it never retries a first connection that failed, waits forever for a server that does not answer or
//! for a device that has disappeared, keeps its device lists after a server went away, and reports no microphone as the
//! default. So Qt is not called before this class has found the server and the device. All calls come from one thread.
class PulseDirectory {
public:
    struct View {
        QList<SoundDevice> microphones; //!< without monitors of loudspeakers
        QList<SoundDevice> loudspeakers;
    };

    ~PulseDirectory();
    PulseDirectory(const PulseDirectory &) = delete;
    PulseDirectory &operator=(const PulseDirectory &) = delete;

    //! Returns nullptr where there is no PulseAudio.
    static std::unique_ptr<PulseDirectory> ofThisSystem();

    //! Returns nullopt if no server answers within 50 ms; the next call continues with a slower one.
    std::optional<View> query();

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
