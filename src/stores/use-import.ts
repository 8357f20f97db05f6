import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { PackDescription } from '#geo'
import { descriptionContinued } from '../import/continued'
import { differenceOf, type PlanDifference } from '../import/mapping/plan-difference'
import { partOfFile } from '../import/mapping/rows-kept'
import type { TableDesk } from '../import/mapping/table-desk'
import type { TableGround } from '../import/mapping/table-ground'
import { taughtAnswer, taughtKey } from '../import/places/names-taught'
import type { ImportPlan } from '../import/plan'
import { descriptionBegun } from '../import/proposal'
import type { Answers } from '../import/questions/question'
import type { Body } from '../log/events'
import type { ForeseenUnplaced, Input, PlannedImport, Progress, SentFile } from '../worker/messages'
import { useAuthor } from './author'
import { theKernel } from './kernel'
import { unsavedWhile } from './release/unsaved'
import { type Trouble, troubleOf, writeTroubleOf } from './trouble'
import { useClocks } from './use-clocks'
import { useWorkspaces } from './use-workspaces'

export type ImportStatus = 'idle' | 'planning' | 'ready' | 'writing' | 'done' | 'failed'
export type ImportTarget = 'new' | 'current'
export type { ForeseenUnplaced, PlannedImport }

/** Files → a plan → a person says yes → the log. Nothing is written before that. */
export const useImport = defineStore('import', () => {
  const kernel = theKernel()
  const workspaces = useWorkspaces()
  const author = useAuthor()
  const clocks = useClocks()
  const status = ref<ImportStatus>('idle')
  const plan = shallowRef<PlannedImport | null>(null)
  const progress = shallowRef<(Progress & { readonly elapsedMs: number }) | null>(null)
  const trouble = shallowRef<Trouble | null>(null)
  const target = ref<ImportTarget>('current')
  /** what a person says before the import of the ground and time of its lists */
  const statements = shallowRef<readonly Body[]>([])
  /** from when files take the place of places that the log holds, as a person says before the import */
  const replacements = shallowRef<readonly Body[]>([])
  /** what a person answered, by what is asked */
  const answers = shallowRef<Answers>({})
  /** what was answered before each answer, to be taken back */
  const past = shallowRef<readonly Answers[]>([])
  /** what the last answer changed of the plan */
  const difference = shallowRef<PlanDifference | null>(null)
  /** the edition that is adopted with the import */
  const edition = ref<string | null>(null)
  /** what a person calls the workspace that begins, and until when it says that its files speak; null: as proposed */
  const name = ref<string | null>(null)
  const cutoff = ref<string | null>(null)
  unsavedWhile(computed(() => ['planning', 'ready', 'writing'].includes(status.value)))
  let files: readonly SentFile[] = []
  let stop: AbortController | null = null

  /** an own workspace can take the files in; a pack asks before it is added to one that holds something */
  const canJoin = computed(() => workspaces.current?.readOnly === false)
  const mustAsk = computed(
    () => plan.value?.described === true && canJoin.value && workspaces.register.events > 0,
  )

  /** Reads the files into a plan. A pack aims at a workspace of its own, loose files at the open one. */
  async function look(given: readonly SentFile[]): Promise<void> {
    files = given
    forget()
    await replan(null)
    if (plan.value && !plan.value.described && !plan.value.log && canJoin.value) await aim('current')
    else target.value = 'new'
  }

  /** rows go on in a workspace that began with files: it says anew until when they speak */
  const continues = computed(
    () =>
      target.value === 'current' &&
      workspaces.current?.origin === 'own' &&
      plan.value !== null &&
      plan.value.proposal === null &&
      !plan.value.described &&
      plan.value.log === null,
  )

  function forget(): void {
    statements.value = []
    replacements.value = []
    answers.value = {}
    past.value = []
    difference.value = null
    edition.value = null
    name.value = null
    cutoff.value = null
  }

  const goal = (): string | null => (target.value === 'current' ? (workspaces.current?.id ?? null) : null)

  /** Answers what the plan asks: it is made anew, of the files that were read. */
  const answer = (given: Answers): Promise<void> => say({ ...answers.value, ...given })

  /** Says which place a name means, by its code or as it is called; null takes that back. */
  function teach(name: string, place: string | null, because: string): Promise<void> {
    if (place !== null) return answer({ [taughtKey(name)]: taughtAnswer(place, because) })
    const { [taughtKey(name)]: _, ...rest } = answers.value
    return say(rest)
  }

  /** All that is answered, in the place of what was; a step that can be taken back. */
  function say(next: Answers): Promise<void> {
    past.value = [...past.value, answers.value]
    return answered(next)
  }

  /** Takes the last answer back. */
  async function takeBack(): Promise<void> {
    const before = past.value.at(-1)
    if (!before) return
    past.value = past.value.slice(0, -1)
    await answered(before)
  }

  async function answered(next: Answers): Promise<void> {
    const before = plan.value
    answers.value = next
    await replan(goal())
    difference.value =
      before && plan.value && status.value === 'ready' ? differenceOf(before, plan.value) : null
  }

  /** One table of the files at hand, with what is answered of it; null where it is none. */
  const table = (path: string): Promise<TableDesk | null> =>
    kernel.ask('table', {
      ...{ workspace: goal(), files, path },
      answering: { answers: { ...answers.value }, takesProposed: true },
    })

  /** Where the rows of one file of the plan would lie; null where nothing can be drawn of them. */
  async function tableGround(file: string): Promise<TableGround | null> {
    const part = plan.value && partOfFile(plan.value, file)
    const frame = plan.value?.files.find((one) => one.file === file)?.frame ?? null
    return part ? kernel.ask('tableGround', { workspace: goal(), file, frame, ...part }) : null
  }

  /** The rows that the plan refuses, as they stand in their files with the reason, as pieces of a CSV. */
  const refusedRows = (said: Input<'refusedRows'>): Promise<readonly string[]> =>
    kernel.ask('refusedRows', said)

  /** The edition that zones follow from the import on; null: none yet. */
  function adopt(id: string | null): Promise<void> {
    edition.value = id
    return replan(goal())
  }

  /** What a workspace that begins with the plan says of itself, and one that goes on of its time; null for nothing to say. */
  function description(plan: ImportPlan): PackDescription | null {
    if (plan.proposal)
      return descriptionBegun(plan, { name: name.value, cutoff: cutoff.value, edition: edition.value })
    return continues.value ? descriptionContinued(plan, cutoff.value) : null
  }

  /** Chooses where the rows would go; against a log that holds rows the plan counts only what is new. */
  async function aim(next: ImportTarget): Promise<void> {
    target.value = next
    await replan(goal())
  }

  async function replan(workspace: string | null): Promise<void> {
    stop?.abort()
    const mine = new AbortController()
    stop = mine
    const begun = performance.now()
    status.value = 'planning'
    trouble.value = null
    try {
      const planned = await kernel.ask(
        'plan',
        {
          ...{ workspace, files, edition: edition.value },
          foresees: { effective: workspace !== null && clocks.isChosen ? clocks.effective : null },
          answering: { answers: { ...answers.value }, takesProposed: true },
        },
        {
          signal: mine.signal,
          onProgress: (state) => {
            if (stop === mine) progress.value = { ...state, elapsedMs: performance.now() - begun }
          },
        },
      )
      if (stop !== mine) return
      plan.value = planned
      status.value = 'ready'
    } catch (reason) {
      // another plan was asked for meanwhile, or none any more
      if (stop !== mine || mine.signal.aborted) return
      trouble.value = troubleOf(reason)
      status.value = trouble.value ? 'failed' : 'idle'
      plan.value = null
    }
    progress.value = null
  }

  /** Writes the plan: one append. Returns the workspace it went to, null when nothing was written. */
  async function confirm(title: string): Promise<string | null> {
    const planned = plan.value
    if (!planned || status.value !== 'ready') return null
    const taken = { ...planned, drafts: [...planned.drafts, ...statements.value, ...replacements.value] }
    status.value = 'writing'
    try {
      const workspace = await write(taken, title)
      await keepRecipes(workspace, planned)
      await workspaces.refresh()
      await workspaces.open(workspace)
      status.value = 'done'
      void globalThis.navigator?.storage?.persist?.()
      return workspace
    } catch (reason) {
      trouble.value = writeTroubleOf(reason, { title: workspaces.current?.title ?? title })
      // the plan still stands: it can be written again, or elsewhere
      status.value = 'ready'
      await workspaces.refresh()
      return null
    }
  }

  /** What was decided of tables is kept beside the log. Without it the import stands all the same. */
  async function keepRecipes(workspace: string, { recipes }: ImportPlan): Promise<void> {
    const add = recipes.map(({ recipe }) => recipe)
    if (add.length > 0) await kernel.ask('keepRecipes', { workspace, add, forget: [] }).catch(() => null)
  }

  /** Into the open workspace, or into one that begins with it. Returns which. */
  async function write(plan: ImportPlan, title: string): Promise<string> {
    const open = workspaces.current
    const take = { plan, writer: author.writer, described: description(plan) }
    if (target.value === 'current' && open && !open.readOnly) {
      await kernel.ask('take', { workspace: open.id, ...take })
      return open.id
    }
    const { use } = plan.pack
    const origin = plan.described || plan.log ? 'pack' : 'own'
    return (await kernel.ask('create', { title, readOnly: false, origin, use, take })).id
  }

  function cancel(): void {
    stop?.abort()
    stop = null
    plan.value = null
    progress.value = null
    forget()
    files = []
    status.value = 'idle'
  }

  return {
    status,
    plan,
    statements,
    replacements,
    progress,
    trouble,
    target,
    canJoin,
    mustAsk,
    answers,
    edition,
    name,
    cutoff,
    continues,
    past,
    difference,
    answer,
    teach,
    say,
    takeBack,
    table,
    tableGround,
    refusedRows,
    adopt,
    look,
    aim,
    confirm,
    cancel,
  }
})
