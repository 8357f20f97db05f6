import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { OrderSubject } from '#geo'
import type { RowAt } from '../log/events'
import type { CorrectedList } from '../log/hand/correction-faults'

/** What can be entered by hand, by the letter that opens its form. */
export const HAND_KINDS = ['S', 'C', 'K', 'P', 'R', 'B', 'F', 'Q', 'D', 'T', 'M', 'O'] as const
export type HandKind = (typeof HAND_KINDS)[number]

/** What a gap proposes to whoever gives an order for it. */
export interface ProposedOrder {
  readonly subject: OrderSubject
  readonly text: string
  /** name of the town in which it lies; null where it lies in none, or in several */
  readonly town: string | null
}

/** The sheet for entries by hand on the desk: whether it is open, for what, and which post is looked at. */
export const useHandPanel = defineStore('handPanel', () => {
  const isOpen = ref(false)
  const kind = ref<HandKind>('C')
  const checkpoint = ref<string | null>(null)
  /** id of the signal that becomes the case that is entered */
  const signal = ref<string | null>(null)
  /** the condition of a zone that asks for a fact */
  const wanted = ref<{ readonly zone: string; readonly fact: string } | null>(null)
  /** the row of a list that is to be corrected */
  const corrected = shallowRef<{ readonly list: CorrectedList; readonly at: RowAt } | null>(null)
  /** the gap that an order is to be given for */
  const ordered = shallowRef<ProposedOrder | null>(null)
  /** id of the order that is looked at */
  const orderAt = ref<string | null>(null)
  /** all changes are shown in place of the forms: what is chosen among them leaves the sheet open */
  const isFeed = ref(false)
  /** what is stated differently is shown in place of the forms */
  const isComparing = ref(false)
  /** key of the difference that is looked at; null: the latest */
  const compared = ref<string | null>(null)
  /** counts what asked for a form: its first field then takes the focus; 0: nobody has chosen one yet */
  const asked = ref(0)
  /** counts how often the sheet was asked for as such: what to enter is then chosen by a letter */
  const opened = ref(0)

  function show(what: HandKind | null = null, post: string | null = null): void {
    isOpen.value = true
    isFeed.value = false
    isComparing.value = false
    if (what) kind.value = what
    asked.value = what ? asked.value + 1 : 0
    if (!what) opened.value += 1
    checkpoint.value = post
    signal.value = null
    wanted.value = null
    corrected.value = null
    ordered.value = null
    orderAt.value = null
  }
  /** 记录: the form of a fact, with what a condition asks. */
  function state(zone: string, fact: string): void {
    show('F')
    wanted.value = { zone, fact }
  }
  /** 更正: a row of some table, alone with what was entered last. */
  function correct(list: CorrectedList, at: RowAt): void {
    isOpen.value = true
    isFeed.value = false
    isComparing.value = false
    corrected.value = { list, at }
  }
  /** 转为病例: the form of a case, with what the signal tells. */
  function turn(id: string): void {
    show('C')
    signal.value = id
  }
  /** 交办: the form of an order for a gap, or the order that was given for it. */
  function order(gap: ProposedOrder | null, at: string | null = null): void {
    show('O')
    ordered.value = gap
    orderAt.value = at
  }
  /** 变更: everything that changed. */
  function feed(): void {
    show()
    isFeed.value = true
  }
  /** 两处说法不同: side by side. */
  function compare(key: string | null = null): void {
    show()
    isComparing.value = true
    compared.value = key
  }
  function close(): void {
    isOpen.value = false
    isFeed.value = false
    isComparing.value = false
    checkpoint.value = null
    signal.value = null
    wanted.value = null
    corrected.value = null
    ordered.value = null
    orderAt.value = null
  }
  return {
    ...{ isOpen, kind, checkpoint, signal, wanted, corrected, asked, opened },
    ...{ ordered, orderAt, isFeed, isComparing, compared },
    ...{ show, turn, state, correct, order, feed, compare, close },
  }
})
