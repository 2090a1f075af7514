// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/clock.h"
#include "comms/positionreporter.h"

#include <QSet>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace islet {

//! Moves my avatar by keys and clicks, and reports its position to the room.
class AvatarController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! The parcel of my avatar, such as "12, -7".
    Q_PROPERTY(QString parcel READ parcel NOTIFY parcelChanged)

public:
    static constexpr float walkSpeed = 3; //!< m/s
    static constexpr float runSpeed = 8; //!< m/s

    //! `reporter` must outlive this object.
    explicit AvatarController(PositionReporter &reporter, Clock clock = monotonicNow, QObject *parent = nullptr);

    const Placement &placement() const { return m_placement; }
    QString parcel() const;
    //! The destination of the last click, until it is reached.
    const std::optional<Vec3> &goal() const { return m_goal; }
    bool isMoving() const { return m_placement.velocity != Vec3(); }

    //! W A S D and the arrows walk, Shift runs. Returns false for any other key.
    Q_INVOKABLE bool press(int key);
    Q_INVOKABLE bool release(int key);
    //! Stops; called when the keyboard focus is lost.
    Q_INVOKABLE void releaseAll();
    //! Walks to this position (metres) in a straight line. Pressing a key cancels it.
    void walkTo(float x, float z);

    //! Advances the movement to the present. Called by a timer while the avatar moves.
    void step();

signals:
    void moved();
    void parcelChanged();

private:
    Vec3 wantedDirection() const;
    void moveBy(const Vec3 &direction, float seconds);
    void start();

    PositionReporter &m_reporter;
    Clock m_clock;
    Placement m_placement;
    QSet<int> m_keys;
    std::optional<Vec3> m_goal;
    QTimer m_timer;
    std::chrono::microseconds m_lastStep{0};
};

} // namespace islet
