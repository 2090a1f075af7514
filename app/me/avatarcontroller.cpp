// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/me/avatarcontroller.h"

#include <algorithm>
#include <array>
#include <numbers>

using namespace std::chrono_literals;

namespace islet {

namespace {

struct WalkKey {
    Qt::Key key;
    Vec3 direction;
};
constexpr std::array<WalkKey, 8> walkKeys{{
    {Qt::Key_W, {0, 0, 1}},
    {Qt::Key_Up, {0, 0, 1}},
    {Qt::Key_S, {0, 0, -1}},
    {Qt::Key_Down, {0, 0, -1}},
    {Qt::Key_A, {-1, 0, 0}},
    {Qt::Key_Left, {-1, 0, 0}},
    {Qt::Key_D, {1, 0, 0}},
    {Qt::Key_Right, {1, 0, 0}},
}};

bool isWalkKey(int key)
{
    return key == Qt::Key_Shift || std::ranges::any_of(walkKeys, [key](const WalkKey &k) { return k.key == key; });
}

constexpr auto frame = 16ms;
//! The centre of the parcel 0, 0.
constexpr Vec3 spawnPoint{8, 0, 8};

} // namespace

AvatarController::AvatarController(PositionReporter &reporter, Clock clock, QObject *parent)
    : QObject(parent)
    , m_reporter(reporter)
    , m_clock(std::move(clock))
    , m_placement{spawnPoint, 0, {}}
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &AvatarController::step);
    static_cast<void>(m_reporter.setPlacement(m_placement));
}

QString AvatarController::parcel() const
{
    const Parcel parcel = parcelOf(m_placement.position);
    return QStringLiteral("%1, %2").arg(parcel.x).arg(parcel.z);
}

bool AvatarController::press(int key)
{
    if (!isWalkKey(key))
        return false;
    m_keys.insert(key);
    if (key != Qt::Key_Shift)
        m_goal.reset();
    start();
    return true;
}

bool AvatarController::release(int key)
{
    if (m_keys.remove(key) && !m_keys.isEmpty())
        start(); // one of two opposite keys may still be held
    return isWalkKey(key);
}

void AvatarController::releaseAll()
{
    m_keys.clear();
}

void AvatarController::walkTo(float x, float z)
{
    const Vec3 goal{x, m_placement.position.y, z};
    if (!isPlausible(goal))
        return;
    m_goal = goal;
    start();
}

void AvatarController::start()
{
    if (m_timer.isActive())
        return;
    m_lastStep = m_clock();
    m_timer.start(frame);
}

Vec3 AvatarController::wantedDirection() const
{
    Vec3 sum;
    for (const WalkKey &walkKey : walkKeys) {
        if (m_keys.contains(walkKey.key))
            sum = sum + walkKey.direction;
    }
    if (sum == Vec3() && m_goal)
        sum = *m_goal - m_placement.position;
    const float size = std::hypot(sum.x, sum.z);
    return size > 0 ? Vec3{sum.x / size, 0, sum.z / size} : Vec3();
}

void AvatarController::step()
{
    const auto now = m_clock();
    // Limits the step, so that the avatar does not leap after the process was stalled.
    const float seconds = std::min(0.25F, std::chrono::duration<float>(now - m_lastStep).count());
    m_lastStep = now;
    const Parcel before = parcelOf(m_placement.position);
    const Vec3 direction = wantedDirection();
    moveBy(direction, seconds);
    if (direction == Vec3())
        m_timer.stop();
    static_cast<void>(m_reporter.setPlacement(m_placement));
    emit moved();
    if (parcelOf(m_placement.position) != before)
        emit parcelChanged();
}

void AvatarController::moveBy(const Vec3 &direction, float seconds)
{
    const float speed = m_keys.contains(Qt::Key_Shift) ? runSpeed : walkSpeed;
    Vec3 next = m_placement.position + direction * (speed * seconds);
    if (m_goal && flatDistance(*m_goal, m_placement.position) <= speed * seconds) {
        next = *m_goal;
        m_goal.reset();
    }
    m_placement.velocity = direction * speed;
    if (direction != Vec3())
        m_placement.yaw = normalizedYaw(std::atan2(direction.x, direction.z) * 180 / std::numbers::pi_v<float>);
    if (isPlausible(next))
        m_placement.position = next;
}

} // namespace islet
