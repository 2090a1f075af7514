// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "background.h"

#include <QTemporaryDir>

#include <memory>

namespace islet::test {

//! A D-Bus session of our own with a GNOME keyring on it, and a home for both that goes away with them: the user's bus,
//! keyring and settings are out of reach.
class SessionBus {
public:
    SessionBus() = default;
    ~SessionBus();
    SessionBus(const SessionBus &) = delete;
    SessionBus &operator=(const SessionBus &) = delete;

    //! Why there can be none on this system; empty when there can. A test is skipped with it.
    static QString missing();

    //! A home without a bus. To be called first; this process and those that it starts live there from then on.
    bool moveIn();
    //! Returns when the bus answers. False with why().
    bool startBus();
    //! Unlocked, or as it is after a login without its password. Returns when the keyring is on the bus.
    bool startKeyring(bool isUnlocked);
    void stopKeyring();
    void stopBus();
    //! It answers nobody any more, until it does again.
    void freeze() const { m_bus.freeze(); }
    void thaw() const { m_bus.thaw(); }
    //! Lets the world find this as the address of its bus, instead of the one that was started.
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
