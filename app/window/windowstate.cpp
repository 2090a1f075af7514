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

//! Whether enough of it can be seen to be grabbed.
bool isReachable(const QRect &place)
{
    constexpr int enough = 100; // pixels
    return std::ranges::any_of(QGuiApplication::screens(), [&place](const QScreen *screen) {
        const QRect seen = screen->availableGeometry().intersected(place);
        return seen.width() >= enough && seen.height() >= enough && place.top() >= screen->availableGeometry().top();
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
    m_later.setSingleShot(true);
    m_later.setInterval(500ms);
    connect(&m_later, &QTimer::timeout, this, &WindowState::save);
}

void WindowState::watch(QWindow &window)
{
    m_window = &window;
    const QRect place = m_settings.value(u"window/place"_s).toRect();
    if (place.size().expandedTo(window.minimumSize()) == place.size() && isReachable(place))
        window.setGeometry(place);
    if (m_settings.value(u"window/maximized"_s).toBool())
        window.setWindowState(Qt::WindowMaximized);
    const auto note = [this] { m_later.start(); };
    connect(&window, &QWindow::xChanged, this, note);
    connect(&window, &QWindow::yChanged, this, note);
    connect(&window, &QWindow::widthChanged, this, note);
    connect(&window, &QWindow::heightChanged, this, note);
    connect(&window, &QWindow::windowStateChanged, this, note);
    window.installEventFilter(this);
    connect(&window, &QObject::destroyed, this, [this] {
        m_later.stop();
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
    if (watched == m_window && event->type() == QEvent::Close && m_later.isActive()) {
        m_later.stop();
        save();
    }
    return QObject::eventFilter(watched, event);
}

void WindowState::save()
{
    if (!m_window || !m_window->isVisible())
        return;
    const auto state = m_window->windowState();
    if (state != Qt::WindowFullScreen) // which is for the moment
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
