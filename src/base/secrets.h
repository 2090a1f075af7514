// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <functional>

namespace islet {

//! Replaces what may be a secret: 32 or more bytes in hexadecimal (an address has 20), JSON web tokens, HTTP
//! credentials, links of an auth chain, and values named token, password and the like. `replacement` gets the secret.
QString withoutSecrets(const QString &text, const std::function<QString(QStringView)> &replacement);
//! Whether withoutSecrets() would replace something in bytes that need not be text.
bool mayHoldSecret(const QByteArray &bytes);

} // namespace islet
