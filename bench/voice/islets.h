// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "hiddenwindow.h"
#include "talkers.h"

#include <QTemporaryDir>

namespace islet::bench {

//! Two offscreen windows of Islet, isolated from the user's data, in a room of the real mini-comms. All settings have
//! their defaults, including audio processing; the talker's key is held through the remote control.
class Islets : public Talkers {
public:
    ~Islets() override;

    QString name() const override { return QStringLiteral("Islet"); }
    bool start(Ground &ground) override;
    void stop() override;

private:
    bool startServer();
    bool startWindow(Ground &ground, const QString &who, const QString &microphone, const QString &loudspeaker,
                     HiddenWindow &window);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_place;
    test::Background m_server;
    HiddenWindow m_talker;
    HiddenWindow m_listener;
};

} // namespace islet::bench
