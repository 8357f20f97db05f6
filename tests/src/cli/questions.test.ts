import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { main } from '../../../src/cli/main'

const folder = mkdtempSync(join(tmpdir(), 'cordon-'))
afterAll(() => rmSync(folder, { recursive: true }))
writeFileSync(
  join(folder, '台账.csv'),
  '现住址,报告日期,诊断类型\n东村,2022-07-05,确诊病例\n西村,7月6日,确诊病例\n',
)

async function check(...args: string[]) {
  let [out, err] = ['', '']
  const code = await main(['check', folder, ...args], {
    out: (text) => (out += text),
    err: (text) => (err += text),
    env: { LANG: 'zh_CN.UTF-8' },
  })
  return { code, out, err }
}
const taken = async (...args: string[]): Promise<number> =>
  JSON.parse((await check(...args, '--json')).out).files[0].taken

describe('what an import asks, without a page', () => {
  test('I97 is printed with what is proposed, and its rows are said to be left out', async () => {
    const { code, out } = await check()
    expect(code).toBe(0)
    expect(out).toContain('要问的 1 处，1 处还没有回答：这些行不采用')
    expect(out).toContain('“7月6日”没有年份：2022？ 台账.csv 第 3 行 报告日期')
    expect(await taken()).toBe(1)
  })

  test('I97 takes an answer, or what is proposed', async () => {
    expect(await taken('--answer', '1=2021')).toBe(2)
    expect(await taken('--answer', 'proposed')).toBe(2)
    expect(await taken('--answer', 'proposed,1=open')).toBe(1)
    expect((await check('--answer', '1=2021')).out).toContain('7月6日 没有年份，按回答读作 2021-07-06')
  })

  test.each(['1=1899', '2=2022', 'x', '1='])('I97 refuses the answer %s', async (answer) => {
    const { code, out, err } = await check('--answer', answer)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('--answer')
  })
})
