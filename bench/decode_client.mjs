// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0
//
// The client that bench_decode compares Islet with: uses ws and @dcl/protocol as a web client in node would. It does
// less work per packet than Islet: it neither limits a peer's rate nor checks coordinates. Prints the same lines as
// decode/isletclient.h.
//
//   ISLET_PEERS=FOLDER node decode_client.mjs URL WARMUP MEASURED

import { createRequire } from 'node:module'

const require = createRequire(`${process.env.ISLET_PEERS}/`)
const { WebSocket } = require('ws')
const { WsPacket } = require('@dcl/protocol/out-js/decentraland/kernel/comms/rfc5/ws_comms.gen')
const { Packet } = require('@dcl/protocol/out-js/decentraland/kernel/comms/rfc4/comms.gen')

const [url, warmUp, measured] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])]
const say = (line) => process.stdout.write(line + '\n')

const peers = new Map() // alias -> address
const seen = { messages: 0, indexSum: 0, xSum: 0 }
let begin = 0n

const handlers = {
  position(address, position) {
    seen.messages++
    seen.indexSum += position.index
    seen.xSum += position.positionX
    if (seen.messages === warmUp) say('warm')
    else if (seen.messages === warmUp + 1) begin = process.hrtime.bigint()
    else if (seen.messages === warmUp + measured) say(`elapsed ${process.hrtime.bigint() - begin}`)
  },
}

function onUpdate({ fromAlias, body }) {
  const address = peers.get(fromAlias)
  if (address === undefined) return
  const { message } = Packet.decode(body)
  if (message !== undefined) handlers[message.$case]?.(address, message[message.$case])
}

const socket = new WebSocket(url, ['rfc5', 'rfc4'], { perMessageDeflate: false, skipUTF8Validation: true })
const send = (message) => socket.send(WsPacket.encode({ message }).finish())

socket.on('open', () =>
  send({ $case: 'peerIdentification', peerIdentification: { address: '0x' + '1'.repeat(40) } }))

socket.on('message', (data) => {
  const { message } = WsPacket.decode(data)
  switch (message?.$case) {
    case 'peerUpdateMessage':
      onUpdate(message.peerUpdateMessage)
      break
    case 'challengeMessage': // this benchmark's room accepts any signature
      send({ $case: 'signedChallengeForServer', signedChallengeForServer: { authChainJson: '[]' } })
      break
    case 'welcomeMessage':
      for (const [alias, address] of Object.entries(message.welcomeMessage.peerIdentities))
        peers.set(Number(alias), address)
      break
    case 'peerJoinMessage':
      peers.set(message.peerJoinMessage.alias, message.peerJoinMessage.address)
      break
    case 'peerLeaveMessage':
      peers.delete(message.peerLeaveMessage.alias)
      break
  }
})

socket.on('error', (error) => say(`error ${error.message}`))
socket.on('close', () => {
  say(`done ${seen.messages} ${seen.indexSum} ${seen.xSum.toFixed(2)}`)
  process.stdin.resume() // stay alive while bench_decode reads our CPU time
})
