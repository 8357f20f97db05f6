// Compiled into the executable: its folder is where it lies.
import { realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import { startBeside } from './beside.mjs'

startBeside(dirname(realpathSync(process.execPath)))
