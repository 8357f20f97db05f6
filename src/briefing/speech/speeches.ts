import type { Locale } from '../../i18n/format'
import { en } from './en'
import type { Speech } from './speech'
import { zh } from './zh'

export const SPEECH: Readonly<Record<Locale, Speech>> = { zh, en }
