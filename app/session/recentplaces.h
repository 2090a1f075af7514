// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/connectionstring.h"

#include <QCoreApplication>
#include <QSettings>
#include <QStringList>

namespace islet {

//! Where one has been, the latest first, and whether one goes there without encryption, kept in the settings. A place
//! whose address holds a secret is not kept.
class RecentPlaces {
    Q_DECLARE_TR_FUNCTIONS(RecentPlaces)

public:
    static constexpr qsizetype maxPlaces = 8;

    //! What people call it: `lobby at host:5931`, `name.dcl.eth`, `peer.example.org`. The host of a server is always in
    //! it, in ASCII, with its end; nothing else of the address can be taken for one.
    static QString nameOf(const ConnectionString &place);

    //! `settings` must outlive this.
    explicit RecentPlaces(QSettings &settings);

    const QStringList &all() const { return m_places; }
    //! Puts it first; false when nothing changed.
    bool remember(const ConnectionString &place);
    void forget();
    //! Off until somebody switches it on.
    bool isPlainAllowed() const;
    void setPlainAllowed(bool allowed);

private:
    QSettings &m_settings;
    QStringList m_places;
};

} // namespace islet
