// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "protocol/placement.h"

namespace islet::rfc4 {

namespace {

//! Unity-explorer's scale: 0 idle, 1 walk, 2 jog, 3 run.
float blendOf(float speed)
{
    if (speed < 0.05F)
        return 0;
    if (speed < 3)
        return 1;
    return speed < 6 ? 2 : 3;
}

} // namespace

Position positionOf(const Placement &placement, std::uint32_t index)
{
    return {index, placement.position, quaternionOfYaw(placement.yaw)};
}

Movement movementOf(const Placement &placement, float timestamp)
{
    Movement movement;
    movement.timestamp = timestamp;
    movement.position = placement.position;
    movement.velocity = placement.velocity;
    movement.blend = blendOf(length(placement.velocity));
    movement.isGrounded = true;
    movement.rotationY = placement.yaw;
    return movement;
}

Placement placementOf(const Position &position)
{
    return {position.position, yawOf(position.rotation), {}};
}

Placement placementOf(const Movement &movement)
{
    return {movement.position, normalizedYaw(movement.rotationY), movement.velocity};
}

} // namespace islet::rfc4
