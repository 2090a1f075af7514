// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ground.h"
#include "tests/support/background.h"

namespace islet::bench {

//! An offscreen window of Islet with its own home and default settings, except for the devices.
class HiddenWindow {
public:
    struct Setting {
        QString home; //!< a writable folder
        QString microphone;
        QString loudspeaker;
        QString place; //!< connection string of the room to join
        QMap<QString, QString> environment = {}; //!< added to the required variables
    };

    //! On failure, returns false and sets why().
    bool start(Ground &ground, const Setting &setting);
    void stop() { m_process.stop(); }
    //! Sends a remote command such as "ptt down" and waits for its "ok". On failure, returns false and sets why().
    bool sendCommand(const QByteArray &command);
    //! Everything written to its standard error so far.
    QString errors() const { return m_process.errors(); }
    QString why() const { return m_why; }

private:
    test::Background m_process;
    QString m_home;
    QString m_why;
};

} // namespace islet::bench
