import { expect, test } from 'vitest'
import { main } from '../../../src/cli/main'

const AT = '2022-05-18T09:00'

async function printed(command: string, language: 'zh_CN.UTF-8' | 'C'): Promise<string> {
  let out = ''
  const streams = { out: (text: string) => (out += text), err: () => undefined, env: { LANG: language } }
  expect(await main([command, 'public/demo/lanxi', '--as-of', AT], streams)).toBe(0)
  return out
}

test('H43 crossings on several lines are counted in each zone, once in all, and the sum is told', async () => {
  const text = await printed('coverage', 'zh_CN.UTF-8')
  const [lines] = text.split(/^= /m)
  const rows = lines!.split('\n').filter((line) => /^[SCP]-\d\d /.test(line))
  const sum = rows.reduce(
    (all, line) =>
      all +
      Number(
        line
          .trim()
          .split(/\s{2,}/)
          .at(-2),
      ),
    0,
  )
  const total = Number(/^= .*?(\d+) +(\d+) +(\d+)$/m.exec(text)![2])
  expect(sum).toBeGreaterThan(total)
  expect(text).toContain(`各分区相加 0 / ${sum} / 0（值守 / 无人值守 / 封闭）`)
  expect(await printed('coverage', 'C')).toContain(`the zones add up to 0 / ${sum} / 0`)
})

test('H43 a lowering that ends in a zone of another level than the rule names is called by that zone', async () => {
  const text = await printed('assess', 'C')
  expect(text).toMatch(/^S-07 .* Merge into C-05 → Sealed /m)
  expect(text).not.toMatch(/Lower to controlled → Sealed/)
  expect(text).toMatch(/Lower to controlled → Controlled/)
})
