// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "identity/secp256k1context.h"

#include <QRandomGenerator>

#include <algorithm>
#include <memory>

namespace islet {

namespace {

struct ContextDeleter {
    void operator()(secp256k1_context *context) const { secp256k1_context_destroy(context); }
};
using Context = std::unique_ptr<secp256k1_context, ContextDeleter>;

Context makeContext()
{
    Context context(secp256k1_context_create(SECP256K1_CONTEXT_SIGN | SECP256K1_CONTEXT_VERIFY));
    // Blinding protects keys against side channels.
    std::array<quint32, 8> seed;
    QRandomGenerator::system()->fillRange(seed.data(), seed.size());
    std::array<unsigned char, sizeof seed> bytes;
    std::ranges::copy(std::as_bytes(std::span(seed)), reinterpret_cast<std::byte *>(bytes.data()));
    [[maybe_unused]] const int blinded = secp256k1_context_randomize(context.get(), bytes.data());
    Q_ASSERT(blinded);
    return context;
}

} // namespace

const secp256k1_context *secp256k1Context()
{
    static const Context context = makeContext();
    return context.get();
}

Address addressOf(const secp256k1_pubkey &key)
{
    std::array<std::uint8_t, 65> serialised;
    std::size_t length = serialised.size();
    secp256k1_ec_pubkey_serialize(secp256k1Context(), serialised.data(), &length, &key, SECP256K1_EC_UNCOMPRESSED);
    return Address::ofPublicKey(std::span(serialised).last<64>());
}

} // namespace islet
