// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// A realm with two signed logins, each behind a middleware that real servers use.
//
//   node loginserver.cjs ROOM
//
// Listens on a free loopback port and answers
//   GET  /MIDDLEWARE/about                        {comms: {adapter: "fixed-adapter:signed-login:…"}}
//   ANY  /MIDDLEWARE/worlds/:name/comms           {fixedAdapter: ROOM}, or the middleware's error
// where MIDDLEWARE is decentraland-crypto or platform-crypto. Standard output, one JSON object per line:
//   {"event":"listening","port"}
//   {"event":"login","middleware","auth","metadata"}    a login was accepted
const express = require('express')
const decentralandCrypto = require('decentraland-crypto-middleware')
const platformCrypto = require('@dcl/platform-crypto-middleware')

const room = process.argv[2]
const print = (line) => process.stdout.write(JSON.stringify(line) + '\n')

// Only a user's explorer may log in (ADR-180); scenes sign with another signer.
const metadataValidator = (metadata) => metadata.signer === 'dcl:explorer' && metadata.intent === 'dcl:explorer:comms-handshake'

const middlewares = {
  'decentraland-crypto': decentralandCrypto.express({ metadataValidator }),
  'platform-crypto': async (req, res, next) => {
    try {
      Object.assign(req, await platformCrypto.verify(req.method, req.baseUrl + req.path, req.headers, { metadataValidator }))
      next()
    } catch (error) {
      res.status(error.statusCode ?? 500).send({ ok: false, message: error.message })
    }
  }
}

const app = express()
for (const [middleware, verify] of Object.entries(middlewares)) {
  app.get(`/${middleware}/about`, (req, res) => res.send({
    healthy: true, acceptingUsers: true, configurations: { realmName: middleware }, comms: { healthy: true,
      protocol: 'v3', adapter: `fixed-adapter:signed-login:http://${req.headers.host}/${middleware}/worlds/name.dcl.eth/comms` }
  }))
  app.all(`/${middleware}/worlds/:name/comms`, verify, (req, res) => {
    print({ event: 'login', middleware, auth: req.auth, metadata: req.authMetadata })
    res.send({ fixedAdapter: room })
  })
}
const server = app.listen(0, '127.0.0.1', () => print({ event: 'listening', port: server.address().port }))
