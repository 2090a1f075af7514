// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/platform/paletteappearance.h"

#include <QEvent>
#include <QGuiApplication>
#include <QPalette>

namespace islet {

void PaletteAppearance::start()
{
    qGuiApp->installEventFilter(this);
    refresh();
}

bool PaletteAppearance::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qGuiApp && event->type() == QEvent::ApplicationPaletteChange)
        refresh();
    return false;
}

AppearanceHints PaletteAppearance::read() const
{
    const QPalette palette = QGuiApplication::palette();
    return {palette.color(QPalette::Window).lightnessF() < palette.color(QPalette::WindowText).lightnessF(),
            std::nullopt, std::nullopt};
}

} // namespace islet
