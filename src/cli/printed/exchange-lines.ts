import type { Told } from '../../exchange/port'
import type { Preview } from '../../exchange/preview'
import EN from '../../i18n/en/day/exchange'
import ZH from '../../i18n/zh/day/exchange'
import type { InBoth, Language } from '../language'

export const SAYS: Readonly<Record<'log' | 'whole' | 'exists' | 'dry' | 'backedUp', InBoth>> = {
  log: { zh: '不是日志文件（log.ndjson）', en: 'is no log file (log.ndjson)' },
  whole: {
    zh: '日志不完整或缺 segments 文件夹，先用 cordon verify 核对',
    en: 'the log is not whole, or the folder segments beside it is missing: see cordon verify',
  },
  exists: { zh: '已有这个文件，没有写', en: 'is there already, nothing was written' },
  backedUp: { zh: '已写下并核对：{name}', en: 'Written and checked: {name}' },
  dry: { zh: '只是预览，什么都没有写', en: 'a preview: nothing was written' },
}

/** A sentence of the page with what it names; English in the singular where it counts one. */
export function sentence(
  key: string,
  language: Language,
  params: Readonly<Record<string, string | number>>,
): string {
  const words = key
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], language === 'zh' ? ZH : EN)
  const [one, many = one!] = String(words).split(' | ')
  return (params.n === 1 ? one! : many).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
}

export const toldSentence = ({ code, device, seen, events }: Told, language: Language): string =>
  sentence(`told.${code}`, language, { device: device ?? '?', seen: seen ?? '', n: events })

/** What was exchanged, for people. */
export function exchangeText(
  {
    taken,
    given,
    preview,
  }: {
    readonly taken: Preview
    readonly given: { readonly events: number }
    readonly preview: boolean
  },
  language: Language,
): string {
  const time = (ms: number): string => new Date(ms).toISOString()
  const { refusal } = taken
  const lines = [
    `${sentence('preview.news', language, { n: taken.news })} · ${sentence('preview.here', language, { n: taken.here })} · ${sentence('last.out', language, { n: given.events })}`,
    ...taken.devices.map(({ device, news, from, to, by }) => {
      const who = by.map(({ unit, name }) => `${unit} ${name}`.trim()).join('、')
      return `  ${device}  ${news}  ${time(from)} – ${time(to)}  ${who || sentence('preview.unsigned', language, {})}`
    }),
    ...(taken.setAside.length > 0 ? [sentence('preview.aside', language, { n: taken.setAside.length })] : []),
    ...(refusal ? [sentence(`refusal.${refusal.code}`, language, refusal.params)] : []),
    ...taken.told.map((one) => toldSentence(one, language)),
    ...(preview ? [SAYS.dry[language]] : []),
  ]
  return lines.join('\n')
}
