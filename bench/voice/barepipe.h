// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "talkers.h"

#include <QProcess>

namespace islet::bench {

//! A `parec` whose samples a `pacat` plays: no codec, no network, no jitter buffer. What any program would need on this
//! ground at the least.
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
