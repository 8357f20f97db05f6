import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

/** What of a package's own files states its terms. */
const STATED = /^(licen[cs]e|copying|unlicense|notice)/i

/** The folder of the package a module belongs to; null for what is ours. */
export function packageOf(module: string): string | null {
  const path = module
    .replace(/^\0/, '')
    .replace(/[?#].*$/, '')
    .replaceAll('\\', '/')
  const at = path.lastIndexOf('/node_modules/')
  if (at < 0) return null
  const [first, second] = path.slice(at + '/node_modules/'.length).split('/')
  return path.slice(0, at + '/node_modules/'.length) + (first!.startsWith('@') ? `${first}/${second}` : first)
}

/** Name, version, licence and its text, of one package after the other. */
export function licenceText(folders: readonly string[]): string {
  const each = folders.map((folder) => {
    const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const texts = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && STATED.test(entry.name))
      .map(({ name }) => name)
      .sort()
      .map((file) => readFileSync(join(folder, file), 'utf8').trim())
    const by = typeof author === 'string' ? author : author?.name
    const said = texts.length > 0 ? texts.join('\n\n') : `${license}${by ? `, ${by}` : ''}`
    return { title: `${name} ${version} (${license})`, said }
  })
  const parts = each
    .sort((a, b) => (a.title < b.title ? -1 : 1))
    .map(({ title, said }) => `${title}\n${'='.repeat(title.length)}\n\n${said}\n`)
  return [...new Set(parts)].join('\n\n')
}

/** Lays beside a build the licences of what its chunks hold, those of its workers included. */
export function shippedLicences(fileName: string): { page: Plugin; worker: Plugin } {
  const folders = new Set<string>()
  const collect = (bundle: Rolldown.OutputBundle): void => {
    for (const chunk of Object.values(bundle))
      for (const module of chunk.type === 'chunk' ? chunk.moduleIds : []) {
        const folder = packageOf(module)
        if (folder && existsSync(join(folder, 'package.json'))) folders.add(folder)
      }
  }
  return {
    worker: {
      name: 'licences-of-workers',
      apply: 'build',
      generateBundle: (_options, bundle) => collect(bundle),
    },
    page: {
      name: 'licences',
      apply: 'build',
      generateBundle(_options, bundle) {
        collect(bundle)
        this.emitFile({ type: 'asset', fileName, source: licenceText([...folders]) })
      },
    },
  }
}
