import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { main } from '../../../src/cli/main'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cordon-against-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const HEADER = '现住址,报告日期,诊断类型\n'
const ROWS = [
  '东村,2022-07-05,确诊',
  '西村,2022-07-06,确诊',
  '南村,2022-07-07,确诊',
  '北村,2022-07-08,确诊',
  '中村,2022-07-08,确诊',
]
const written = (name: string, rows: readonly string[]): string => {
  const path = join(folder, name)
  writeFileSync(path, HEADER + rows.join('\n'))
  return path
}
async function check(...args: string[]) {
  let out = ''
  const code = await main(['check', ...args], {
    out: (text) => (out += text),
    err: () => '',
    env: { LANG: 'zh_CN.UTF-8' },
  })
  return { code, out }
}

test('I111 check --against says what is new, changed, gone and equal, as JSON and as text', async () => {
  const held = written('7月8日.csv', ROWS)
  const next = written('7月9日.csv', [...ROWS.slice(0, 2), '南村,2022-07-08,确诊', ROWS[3]!, ROWS[0]!])
  const { code, out } = await check(next, '--against', held, '--json')
  const { compared, changes } = JSON.parse(out)
  expect(code).toBe(0)
  expect(compared).toEqual([
    expect.objectContaining({ file: '7月9日.csv', added: 1, changed: 1, gone: 1, equal: 3, isApart: false }),
  ])
  expect(changes).toHaveLength(1)
  const { out: text } = await check(next, '--against', held)
  expect(text).toContain('7月8日.csv (4/5 = 80%)：新增 1 · 更改 1 · 不再出现（不撤销） 1 · 相同 3')
  expect(text).toMatch(/更改 7月9日\.csv:4 ← 7月8日\.csv:4 .*2022-07-07 → 2022-07-08/)
  expect(text).toMatch(/不再出现（不撤销） 7月8日\.csv:6 中村/)
  expect(JSON.parse((await check(next, '--json')).out)).toMatchObject({
    compared: null,
    changes: null,
    counts: null,
  })
})
