import { expect, test } from 'vitest'
import { limitPresets, type LimitPreset } from '@openfloor/shared/meeting/limit-presets.ts'
import { limitFields, readLimits } from './limits-form.ts'
import { regionsOf } from './settings-form.ts'

test.each(Object.keys(limitPresets) as LimitPreset[])('the preset %s is read as it was written', (preset) => {
  const table = limitPresets[preset]
  expect(readLimits(limitFields(table))).toEqual({ status: 'ok', value: table })
})

test('limits below ten seconds and above an hour are named, and so are too many rights of reply', () => {
  const fields = { ...limitFields(limitPresets.equal), group: '5 s', joint: '61' }
  expect(readLimits({ ...fields, rightsOfReply: '1, 1, 1, 1, 1, 1' })).toEqual({
    status: 'invalid',
    problems: {
      group: { code: 'out-of-range', least: '0:10', most: '60:00' },
      joint: { code: 'out-of-range', least: '0:10', most: '60:00' },
      rightsOfReply: { code: 'too-many', most: 5 },
    },
  })
})

test('no right of reply is a table without any', () => {
  const fields = { ...limitFields(limitPresets.equal), rightsOfReply: '' }
  expect(readLimits(fields)).toMatchObject({ status: 'ok', value: { rightOfReplyMs: [] } })
})

test('a region that stays keeps its id, a new one gets one of its own', () => {
  const before = [{ id: 'west', name: 'Western Europe' }]
  expect(regionsOf('Western Europe\n\nWest\nWest', before)).toEqual([
    { id: 'west', name: 'Western Europe' },
    { id: 'west-2', name: 'West' },
  ])
})
