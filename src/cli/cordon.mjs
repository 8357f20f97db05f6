#!/usr/bin/env node
import { register } from 'tsx/esm/api'

// A reader that has seen enough (`| head`) closes the pipe: that is no fault of the answer.
process.stdout.on('error', (fault) => {
  if (fault.code !== 'EPIPE') throw fault
})

register()
const { main } = await import('./main.ts')
process.exitCode = await main(process.argv.slice(2))
