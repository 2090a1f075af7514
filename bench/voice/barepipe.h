// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "talkers.h"

#include <QProcess>

namespace islet::bench {

//! `parec` piped into `pacat`: no codec, no network, no jitter buffer. The minimum delay of any program in this test
//! setup.
class BarePipe : public Talkers {
public:
    ~BarePipe() override;

    QString name() const override { return QStringLiteral("parec | pacat"); }
    bool start(Ground &ground) override;
    void stop() override;

private:
    std::unique_ptr<QProcess> m_recorder;
    std::unique_ptr<QProcess> m_player;
};

} // namespace islet::bench
