// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "background.h"

#include <QTemporaryDir>

#include <memory>

namespace islet::test {

//! Our own D-Bus session with a GNOME keyring, and a temporary home for both: the user's bus, keyring and settings
//! stay out of reach.
class SessionBus {
public:
    SessionBus() = default;
    ~SessionBus();
    SessionBus(const SessionBus &) = delete;
    SessionBus &operator=(const SessionBus &) = delete;

    //! Returns why this system cannot run one; empty if it can. A test is skipped with this message.
    static QString missing();

    //! Creates a home without a bus. Call first; this process and its children use it from then on.
    bool moveIn();
    //! Returns when the bus answers; false on failure, see why().
    bool startBus();
    //! Starts it unlocked, or locked as after a login without its password. Returns when the keyring is on the bus.
    bool startKeyring(bool isUnlocked);
    void stopKeyring();
    void stopBus();
    //! Stops the bus from answering until thaw().
    void freeze() const { m_bus.freeze(); }
    void thaw() const { m_bus.thaw(); }
    //! Makes this the session bus address, instead of that of the bus that was started.
    void pointTo(const QString &socket) const;

    QString why() const { return m_why; }
    QString path(const QString &name) const { return m_home->filePath(name); }

private:
    bool has(const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_home;
    Background m_bus;
    Background m_keyring;
    QString m_why;
};

} // namespace islet::test
