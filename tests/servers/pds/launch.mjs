// A Bluesky personal data server for tests: on loopback, in a fresh folder, with nobody outside to talk to.
// Prints one line of JSON when it is ready; ends when its parent goes away (stdin closes) or asks it to.
import { createRequire } from 'node:module'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'

// Neither server can be told which address to listen on, and both would take every one.
const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (port, ...rest) {
  const numbered = typeof port === 'number' || (typeof port === 'string' && /^\d+$/.test(port))
  return numbered ? listen.call(this, Number(port), '127.0.0.1', ...rest) : listen.call(this, port, ...rest)
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.on('error', reject)
    probe.listen(0, () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })

const require = createRequire(import.meta.url)
const { PlcServer, Database } = require('@did-plc/server')
const { PDS, envToCfg, envToSecrets } = require('@atproto/pds')

const folder = mkdtempSync(path.join(os.tmpdir(), 'smmgit-pds-'))
mkdirSync(path.join(folder, 'blobs'))
const [port, plcPort, viewPort] = [await freePort(), await freePort(), await freePort()]

// Whatever is asked of the app view (records of strangers, profiles) is not there.
const view = http.createServer((request, answer) => {
  answer.writeHead(404, { 'content-type': 'application/json' })
  answer.end(JSON.stringify({ error: 'NotFound', message: request.url }))
})
view.listen(viewPort)

const plc = PlcServer.create({ db: Database.mock(), port: plcPort })
await plc.start()

const env = {
  devMode: true,
  port,
  hostname: 'localhost',
  dataDirectory: folder,
  blobstoreDiskLocation: path.join(folder, 'blobs'),
  didPlcUrl: `http://127.0.0.1:${plcPort}`,
  serviceHandleDomains: ['.test'],
  inviteRequired: false,
  adminPassword: 'admin-pass',
  jwtSecret: 'jwt-secret',
  plcRotationKeyK256PrivateKeyHex: randomBytes(32).toString('hex'),
  bskyAppViewUrl: `http://127.0.0.1:${viewPort}`,
  bskyAppViewDid: 'did:example:invalid',
  modServiceUrl: 'http://127.0.0.1:1',
  modServiceDid: 'did:example:invalid',
  crawlers: [],
  rateLimitsEnabled: process.argv.includes('--rate-limits'),
  disableSsrfProtection: true,
}
const server = await PDS.create(envToCfg(env), envToSecrets(env))
await server.start()
console.log(JSON.stringify({ ready: true, url: `http://127.0.0.1:${port}` }))

let stopping = false
const stop = async () => {
  if (stopping) return
  stopping = true
  setTimeout(() => process.exit(0), 3000).unref()
  await server.destroy()
  await plc.destroy()
  view.close()
  rmSync(folder, { recursive: true, force: true })
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
process.stdin.on('end', stop)
process.stdin.resume()
