// Run by any Node, with nothing installed beside it.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startBeside } from './beside.mjs'

startBeside(dirname(fileURLToPath(import.meta.url)))
