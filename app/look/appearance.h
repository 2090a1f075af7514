// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/look/contrast.h"
#include "app/platform/desktopappearance.h"

#include <QSettings>
#include <QtQml/qqmlregistration.h>

namespace islet {

//! How the window looks: what the person chose, and else what the system says. Applied at once, and kept.
class Appearance : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(Scheme scheme READ scheme WRITE setScheme NOTIFY changed)
    Q_PROPERTY(Motion motion READ motion WRITE setMotion NOTIFY changed)
    //! Of all text, as a factor of the system's size: 0.85 to 1.5.
    Q_PROPERTY(double textSize READ textSize WRITE setTextSize NOTIFY changed)
    //! What comes of it: a dark ground; black, white and yellow; nothing moves by itself.
    Q_PROPERTY(bool dark READ isDark NOTIFY changed)
    Q_PROPERTY(bool contrast READ isContrast NOTIFY changed)
    Q_PROPERTY(bool still READ isStill NOTIFY changed)

public:
    enum Scheme { FollowSystem, Light, Dark, HighContrast };
    Q_ENUM(Scheme)
    enum Motion { AsSystem, FullMotion, ReducedMotion };
    Q_ENUM(Motion)

    static constexpr double smallestText = 0.85;
    static constexpr double largestText = 1.5;

    //! `settings` must outlive this. What makes no sense in them is replaced by what is usual.
    //!
    //! Begins with what the system said the last time, so that the window does not change its colours while it opens.
    explicit Appearance(QSettings &settings, QObject *parent = nullptr);

    //! Goes by this system from now on, and starts it; it must outlive this.
    void follow(DesktopAppearance &system);

    Scheme scheme() const { return m_scheme; }
    void setScheme(Scheme scheme);
    Motion motion() const { return m_motion; }
    void setMotion(Motion motion);
    double textSize() const { return m_textSize; }
    //! What is out of range becomes the nearest that is not.
    void setTextSize(double factor);

    bool isDark() const;
    bool isContrast() const;
    bool isStill() const;

    //! For words on a colour that somebody chose; see contrast.h.
    Q_INVOKABLE static QColor inkOn(const QColor &ground) { return islet::inkOn(ground); }

signals:
    void changed();

private:
    void hear(const AppearanceHints &hints);

    QSettings &m_settings;
    AppearanceHints m_hints; // as they were the last time, until the system speaks
    Scheme m_scheme = FollowSystem;
    Motion m_motion = AsSystem;
    double m_textSize = 1;
};

} // namespace islet
