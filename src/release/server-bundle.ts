import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { shippedLicences } from './shipped-licences'

const FORMS = {
  executable: { entry: 'executable.mjs', format: 'cjs', file: 'server.cjs' },
  script: { entry: 'script.mjs', format: 'es', file: 'serve.mjs' },
} as const

/** The server as one file that imports nothing but Node; returns its path and the licences of what is in it. */
export async function bundleServer(
  form: keyof typeof FORMS,
  outDir: string,
): Promise<{ file: string; licences: string }> {
  const { entry, format, file } = FORMS[form]
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [shippedLicences(`${form}.txt`).page],
    // what `send` asks for beside its own and goes without: an executable would warn that it cannot be there
    resolve: { alias: { 'supports-color': join(import.meta.dirname, 'server/absent.mjs') } },
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'server', entry),
      outDir,
      emptyOutDir: false,
      target: 'node18',
      minify: false,
      rolldownOptions: { output: { format, entryFileNames: file } },
    },
  })
  return { file, licences: readFileSync(join(outDir, `${form}.txt`), 'utf8') }
}
