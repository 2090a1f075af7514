// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/connectionstring.h"

#include <QSettings>
#include <QStringList>

namespace islet {

//! Where one has been, the latest first, and whether one goes there without encryption, kept in the settings. A place
//! whose address holds a secret is not kept.
class Places {
public:
    static constexpr qsizetype maxPlaces = 8;

    //! `settings` must outlive this.
    explicit Places(QSettings &settings);

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
