import { limits } from '@openfloor/shared/limits.ts'
import type { Region, StakeholderGroup } from '@openfloor/shared/meeting/state.ts'
import { parseDuration } from './duration-text.ts'
import { cleanLine, cleanLines, type Reading } from './typed-text.ts'

const LEAST_WARNING_MS = 1_000

/** Reads warnings such as `60, 30, 10` or `1:00; 30 s`: longest first, each once. Nothing at all is no warning. */
export function readWarnings(text: string): Reading<readonly number[], 'warnings'> {
  const parts = text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const found = parts.map((part) => parseDuration(part, 'warning'))
  if (found.includes(null)) return { status: 'invalid', problems: { warnings: { code: 'no-duration' } } }
  const warningsMs = [...new Set(found.map(Number))].sort((a, b) => b - a)
  const most = limits.warningsPerMeeting
  if (warningsMs.length > most)
    return { status: 'invalid', problems: { warnings: { code: 'too-many', most } } }
  if (warningsMs.every(isWarning)) return { status: 'ok', value: warningsMs }
  const range = { code: 'out-of-range', least: '1 s', most: '60:00' } as const
  return { status: 'invalid', problems: { warnings: range } }
}

/**
 * A new group with an id that is not taken, made from the name so that it means something in an export. An id that
 * people still carry from a group that is gone counts as taken: they did not choose this one.
 */
export function newGroup(name: string, takenIds: ReadonlySet<string>): StakeholderGroup {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
    .slice(0, limits.idChars - 4)
  const stem = slug === '' ? 'group' : slug
  let id = stem
  for (let count = 2; takenIds.has(id); count++) id = `${stem}-${count}`
  return { id, name: cleanLine(name), category: 'non-state' }
}

/** Regions one a line, each once. A region that stays keeps its id, so that its people are in it still. */
export function regionsOf(text: string, before: readonly Region[]): Region[] {
  const known = new Map(before.map((region) => [region.name, region.id]))
  const takenIds = new Set(known.values())
  const names = [...new Set(cleanLines(text))].slice(0, limits.regionsPerMeeting)
  return names.map((name) => {
    const id = known.get(name) ?? newGroup(name, takenIds).id
    takenIds.add(id)
    return { id, name: name.slice(0, limits.groupNameChars) }
  })
}

function isWarning(ms: number): boolean {
  return ms >= LEAST_WARNING_MS && ms <= limits.speakingLimitMaxMs
}
