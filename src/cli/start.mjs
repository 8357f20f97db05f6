// Starts the server as a person does: by a command, with its address printed.
import { existsSync, readFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { serve } from './server.mjs'

const USE = `--port N        端口（0 为空闲端口） · the port, 0 is a free one (4173)
--host ADDRESS  监听地址；0.0.0.0 供局域网访问 · the address to listen at, 0.0.0.0 for the local network (127.0.0.1)
--tls CERT KEY  证书与私钥（PEM 文件），以 https 提供 · certificate and key as PEM files: https`

/** A use that cannot be followed, in both languages. */
class WrongUse extends Error {}

/**
 * Serves the folder until it is stopped. Returns the exit code where nothing was started, else nothing.
 * `missing` is what to do where the folder holds no page.
 */
export async function start({ root, missing, args = process.argv.slice(2) }) {
  if (args.includes('--help')) {
    console.log(USE)
    return 0
  }
  let wanted
  try {
    wanted = { root, ...wantedOf(args) }
  } catch (fault) {
    if (!(fault instanceof WrongUse)) throw fault
    console.error(`${fault.message}\n${USE}`)
    return 2
  }
  let address
  try {
    ;({ address } = await served(wanted))
  } catch (fault) {
    if (!wanted.tls || fault.syscall) throw fault
    console.error(
      `证书或私钥不能用（次序是 CERT KEY） · certificate or key cannot be used, the order is CERT KEY: ${fault.message}`,
    )
    return 2
  }
  if (!existsSync(join(root, 'index.html'))) console.error(missing)
  for (const one of addressesOf(address)) console.log(`Cordon 防控一张图: ${one}`)
  if (!wanted.tls && !/^(127\.|::1$|localhost$)/.test(wanted.host))
    console.log(
      '以 http 加地址打开时，浏览器不提供离线使用、标签页之间的锁和文件夹；请用 --tls · By http and address a browser gives no offline use, no locks between tabs and no folders: use --tls',
    )
  console.log('Enter opens the demo district · 按 Enter 打开演示辖区 · Ctrl+C stops')
}

/** On the port that is asked for, else on a free one, which is said: a browser keeps its data by address and port. */
async function served(wanted) {
  try {
    return await serve(wanted)
  } catch (fault) {
    if (fault.code !== 'EADDRINUSE' && fault.code !== 'EACCES') throw fault
    console.error(
      `端口 ${wanted.port} 不能用（已被占用或不让用），改用空闲端口；浏览器的数据按地址存放，在原端口存的这里看不到 · Port ${wanted.port} is taken or not allowed, a free one is used: what a browser kept under the other port is not seen here`,
    )
    return serve({ ...wanted, port: 0 })
  }
}

function wantedOf(args) {
  const wanted = { host: process.env.HOST || '127.0.0.1', port: portOf(process.env.PORT), tls: null }
  for (let at = 0; at < args.length; at += 1) {
    const next = () => {
      const value = args[++at]
      if (value === undefined) throw new WrongUse(`选项不完整 · an option is incomplete: ${args.join(' ')}`)
      return value
    }
    if (args[at] === '--port') wanted.port = portOf(next())
    else if (args[at] === '--host') wanted.host = next()
    else if (args[at] === '--tls') wanted.tls = { cert: bytesOf(next()), key: bytesOf(next()) }
    else throw new WrongUse(`没有这个选项 · no such option: ${args[at]}`)
  }
  return wanted
}

function portOf(given = '4173') {
  if (/^\d{1,5}$/.test(given) && Number(given) < 65_536) return Number(given)
  console.error(
    `PORT=${given} is no port (0–65535); a free one is taken · PORT=${given} 不是端口（0—65535），改用空闲端口`,
  )
  return 0
}

function bytesOf(path) {
  try {
    return readFileSync(path)
  } catch {
    throw new WrongUse(`读不出文件 · cannot be read: ${path}`)
  }
}

/** An address that listens everywhere, as those this machine is reached by. */
function addressesOf(address) {
  if (!address.includes('//0.0.0.0:')) return [address]
  const own = Object.values(networkInterfaces()).flat()
  return own
    .filter(({ family }) => family === 'IPv4')
    .map((one) => address.replace('//0.0.0.0:', `//${one.address}:`))
}
