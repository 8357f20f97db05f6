import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { zipSync } from 'fflate'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

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

export default defineConfig({
  plugins: [vue(), demoZip()],
  base: './',
  worker: { format: 'es' },
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
