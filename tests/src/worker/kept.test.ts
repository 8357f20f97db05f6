import { expect, test } from 'vitest'
import type { Body } from '../../../src/log/events'
import { blockOfBytes } from '../../../src/log/rows/blocks'
import { hashOfBlock } from '../../../src/log/rows/segment'
import { aWholeKernel } from '../../helpers/kernel'
import { AUTHOR } from '../../helpers/log'

const WRITER = { by: AUTHOR, device: 'd1' }

test('W20 a picture travels with the step that names it, comes back byte for byte, and leaves with the log', async () => {
  const kernel = aWholeKernel()
  const { id } = await kernel.ask('create', { title: '甲', readOnly: false, origin: 'own', use: 'live' })
  const bytes = Uint8Array.from({ length: 3000 }, (_, i) => (i * 7) % 256)
  const block = blockOfBytes(bytes)
  const hash = hashOfBlock(block)
  const file = { name: 'evidence/S.png', hash: 'x', size: bytes.length, encoding: null, frame: null }
  const drafts: Body[] = [
    { type: 'zone.renamed@1', zone: 'S', name: '乙' },
    { type: 'file.kept@1', file, block: hash },
  ]
  const asked = { workspace: id, drafts, writer: WRITER, blocks: new Map([[hash, block]]) }
  expect(await kernel.ask('append', asked)).toEqual({ appended: 2 })
  expect((await kernel.ask('kept', { workspace: id, hash })).bytes).toEqual(bytes)
  expect((await kernel.ask('kept', { workspace: id, hash: 'none' })).bytes).toBeNull()
  const { bytes: zip } = await kernel.ask('export', { workspace: id, what: 'pack' })
  const again = await kernel.ask('plan', { workspace: null, files: [{ path: 'a.zip', bytes: zip }] })
  const other = await kernel.ask('create', { title: '乙', readOnly: false, origin: 'own', use: 'live' })
  await kernel.ask('take', { workspace: other.id, plan: again, writer: WRITER })
  expect((await kernel.ask('kept', { workspace: other.id, hash })).bytes).toEqual(bytes)
})
