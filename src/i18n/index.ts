import { createI18n } from 'vue-i18n'
import { wordsBy } from '../records/words'
import type { Locale } from './format'

type Messages = Record<string, unknown>
const areas = import.meta.glob<{ default: Messages }>('./{zh,en}/**/*.ts', { eager: true })
const rooms = import.meta.glob<{ WORDS: Readonly<Record<Locale, Messages>> }>('../layers/*/words.ts', {
  eager: true,
})

/** Every area's messages of a locale under the area's file name: `zh/wall.ts` → `wall.…`, `zh/day/orders.ts` → `orders.…`; those of a layer under its room: `layers.crossings.…`; what a record is called where lists are named: `import.kind.cases`. */
export function messagesOf(locale: Locale): Messages {
  const messages: Messages = {}
  for (const [path, module] of Object.entries(areas)) {
    const [, folder, area] = /^\.\/(zh|en)\/(?:.+\/)?([^/]+)\.ts$/.exec(path) ?? []
    if (folder === locale && area) messages[area] = module.default
  }
  messages.layers = Object.fromEntries(
    Object.entries(rooms).map(([path, { WORDS }]) => [path.split('/').at(-2), WORDS[locale]]),
  )
  messages.import = withNames(messages.import, 'kind', wordsBy(locale, 'name'))
  messages.feed = withNames(messages.feed, 'list', wordsBy(locale, 'brought'))
  return messages
}

/** The messages of an area with further names under one of its keys. */
function withNames(area: unknown, key: string, names: Messages): Messages {
  const messages = area as Readonly<Record<string, Messages>>
  return { ...messages, [key]: { ...names, ...messages[key] } }
}

/**
 * The translator of the app. vue-i18n 11 interprets messages as trees and never builds code from text,
 * so it runs under a policy without 'unsafe-eval'.
 */
export function createTranslator(locale: Locale) {
  return createI18n({
    legacy: false,
    locale,
    fallbackLocale: 'zh',
    messages: { zh: messagesOf('zh'), en: messagesOf('en') } as never,
  })
}
