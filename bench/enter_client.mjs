// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0
//
// What bench_enter compares Islet with: a client on ws, @dcl/protocol and @dcl/crypto that only joins a room, and
// @dcl/crypto itself. Reads one command per line of standard input, answers each with one line, and exits at the end of
// its input.
//
//   join URL COUNT        joined NANOSECONDS...   per join, from opening the connection to reading the welcome
//   sign TEXT COUNT       signed NANOSECONDS      total
//   validate TEXT COUNT   validated NANOSECONDS   total, for a chain of three links
//
//   ISLET_PEERS=FOLDER node enter_client.mjs

import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'

const require = createRequire(`${process.env.ISLET_PEERS}/`)
const { Authenticator } = require('@dcl/crypto')
const { createUnsafeIdentity } = require('@dcl/crypto/dist/crypto')
const { WebSocket } = require('ws')
const { WsPacket } = require('@dcl/protocol/out-js/decentraland/kernel/comms/rfc5/ws_comms.gen')

const pause = 10 // ms between two joins, for the server to notice that the previous client left

const owner = createUnsafeIdentity()
const identity = await Authenticator.initializeAuthChain(owner.address, createUnsafeIdentity(), 60,
  async (message) => Authenticator.createSignature(owner, message))
const say = (line) => process.stdout.write(line + '\n')

function joinOnce(url) {
  return new Promise((resolve, reject) => {
    const begin = process.hrtime.bigint()
    let elapsed
    const socket = new WebSocket(url, ['rfc5', 'rfc4'], { perMessageDeflate: false })
    const send = (message) => socket.send(WsPacket.encode({ message }).finish())
    socket.on('open', () => send({ $case: 'peerIdentification', peerIdentification: { address: owner.address } }))
    socket.on('message', (data) => {
      const { message } = WsPacket.decode(data)
      if (message?.$case === 'challengeMessage') {
        const chain = Authenticator.signPayload(identity, message.challengeMessage.challengeToSign)
        send({ $case: 'signedChallengeForServer', signedChallengeForServer: { authChainJson: JSON.stringify(chain) } })
      } else if (message?.$case === 'welcomeMessage') {
        elapsed = process.hrtime.bigint() - begin
        socket.close()
      }
    })
    socket.on('error', reject)
    socket.on('close', () => (elapsed === undefined ? reject(new Error('not admitted')) : resolve(elapsed)))
  })
}

const commands = {
  async join(url, count) {
    const times = []
    for (let i = 0; i < count; i++) {
      times.push(await joinOnce(url))
      await sleep(pause)
    }
    say(`joined ${times.join(' ')}`)
  },
  async sign(text, count) {
    const begin = process.hrtime.bigint()
    for (let i = 0; i < count; i++) Authenticator.signPayload(identity, text)
    say(`signed ${process.hrtime.bigint() - begin}`)
  },
  async validate(text, count) {
    const chain = Authenticator.signPayload(identity, text)
    const begin = process.hrtime.bigint()
    for (let i = 0; i < count; i++) {
      const { ok } = await Authenticator.validateSignature(text, chain, null)
      if (!ok) throw new Error('a valid chain was rejected')
    }
    say(`validated ${process.hrtime.bigint() - begin}`)
  },
}

say('ready')
for await (const line of createInterface({ input: process.stdin })) {
  const [verb, what, count] = line.split(' ')
  await commands[verb](what, Number(count))
}
