// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/platform/desktopnotifications.h"

#include "base/displaytext.h"

using namespace Qt::StringLiterals;

namespace islet {

DesktopNotifications::DesktopNotifications(QSettings &settings, std::chrono::milliseconds pause, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_isWanted(settings.value("chat/notify"_L1, true).toBool())
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_isPending)
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
    if (storeSetting(this, m_settings, "chat/notify", m_isWanted, wanted, &DesktopNotifications::wantedChanged)
        && !wanted)
        forget();
}

void DesktopNotifications::tell(const QString &author, const QString &line)
{
    if (!m_isWanted || !m_window || m_window->isActive())
        return;
    ++m_unseen;
    const QString name = displayText(author, longestTitle);
    m_latest = {m_unseen == 1 ? name : tr("%n new messages, latest from %1", nullptr, m_unseen).arg(name),
                displayText(line, longestBody)};
    m_isPending = true;
    if (!m_pause.isActive())
        show();
}

void DesktopNotifications::show()
{
    m_isPending = false;
    m_pause.start();
    if (m_sender)
        m_sender->show(m_latest);
    else
        callForAttention();
}

void DesktopNotifications::forget()
{
    m_isPending = false;
    m_unseen = 0;
    if (m_sender)
        m_sender->withdraw();
}

void DesktopNotifications::callForAttention()
{
    constexpr int untilActivated = 0;
    if (m_window && !m_window->isActive())
        m_window->alert(untilActivated);
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
