import { describe, expect, test } from 'vitest'
import type { BackupFolder } from '../../../../src/exchange/backup/backup-folder'
import { backupName, readBackupName } from '../../../../src/exchange/backup/backup-name'
import { backupsIn, keepBackup } from '../../../../src/exchange/backup/keep-backup'
import { expectedOf, unproven } from '../../../../src/exchange/backup/proof'
import { exchangeFile } from '../../../../src/exchange/file/exchange-file'
import { parcelFor } from '../../../../src/exchange/meet'
import { fold } from '../../../../src/log/fold/fold'
import { stateDigest } from '../../../../src/log/fold/state-digest'
import { inOrder } from '../../../../src/log/order'
import { aFolder, Killed, Machine, type MemoryFolder } from '../../../helpers/exchange'
import { aDay } from '../../../helpers/log'
import { addDeed, randomOf } from '../../../helpers/random-log'

function someWork(): Machine {
  const machine = new Machine('a1')
  machine.bring('places', [{ code: 'D', name: '甲区', kind: 'district' }])
  machine.bring('cases', [
    { id: 'C1', kind: 'confirmed', reportedAt: aDay('2022-05-20') },
    { id: 'C2', kind: 'confirmed', reportedAt: aDay('2022-05-21') },
  ])
  act(machine)
  return machine
}
const act = (machine: Machine) => machine.say({ type: 'cases.retracted@1', row: 'C1', because: '外区' })

const AT = Date.parse('2022-05-28T00:00:00Z')

interface Killable extends BackupFolder {
  readonly files: MemoryFolder['files']
  /** the machine is killed at that step from now: a write (of which half stands), a renaming, a removal */
  killAt: number | null
}

function aBackupFolder(): Killable {
  const inner = aFolder()
  const step = (): boolean => folder.killAt !== null && folder.killAt-- === 0
  const folder: Killable = {
    ...inner,
    killAt: null,
    write: async (path, keep, bytes) => {
      if (step()) inner.killAt = 0
      await inner.write(path, keep, bytes)
    },
    rename: async (path, to) => {
      if (step()) throw new Killed()
      inner.files.set(to, inner.files.get(path)!)
      inner.files.delete(path)
    },
    remove: async (path) => {
      if (step()) throw new Killed()
      inner.files.delete(path)
    },
  }
  return folder
}

const heldOf = (machine: Machine) => ({ events: inOrder(machine.events), blocks: machine.blocks })

function archive(machine: Machine): Uint8Array {
  const held = heldOf(machine)
  return exchangeFile(parcelFor({ heads: {}, blocksLacking: [] }, held), {
    ...{
      heads: machine.heads(),
      forHeads: null,
      device: machine.device,
      title: '甲区',
      use: 'live',
      notice: '',
    },
    madeAt: new Date(AT).toISOString(),
  })
}

function keeping(machine: Machine, at: number, keep = 3) {
  const name = backupName({ title: '甲 区', use: 'live', key: '0a1b2c3d', at, timezone: 'Asia/Shanghai' })
  return { name, bytes: archive(machine), expected: expectedOf(heldOf(machine)), keep }
}

