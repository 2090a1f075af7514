// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/platform/desktopnotifications.h"

#include "base/displaytext.h"

using namespace Qt::StringLiterals;

namespace islet {

namespace {

const auto notify = u"chat/notify"_s;

} // namespace

DesktopNotifications::DesktopNotifications(QSettings &settings, std::chrono::milliseconds pause, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_isWanted(settings.value(notify, true).toBool())
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_isOwed)
            show();
    });
}

void DesktopNotifications::watch(QWindow &window)
{
    m_window = &window;
    connect(&window, &QWindow::activeChanged, this, [this] {
        if (m_window && m_window->isActive())
            forget();
    });
}

void DesktopNotifications::sendBy(Notifier &sender)
{
    m_sender = &sender;
    connect(&sender, &Notifier::chosen, this, &DesktopNotifications::bringToFront);
    connect(&sender, &Notifier::failed, this, &DesktopNotifications::callForAttention);
}

void DesktopNotifications::setWanted(bool wanted)
{
    if (m_isWanted == wanted)
        return;
    m_isWanted = wanted;
    m_settings.setValue(notify, wanted);
    if (!wanted)
        forget();
    emit wantedChanged();
}

void DesktopNotifications::tell(const QString &who, const QString &line)
{
    if (!m_isWanted || !m_window || m_window->isActive())
        return;
    ++m_lines;
    const QString author = displayText(who, longestTitle);
    m_latest = {m_lines == 1 ? author : tr("%1, the latest of %n lines", nullptr, m_lines).arg(author),
                displayText(line, longestBody)};
    m_isOwed = true;
    if (!m_pause.isActive())
        show();
}

void DesktopNotifications::show()
{
    m_isOwed = false;
    m_pause.start();
    if (m_sender)
        m_sender->show(m_latest);
    else
        callForAttention();
}

void DesktopNotifications::forget()
{
    m_isOwed = false;
    m_lines = 0;
    if (m_sender)
        m_sender->withdraw();
}

void DesktopNotifications::callForAttention()
{
    constexpr int untilLookedAt = 0;
    if (m_window && !m_window->isActive())
        m_window->alert(untilLookedAt);
}

void DesktopNotifications::bringToFront()
{
    if (!m_window)
        return;
    m_window->setWindowStates(m_window->windowStates() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->requestActivate();
}

} // namespace islet
