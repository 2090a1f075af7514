// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/voice/talkkey.h"

#include <utility>

namespace islet {

TalkKey::TalkKey(Clock clock)
    : m_clock(std::move(clock))
{ }

void TalkKey::press()
{
    if (m_isPressed)
        return; // auto-repeat
    m_isPressed = true;
    const auto now = m_clock();
    const auto sinceRelease = m_releasedAt ? now - *m_releasedAt : std::chrono::microseconds::max();
    const bool wasLatched = std::exchange(m_isLatched, false);
    if (sinceRelease < bounce)
        return; // key bounce: not a release
    m_hold = {now, !wasLatched && m_wasTap && sinceRelease <= betweenTaps};
}

void TalkKey::release()
{
    if (!std::exchange(m_isPressed, false))
        return;
    m_releasedAt = m_clock();
    const bool isTap = *m_releasedAt - m_hold.since <= shortTap;
    m_isLatched = isTap && m_hold.isSecondTap;
    m_wasTap = isTap && !m_isLatched;
}

void TalkKey::cancel()
{
    m_isPressed = m_isLatched = m_wasTap = false;
    m_releasedAt.reset();
}

} // namespace islet
