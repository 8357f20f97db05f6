import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import vue from '@vitejs/plugin-vue'
import { zipSync } from 'fflate'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { serviceWorker } from './src/release/offline-files.ts'
import { shippedLicences } from './src/release/shipped-licences.ts'

const DEMO = join(import.meta.dirname, 'public/demo/lanxi')

/** The demo pack as one zip beside its readable files: the page asks for a single file. */
function demoZip(): Plugin {
  const zip = (): Uint8Array => {
    const names = readdirSync(DEMO, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.\w+$/.test(name),
    )
    const mtime = new Date(2022, 4, 27)
    return zipSync(
      Object.fromEntries(
        names.sort().map((name) => [name.replaceAll('\\', '/'), [readFileSync(join(DEMO, name)), { mtime }]]),
      ),
    )
  }
  return {
    name: 'demo-zip',
    configureServer(server) {
      server.middlewares.use('/demo/lanxi.zip', (_request, response) => {
        response.setHeader('Content-Type', 'application/zip')
        response.end(Buffer.from(zip()))
      })
    },
    generateBundle() {
      if (existsSync(DEMO)) this.emitFile({ type: 'asset', fileName: 'demo/lanxi.zip', source: zip() })
    },
  }
}

/** Beside each text of the build its compressed form, which the server sends where a browser takes it. */
function compressedTexts(): Plugin {
  return {
    name: 'compressed-texts',
    apply: 'build',
    writeBundle({ dir }, bundle) {
      for (const name of Object.keys(bundle)) {
        if (!/\.(js|css|html|svg)$/.test(name)) continue
        const path = join(dir!, name)
        const params = { [constants.BROTLI_PARAM_QUALITY]: 10 }
        writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path), { params }))
      }
    },
  }
}

const licences = shippedLicences('licences.txt')

export default defineConfig({
  plugins: [vue(), demoZip(), licences.page, compressedTexts(), serviceWorker()],
  base: './',
  worker: { format: 'es', plugins: () => [licences.worker] },
  build: { target: 'es2022', chunkSizeWarningLimit: 1400 },
  define: { __VUE_OPTIONS_API__: 'false' },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/bench/**', 'tests/pictures/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // files share what a worker has loaded: no test leaves anything behind in a module
          isolate: false,
          // one worker a core: the main thread only waits
          maxWorkers: '100%',
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/e2e/**/*.test.ts', 'tests/pictures/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          // a browser on software graphics beside other work: one more try, and the report says so
          retry: 1,
        },
      },
    ],
  },
})
