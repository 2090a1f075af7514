// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/deviceslot.h"

#include <algorithm>
#include <functional>

using namespace std::chrono_literals;

namespace islet {

namespace {

constexpr int maxRetryDelay = 5; // maximum s between two attempts
constexpr auto stableAfter = 5s; // running time after which earlier failures are forgotten

std::chrono::microseconds delayAfter(int failures)
{
    return 1s * std::min(failures, maxRetryDelay);
}

QByteArray defaultOf(const QList<SoundDevice> &devices)
{
    const auto found = std::ranges::find_if(devices, &SoundDevice::isDefault);
    return found == devices.end() ? QByteArray() : found->id;
}

} // namespace

DeviceSlot::DeviceSlot(QByteArray wanted, QSet<QByteArray> hung)
    : m_wanted(std::move(wanted))
    , m_hung(std::move(hung))
{ }

void DeviceSlot::select(const QByteArray &id)
{
    m_wanted = id;
    m_failures = 0;
    m_nextTry = 0us;
}

void DeviceSlot::setOn(bool on)
{
    m_isOn = on;
    m_failures = 0;
    m_nextTry = 0us;
}

DeviceSlot::Action DeviceSlot::update(const QList<SoundDevice> &devices, bool isReachable,
                                      std::chrono::microseconds now)
{
    if (!m_isOn) {
        m_state.device.clear();
        return close(DeviceState::Kind::Off);
    }
    if (!isReachable) // an open stream may well continue, and reports itself broken if it does not
        return m_open.isEmpty() ? close(DeviceState::Kind::NoServer) : Action::Nothing;

    m_hung.removeIf([&](const QByteArray &id) {
        return std::ranges::none_of(devices, [&](const SoundDevice &device) { return device.id == id; });
    });
    const QByteArray oldDefault = std::exchange(m_default, defaultOf(devices));
    const SoundDevice *chosen = choose(devices);
    if (!chosen && devices.isEmpty())
        return close(DeviceState::Kind::NoDevice);
    if (!chosen) {
        m_state.device = devices.first().name;
        return close(DeviceState::Kind::Hung);
    }

    const bool isOther = chosen->id != m_target.id;
    m_target = *chosen;
    if (m_open == m_target.id && !m_mustReopen && !wasMovedAway(oldDefault))
        return Action::Nothing;
    if (m_open.isEmpty() && now < m_nextTry && !isOther)
        return Action::Nothing;
    m_state = {DeviceState::Kind::Opening, m_target.name};
    return Action::Open;
}

const SoundDevice *DeviceSlot::choose(const QList<SoundDevice> &devices) const
{
    const auto first = [&](auto isRight) -> const SoundDevice * {
        const auto found = std::ranges::find_if(devices, [&](const SoundDevice &device) {
            return !m_hung.contains(device.id) && std::invoke(isRight, device);
        });
        return found == devices.end() ? nullptr : &*found;
    };
    if (const auto wanted = first([this](const SoundDevice &device) { return device.id == m_wanted; }))
        return wanted;
    if (const auto systemDefault = first(&SoundDevice::isDefault))
        return systemDefault;
    return first([](const SoundDevice &) { return true; });
}

//! PulseAudio moves streams from the old default to the new one, even those that asked for the old one by name.
bool DeviceSlot::wasMovedAway(const QByteArray &oldDefault) const
{
    return m_open == oldDefault && m_default != oldDefault;
}

DeviceSlot::Action DeviceSlot::close(DeviceState::Kind why)
{
    m_state.kind = why;
    m_failures = 0;
    m_nextTry = 0us;
    m_target = {};
    if (m_open.isEmpty())
        return Action::Nothing;
    m_open.clear();
    return Action::Close;
}

void DeviceSlot::opened(std::chrono::microseconds now)
{
    m_open = m_target.id;
    m_openedAt = now;
    m_mustReopen = false;
}

void DeviceSlot::refused(std::chrono::microseconds now)
{
    m_open.clear();
    m_mustReopen = false;
    m_nextTry = now + delayAfter(++m_failures);
    m_state = {DeviceState::Kind::Refused, m_target.name};
}

void DeviceSlot::lost(std::chrono::microseconds now)
{
    m_open.clear();
    if (now - m_openedAt > stableAfter)
        m_failures = 0;
    m_nextTry = now + delayAfter(m_failures++);
    m_state.kind = DeviceState::Kind::Opening;
}

void DeviceSlot::reportRunning(bool isSilent)
{
    m_state.kind = isSilent ? DeviceState::Kind::Silent : DeviceState::Kind::Running;
}

} // namespace islet
