// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/transport.h"

#include "base/sentence.h"

namespace islet {

tl::unexpected<Error> notInRoom()
{
    return failure(ErrorCode::NotConnected, Sentence::tr("Not sent: you're not in a room."));
}

Expected<Sent> Transport::sendVoice(const rfc4::Voice &voice)
{
    if (!m_voiceCodec)
        m_voiceCodec = std::make_unique<rfc4::Codec>();
    return send(m_voiceCodec->encode(voice), Delivery::Unreliable);
}

} // namespace islet
