// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/screenshot.h"

#include "app/window/roommodels.h"

#include <QCoreApplication>
#include <QQuickWindow>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet {

namespace {

constexpr auto pollInterval = 100ms;
constexpr int maxPolls = 300; // 30 s

} // namespace

Screenshot::Screenshot(RoomModels &room, QQuickWindow &window, const QString &path, QObject *parent)
    : QObject(parent)
    , m_room(room)
    , m_window(window)
    , m_path(path)
{
    connect(&m_pollTimer, &QTimer::timeout, this, &Screenshot::take);
    m_pollTimer.start(pollInterval);
}

bool Screenshot::hasSomethingToSee() const
{
    const int people = m_room.people()->peers()->count();
    return m_room.connection()->state() == RoomConnection::State::Connected && people > 0
        && m_room.peerScene()->count() == people && m_room.chat()->rowCount() > 1; // the first line is Islet's own note
}

void Screenshot::take()
{
    const bool isReady = hasSomethingToSee();
    if (!isReady && ++m_polls < maxPolls)
        return;
    m_pollTimer.stop();
    const bool saved = m_window.grabWindow().save(m_path);
    if (!saved)
        std::fputs(qPrintable(tr("Couldn't save the screenshot to %1.\n").arg(m_path)), stderr);
    else if (!isReady)
        std::fputs(qPrintable(tr("No one appeared in the room. The screenshot was saved to %1 anyway.\n").arg(m_path)),
                   stderr);
    QCoreApplication::exit(saved && isReady ? 0 : 1);
}

} // namespace islet
