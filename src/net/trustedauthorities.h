// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

// Private to this folder.
namespace islet {

//! The certificate authorities of QSslConfiguration::defaultConfiguration(), those of the system by default, as PEM for
//! libraries other than Qt: all connections trust the same ones. Read once, and again when the configuration changes.
QByteArray trustedAuthorities();

} // namespace islet
