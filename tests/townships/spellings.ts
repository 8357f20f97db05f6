import type { Random } from '../helpers/seeded'
import type { Clerk, Habit } from './clerks'
import { type Cell, serialOf } from './sheets'

/** One clerk at one workbook: the habits and the chance by which they show. */
export interface Hand {
  readonly random: Random
  has(habit: Habit): boolean
}

export const handOf = (clerk: Clerk, random: Random): Hand => ({
  random,
  has: (habit) => clerk.habits.includes(habit),
})

export const oneOf = <Item>({ random }: Pick<Hand, 'random'>, items: readonly Item[]): Item =>
  items[random.between(0, items.length - 1)]!

const wide = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

/** A day (`2022-07-05`) as the clerk writes it. */
export function writtenDay(hand: Hand, day: string): Cell {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  if (hand.has('serialDays'))
    return hand.random.chance(0.8) ? { serial: serialOf(day), format: 'yyyy/m/d' } : serialOf(day)
  if (!hand.has('sixDays')) return day
  return oneOf(hand, [
    day,
    `${year}.${month}.${date}`,
    `${year}/${month}/${date}`,
    `${year}年${month}月${date}日`,
    `${month}月${date}日`,
    day.replaceAll('-', ''),
  ])
}

/** A count as the clerk writes it, and what it truly says: `null` where nobody counted. */
export function writtenCount(hand: Hand, count: number): { cell: Cell; truth: number | null } {
  const { random } = hand
  if (hand.has('about') && random.chance(0.2))
    return {
      cell: oneOf(hand, [`约${Math.ceil(count / 10) * 10}`, `${Math.floor(count / 10) * 10}余`, 'x']),
      truth: null,
    }
  if (hand.has('people') && random.chance(0.6))
    return { cell: `${count.toLocaleString('en-US')}${oneOf(hand, ['人', ''])}`, truth: count }
  if (hand.has('fullWidth') && random.chance(0.5)) return { cell: wide(String(count)), truth: count }
  if (hand.has('textNumbers') && random.chance(0.6)) return { cell: String(count), truth: count }
  return { cell: count, truth: count }
}

/** A header with the line breaks and spaces by which a narrow column is made to hold it. */
export function writtenHeader(hand: Hand, header: string): string {
  if (!hand.has('wrapped') || header.length < 2) return header
  const bracket = header.search(/[（(]/)
  if (bracket > 0) return `${header.slice(0, bracket)}\n${header.slice(bracket)}`
  if (header.length === 2) return `${header[0]}  ${header[1]}`
  const middle = Math.ceil(header.length / 2)
  return oneOf(hand, [
    `${header.slice(0, middle)}\n${header.slice(middle)}`,
    `${header.slice(0, middle)}\r\n${header.slice(middle)}`,
    `${header.slice(0, middle)} \n ${header.slice(middle)} `,
  ])
}
