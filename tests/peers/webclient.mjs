// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// A scripted web client: real auth chains (@dcl/crypto), real packets (@dcl/protocol), real profiles (@dcl/schemas),
// a real WebSocket (ws).
//
//   node webclient.mjs URL
//
// It joins the room and writes one JSON object per line:
//   {"event":"address","address"}               its address
//   {"event":"open","protocol"}                 the sub-protocol that the server chose
//   {"event":"frame","hex","reencoded","case",  every frame; `reencoded`: decoded and encoded by @dcl/protocol;
//            "message", "packet"}               `packet` is the rfc4 Packet of an update, re-encoded in the same way
//   {"event":"profile","alias","avatar",        the profile in an update, and the errors that @dcl/schemas finds in it
//            "baseUrl","errors"}                (null if none)
//   {"event":"closed","code"}
// and reads one JSON object per line:
//   {"send": HEX}                                    sends this frame
//   {"voices": [HEX...], "every": MS, "index": N}    sends Opus packets at this interval, with indices from N
//   {"ask": ADDRESS, "version": N}                   requests a profile
//   {"profile": AVATAR}                              announces this profile under its own address and serves it
//   {"close": true}                                  leaves
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

const require = createRequire(import.meta.url)
const { Authenticator } = require('@dcl/crypto')
const { createUnsafeIdentity } = require('@dcl/crypto/dist/crypto')
const { WebSocket } = require('ws')
const { Avatar } = require('@dcl/schemas')
const rfc4 = require('@dcl/protocol/out-js/decentraland/kernel/comms/rfc4/comms.gen')
const rfc5 = require('@dcl/protocol/out-js/decentraland/kernel/comms/rfc5/ws_comms.gen')

const print = (line) => process.stdout.write(JSON.stringify(line) + '\n')
const hex = (bytes) => Buffer.from(bytes).toString('hex')

const owner = createUnsafeIdentity()
const identity = await Authenticator.initializeAuthChain(owner.address, createUnsafeIdentity(), 60,
  async (message) => Authenticator.createSignature(owner, message))
print({ event: 'address', address: owner.address.toLowerCase() })

function readPacket(body) {
  try {
    const packet = rfc4.Packet.decode(body)
    return { hex: hex(body), reencoded: hex(rfc4.Packet.encode(packet).finish()), case: packet.message?.$case ?? '',
      protocolVersion: packet.protocolVersion, message: rfc4.Packet.toJSON(packet)[packet.message?.$case] }
  } catch (error) {
    return { hex: hex(body), error: String(error) }
  }
}

function readProfile(alias, { serializedProfile, baseUrl }) {
  const avatar = JSON.parse(serializedProfile)
  Avatar.validate(avatar)
  print({ event: 'profile', alias, avatar, baseUrl, errors: Avatar.validate.errors?.map(({ message }) => message) ?? null })
}

const socket = new WebSocket(process.argv[2], ['rfc5', 'rfc4'])
const send = (message) => socket.send(rfc5.WsPacket.encode({ message }).finish())
const say = ($case, message, unreliable = false) => {
  const body = rfc4.Packet.encode({ protocolVersion: 100, message: { $case, [$case]: message } }).finish()
  send({ $case: 'peerUpdateMessage', peerUpdateMessage: { fromAlias: 0, body, unreliable } })
}
let profile

socket.on('open', () => {
  print({ event: 'open', protocol: socket.protocol })
  send({ $case: 'peerIdentification', peerIdentification: { address: owner.address } })
})

socket.on('message', (data, isBinary) => {
  if (!isBinary) {
    print({ event: 'text', text: String(data) })
    return
  }
  const packet = rfc5.WsPacket.decode(data)
  const name = packet.message?.$case ?? ''
  const line = { event: 'frame', hex: hex(data), reencoded: hex(rfc5.WsPacket.encode(packet).finish()), case: name,
    message: rfc5.WsPacket.toJSON(packet)[name] }
  if (name === 'peerUpdateMessage')
    line.packet = readPacket(packet.message.peerUpdateMessage.body)
  print(line)
  if (line.packet?.case === 'profileResponse')
    readProfile(packet.message.peerUpdateMessage.fromAlias, line.packet.message)
  if (profile && line.packet?.case === 'profileRequest' && line.packet.message.address.toLowerCase() === profile.userId)
    say('profileResponse', { serializedProfile: JSON.stringify(profile), baseUrl: 'http://127.0.0.1:1/contents/' })
  if (name === 'challengeMessage') {
    const chain = Authenticator.signPayload(identity, packet.message.challengeMessage.challengeToSign)
    send({ $case: 'signedChallengeForServer', signedChallengeForServer: { authChainJson: JSON.stringify(chain) } })
  }
})
socket.on('error', (error) => print({ event: 'error', detail: String(error) }))
socket.on('close', (code) => {
  print({ event: 'closed', code })
  process.exit(0)
})

function speak(voices, every, index) {
  const start = performance.now()
  const next = (n) => {
    const voice = { encodedSamples: Buffer.from(voices[n], 'hex'), index: index + n, codec: 0 }
    say('voice', voice, true)
    if (n + 1 < voices.length)
      setTimeout(() => next(n + 1), start + (n + 1) * every - performance.now())
  }
  next(0)
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const command = JSON.parse(line)
  if (command.send !== undefined)
    socket.send(Buffer.from(command.send, 'hex'))
  if (command.voices !== undefined)
    speak(command.voices, command.every, command.index)
  if (command.ask !== undefined)
    say('profileRequest', { address: command.ask, profileVersion: command.version })
  if (command.profile !== undefined) {
    const address = owner.address.toLowerCase()
    profile = { ...command.profile, userId: address, ethAddress: address }
    say('profileVersion', { profileVersion: profile.version })
  }
  if (command.close)
    socket.close()
}).on('close', () => socket.close())
