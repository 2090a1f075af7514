// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/transportregistry.h"

#include <QCoreApplication>
#include <QSettings>
#include <QStringList>

namespace islet {

//! The places visited, latest first, and whether unencrypted connections are allowed; kept in the settings. A place
//! whose address contains a secret is not kept.
class RecentPlaces {
    Q_DECLARE_TR_FUNCTIONS(RecentPlaces)

public:
    static constexpr qsizetype maxPlaces = 8;

    //! The display name: `lobby at host:5931`, `name.dcl.eth`, `peer.example.org`. It always contains the server's
    //! host, in ASCII and with its end; no other part of the address can be mistaken for the host.
    QString nameOf(const ConnectionString &place) const;

    //! `settings` must outlive this object. Keeps only places whose protocol is in `protocols`.
    RecentPlaces(QSettings &settings, TransportRegistry protocols);

    const QStringList &all() const { return m_places; }
    //! Moves or adds `place` to the front; returns false if nothing changed.
    bool remember(const ConnectionString &place);
    void forget();
    //! Off by default.
    bool isPlainAllowed() const;
    void setPlainAllowed(bool allowed);

private:
    bool isSafeToKeep(const QString &place) const;

    QSettings &m_settings;
    TransportRegistry m_protocols;
    QStringList m_places;
};

} // namespace islet
