/// <reference lib="webworker" />
import { openStorage } from '../storage/open-storage'
import { backupCalls } from './backup/backup-calls'
import { editionCalls } from './edition-calls'
import { hubCalls } from './exchange/hub-calls'
import { HubLines, type OpenLine } from './exchange/hub-lines'
import { exchangeCalls } from './exchange-calls'
import { exchangeDesk } from './exchange-desk'
import { kernelCalls } from './kernel-calls'
import { logCalls } from './log-calls'
import { Logs } from './logs'
import { lookupCalls } from './lookup-calls'
import { recipeCalls } from './recipe-calls'
import { type Calls, type Post, serve } from './serve'

const post = self as unknown as Post

const openHub: OpenLine = async (address, options) =>
  (await import('./exchange/browser-hub')).openBrowserLine(address, options)

async function start(): Promise<Calls> {
  const storage = await openStorage()
  const logs = new Logs(storage)
  storage.onChange((workspace) => post.postMessage({ moved: workspace }, []))
  const desk = exchangeDesk(logs, Date.now)
  const kernel = kernelCalls(logs, Date.now)
  return {
    ...logCalls(logs, Date.now),
    ...kernel,
    ...editionCalls(logs),
    ...lookupCalls(logs, kernel.answers),
    ...recipeCalls(logs, Date.now),
    ...exchangeCalls(logs, Date.now, desk),
    ...backupCalls(logs, Date.now, desk),
    ...hubCalls(desk, new HubLines(openHub, Date.now)),
  }
}

serve(post, start())