describe('a backup in a folder', () => {
  test('X63 it has a dated name, holds the whole log with its segments, and comes back with the same head and state', async () => {
    const machine = someWork()
    const folder = aBackupFolder()
    const one = keeping(machine, AT)
    expect(await keepBackup(folder, one)).toEqual({ ok: true, removed: [] })
    expect([...folder.files.keys()]).toEqual(['甲-区-backup-20220528-080000-0a1b2c3d.zip'])
    expect(await unproven(one.name, folder.files.get(one.name)!, one.expected)).toBeNull()
    expect(machine.blocks.size).toBeGreaterThan(0)
  })

  test('X63 killed at whatever step, nothing that is called a backup is none, and the next one takes away what was left', async () => {
    for (let step = 0; step < 5; step += 1) {
      const machine = someWork()
      const folder = aBackupFolder()
      await keepBackup(folder, keeping(machine, AT, 1))
      act(machine)
      folder.killAt = step
      const killed = await keepBackup(folder, keeping(machine, AT + 1000, 1)).then(
        () => false,
        () => true,
      )
      expect(killed).toBe(step < 3)
      folder.killAt = null
      const names = await backupsIn(folder, '0a1b2c3d')
      expect(names.length).toBeGreaterThan(0)
      for (const name of names) {
        const { expected } = keeping(machine, AT)
        const fault = await unproven(name, folder.files.get(name)!, expected)
        expect([null, 'other-head']).toContain(fault?.code ?? null)
      }
      await keepBackup(folder, keeping(machine, AT + 2000, 1))
      expect([...folder.files.keys()]).toEqual(['甲-区-backup-20220528-080002-0a1b2c3d.zip'])
    }
  })

  test('X64 the last n stay, older ones go once a new one is proven, and nothing of another log is touched', async () => {
    const machine = someWork()
    const folder = aBackupFolder()
    const other = backupName({
      title: '乙区',
      use: 'live',
      key: 'ffffffff',
      at: AT - 9e9,
      timezone: 'Asia/Shanghai',
    })
    folder.files.set(other, new Uint8Array([1]))
    folder.files.set('notes.txt', new Uint8Array([1]))
    for (let i = 0; i < 5; i += 1) await keepBackup(folder, keeping(machine, AT + i * 1000))
    expect(await backupsIn(folder, '0a1b2c3d')).toEqual(
      [4, 3, 2].map((i) => `甲-区-backup-20220528-08000${i}-0a1b2c3d.zip`),
    )
    expect(folder.files.has(other) && folder.files.has('notes.txt')).toBe(true)
  })

  test('X64 an earlier date, as of a clock that was set back, never costs the one that was just proven', async () => {
    const machine = someWork()
    const folder = aBackupFolder()
    await keepBackup(folder, keeping(machine, AT, 1))
    const done = await keepBackup(folder, keeping(machine, AT - 86_400_000, 1))
    expect(done).toMatchObject({ ok: true })
    expect((await backupsIn(folder, '0a1b2c3d')).map((name) => readBackupName(name)!.stamp)).toEqual([
      '20220527-080000',
    ])
  })

  test('X66 what does not come back as the log is has no name of a backup, its reason is told, and no older one goes', async () => {
    const machine = someWork()
    const folder = aBackupFolder()
    await keepBackup(folder, keeping(machine, AT, 1))
    const [first] = await backupsIn(folder, null)
    const before = keeping(machine, AT + 1000, 1)
    act(machine)
    const behind = { ...before, expected: expectedOf(heldOf(machine)) }
    expect(await keepBackup(folder, behind)).toMatchObject({ ok: false, code: 'other-head' })
    const cut = { ...before, bytes: before.bytes.subarray(0, before.bytes.length - 40) }
    expect(await keepBackup(folder, cut)).toMatchObject({ ok: false, code: 'cut' })
    const flipped = before.bytes.slice()
    flipped[flipped.length >> 1]! ^= 1
    expect(await keepBackup(folder, { ...before, bytes: flipped })).toMatchObject({ ok: false })
    expect([...folder.files.keys()]).toEqual([first])
  })

  test('X66 a segment that is gone, and a state that is another, are seen', async () => {
    const machine = someWork()
    const held = heldOf(machine)
    const expected = expectedOf(held)
    const without = { ...held, blocks: new Map() }
    const lame = exchangeFile(parcelFor({ heads: {}, blocksLacking: [] }, without), {
      ...{ heads: machine.heads(), forHeads: null, device: 'a', title: '', use: 'live', notice: '' },
      madeAt: '',
    })
    expect(await unproven('x.zip', lame, expected)).toMatchObject({ code: 'fault' })
    expect(await unproven('x.zip', archive(machine), { ...expected, state: 'f' })).toMatchObject({
      code: 'other-state',
    })
    expect(await unproven('x.zip', null, expected)).toMatchObject({ code: 'not-there' })
  })

  test('X63 the digest of a state tells one that differs in a column alone', () => {
    const machine = someWork()
    const { events, blocks } = heldOf(machine)
    const register = fold(events, blocks, { known: null })
    const digest = stateDigest(register)
    expect(stateDigest(fold(events, blocks, { known: null }))).toBe(digest)
    const reportedAt = { ...register.cases.reportedAt, at: register.cases.reportedAt.at.map((at) => at + 1) }
    expect(stateDigest({ ...register, cases: { ...register.cases, reportedAt } })).not.toBe(digest)
  })

  test('X63 whatever a log holds, its backup comes back with its state, in whatever order its bytes name things', async () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const machine = new Machine('a1')
      const random = randomOf(seed)
      for (let deed = 0; deed < 40; deed += 1) addDeed(machine, random)
      const fault = await unproven('x.zip', archive(machine), expectedOf(heldOf(machine)))
      expect([seed, fault]).toEqual([seed, null])
    }
  })
})
