// The server as it stands in an archive: it serves `dist` beside itself.
import { join } from 'node:path'
import { start } from '../../cli/start.mjs'

export async function startBeside(folder) {
  const root = join(folder, 'dist')
  const code = await start({ root, missing: `没有找到页面 · no page is here: ${root}` })
  if (code !== undefined) process.exitCode = code
}
