// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/voice/keywatch.h"

#include "app/voice/voicesettings.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QQuickItem>
#include <QQuickWindow>

#include <utility>

namespace islet {

namespace {

bool acceptsText(QQuickItem *item)
{
    if (!item)
        return false;
    QInputMethodQueryEvent query(Qt::ImEnabled);
    QCoreApplication::sendEvent(item, &query);
    return query.value(Qt::ImEnabled).toBool();
}

constexpr auto shortcutModifiers = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;

} // namespace

KeyWatch::KeyWatch(VoiceSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{ }

void KeyWatch::watch(QQuickWindow *window, IsMap isMap)
{
    m_isMap = std::move(isMap);
    window->installEventFilter(this);
}

void KeyWatch::setCapturing(bool capturing)
{
    if (std::exchange(m_isCapturing, capturing) != capturing)
        emit capturingChanged();
}

bool KeyWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        return claim(*static_cast<QKeyEvent *>(event), qobject_cast<QQuickWindow *>(watched));
    case QEvent::KeyPress: return press(*static_cast<QKeyEvent *>(event), qobject_cast<QQuickWindow *>(watched));
    case QEvent::KeyRelease: return release(*static_cast<QKeyEvent *>(event));
    case QEvent::FocusOut:
    case QEvent::Hide:
        m_heldKey = 0;
        emit lost();
        return false;
    default: return false;
    }
}

bool KeyWatch::claim(QKeyEvent &event, const QQuickWindow *window)
{
    const bool isOurs = m_isCapturing || (!(event.modifiers() & shortcutModifiers) && mayTalk(event.key(), window));
    if (isOurs)
        event.accept();
    return isOurs;
}

bool KeyWatch::press(const QKeyEvent &event, const QQuickWindow *window)
{
    if (m_isCapturing)
        return capture(event);
    if (event.isAutoRepeat())
        return m_heldKey != 0 && event.key() == m_heldKey;
    if (m_heldKey != 0 || (event.modifiers() & shortcutModifiers) || !mayTalk(event.key(), window))
        return false;
    m_heldKey = event.key();
    emit pressed();
    return true;
}

bool KeyWatch::release(const QKeyEvent &event)
{
    if (m_heldKey == 0 || event.key() != m_heldKey)
        return false;
    if (!event.isAutoRepeat()) {
        m_heldKey = 0;
        emit released();
    }
    return true;
}

bool KeyWatch::capture(const QKeyEvent &event)
{
    if (event.isAutoRepeat())
        return true;
    if (event.key() == Qt::Key_Escape || m_settings.setKey(event.key()))
        setCapturing(false);
    return true;
}

bool KeyWatch::mayTalk(int key, const QQuickWindow *window) const
{
    if (!window || !m_settings.keys().contains(key))
        return false;
    QQuickItem *item = window->activeFocusItem();
    if (key == Qt::Key_Space)
        return item && m_isMap(*item);
    return !acceptsText(item);
}

} // namespace islet
