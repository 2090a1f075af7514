// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "identity/keccak.h"

#include <QCryptographicHash>

#include <algorithm>

namespace islet {

namespace {

Hash256 resultOf(const QCryptographicHash &hash)
{
    Hash256 result;
    std::ranges::copy(hash.result(), result.begin());
    return result;
}

} // namespace

Hash256 keccak256(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Keccak_256);
    hash.addData(bytes);
    return resultOf(hash);
}

Hash256 personalMessageHash(QByteArrayView utf8Message)
{
    QCryptographicHash hash(QCryptographicHash::Keccak_256);
    hash.addData(QByteArrayView("\x19"
                                "Ethereum Signed Message:\n"));
    hash.addData(QByteArray::number(utf8Message.size()));
    hash.addData(utf8Message);
    return resultOf(hash);
}

} // namespace islet
