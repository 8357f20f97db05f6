import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { readAddress } from '../../exchange/hub/address'
import { isWorkspaceName } from '../../exchange/hub/names'
import type { Ticket } from '../../exchange/hub/ticket'
import { deviceIn } from '../../log/device'
import type { Output } from '../../worker/messages'
import { useAuthor } from '../author'
import { useWorkspaces } from '../use-workspaces'
import { ownQuestions } from './own-questions'
import { pageHubs } from './page-hubs'

/** ms between two tries to reach a hub that was not there */
const AGAIN_MS = 10_000
/** ms after a workspace was opened */
const SETTLED_MS = 2_000

type Met = Output<'meetHub'>
export type HubTrouble =
  | Extract<Met, { ok: false }>['code']
  /** what was typed is no address, or no name */
  | 'no-address'
  | 'no-name'
  /** the headers of this page do not let it speak to that address */
  | 'closed-page'
  /** what was handed over is no ticket, or is for another computer */
  | 'no-ticket'
  | 'other-computer'

/** The open workspace and its hub: met after every act, and whenever another machine gave something. */
export const useHub = defineStore('hub', () => {
  const workspaces = useWorkspaces()
  const { own, trouble, ask } = ownQuestions()
  const author = useAuthor()
  const state = shallowRef<Output<'hub'>>(null)
  const preview = shallowRef<Extract<Met, { ok: true }>['preview'] | null>(null)
  const fault = ref<HubTrouble | null>(null)
  const busy = ref(false)
  /** something was to be met while a meeting went on */
  let isDue = false

  async function refresh(): Promise<void> {
    const workspace = own.value
    const read = workspace === null ? null : await ask('hub', { workspace })
    if (workspace === own.value) state.value = read
  }

  async function connect(seen: string, name: string, ticket: Ticket | null = null): Promise<void> {
    const workspace = own.value
    if (workspace === null) return
    const address = readAddress(seen, { isSecure: location.protocol === 'https:' })
    fault.value = address === null ? 'no-address' : isWorkspaceName(name) ? null : 'no-name'
    if (address === null || fault.value) return
    const allowed = await pageHubs()
    if (allowed && !allowed.includes(address)) {
      fault.value = 'closed-page'
      return
    }
    state.value = await ask('setHub', { workspace, hub: { address, workspace: name, ticket } })
    await meet()
    void listen(workspace)
  }

  /** The name under which this computer writes in the open workspace. */
  const ownDevice = computed(() => own.value && deviceIn(own.value, author.device))

  async function useTicket(text: string): Promise<void> {
    const { readTicket } = await import('../../exchange/hub/ticket')
    const ticket = readTicket(text)
    if (!ticket) fault.value = 'no-ticket'
    else if (ticket.statement.device !== ownDevice.value) fault.value = 'other-computer'
    else await connect(ticket.hub, ticket.statement.workspace, ticket)
  }

  async function forget(): Promise<void> {
    const workspace = own.value
    fault.value = null
    preview.value = null
    if (workspace !== null) state.value = await ask('setHub', { workspace, hub: null })
  }

  async function meet(): Promise<void> {
    const workspace = own.value
    if (workspace === null || !state.value) return
    isDue = busy.value
    if (busy.value) return
    busy.value = true
    trouble.value = null
    const answer = await ask('meetHub', { workspace, writer: author.writer })
    busy.value = false
    if (workspace !== own.value) return
    fault.value = answer?.ok === false ? answer.code : null
    if (answer) state.value = answer.state
    if (answer?.ok) preview.value = answer.preview
    if (isDue) await meet()
  }

  let listening: string | null = null
  /** Hears of everything that happens at the hub while this workspace is open and has one. */
  async function listen(workspace: string): Promise<void> {
    if (listening === workspace) return
    listening = workspace
    while (own.value === workspace && state.value) {
      const news = await ask('hubNews', { workspace, seen: state.value.seen })
      if (own.value !== workspace) break
      if (!news) await new Promise((done) => setTimeout(done, AGAIN_MS))
      else state.value = news
      if (news?.isThere && news.hasNews) await meet()
    }
    if (listening === workspace) listening = null
  }

  watch(
    own,
    (workspace) => {
      state.value = null
      preview.value = null
      fault.value = null
      if (workspace === null) return
      setTimeout(async () => {
        await refresh()
        if (own.value !== workspace || !state.value) return
        await meet()
        void listen(workspace)
      }, SETTLED_MS)
    },
    { immediate: true },
  )
  watch(
    () => workspaces.head,
    () => void meet(),
  )
  setInterval(() => {
    if (state.value?.isThere !== true) void meet()
  }, AGAIN_MS)

  return {
    state,
    preview,
    fault,
    trouble,
    busy,
    pageHubs,
    ...{ ownDevice, connect, useTicket, forget, meet, refresh },
  }
})
