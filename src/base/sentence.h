// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QCoreApplication>

namespace islet {

//! What the libraries say to a person: Sentence::tr("The file %1 is not there.").
//!
//! In the person's language where the program loaded one, as the window does; else in English, as in a terminal. What
//! goes over a line to another program is never a Sentence.
class Sentence {
    Q_DECLARE_TR_FUNCTIONS(Sentence)
};

} // namespace islet
