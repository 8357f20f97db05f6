/// <reference lib="webworker" />
import { openStorage } from '../storage/open-storage'
import { editionCalls } from './edition-calls'
import { exchangeCalls } from './exchange-calls'
import { kernelCalls } from './kernel-calls'
import { logCalls } from './log-calls'
import { Logs } from './logs'
import { lookupCalls } from './lookup-calls'
import { recipeCalls } from './recipe-calls'
import { type Calls, type Post, serve } from './serve'

const post = self as unknown as Post

async function start(): Promise<Calls> {
  const storage = await openStorage()
  const logs = new Logs(storage)
  storage.onChange((workspace) => post.postMessage({ moved: workspace }, []))
  const kernel = kernelCalls(logs, Date.now)
  return {
    ...logCalls(logs, Date.now),
    ...kernel,
    ...editionCalls(logs),
    ...lookupCalls(logs, kernel.answers),
    ...recipeCalls(logs, Date.now),
    ...exchangeCalls(logs, Date.now),
  }
}

serve(post, start())
