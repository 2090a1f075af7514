// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "identity/address.h"

#include "base/quoted.h"
#include "base/sentence.h"
#include "identity/hex.h"
#include "identity/keccak.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet {

Expected<Address> Address::parse(QStringView text)
{
    Bytes bytes;
    if (!text.startsWith(u"0x") || !hex::decode(text.sliced(2), bytes)) {
        return failure(
            ErrorCode::InvalidAddress,
            Sentence::tr("%1 isn't an address: an address is 0x followed by 40 hexadecimal digits.").arg(quoted(text)));
    }
    return Address(bytes);
}

Address Address::ofPublicKey(std::span<const std::uint8_t, 64> publicKey)
{
    const Hash256 hash = keccak256(QByteArrayView(publicKey.data(), publicKey.size()));
    Bytes bytes;
    std::copy(hash.end() - size, hash.end(), bytes.begin());
    return Address(bytes);
}

QString Address::toChecksummed() const
{
    // EIP-55: a letter is upper case where the same nibble of the lower-case text's hash is 8 or more.
    QString digits = QString::fromLatin1(hex::encode(m_bytes));
    const Hash256 hash = keccak256(digits.toLatin1());
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const std::uint8_t byte = hash[static_cast<std::size_t>(i) / 2];
        if ((i % 2 == 0 ? byte >> 4 : byte & 15) >= 8)
            digits[i] = digits[i].toUpper();
    }
    return u"0x"_s + digits;
}

QString Address::toLower() const
{
    return u"0x"_s + QLatin1StringView(hex::encode(m_bytes));
}

QString Address::toShort() const
{
    const QString digits = QString::fromLatin1(hex::encode(m_bytes));
    return u"0x"_s + digits.first(4) + u"…"_s + digits.last(4);
}

} // namespace islet
