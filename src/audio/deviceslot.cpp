// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/deviceslot.h"

#include <algorithm>
#include <functional>

using namespace std::chrono_literals;

namespace islet {

namespace {

constexpr int mostPatient = 5; // s between two tries
constexpr auto longEnough = 5s; // to have run, for what went wrong before to be forgotten

std::chrono::microseconds delayAfter(int failures)
{
    return 1s * std::min(failures, mostPatient);
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

void DeviceSlot::want(const QByteArray &id)
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

DeviceSlot::Act DeviceSlot::look(const QList<SoundDevice> &devices, bool isReachable, std::chrono::microseconds now)
{
    if (!m_isOn) {
        m_state.device.clear();
        return close(DeviceState::Kind::Off);
    }
    if (!isReachable) // what is open may well go on, and says so itself if it does not
        return m_open.isEmpty() ? close(DeviceState::Kind::NoServer) : Act::Nothing;

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
        return Act::Nothing;
    if (m_open.isEmpty() && now < m_nextTry && !isOther)
        return Act::Nothing;
    m_state = {DeviceState::Kind::Opening, m_target.name};
    return Act::Open;
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
    if (const auto ofSystem = first(&SoundDevice::isDefault))
        return ofSystem;
    return first([](const SoundDevice &) { return true; });
}

//! PulseAudio takes what plays on the old default to the new one, also what asked for the old one by name.
bool DeviceSlot::wasMovedAway(const QByteArray &oldDefault) const
{
    return m_open == oldDefault && m_default != oldDefault;
}

DeviceSlot::Act DeviceSlot::close(DeviceState::Kind why)
{
    m_state.kind = why;
    m_failures = 0;
    m_nextTry = 0us;
    m_target = {};
    if (m_open.isEmpty())
        return Act::Nothing;
    m_open.clear();
    return Act::Close;
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
    if (now - m_openedAt > longEnough)
        m_failures = 0;
    m_nextTry = now + delayAfter(m_failures++);
    m_state.kind = DeviceState::Kind::Opening;
}

void DeviceSlot::moves(bool isSilent)
{
    m_state.kind = isSilent ? DeviceState::Kind::Silent : DeviceState::Kind::Running;
}

} // namespace islet
