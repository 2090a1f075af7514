// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/soundsystem.h"
#include "base/clock.h"

#include <QCoreApplication>
#include <QSemaphore>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>
#include <utility>

namespace islet::test {

//! A machine's microphones and loudspeakers, controlled by the test. Its functions are thread-safe; all fake sound
//! systems made from it share it.
class FakeMachine {
public:
    enum class Microphone { Tone, Zeros, Nothing };

    //! Devices record and play at the pace of `paceClock`.
    explicit FakeMachine(Clock paceClock = monotonicNow)
        : clock(std::move(paceClock))
    { }

    void set(const QList<SoundDevice> &microphones, const QList<SoundDevice> &loudspeakers)
    {
        const std::lock_guard lock(m_mutex);
        m_microphones = microphones;
        m_loudspeakers = loudspeakers;
    }
    QList<SoundDevice> microphones() const { return read(m_microphones); }
    QList<SoundDevice> loudspeakers() const { return read(m_loudspeakers); }

    //! Opening these devices fails (refuse) or blocks until release() (hang).
    void refuse(const QSet<QByteArray> &ids) { write(m_refused, ids); }
    void hang(const QSet<QByteArray> &ids) { write(m_hanging, ids); }
    void release() { m_gate.release(100); }

    //! The devices opened so far, in order, with the requested capacity of loudspeakers: "a", "x 960".
    QStringList opened() const { return read(m_opened); }
    void clearOpened() { write(m_opened, QStringList()); }

    //! Called by a sound system that opens a device: returns whether it may.
    bool open(const QByteArray &id, std::size_t capacity = 0)
    {
        bool isHanging = false;
        bool isRefused = false;
        {
            const std::lock_guard lock(m_mutex);
            const QString entry = QString::fromUtf8(id);
            m_opened.append(capacity > 0 ? entry + u' ' + QString::number(capacity) : entry);
            isHanging = m_hanging.contains(id);
            isRefused = m_refused.contains(id);
        }
        if (isHanging)
            m_gate.acquire();
        return !isRefused;
    }

    const Clock clock;
    std::atomic<bool> isReachable = true;
    std::atomic<Microphone> microphone = Microphone::Tone;
    std::atomic<int> microphoneRate = sampleRate; //!< of microphones opened from now on
    std::atomic<int> pile = 0; //!< samples that the microphone delivers at once, ahead of its pace
    std::atomic<bool> takesSound = true; //!< the loudspeaker plays what is written
    std::atomic<int> drains = 0; //!< times that the loudspeaker is to play its whole buffer at once
    std::atomic<int> breaks = 0; //!< streams opened before this was incremented are broken
    std::atomic<int> alive = 0; //!< number of open streams
    std::atomic<int> played = 0; //!< frames
    std::atomic<int> recorded = 0; //!< samples delivered by the clock, without the pile
    std::atomic<float> loudest = 0;

private:
    template<typename Value> Value read(const Value &value) const
    {
        const std::lock_guard lock(m_mutex);
        return value;
    }
    template<typename Value> void write(Value &value, const Value &next)
    {
        const std::lock_guard lock(m_mutex);
        value = next;
    }

    mutable std::mutex m_mutex;
    QList<SoundDevice> m_microphones;
    QList<SoundDevice> m_loudspeakers;
    QSet<QByteArray> m_refused;
    QSet<QByteArray> m_hanging;
    QStringList m_opened;
    QSemaphore m_gate;
};

using FakeMachinePtr = std::shared_ptr<FakeMachine>;

//! Delivers samples in real time.
class FakeCapture : public CaptureStream {
public:
    explicit FakeCapture(FakeMachinePtr machine)
        : m_machine(std::move(machine))
        , m_rate(m_machine->microphoneRate)
        , m_breaks(m_machine->breaks)
        , m_until(m_machine->clock())
    {
        ++m_machine->alive;
    }
    ~FakeCapture() override
    {
        QCoreApplication::processEvents(); // as Qt's streams do
        --m_machine->alive;
    }

