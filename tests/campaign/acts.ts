import type { Body, ZoneRecord } from '../../src/log/events'
import type { Random } from '../helpers/seeded'

/** What a person at a machine does next: drafts that an operation of the page would write, or a step taken back. */
export type Act =
  | { readonly kind: string; readonly drafts: readonly Body[] }
  | { readonly kind: 'undo' | 'typed' }

/** Ids of events that were acknowledged and that later acts are about. */
export interface Begun {
  readonly signals: string[]
  readonly orders: string[]
  readonly zones: string[]
  readonly cases: string[]
  readonly contacts: string[]
}

export const nothingBegun = (): Begun => ({ signals: [], orders: [], zones: [], cases: [], contacts: [] })

/** The zone in which two type at once, and the case that they both correct. */
export const SHARED = { zone: 'C-01', case: 'LX22-001' }
export const TOWNS = ['339901001', '339901002', '339901003', '339901004', '339901005', '339901006']
const ZONES = ['S-01', 'S-02', 'S-03', 'S-04']
const AT = (minute: number): string =>
  new Date(Date.parse('2022-05-27T06:00:00Z') + minute * 60_000).toISOString()

/** Draws acts of all kinds, each with a number of its own in it. */
export class Acts {
  #number = 0

  constructor(
    readonly random: Random,
    readonly begun: Begun,
  ) {}

  #pick<Item>(list: readonly Item[]): Item | undefined {
    return list.length === 0 ? undefined : list[this.random.between(0, list.length - 1)]
  }

  /** The next act of one who works at anything, or (`inShared`) of one who works at the zone that two have open. */
  next(inShared: boolean): Act {
    const n = ++this.#number
    if (inShared && this.random.chance(0.25)) return sharedAct(n, this.random)
    if (this.random.chance(0.06)) return { kind: 'undo' }
    const makers = [this.#signals, this.#cases, this.#contacts, this.#posts, this.#lists, this.#zones]
    for (;;) {
      const made = this.#pick([...makers, this.#orders])!.call(this, n)
      if (made) return made
    }
  }

  #signals(n: number): Act | null {
    const [place, signal] = [this.#pick(TOWNS)!, this.#pick(this.begun.signals)]
    if (!signal || this.random.chance(0.5))
      return said('signal', {
        type: 'signal.reported@1',
        signal: { kind: 'pooled', at: AT(n), place, position: null, tubes: 1, people: n },
      })
    if (this.random.chance(0.5))
      return said('signal', { type: 'signal.withdrawn@1', signal, because: `误报 ${n}` })
    return said('signal', { type: 'signal.decided@1', signal, outcome: 'cleared', case: null, at: AT(n) })
  }

  #cases(n: number): Act | null {
    const row = this.#pick(this.begun.cases)
    if (!row || this.random.chance(0.5)) {
      const [place, id] = [this.#pick(TOWNS)!, `Y${n}`]
      const more = { sampledAt: null, kind: 'confirmed', origin: 'local', foundIn: 'community' }
      return said('case', {
        type: 'case.reported@1',
        case: { id, reportedAt: AT(n), ...more, place, position: null },
      })
    }
    return this.random.chance(0.3)
      ? said('retraction', { type: 'cases.retracted@1', row, because: `外区 ${n}` })
      : said('correction', {
          type: 'cases.corrected@1',
          row,
          set: { foundIn: this.#pick(['community', 'quarantine'])! },
          because: `复核 ${n}`,
        })
  }

  #contacts(n: number): Act | null {
    const row = this.#pick(this.begun.contacts)
    const of = this.#pick(['LX22-002', 'LX22-003', 'LX22-004'])!
    if (!row || this.random.chance(0.5))
      return said('contact', {
        type: 'contact.added@1',
        contact: {
          ...{ id: `N${n}`, case: of, kind: 'close', place: this.#pick(TOWNS)!, exposedAt: AT(n) },
          ...{ transferredAt: null, site: null, releasedAt: null, result: null },
        },
      })
    return said('contact', { type: 'contact.moved@1', row, at: AT(n), site: `Q-0${(n % 8) + 1}` })
  }

  #posts(n: number): Act {
    const checkpoint = `K-0${String(10 + (n % 50)).padStart(2, '0')}`
    const state = this.#pick(['onDuty', 'empty', 'locked'] as const)!
    if (n % 4 > 0)
      return said('post', { type: 'checkpoint.checked@1', checkpoint, at: AT(n), state, missing: null })
    const occupancy = { site: `Q-0${(n % 8) + 1}`, at: AT(n), rooms: 200, occupied: n % 200, closed: 0 }
    return said('rooms', { type: 'occupancy.stated@1', occupancy })
  }

  #lists(n: number): Act {
    const place = this.#pick(TOWNS)!
    const none = { excused: 0, sent: null, positiveTubes: 0, positivePeople: 0, result: null }
    const round = {
      ...{
        zone: null,
        place,
        round: String(20 + (n % 5)),
        scope: 'area',
        method: 'pool20',
        startedAt: AT(n),
      },
      ...{ finishedAt: null, listed: 5000 + n, sampled: n, resulted: n },
    }
    const stated = { zone: this.#pick(ZONES)!, place: null, at: AT(n), unit: '疾控', paper: `第 ${n} 号` }
    const drafts: readonly (readonly [string, Body])[] = [
      ['round', { type: 'round.reported@1', at: AT(n), round: { ...round, ...none } }],
      [
        'report',
        { type: 'report.filed@1', place, day: '2022-05-27', filedAt: AT(n), items: { 来返人员: `${n}` } },
      ],
      ['fact', { type: 'fact.stated@1', fact: 'environmentNegative', value: 'true', ...stated }],
      ['figure', { type: 'metric.stated@1', metric: 'returnees', value: n, ...stated, zone: null, place }],
      ['workspace', { type: 'workspace.stated@1', issuer: `澜溪区指挥部 ${n}` }],
      [
        'place',
        {
          type: 'place.renamed@1',
          place: `33990100700${(n % 5) + 1}`,
          name: `改名 ${n}`,
          at: AT(n),
          because: null,
        },
      ],
    ]
    const [kind, draft] = this.#pick(drafts)!
    return said(kind, draft)
  }

  #zones(n: number): Act {
    const zone = this.#pick(this.begun.zones)
    if (!zone || this.random.chance(0.4)) return said('zone drawn', { type: 'zone.drawn@1', zone: aZone(n) })
    const changed: readonly Body[] = [
      { type: 'zone.renamed@1', zone, name: `分区 ${n}` },
      { type: 'zone.moved@1', zone, to: 'controlled', at: AT(n), because: `研判 ${n}` },
      { type: 'zone.reshaped@1', zone, at: AT(n), because: `调整 ${n}`, members: [], coordinates: aBox(n) },
      { type: 'zone.deleted@1', zone, because: `误划 ${n}` },
    ]
    return said('zone changed', this.#pick(changed)!)
  }

  #orders(n: number): Act {
    const order = this.#pick(this.begun.orders)
    if (!order || this.random.chance(0.5))
      return said('order', {
        type: 'order.given@1',
        order: {
          subject: { kind: 'free' },
          unit: '城东镇',
          text: `核查 ${n}`,
          at: AT(n),
          dueAt: AT(n + 600),
        },
      })
    const type = this.#pick(['order.answered@1', 'order.closed@1'] as const)!
    return said('order', { type, order, at: AT(n), words: `已办 ${n}` })
  }
}

