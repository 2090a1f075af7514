// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "identity/privatekey.h"

#include "base/quoted.h"
#include "base/sentence.h"
#include "identity/hex.h"
#include "identity/secp256k1context.h"
#include "identity/wipe.h"

#include <secp256k1_recovery.h>

#include <QFile>
#include <QRandomGenerator>

#include <cstring>

using namespace Qt::StringLiterals;

namespace islet {

PrivateKey::PrivateKey(const Bytes &bytes)
    : m_bytes(bytes)
{
    secp256k1_pubkey key;
    const bool valid = secp256k1_ec_pubkey_create(secp256k1Context(), &key, m_bytes.data());
    Q_ASSERT(valid);
    if (valid)
        m_address = addressOf(key);
}

PrivateKey::PrivateKey(PrivateKey &&other) noexcept
    : m_bytes(other.m_bytes)
    , m_address(other.m_address)
{
    other.wipe();
}

PrivateKey &PrivateKey::operator=(PrivateKey &&other) noexcept
{
    if (this != &other) {
        m_bytes = other.m_bytes;
        m_address = other.m_address;
        other.wipe();
    }
    return *this;
}

PrivateKey::~PrivateKey()
{
    wipe();
}

void PrivateKey::wipe() noexcept
{
    wipeMemory(m_bytes.data(), m_bytes.size());
}

PrivateKey PrivateKey::generate()
{
    Bytes bytes;
    do {
        std::array<quint32, 8> words;
        QRandomGenerator::system()->fillRange(words.data(), words.size());
        std::memcpy(bytes.data(), words.data(), bytes.size());
        wipeMemory(words.data(), sizeof words);
    } while (!secp256k1_ec_seckey_verify(secp256k1Context(), bytes.data()));
    PrivateKey key(bytes);
    wipeMemory(bytes.data(), bytes.size());
    return key;
}

Expected<PrivateKey> PrivateKey::fromHex(QStringView text)
{
    if (text.startsWith(u"0x"))
        text = text.sliced(2);
    Bytes bytes;
    if (!hex::decode(text, bytes)) {
        return failure(ErrorCode::InvalidKey,
                       Sentence::tr("A private key is 64 hexadecimal digits. This text has %1 characters, or some that "
                                    "aren't hexadecimal digits.")
                           .arg(text.size()));
    }
    if (!secp256k1_ec_seckey_verify(secp256k1Context(), bytes.data()))
        return failure(ErrorCode::InvalidKey,
                       Sentence::tr("This number isn't a valid private key: it is zero or too large."));
    PrivateKey key(bytes);
    wipeMemory(bytes.data(), bytes.size());
    return key;
}

Expected<PrivateKey> PrivateKey::fromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(
            ErrorCode::FileUnreadable,
            Sentence::tr("Couldn't read the key file %1: %2.").arg(quotedWithoutKeys(path), file.errorString()));
    }
    constexpr qint64 maxLineLength = 256;
    auto key = fromSecret(Secret(file.readLine(maxLineLength)));
    if (!key)
        return failure(key.error().code,
                       Sentence::tr("In the key file %1: %2").arg(quotedWithoutKeys(path), key.error().detail));
    return key;
}

Expected<PrivateKey> PrivateKey::fromSecret(const Secret &secret)
{
    const QByteArray &bytes = secret.bytes();
    const qsizetype end = bytes.indexOf('\n');
    QString text = QString::fromLatin1(end < 0 ? QByteArrayView(bytes) : QByteArrayView(bytes).first(end));
    auto key = fromHex(QStringView(text).trimmed());
    wipeMemory(text.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar));
    return key;
}

Secret PrivateKey::toSecret() const
{
    QByteArray digits = hex::encode(m_bytes);
    Secret secret(digits + '\n');
    wipeMemory(digits.data(), static_cast<std::size_t>(digits.size()));
    return secret;
}

Signature PrivateKey::sign(QByteArrayView utf8Message) const
{
    const Hash256 hash = personalMessageHash(utf8Message);
    secp256k1_ecdsa_recoverable_signature signature;
    // Fails only for an invalid key, which cannot exist.
    static_cast<void>(secp256k1_ecdsa_sign_recoverable(secp256k1Context(), &signature, hash.data(), m_bytes.data(),
                                                       nullptr, nullptr));
    Signature::Bytes bytes;
    int recovery = 0;
    secp256k1_ecdsa_recoverable_signature_serialize_compact(secp256k1Context(), bytes.data(), &recovery, &signature);
    bytes[64] = static_cast<std::uint8_t>(27 + recovery);
    return Signature(bytes);
}

} // namespace islet
