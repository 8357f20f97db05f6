import type { BlockId, PolicyExplanation, PolicySentence, Words } from '#geo'

/** One sentence as a row; `opens` where it begins a run of its role, so that the role is named once. */
export interface SentenceRow {
  readonly key: string
  readonly sentence: PolicySentence
  readonly opens: boolean
}

export interface LaidOutBlock {
  readonly id: BlockId
  readonly title: Words
  readonly items: readonly {
    readonly path: string
    readonly about: string | null
    readonly title: Words | null
    readonly rows: readonly SentenceRow[]
  }[]
}

/** Blocks of an explanation as rows of a page. */
export function laidOut({ blocks }: PolicyExplanation): LaidOutBlock[] {
  return blocks.map(({ id, title, items }) => ({
    id,
    title,
    items: items.map(({ path, about, title: own, sentences }) => ({
      path,
      about,
      title: own,
      rows: sentences.map((sentence, i) => ({
        key: `${sentence.path} ${sentence.role} ${i}`,
        sentence,
        opens: roleShown(sentence) !== roleShown(sentences[i - 1]),
      })),
    })),
  }))
}

/** Joining words belong to the conditions they join. */
const roleShown = (sentence: PolicySentence | undefined): string | null =>
  sentence === undefined ? null : sentence.role === 'join' ? 'condition' : sentence.role