const said = (kind: string, draft: Body): Act => ({ kind, drafts: [draft] })

/** What the two who have one zone open do: its name, its ground, and one field of one of its cases. */
function sharedAct(n: number, random: Random): Act {
  const { zone, case: row } = SHARED
  const set = { foundIn: random.chance(0.5) ? 'community' : 'quarantine' }
  return said(
    'in one zone',
    [
      { type: 'zone.renamed@1', zone, name: `管控区 ${n}` } as const,
      {
        type: 'zone.reshaped@1',
        zone,
        at: AT(n),
        because: `调整 ${n}`,
        members: [],
        coordinates: aBox(n),
      } as const,
      { type: 'cases.corrected@1', row, set, because: `复核 ${n}` } as const,
    ][random.between(0, 2)]!,
  )
}

/** A step of a chain that another machine takes too, without seeing it. */
export const rivalStep = (zone: string): Act =>
  said('approval', {
    ...{ type: 'transition.proposed@1', step: 'apply', zone, transition: 'unseal', at: AT(0) },
    ...{ decision: 'given', takesEffectAt: null, note: null, follows: null },
  })

function aBox(n: number): ZoneRecord['coordinates'] {
  const [west, south] = [120.1 + (n % 37) * 0.004, 31.05 + (n % 29) * 0.004]
  const ring = [
    [west, south],
    [west + 0.003, south],
    [west + 0.003, south + 0.003],
    [west, south + 0.003],
    [west, south],
  ] as const
  return [[ring]]
}

const aZone = (n: number): ZoneRecord => ({
  ...{ id: `W-${n}`, name: `新划 ${n}`, level: 'sealed', from: AT(n), to: null, policy: 'lanxi-2022-05' },
  ...{ members: [], parent: null, arrivedFrom: null, coordinates: aBox(n) },
})

/** Notes what an acknowledged act began, so that later ones are about it. */
export function note(begun: Begun, act: Act, event: string): void {
  if (!('drafts' in act)) return
  const [draft] = act.drafts
  if (draft?.type === 'signal.reported@1') begun.signals.push(event)
  if (draft?.type === 'order.given@1') begun.orders.push(event)
  if (draft?.type === 'zone.drawn@1') begun.zones.push(draft.zone.id)
  if (draft?.type === 'case.reported@1') begun.cases.push(draft.case.id!)
  if (draft?.type === 'contact.added@1') begun.contacts.push(`${draft.contact.id}|${draft.contact.case}`)
}
