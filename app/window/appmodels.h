// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/look/appearance.h"
#include "app/look/language.h"
#include "app/map/maptiles.h"
#include "app/me/myidentities.h"
#include "app/platform/desktopnotifications.h"
#include "app/session/realmlist.h"
#include "app/session/recentplaces.h"
#include "app/window/windowstate.h"

namespace islet {

//! The view-models that exist once per program; see RoomModels for those of a person in a room.
class AppModels : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(islet::MyIdentities *identities READ identities CONSTANT)
    Q_PROPERTY(islet::RealmList *realms READ realms CONSTANT)
    Q_PROPERTY(islet::MapTiles *tiles READ tiles CONSTANT)
    Q_PROPERTY(islet::WindowState *windowState READ windowState CONSTANT)
    Q_PROPERTY(islet::Appearance *appearance READ appearance CONSTANT)
    Q_PROPERTY(islet::Language *language READ language CONSTANT)
    Q_PROPERTY(islet::DesktopNotifications *notifications READ notifications CONSTANT)

public:
    //! All references must outlive the models.
    struct Dependencies {
        QSettings &settings;
        Language &language;
        IdentityVault &vault;
        ActiveIdentity &activeIdentity;
        TransportRegistry protocols;
        QString cacheFolder; //!< of files that may be deleted at any time
    };

    explicit AppModels(const Dependencies &dependencies, QObject *parent = nullptr);
    ~AppModels() override;

    MyIdentities *identities() { return &m_identities; }
    RecentPlaces &places() { return m_places; }
    RealmList *realms() { return &m_realms; }
    MapTiles *tiles() { return &m_tiles; }
    WindowState *windowState() { return &m_windowState; }
    Appearance *appearance() { return &m_appearance; }
    Language *language() { return &m_language; }
    DesktopNotifications *notifications() { return &m_notifications; }

private:
    Language &m_language;
    MyIdentities m_identities;
    RecentPlaces m_places;
    RealmList m_realms;
    MapTiles m_tiles;
    WindowState m_windowState;
    Appearance m_appearance;
    DesktopNotifications m_notifications;
};

} // namespace islet
