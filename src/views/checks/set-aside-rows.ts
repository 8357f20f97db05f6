import { formatInstant } from '#geo'
import { formatFullMoment } from '../../i18n/format'
import type { Register } from '../../log/fold/register'
import type { SetAside } from '../../log/outside/set-aside'

type Translate = (key: string, params?: Record<string, string | number>) => string

const DEEDS = [
  ...['described', 'adopted', 'defined', 'kept', 'imported', 'revised', 'replaced', 'corrected', 'retracted'],
  ...['drawn', 'reshaped', 'moved', 'merged', 'switched', 'renamed', 'deleted'],
  ...['proposed', 'assessed', 'approved', 'declined', 'reversed', 'setAside', 'stated'],
]

/** What was to be done in words, where this release has any, with the type as the log has it. */
function deedText(type: string, t: Translate): string {
  const verb = type.replace(/^[^.]*\./, '').replace(/@\d+$/, '')
  return DEEDS.includes(verb) ? `${t(`checks.deed.${verb}`)} · ${type}` : type
}

/** A row for every event that is set aside: what, who, when it says, why, line of the exported log. */
export function setAsideRows(
  { setAside, pack }: Pick<Register, 'setAside' | 'pack'>,
  locale: 'zh' | 'en',
  t: Translate,
): readonly (readonly string[])[] {
  const when = ({ recordedAt }: SetAside): string =>
    recordedAt === null ? '—' : formatFullMoment(formatInstant(pack.timezone, recordedAt), locale)
  return setAside.map((event) => [
    deedText(event.type, t),
    [event.by.unit, event.by.name].filter(Boolean).join(' ') || event.device || '—',
    when(event),
    t(`checks.asideWhy.${event.code}`, { part: event.part ?? '' }),
    String(event.line),
    event.event,
  ])
}
