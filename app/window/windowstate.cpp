// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/windowstate.h"

#include <QGuiApplication>
#include <QScreen>
#include <QWindow>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet {

namespace {

constexpr int largestPane = 4'000; // pixels

int paneSize(const QSettings &settings, const QString &key)
{
    return std::clamp(settings.value(key).toInt(), 0, largestPane);
}

//! Whether enough of the window is visible to drag it.
bool isReachable(const QRect &geometry)
{
    constexpr int enough = 100; // pixels
    return std::ranges::any_of(QGuiApplication::screens(), [&geometry](const QScreen *screen) {
        const QRect available = screen->availableGeometry();
        const QRect visible = available.intersected(geometry);
        return visible.width() >= enough && visible.height() >= enough && geometry.top() >= available.top();
    });
}

} // namespace

WindowState::WindowState(QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_columnWidth(paneSize(settings, u"window/columnWidth"_s))
    , m_peopleHeight(paneSize(settings, u"window/peopleHeight"_s))
    , m_isColumnShown(settings.value(u"window/columnShown"_s, true).toBool())
    , m_isPeopleShown(settings.value(u"window/peopleShown"_s, true).toBool())
{
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(500ms);
    connect(&m_saveTimer, &QTimer::timeout, this, &WindowState::save);
}

void WindowState::watch(QWindow &window)
{
    m_window = &window;
    const QRect geometry = m_settings.value(u"window/place"_s).toRect();
    if (geometry.size().expandedTo(window.minimumSize()) == geometry.size() && isReachable(geometry))
        window.setGeometry(geometry);
    if (m_settings.value(u"window/maximized"_s).toBool())
        window.setWindowState(Qt::WindowMaximized);
    const auto saveLater = [this] { m_saveTimer.start(); };
    connect(&window, &QWindow::xChanged, this, saveLater);
    connect(&window, &QWindow::yChanged, this, saveLater);
    connect(&window, &QWindow::widthChanged, this, saveLater);
    connect(&window, &QWindow::heightChanged, this, saveLater);
    connect(&window, &QWindow::windowStateChanged, this, saveLater);
    window.installEventFilter(this);
    connect(&window, &QObject::destroyed, this, [this] {
        m_saveTimer.stop();
        m_window = nullptr;
    });
}

void WindowState::switchFullScreen()
{
    if (m_window)
        m_window->setWindowStates(m_window->windowStates() ^ Qt::WindowFullScreen);
}

bool WindowState::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && event->type() == QEvent::Close && m_saveTimer.isActive()) {
        m_saveTimer.stop();
        save();
    }
    return QObject::eventFilter(watched, event);
}

void WindowState::save()
{
    if (!m_window || !m_window->isVisible())
        return;
    const auto state = m_window->windowState();
    if (state != Qt::WindowFullScreen) // full screen is temporary
        m_settings.setValue(u"window/maximized"_s, state == Qt::WindowMaximized);
    if (state == Qt::WindowNoState)
        m_settings.setValue(u"window/place"_s, m_window->geometry());
}

bool WindowState::isWelcomed() const
{
    return m_settings.value(u"window/welcomed"_s).toBool();
}

void WindowState::welcome()
{
    m_isWelcoming = true;
    emit changed();
    emit welcomeWanted();
}

void WindowState::endWelcome()
{
    if (!m_isWelcoming)
        return;
    m_settings.setValue(u"window/welcomed"_s, true);
    m_isWelcoming = false;
    emit changed();
}

} // namespace islet
