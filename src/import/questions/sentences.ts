import type { PersonQuestion, Question, Reason, SameQuestion, YearQuestion, ZonesQuestion } from './question'

type Language = 'zh' | 'en'

/** A question as it is asked, its proposed answer in it where there is one. */
export function questionText(question: Question, language: Language): string {
  if (question.kind === 'same') return sameText(question, language)
  if (question.kind === 'person') return personText(question, language)
  return question.kind === 'year' ? yearText(question, language) : zonesText(question, language)
}

function yearText({ seen, proposed }: YearQuestion, language: Language): string {
  if (language === 'zh') return `“${seen}”没有年份：${proposed === null ? '哪一年？' : `${proposed}？`}`
  return proposed === null ? `“${seen}” has no year: which is it?` : `“${seen}” has no year: ${proposed}?`
}

function zonesText({ of, level, choices }: ZonesQuestion, language: Language): string {
  const rows = of.reduce((sum, one) => sum + one.rows, 0)
  const choice = choices.find(({ value }) => value === level?.proposed)
  if (!level)
    return language === 'zh'
      ? `${rows} 个面从何时起是分区？`
      : `Since when are these ${polygons(rows)} zones?`
  if (level.proposed === 'names')
    return language === 'zh'
      ? `${rows} 个面各按名称定级？`
      : `Are these ${polygons(rows)} of the levels in their names?`
  const named = choice ? (choice[language] ?? choice.zh ?? choice.en ?? choice.value) : null
  if (language === 'zh') return named === null ? `${rows} 个面是什么级别？` : `${rows} 个面作为：${named}？`
  return named === null ? `Which level are these ${polygons(rows)}?` : `${named}: these ${polygons(rows)}?`
}

function sameText({ with: other, reason, answer }: SameQuestion, language: Language): string {
  const { count = 0, of = 0 } = reason ?? {}
  if (language === 'zh')
    return answer === 'apart'
      ? `与 ${other} 有 ${count}/${of} 行相同，按另一份台账计`
      : `与 ${other} 是同一台账，${count}/${of} 行不重复计`
  return answer === 'apart'
    ? `${count} of ${of} rows are in ${other} too and are counted as other people`
    : `the same list as ${other}: ${count} of ${of} rows are not counted again`
}

function personText({ with: { file, row }, answer }: PersonQuestion, language: Language): string {
  const [zh, en] = PERSON_SAID[answer ?? 'open']!
  return language === 'zh' ? `与 ${file} 第 ${row} 行${zh}` : `and row ${row} of ${file}: ${en}`
}

const PERSON_SAID: Readonly<Record<string, readonly [string, string]>> = {
  open: ['是同一人吗？先各算一人', 'one person? Both count for now'],
  two: ['是两个人', 'two people'],
  here: ['是同一人，按这一行算', 'one person; this row counts'],
  there: ['是同一人，按那一行算', 'one person; that row counts'],
}

const polygons = (count: number): string => (count === 1 ? 'polygon' : `${count} polygons`)

/** Where a question stands: its file, row and column, and the other files that it is asked for. */
export function whereAsked({ kind, of }: Question, language: Language): string {
  const [first, ...more] = of as [Question['of'][number]]
  const { file, row, column } = first
  const others = more.map((one: typeof first) => one.file)
  if (language === 'zh') {
    const where =
      kind === 'year' ? `${file} 第 ${row} 行 ${column}` : kind === 'person' ? `${file} 第 ${row} 行` : file
    return others.length > 0 ? `${where}；${others.join('、')} 同问` : where
  }
  const where =
    kind === 'year' ? `${file}, row ${row}, ${column}` : kind === 'person' ? `${file}, row ${row}` : file
  return others.length > 0 ? `${where}; also ${others.join(', ')}` : where
}

/** Why an answer is proposed; that nothing tells it, where none is. */
export function reasonText(reason: Reason | null, language: Language): string {
  if (reason === null)
    return language === 'zh' ? '文件里没有依据，请选择' : 'nothing in the files tells it: please choose'
  const { code, seen, count, of } = reason
  return REASONS[language][code](seen ?? '', count ?? 0, of ?? 0)
}

type Said = (seen: string, count: number, of: number) => string

const REASONS: Readonly<Record<Language, Readonly<Record<Reason['code'], Said>>>> = {
  zh: {
    rows: (_, count, of) =>
      count === of
        ? `同表另有 ${of} 格写了年份，都在这一年`
        : `同表另有 ${of} 格写了年份，${count} 格在这一年；按前后最近的一天`,
    title: (seen) => `表头上方写的是 ${seen}`,
    'file-name': (seen) => `名称里写的是 ${seen}`,
    'other-file': (seen) => `按同时导入的 ${seen}`,
    workspace: (seen) => `按工程现在的截至日 ${seen}`,
    'newest-row-of': (seen) => `${seen} 里最新的一天`,
    'title-of': (seen) => `${seen} 表头上方写的时间`,
    'name-of': (seen) => `文件名 ${seen} 里的日期`,
    names: (_, count, of) =>
      count === of ? `${of} 个的名称或所在文件夹都这样写` : `${of} 个名称里 ${count} 个写了级别，其余不采用`,
  },
  en: {
    rows: (_, count, of) =>
      count === of
        ? `all ${of} cells with a year are in it`
        : `${count} of ${of} cells with a year are in it; the nearest day counts`,
    title: (seen) => `the lines above the header say ${seen}`,
    'file-name': (seen) => `the name says ${seen}`,
    'other-file': (seen) => `as in ${seen}, imported with it`,
    workspace: (seen) => `by the as-of of the workspace, ${seen}`,
    'newest-row-of': (seen) => `the newest day in ${seen}`,
    'title-of': (seen) => `the time above the header of ${seen}`,
    'name-of': (seen) => `the day in the name of ${seen}`,
    names: (_, count, of) =>
      count === of
        ? of === 1
          ? 'its name or folder says so'
          : `all ${of} names or folders say so`
        : `${count} of ${of} names tell a level; the others are left out`,
  },
}
