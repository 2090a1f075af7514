// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "listeners.h"

#include "audio/sound.h"
#include "audio/voicedecoder.h"
#include "audio/voicestream.h"

#include <speex/speex_jitter.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <span>

using namespace std::chrono_literals;

namespace islet::bench {

namespace {

constexpr auto piece = 5ms;
constexpr auto afterwards = 500ms;

//! Calls `arrive` with each packet at its arrival time, and `play` every 5 ms.
template<typename Arrive, typename Play> void pass(const Conversation &conversation, Arrive arrive, Play play)
{
    std::size_t at = 0;
    const auto &trace = conversation.trace;
    const auto end = trace.back().arrivesAt + afterwards;
    for (std::chrono::microseconds now{0}; now < end; now += piece) {
        for (; at < trace.size() && trace[at].arrivesAt <= now; ++at)
            arrive(trace[at]);
        play(now);
    }
}

//! speexdsp's JitterBuffer followed by a decoder.
class SpeexListener {
public:
    explicit SpeexListener(const SpeexSetting &setting);

    void receive(const test::TracePacket &packet, const QByteArray &bytes);
    void render(std::span<float> mono);

    double decodedMs() const { return milliseconds(m_decodedSamples); }
    double firstToLastMs() const { return milliseconds(m_last - m_first); }

private:
    // Its times are 16 bits wide: in samples of 48 kHz, a stall of one second would overflow them.
    static constexpr int unit = 3; // samples
    static constexpr int unitsInMs = sampleRate / 1'000 / unit;

    void fetch();
    void decode(const JitterBufferPacket &packet, int offset);
    void conceal(int samples);
    void append(std::span<const float> samples) { m_ready.insert(m_ready.end(), samples.begin(), samples.end()); }

