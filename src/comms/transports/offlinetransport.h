// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/transportregistry.h"

namespace islet {

//! `offline:`, a room without peers: opens immediately.
class OfflineTransport : public Transport {
    Q_OBJECT

public:
    //! `offline`, bare or with a colon (ADR-180).
    static Protocol protocol();

    using Transport::Transport;

    void open() override;
    void close() override;
    Expected<Sent> send(const QByteArray &packet, Delivery delivery, const std::optional<Address> &to = {}) override;
};

} // namespace islet
