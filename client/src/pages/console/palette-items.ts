import type { KnownPerson } from '@openfloor/shared/views/moderators.ts'
import type { ConsoleAction } from './action.ts'
import { shortcutOf } from './action.ts'
import { actionName, actionSentence } from './action-words.ts'
import { consoleActions } from './console-actions.ts'
import { folded, type PeopleSearch } from './people-search.ts'
import type { Picture } from './picture.ts'
import type { Shortcut } from './shortcuts.ts'
import { screenItems } from './screen-items.ts'
import { personActions } from './target-actions.ts'

/** One line of the palette: what it is called, what stands beside it, and what choosing it does. */
export interface PaletteItem {
  readonly key: string
  readonly label: string
  /** The organization of a person, the session of a segment. */
  readonly detail: string
  readonly shortcut: Shortcut | null
  readonly choice:
    | { readonly kind: 'run'; readonly action: ConsoleAction }
    | { readonly kind: 'go-to'; readonly segmentId: string }
}

const PEOPLE_SHOWN = 6

/** Everything that can be done now, every segment to go to and, once something is typed, every person. */
export function paletteItems(picture: Picture, people: PeopleSearch, query: string): readonly PaletteItem[] {
  const words = folded(query).split(/\s+/).filter(Boolean)
  const fixed = [...actionItems(picture), ...segmentItems(picture)].filter(({ label, detail }) => {
    const text = folded(`${label} ${detail}`)
    return words.every((word) => text.includes(word))
  })
  if (words.length === 0) return fixed
  return [...fixed, ...screenItems(picture, words), ...personItems(picture, people, words)]
}

function actionItems(picture: Picture): PaletteItem[] {
  return consoleActions(picture)
    .filter(({ id }) => id !== 'palette')
    .map((action) => ({
      key: action.id,
      label: actionSentence(action, picture),
      detail: '',
      shortcut: shortcutOf[action.id],
      choice: { kind: 'run', action },
    }))
}

function segmentItems({ current, segments, public: { programme } }: Picture): PaletteItem[] {
  if (!current) return []
  return segments
    .filter(({ id }) => id !== current.id)
    .map(({ id, title, sessionId }) => ({
      key: `segment ${id}`,
      label: `${actionName('go-to-segment')}: ${title}`,
      detail: programme.sessions.find((session) => session.id === sessionId)?.title ?? '',
      shortcut: null,
      choice: { kind: 'go-to', segmentId: id },
    }))
}

/** "dalia list" is Dalia, to put on the list: as many words as possible name the person, the others the action. */
function personItems(picture: Picture, people: PeopleSearch, words: readonly string[]): PaletteItem[] {
  for (let named = words.length; named > 0; named--) {
    const query = words.slice(0, named).join(' ')
    const { shown } = people.find(picture.moderators.people, query, PEOPLE_SHOWN)
    const items = shown.flatMap((person) => itemsOf(picture, person))
    const rest = words.slice(named)
    const fitting = items.filter(({ label }) => rest.every((word) => folded(label).includes(word)))
    if (fitting.length > 0) return fitting
  }
  return []
}

function itemsOf(picture: Picture, { id, name, organization }: KnownPerson): PaletteItem[] {
  return personActions(picture, id).map((action) => ({
    key: `${action.id} ${id}`,
    label: `${name}: ${actionName(action.id)}`,
    detail: organization,
    shortcut: null,
    choice: { kind: 'run', action },
  }))
}
