/** A message as a catalogue in `src/messages` has it: words with `{parameters}`, or words by the forms of its parameters. */
export type Message = string | readonly [Forms]

interface Forms {
  /** Such as "input count" and "local countForm = count: plural". */
  readonly declarations: readonly string[]
  readonly selectors: readonly string[]
  /** Words by what the selectors are, such as "countForm=one". */
  readonly match: Readonly<Record<string, string>>
}

/** No number on a page is larger: French has a form of its own for millions, which nobody would ever read. */
const LARGEST_COUNT = 10_000

/** The names of what a message is given, in order. */
export function parametersOf(message: Message): readonly string[] {
  const names = typeof message === 'string' ? placeholders(message) : declared(message[0])
  return [...new Set(names)].sort()
}

/**
 * What words the message lacks in that language: the plural forms of the Unicode CLDR that counts can take there, where it
 * depends on one, and those for everything else ("*").
 */
export function missingForms(message: Message, locale: string): readonly string[] {
  if (typeof message === 'string') return []
  const { declarations, selectors, match } = message[0]
  const given = Object.keys(match).map((key) => key.split(',').map((part) => part.trim()))
  return selectors.flatMap((selector) =>
    [...formsOf(selector, declarations, locale), '*']
      .map((form) => `${selector}=${form}`)
      .filter((form) => !given.some((parts) => parts.includes(form))),
  )
}

function placeholders(words: string): string[] {
  return [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
}

function declared({ declarations, match }: Forms): string[] {
  const inputs = declarations.flatMap((each) => /^input (\w+)$/.exec(each)?.[1] ?? [])
  return [...inputs, ...Object.values(match).flatMap(placeholders)]
}

/** The forms that a count takes, but for the one that is "*" in a message. */
function formsOf(selector: string, declarations: readonly string[], locale: string): string[] {
  const plural = declarations.find(
    (each) => each.startsWith(`local ${selector} =`) && /: plural\b/.test(each),
  )
  if (plural === undefined) return []
  const rules = new Intl.PluralRules(locale, { type: /\bordinal\b/.test(plural) ? 'ordinal' : 'cardinal' })
  const forms = new Set(Array.from({ length: LARGEST_COUNT + 1 }, (_, count) => rules.select(count)))
  return [...forms].filter((form) => form !== 'other')
}
