/// <reference lib="webworker" />
import { openStorage } from '../storage/open-storage'
import { kernelCalls } from './kernel-calls'
import { logCalls } from './log-calls'
import { Logs } from './logs'
import { type Calls, type Post, serve } from './serve'

const post = self as unknown as Post

async function start(): Promise<Calls> {
  const storage = await openStorage()
  const logs = new Logs(storage)
  storage.onAppend((workspace) => post.postMessage({ moved: workspace }, []))
  return { ...logCalls(logs, Date.now), ...kernelCalls(logs) }
}

serve(post, start())
