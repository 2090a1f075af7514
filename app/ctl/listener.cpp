// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/listener.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet::ctl {

namespace {

// A step is rendered after its time has passed, so packets that arrive meanwhile are in time, as for a loudspeaker.
constexpr std::chrono::microseconds stepTime = 20ms;
constexpr int maxStepsPerTurn = 50; // after a long stall, lets packets and commands be processed in between

} // namespace

Listener::Listener(VoiceLink &link, Clock clock)
    : m_link(link)
    , m_clock(std::move(clock))
{
    connect(&link, &VoiceLink::received, this,
            [this](SpeakerId speaker, std::uint32_t index, const QByteArray &packet) {
                m_mixer.receive(speaker, index, packet, m_clock());
            });
    connect(&link, &VoiceLink::placed, this, [this](SpeakerId speaker, const SpatialGain &hearing) {
        admit(speaker);
        m_mixer.place(speaker, hearing);
    });
    connect(&link, &VoiceLink::gone, this, &Listener::forget);
    m_mixer.setTap([this](SpeakerId speaker, std::span<const float> mono) {
        if (m_recording)
            m_recording->add(m_people.value(speaker), mono);
    });
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Listener::renderDue);
}

Expected<void> Listener::record(const QString &folder)
{
    m_folder = folder;
    return Recording::prepare(folder);
}

void Listener::start()
{
    if (!m_folder.isEmpty()) {
        auto recording = Recording::begin(m_folder);
        if (recording)
            m_recording = *std::move(recording);
        else
            emit failed(recording.error());
    }
    m_renderedUntil = m_clock();
    renderDue();
}

void Listener::finish()
{
    m_timer.stop();
    while (m_recording && m_renderedUntil + stepTime <= m_clock())
        renderStep();
    if (m_recording)
        checkRecording(m_recording->finish());
    m_recording.reset();
}

QList<Listener::Heard> Listener::heard() const
{
    QList<Heard> all;
    const auto stats = m_mixer.stats();
    for (const SpeakerStats &speaker : stats)
        all.append({m_people.value(speaker.speaker), speaker});
    return all;
}

void Listener::admit(SpeakerId speaker)
{
    if (const auto person = m_link.addressOf(speaker))
        m_people.insert(speaker, *person);
}

void Listener::forget(SpeakerId speaker)
{
    const auto all = heard();
    const auto leaving =
        std::ranges::find_if(all, [speaker](const Heard &heard) { return heard.stats.speaker == speaker; });
    m_mixer.forget(speaker);
    m_people.remove(speaker);
    if (leaving != all.cend())
        emit speakerLeft(*leaving);
}

void Listener::renderDue()
{
    const auto now = m_clock();
    for (int step = 0; m_renderedUntil + stepTime <= now && step < maxStepsPerTurn; ++step)
        renderStep();
    const auto left = m_renderedUntil + stepTime - m_clock();
    m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(std::max(left, 0us)));
}

void Listener::renderStep()
{
    static_assert(frameSamples % pieceSamples == 0);
    constexpr std::chrono::microseconds pieceTime = stepTime * pieceSamples / frameSamples;
    for (int at = 0; at < frameSamples; at += pieceSamples) {
        renderBlock();
        m_renderedUntil += pieceTime;
    }
    if (m_recording && m_recording->isFull() && !std::exchange(m_isFullReported, true)) {
        emit failed(u"Only %1 people get a file of their own. Everyone else is recorded in mix.wav only."_s.arg(
            Recording::maxPeople));
    }
}

void Listener::renderBlock()
{
    std::array<float, 2 * pieceSamples> stereo;
    m_mixer.render(stereo, m_renderedUntil);
    if (m_recording)
        checkRecording(m_recording->step(stereo));
}

void Listener::checkRecording(const tl::expected<void, QString> &recorded)
{
    if (recorded)
        return;
    static_cast<void>(m_recording->finish()); // finishes the other files with what has been recorded
    m_recording.reset();
    emit failed(recorded.error());
}

} // namespace islet::ctl
