// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace islet::ctl {

//! During its lifetime, SIGINT (Ctrl+C) and SIGTERM call `onQuit` from the event loop, so that rooms are left
//! properly. At most one instance may exist at a time. On Windows the system's default handling stays.
class QuitSignals {
public:
    explicit QuitSignals(std::function<void()> onQuit);
    ~QuitSignals();
    Q_DISABLE_COPY_MOVE(QuitSignals)

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace islet::ctl
