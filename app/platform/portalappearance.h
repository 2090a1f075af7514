// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/platform/paletteappearance.h"

#include <QVariant>

class QDBusVariant;

namespace islet {

//! Reads a Linux desktop's preferences through its portal (org.freedesktop.portal.Settings): color-scheme, contrast and
//! reduced-motion of org.freedesktop.appearance, and GNOME's enable-animations if reduced-motion is missing.
//!
//! Never blocks: the bus is joined on another thread, and all calls are asynchronous. Reports nothing before all are
//! answered or have timed out, because half of the answers would flash a wrong appearance. Without a portal, or without
//! its answer, the palette decides.
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
    //! Treats unknown values and types as no preference.
    void apply(const QString &group, const QString &key, const QVariant &value);
    void onReply();
    void refresh() override;
    AppearanceHints read() const override;

    AppearanceHints m_portalHints;
    std::optional<bool> m_gnomeStill;
    QString m_connection; // empty before the bus is joined
    int m_pendingReplies = 0;
};

} // namespace islet
