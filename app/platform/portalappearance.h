// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/platform/paletteappearance.h"

#include <QVariant>

class QDBusVariant;

namespace islet {

//! What a Linux desktop says through its portal (org.freedesktop.portal.Settings): color-scheme, contrast and
//! reduced-motion of org.freedesktop.appearance, and enable-animations of GNOME where the last is missing.
//!
//! Nothing waits for it: the bus is joined on another thread, and all questions are asynchronous. Says nothing before
//! all are answered, or given up: half of the answers would be a look of their own. Where there is no portal, or it
//! does not answer, the palette decides.
class PortalAppearance : public PaletteAppearance {
    Q_OBJECT

public:
    using PaletteAppearance::PaletteAppearance;
    ~PortalAppearance() override;

    void start() override;

private slots:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void listen();
    void ask(const QString &group, const QString &key);
    //! What makes no sense, of whatever type, says nothing.
    void take(const QString &group, const QString &key, const QVariant &value);
    void countAnswer();
    void renew() override;
    AppearanceHints read() const override;

    AppearanceHints m_said;
    std::optional<bool> m_gnomeStill;
    QString m_connection; // empty before the bus was joined
    int m_unanswered = 0;
};

} // namespace islet
