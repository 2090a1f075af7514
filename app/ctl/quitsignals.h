// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace islet::ctl {

//! While it lives, Ctrl+C and a polite kill call `onQuit` from the event loop, so that rooms are left and not dropped.
//! One at a time. On Windows the system's own handling stays.
class QuitSignals {
public:
    explicit QuitSignals(std::function<void()> onQuit);
    ~QuitSignals();
    Q_DISABLE_COPY_MOVE(QuitSignals)

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace islet::ctl
