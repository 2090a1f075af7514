// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "opener.h"

#include "app/window/command.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QQuickItem>
#include <QQuickWindow>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

//! Items are parented in the scene, so QObject::findChild does not find them.
QQuickItem *findItem(QQuickItem &top, const QString &name)
{
    if (top.objectName() == name)
        return &top;
    for (QQuickItem *child : top.childItems()) {
        if (QQuickItem *found = findItem(*child, name))
            return found;
    }
    return nullptr;
}

void click(QQuickWindow &window, const QPointF &place)
{
    const QPointF onScreen = window.mapToGlobal(place);
    QMouseEvent press(QEvent::MouseButtonPress, place, onScreen, Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &press);
    QMouseEvent release(QEvent::MouseButtonRelease, place, onScreen, Qt::LeftButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &release);
}

} // namespace

void Opener::openNext()
{
    if (m_hasOpened) {
        QKeyEvent press(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_window, &press);
        QKeyEvent release(QEvent::KeyRelease, Qt::Key_Escape, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_window, &release);
        m_hasOpened = false;
    }
    if (m_left.isEmpty())
        return;
    const QString handle = m_left.takeFirst();
    m_hasOpened = open(handle);
    std::fprintf(stderr, "%s %s\n", m_hasOpened ? "opened" : "cannot open", qPrintable(handle));
}

bool Opener::open(const QString &handle)
{
    const auto commands = m_window.findChildren<Command *>();
    const auto command =
        std::ranges::find_if(commands, [&handle](const Command *one) { return one->keys().contains(handle); });
    if (command != commands.end()) {
        (*command)->trigger();
        return true;
    }
    QQuickItem *item = findItem(*m_window.contentItem(), handle);
    if (!item)
        return false;
    if (item->inherits("QQuickAbstractButton"))
        click(m_window, item->mapToScene({item->width() / 2, item->height() / 2}));
    else
        item->forceActiveFocus(Qt::TabFocusReason);
    return true;
}

} // namespace islet
