// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/ctl/commandline.h"

#include <chrono>

namespace islet::ctl {

//! `isletctl ptt`: the talk key of the running window, pressed from elsewhere.
class PttCommand {
public:
    static constexpr std::chrono::seconds patience{3}; //!< for everything

    struct Answer {
        int status; //!< one of the exit statuses
        QString sentence; //!< what the window said, or why there is no answer
    };

    //! `address` as remoteAddress() has it.
    PttCommand(const PttOptions &options, QString address);

    //! Waits for the window's answer.
    Answer run() const;

private:
    PttOptions m_options;
    QString m_address;
};

} // namespace islet::ctl
