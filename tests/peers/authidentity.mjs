// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Identities as the web client stores them: @dcl/crypto creates them and checks their chains.
//
//   node authidentity.mjs
//
// It writes one JSON object per line, first
//   {"event":"identity","json","owner","secrets"}   a new identity, valid for an hour, as JSON.stringify writes it;
//                                                   `secrets` are the parts that must never leak
// and then a response to each line it reads:
//   {"chain": JSON, "text"}  ->  {"event":"checked","ok","owner"}
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

const require = createRequire(import.meta.url)
const { Authenticator } = require('@dcl/crypto')
const { createUnsafeIdentity } = require('@dcl/crypto/dist/crypto')

const print = (line) => process.stdout.write(JSON.stringify(line) + '\n')

const owner = createUnsafeIdentity()
const ephemeral = createUnsafeIdentity()
const identity = await Authenticator.initializeAuthChain(owner.address, ephemeral, 60,
  async (message) => Authenticator.createSignature(owner, message))
print({ event: 'identity', json: JSON.stringify(identity), owner: owner.address.toLowerCase(),
  secrets: [ephemeral.privateKey, identity.authChain[1].signature] })

for await (const line of createInterface({ input: process.stdin })) {
  const { chain, text } = JSON.parse(line)
  const links = JSON.parse(chain)
  const result = await Authenticator.validateSignature(text, links, null)
  print({ event: 'checked', ok: result.ok, owner: Authenticator.ownerAddress(links).toLowerCase() })
}
