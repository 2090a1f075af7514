// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QCoreApplication>

namespace islet {

//! Translation context for user-visible messages of the libraries: Sentence::tr("The file %1 doesn't exist.").
//!
//! Messages are in the user's language if the program loaded a translation, as the window does; otherwise in English,
//! as in a terminal. Text sent to another program is never a Sentence.
class Sentence {
    Q_DECLARE_TR_FUNCTIONS(Sentence)
};

} // namespace islet
