import { projectProgramme } from '@openfloor/shared/programme/projection.ts'
import { expect, test } from 'vitest'
import { planned, time } from '../screen/testing/views.ts'
import { programmeRows } from './programme-rows.ts'

test('segments that follow each other in one session stand under one heading', () => {
  const [first, second, ...others] = planned.programme.segments
  const programme = {
    ...planned.programme,
    segments: [first!, { ...second!, sessionId: first!.sessionId }, ...others],
  }
  const groups = programmeRows(
    programme,
    projectProgramme({ ...planned.meeting, ...programme }, time('09:00')),
  )
  expect(groups.map(({ title, rows }) => [title, rows.map(({ segment }) => segment.id)])).toEqual([
    ['session of panel', ['panel', 'floor']],
    ['session of lunch', ['lunch']],
    ['session of afternoon', ['afternoon']],
  ])
  expect(groups[0]?.rows[1]?.projected.plannedStartAt).toBe(time('10:45'))
})
