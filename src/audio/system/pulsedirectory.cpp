// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/system/pulsedirectory.h"

#include <pulse/context.h>
#include <pulse/def.h>
#include <pulse/introspect.h>
#include <pulse/mainloop.h>
#include <pulse/operation.h>

#include <algorithm>

using namespace std::chrono_literals;

namespace islet {

namespace {

constexpr auto timeout = 50ms;

void markDefault(QList<SoundDevice> &devices, const QByteArray &id)
{
    for (SoundDevice &device : devices)
        device.isDefault = device.id == id;
}

} // namespace

struct PulseDirectory::Answer {
    QByteArray defaultSource;
    QByteArray defaultSink;
    View view;

    static void takeServer(pa_context *, const pa_server_info *info, void *answer)
    {
        if (!info)
            return;
        static_cast<Answer *>(answer)->defaultSource = info->default_source_name;
        static_cast<Answer *>(answer)->defaultSink = info->default_sink_name;
    }
    static void takeSource(pa_context *, const pa_source_info *info, int end, void *answer)
    {
        if (end == 0 && info->monitor_of_sink == PA_INVALID_INDEX)
            static_cast<Answer *>(answer)->view.microphones.append(
                {info->name, QString::fromUtf8(info->description), false});
    }
    static void takeSink(pa_context *, const pa_sink_info *info, int end, void *answer)
    {
        if (end == 0)
            static_cast<Answer *>(answer)->view.loudspeakers.append(
                {info->name, QString::fromUtf8(info->description), false});
    }
};

std::unique_ptr<PulseDirectory> PulseDirectory::ofThisSystem()
{
    return std::unique_ptr<PulseDirectory>(new PulseDirectory);
}

PulseDirectory::~PulseDirectory()
{
    disconnect();
}

std::optional<PulseDirectory::View> PulseDirectory::query()
{
    const Deadline deadline = std::chrono::steady_clock::now() + timeout;
    if (!connectBefore(deadline))
        return std::nullopt;
    Answer answer;
    const bool isComplete = finish(pa_context_get_server_info(m_context, &Answer::takeServer, &answer), deadline)
        && finish(pa_context_get_source_info_list(m_context, &Answer::takeSource, &answer), deadline)
        && finish(pa_context_get_sink_info_list(m_context, &Answer::takeSink, &answer), deadline);
    if (!isComplete)
        return std::nullopt;
    markDefault(answer.view.microphones, answer.defaultSource);
    markDefault(answer.view.loudspeakers, answer.defaultSink);
    return std::move(answer.view);
}

bool PulseDirectory::connectBefore(Deadline deadline)
{
    if (m_context && !PA_CONTEXT_IS_GOOD(pa_context_get_state(m_context)))
        disconnect();
    if (!m_context) {
        m_loop = pa_mainloop_new();
        m_context = pa_context_new(pa_mainloop_get_api(m_loop), "Islet");
        // Starting a server is not our decision, least of all once a second.
        if (pa_context_connect(m_context, nullptr, PA_CONTEXT_NOAUTOSPAWN, nullptr) < 0) {
            disconnect();
            return false;
        }
    }
    return runUntil([this] { return pa_context_get_state(m_context) == PA_CONTEXT_READY; }, deadline);
}

void PulseDirectory::disconnect()
{
    if (m_context) {
        pa_context_disconnect(m_context);
        pa_context_unref(m_context);
        m_context = nullptr;
    }
    if (m_loop) {
        pa_mainloop_free(m_loop);
        m_loop = nullptr;
    }
}

bool PulseDirectory::runUntil(const std::function<bool()> &done, Deadline deadline)
{
    while (!done()) {
        const auto left = std::chrono::duration_cast<std::chrono::microseconds>(deadline - Deadline::clock::now());
        if (left <= 0us || !PA_CONTEXT_IS_GOOD(pa_context_get_state(m_context)))
            return false;
        if (pa_mainloop_prepare(m_loop, static_cast<int>(left.count())) < 0 || pa_mainloop_poll(m_loop) < 0
            || pa_mainloop_dispatch(m_loop) < 0)
            return false;
    }
    return true;
}

bool PulseDirectory::finish(pa_operation *operation, Deadline deadline)
{
    if (!operation)
        return false;
    const bool isDone =
        runUntil([operation] { return pa_operation_get_state(operation) != PA_OPERATION_RUNNING; }, deadline);
    if (!isDone)
        pa_operation_cancel(operation); // the answer no longer has a receiver
    pa_operation_unref(operation);
    return isDone;
}

} // namespace islet
