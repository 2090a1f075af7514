// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QMetaType>
#include <QString>

namespace islet {

//! Why a transport ended. `detail` is a sentence for people; a server's words are quoted in it, bounded.
struct CloseReason {
    enum class Kind {
        Requested, //!< by us
        Kicked, //!< by the server, for good
        Rejected, //!< not let in
        Protocol, //!< the other side broke the rules
        Network, //!< the way was lost, or whoever shows it is not there at the moment
    };

    Kind kind = Kind::Requested;
    QString detail;

    //! Only a lost way may be tried again; everything else takes a person.
    bool isRetryable() const { return kind == Kind::Network; }
};

} // namespace islet
