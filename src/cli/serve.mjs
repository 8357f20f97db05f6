// Serves dist/ on this machine with the headers that close the page to every other host.
import { existsSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { start } from './start.mjs'

export { HEADERS } from './headers.mjs'
export { serve } from './server.mjs'

const isStarted = process.argv[1] && existsSync(process.argv[1])
if (isStarted && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url))) {
  const code = await start({
    root: fileURLToPath(new URL('../../dist', import.meta.url)),
    missing: 'dist/ is not built yet: npm run build · 还没有生成 dist/：请先运行 npm run build',
  })
  if (code !== undefined) process.exitCode = code
}
