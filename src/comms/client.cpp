// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/client.h"

#include "identity/identity.h"

namespace islet {

Client::Client(TransportRegistry protocols, const Identity &identity, Options options, QObject *parent)
    : QObject(parent)
    , m_identity(identity)
    , m_clock(options.network.clock)
    , m_factory(std::move(protocols), {identity, options.network})
    , m_adapter({}, m_clock)
    , m_session(m_factory, m_adapter, options.retry, m_clock)
    , m_directory(m_adapter, m_clock)
    , m_reporter(m_adapter, m_clock)
    , m_pinger(m_adapter, identity.address(), m_clock)
    , m_profiles(m_adapter, identity.address(), std::move(options.profile), m_clock)
{ }

Client::~Client() = default;

const Address &Client::address() const
{
    return m_identity.address();
}

void Client::renewIdentity()
{
    leave();
    m_pinger.setOwnAddress(address());
    m_profiles.setSelf(address());
}

} // namespace islet
