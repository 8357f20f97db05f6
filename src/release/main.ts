// npm run release [-- --dist=FOLDER] [--into=FOLDER]: one archive that needs nothing installed.
import { join } from 'node:path'
import { build } from 'vite'
import { writeRelease } from './write-release'

const ROOT = join(import.meta.dirname, '../..')
const option = (name: string): string | undefined =>
  process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3)

const dist = option('dist') ?? join(ROOT, 'dist')
if (option('dist') === undefined) await build({ root: ROOT, logLevel: 'warn' })
const written = await writeRelease({ dist, into: option('into') ?? join(ROOT, 'release') })
if (written.executable === null)
  console.log(`没有可直接运行的程序 · without an executable: ${written.without}`)
console.log(`${written.hash}  ${written.path}`)