    int m_step;
    std::unique_ptr<::JitterBuffer, decltype(&jitter_buffer_destroy)> m_buffer;
    VoiceDecoder m_decoder;
    std::vector<float> m_ready;
    std::array<float, longestPacketSamples> m_decoded{};
    bool m_hasBegun = false;
    std::int64_t m_now = 0; // samples rendered
    std::int64_t m_first = 0;
    std::int64_t m_last = 0;
    std::int64_t m_decodedSamples = 0; // samples that were not concealed
};

SpeexListener::SpeexListener(const SpeexSetting &setting)
    : m_step(setting.stepMs * unitsInMs)
    , m_buffer(jitter_buffer_init(m_step), jitter_buffer_destroy)
{
    int margin = setting.marginMs * unitsInMs;
    jitter_buffer_ctl(m_buffer.get(), JITTER_BUFFER_SET_MARGIN, &margin);
    int lateCost = setting.lateCostMs * unitsInMs;
    if (lateCost > 0)
        jitter_buffer_ctl(m_buffer.get(), JITTER_BUFFER_SET_LATE_COST, &lateCost);
}

void SpeexListener::receive(const test::TracePacket &packet, const QByteArray &bytes)
{
    QByteArray copy = bytes;
    JitterBufferPacket item{};
    item.data = copy.data();
    item.len = static_cast<spx_uint32_t>(copy.size());
    item.span = static_cast<spx_uint32_t>(packet.samples / unit);
    item.timestamp = packet.index * item.span;
    item.sequence = static_cast<spx_uint16_t>(packet.index);
    jitter_buffer_put(m_buffer.get(), &item);
}

void SpeexListener::render(std::span<float> mono)
{
    const bool hasEnough = m_ready.size() >= mono.size();
    while (m_ready.size() < mono.size())
        fetch();
    std::copy_n(m_ready.begin(), mono.size(), mono.begin());
    m_ready.erase(m_ready.begin(), m_ready.begin() + static_cast<std::ptrdiff_t>(mono.size()));
    m_now += static_cast<std::int64_t>(mono.size());
    // It estimates arrival times only as precisely as it is told the current time.
    if (hasEnough && m_hasBegun)
        jitter_buffer_remaining_span(m_buffer.get(), static_cast<spx_uint32_t>(m_ready.size() / unit));
}

void SpeexListener::fetch()
{
    std::array<char, largestPacketBytes> bytes;
    JitterBufferPacket packet{};
    packet.data = bytes.data();
    packet.len = bytes.size();
    spx_int32_t offset = 0;
    switch (jitter_buffer_get(m_buffer.get(), &packet, m_step, &offset)) {
    case JITTER_BUFFER_OK: decode(packet, offset * unit); break;
    case JITTER_BUFFER_INSERTION: conceal(static_cast<int>(packet.span) * unit); break;
    default: conceal(m_step * unit); break;
    }
    jitter_buffer_tick(m_buffer.get());
}

void SpeexListener::decode(const JitterBufferPacket &packet, int offset)
{
    if (!m_hasBegun)
        m_first = m_now + static_cast<std::int64_t>(m_ready.size());
    m_hasBegun = true;
    if (offset > 0)
        conceal(offset);
    const auto data = std::as_bytes(std::span(packet.data, packet.len));
    const int samples = m_decoder.decode(data, m_decoded);
    const int skipped = std::clamp(-offset, 0, samples); // its beginning was dropped
    append(
        std::span(m_decoded).subspan(static_cast<std::size_t>(skipped), static_cast<std::size_t>(samples - skipped)));
    m_decodedSamples += samples - skipped;
    m_last = m_now + static_cast<std::int64_t>(m_ready.size());
}

void SpeexListener::conceal(int samples)
{
    constexpr int chunk = frameSamples;
    for (; samples > 0; samples -= chunk) {
        const auto some = std::span(m_decoded).first(static_cast<std::size_t>(std::min(samples, chunk)));
        std::ranges::fill(some, 0.F);
        if (m_hasBegun)
            m_decoder.conceal({}, some);
        append(some);
    }
}

double lengthMs(const Conversation &conversation)
{
    return milliseconds(static_cast<std::int64_t>(conversation.plain.size()));
}

} // namespace

Heard listen(const Conversation &conversation)
{
    Heard heard;
    VoiceStream voice(SpeakerId{1});
    std::array<float, pieceSamples> mono{};
    std::size_t first = 0;
    std::size_t last = 0;
    pass(
        conversation,
        [&](const test::TracePacket &packet) {
            voice.receive(packet.index, conversation.packets[packet.number], packet.arrivesAt);
        },
        [&](std::chrono::microseconds now) {
            const bool isSound = voice.render(mono, now);
            if (!isSound)
                mono.fill(0);
            if (isSound && first == 0)
                first = heard.samples.size();
            heard.samples.insert(heard.samples.end(), mono.begin(), mono.end());
            if (isSound)
                last = heard.samples.size();
        });
    const SpeakerStats stats = voice.stats();
    constexpr double lastBridge = 60; // after the last packet
    const double received = milliseconds(static_cast<std::int64_t>(stats.packets) * conversation.trace.front().samples);
    const double played = received - stats.compressedMs + stats.stretchedMs;
    heard.concealedMs = std::max(0.0, milliseconds(static_cast<std::int64_t>(last - first)) - played - lastBridge);
    heard.skippedMs = lengthMs(conversation) - received + stats.compressedMs;
    return heard;
}

Heard listen(const Conversation &conversation, const SpeexSetting &setting)
{
    Heard heard;
    SpeexListener listener(setting);
    std::array<float, pieceSamples> mono{};
    pass(
        conversation,
        [&](const test::TracePacket &packet) { listener.receive(packet, conversation.packets[packet.number]); },
        [&](std::chrono::microseconds) {
            listener.render(mono);
            heard.samples.insert(heard.samples.end(), mono.begin(), mono.end());
        });
    heard.concealedMs = listener.firstToLastMs() - listener.decodedMs();
    heard.skippedMs = lengthMs(conversation) - listener.decodedMs();
    return heard;
}

} // namespace islet::bench
