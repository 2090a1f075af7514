// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ground.h"
#include "tests/support/background.h"

namespace islet::bench {

//! A window of Islet without a screen, with a home of its own and all as it comes, but for the devices.
class HiddenWindow {
public:
    struct Setting {
        QString home; //!< a folder that may be written
        QString microphone;
        QString loudspeaker;
        QString place; //!< where it goes
        QMap<QString, QString> environment = {}; //!< added to what it needs
    };

    //! False with why().
    bool start(Ground &ground, const Setting &setting);
    void stop() { m_process.stop(); }
    //! By its remote control, such as "ptt down"; returns when it has said ok. False with why().
    bool tell(const QByteArray &command);
    //! What it wrote to its standard error so far.
    QString errors() const { return m_process.errors(); }
    QString why() const { return m_why; }

private:
    test::Background m_process;
    QString m_home;
    QString m_why;
};

} // namespace islet::bench
