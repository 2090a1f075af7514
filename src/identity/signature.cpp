// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "identity/signature.h"

#include "identity/hex.h"
#include "identity/secp256k1context.h"

#include <secp256k1_recovery.h>

using namespace Qt::StringLiterals;

namespace islet {

Expected<Signature> Signature::parse(QStringView text)
{
    Bytes bytes;
    if (!text.startsWith(u"0x") || !hex::decode(text.sliced(2), bytes)) {
        return failure(
            ErrorCode::InvalidSignature,
            u"A signature is 0x and 130 hexadecimal digits; this text has %1 characters."_s.arg(text.size()));
    }
    std::uint8_t &v = bytes[64];
    if (v <= 1)
        v = static_cast<std::uint8_t>(v + 27);
    if (v != 27 && v != 28) {
        return failure(ErrorCode::InvalidSignature,
                       u"A signature ends in 1b or 1c (or 00 or 01); this one ends in %1."_s.arg(text.last(2)));
    }
    return Signature(bytes);
}

QString Signature::toHex() const
{
    return u"0x"_s + QLatin1StringView(hex::encode(m_bytes));
}

Expected<Address> Signature::signerOf(const Hash256 &hash) const
{
    secp256k1_ecdsa_recoverable_signature signature;
    secp256k1_pubkey key;
    if (!secp256k1_ecdsa_recoverable_signature_parse_compact(secp256k1Context(), &signature, m_bytes.data(),
                                                             m_bytes[64] - 27)
        || !secp256k1_ecdsa_recover(secp256k1Context(), &key, &signature, hash.data())) {
        return failure(ErrorCode::InvalidSignature, u"The signature is not a point of the curve."_s);
    }
    return addressOf(key);
}

} // namespace islet
