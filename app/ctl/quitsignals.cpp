// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/quitsignals.h"

#ifdef Q_OS_UNIX
#include <csignal>
#include <unistd.h>
#endif

namespace islet::ctl {

#ifdef Q_OS_UNIX

namespace {

int quitPipe[2] = {-1, -1}; // global, because a signal handler has no other context

void onSignal(int)
{
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = ::write(quitPipe[1], &byte, 1);
}

} // namespace

QuitSignals::QuitSignals(std::function<void()> onQuit)
{
    if (::pipe(quitPipe) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(quitPipe[0], QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(),
                     [notifier = m_notifier.get(), onQuit = std::move(onQuit)] {
                         notifier->setEnabled(false);
                         onQuit();
                     });
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

QuitSignals::~QuitSignals()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    m_notifier.reset();
    ::close(quitPipe[0]);
    ::close(quitPipe[1]);
}

#else

QuitSignals::QuitSignals(std::function<void()>) { }
QuitSignals::~QuitSignals() = default;

#endif

} // namespace islet::ctl