    int rate() const override { return m_rate; }
    bool isBroken() const override { return m_machine->breaks != m_breaks; }
    std::size_t read(std::span<float> mono) override
    {
        const auto now = m_machine->clock();
        const auto due = static_cast<int>((now - m_until).count() * m_rate / 1'000'000);
        m_until += std::chrono::microseconds(static_cast<std::int64_t>(due) * 1'000'000 / m_rate);
        m_ready += due + m_machine->pile.exchange(0);
        const FakeMachine::Microphone kind = m_machine->microphone;
        if (kind == FakeMachine::Microphone::Nothing || isBroken())
            m_ready = 0;
        else
            m_machine->recorded += due;
        const auto count = std::min(mono.size(), static_cast<std::size_t>(m_ready));
        for (float &sample : mono.first(count)) {
            constexpr float pitch = 300;
            m_phase = std::fmod(m_phase + pitch / static_cast<float>(m_rate), 1.F);
            sample = kind == FakeMachine::Microphone::Tone ? 0.3F * std::sin(6.2832F * m_phase) : 0;
        }
        m_ready -= static_cast<int>(count);
        return count;
    }

private:
    FakeMachinePtr m_machine;
    int m_rate;
    int m_breaks;
    std::chrono::microseconds m_until;
    int m_ready = 0;
    float m_phase = 0;
};

//! Plays in real time.
class FakePlayback : public PlaybackStream {
public:
    FakePlayback(FakeMachinePtr machine, std::size_t capacity)
        : m_machine(std::move(machine))
        , m_capacity(capacity)
        , m_breaks(m_machine->breaks)
        , m_until(m_machine->clock())
    {
        ++m_machine->alive;
    }
    ~FakePlayback() override
    {
        QCoreApplication::processEvents();
        --m_machine->alive;
    }

    std::size_t capacity() const override { return m_capacity; }
    bool isBroken() override { return m_machine->breaks != m_breaks; }
    std::size_t writableFrames() override
    {
        const auto due = static_cast<std::size_t>(samplesIn(m_machine->clock() - m_until));
        m_until += std::chrono::microseconds(static_cast<std::int64_t>(due) * 1'000'000 / sampleRate);
        if (m_machine->takesSound)
            m_queued -= std::min(due, std::max<std::size_t>(m_queued, 1) - 1); // no underrun from a test hiccup
        int drains = m_machine->drains;
        if (drains > 0 && m_queued > 0 && m_machine->drains.compare_exchange_strong(drains, drains - 1))
            m_queued = 0;
        return m_capacity - m_queued;
    }
    void write(std::span<const float> stereo) override
    {
        m_queued += stereo.size() / 2;
        m_machine->played += static_cast<int>(stereo.size() / 2);
        for (const float sample : stereo)
            m_machine->loudest = std::max(m_machine->loudest.load(), std::abs(sample));
    }

private:
    FakeMachinePtr m_machine;
    std::size_t m_capacity;
    int m_breaks;
    std::chrono::microseconds m_until;
    std::size_t m_queued = 0;
};

class FakeSoundSystem : public SoundSystem {
public:
    explicit FakeSoundSystem(FakeMachinePtr machine)
        : m_machine(std::move(machine))
    { }

    bool isReachable() override { return m_machine->isReachable; }
    QList<SoundDevice> microphones() override { return m_machine->microphones(); }
    QList<SoundDevice> loudspeakers() override { return m_machine->loudspeakers(); }
    std::unique_ptr<CaptureStream> openMicrophone(const QByteArray &id) override
    {
        if (!m_machine->open(id))
            return nullptr;
        return std::make_unique<FakeCapture>(m_machine);
    }
    std::unique_ptr<PlaybackStream> openLoudspeaker(const QByteArray &id, std::size_t capacity) override
    {
        if (!m_machine->open(id, capacity))
            return nullptr;
        return std::make_unique<FakePlayback>(m_machine, capacity);
    }

private:
    FakeMachinePtr m_machine;
};

} // namespace islet::test
