// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "barepipe.h"

#include <QtCore/qtestsupport_core.h>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace islet::bench {

BarePipe::~BarePipe()
{
    stop();
}

bool BarePipe::start(Ground &ground)
{
    stop();
    m_recorder = std::make_unique<QProcess>();
    m_player = std::make_unique<QProcess>();
    for (QProcess *process : {m_recorder.get(), m_player.get()}) {
        process->setProcessEnvironment(ground.server().environment());
        process->setStandardErrorFile(QProcess::nullDevice());
        process->setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    }
    m_recorder->setStandardOutputProcess(m_player.get());
    const QStringList format{u"--raw"_s, u"--rate=48000"_s, u"--channels=1"_s, u"--format=s16le"_s};
    const auto devices = Ground::devices();
    m_recorder->start(u"parec"_s,
                      format + QStringList{u"--latency-msec=10"_s, u"--device=%1"_s.arg(devices.microphone)});
    m_player->start(u"pacat"_s, format + QStringList{u"--latency-msec=20"_s, u"--device=%1"_s.arg(devices.ear)});

    constexpr int timeout = 10'000; // ms
    return m_recorder->waitForStarted() && m_player->waitForStarted()
            && QTest::qWaitFor([&] { return ground.isEarInUse() && ground.isMicrophoneInUse(); }, timeout)
        ? true
        : failed(u"parec and pacat do not connect."_s);
}

void BarePipe::stop()
{
    for (auto *process : {&m_recorder, &m_player}) {
        if (*process) {
            (*process)->kill();
            (*process)->waitForFinished();
        }
        process->reset();
    }
}

} // namespace islet::bench
