// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/look/contrast.h"
#include "app/platform/desktopappearance.h"
#include "app/platform/storesetting.h"

#include <QtQml/qqmlregistration.h>

namespace islet {

//! The window's appearance: what the user chose, otherwise the system's hints. Changes apply at once and are saved.
class Appearance : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(Scheme scheme READ scheme WRITE setScheme NOTIFY changed)
    Q_PROPERTY(Motion motion READ motion WRITE setMotion NOTIFY changed)
    //! The size of all text relative to the system's, 0.85 to 1.5.
    Q_PROPERTY(double textSize READ textSize WRITE setTextSize NOTIFY changed)
    // What is in effect now, from the two choices and the system's hints.
    //! Dark background.
    Q_PROPERTY(bool dark READ isDark NOTIFY changed)
    //! High contrast: black, white and yellow only.
    Q_PROPERTY(bool contrast READ isContrast NOTIFY changed)
    //! No animations.
    Q_PROPERTY(bool still READ isStill NOTIFY changed)

public:
    enum Scheme { FollowSystem, Light, Dark, HighContrast };
    Q_ENUM(Scheme)
    enum Motion { AsSystem, FullMotion, ReducedMotion };
    Q_ENUM(Motion)

    static constexpr double smallestText = 0.85;
    static constexpr double largestText = 1.5;

    //! `settings` must outlive this object. Defaults replace invalid values in them.
    //!
    //! Starts with the system's hints of the last run, so that the colours do not change while the window opens.
    explicit Appearance(QSettings &settings, QObject *parent = nullptr);

    //! Follows the hints of `system` from now on and starts it. It must outlive this object.
    void follow(DesktopAppearance &system);

    Scheme scheme() const { return m_scheme; }
    void setScheme(Scheme scheme) { storeSetting(this, m_settings, "look/scheme", m_scheme, scheme); }
    Motion motion() const { return m_motion; }
    void setMotion(Motion motion) { storeSetting(this, m_settings, "look/motion", m_motion, motion); }
    double textSize() const { return m_textSize; }
    //! Clamped to the range; 1 if not finite.
    void setTextSize(double factor);

    bool isDark() const;
    bool isContrast() const;
    bool isStill() const;

    //! The text colour for a background that a user chose; see contrast.h.
    Q_INVOKABLE static QColor inkOn(const QColor &ground) { return islet::inkOn(ground); }

signals:
    void changed();

private:
    void apply(const AppearanceHints &hints);

    QSettings &m_settings;
    AppearanceHints m_hints; // those of the last run until the system reports its own
    Scheme m_scheme = FollowSystem;
    Motion m_motion = AsSystem;
    double m_textSize = 1;
};

} // namespace islet
