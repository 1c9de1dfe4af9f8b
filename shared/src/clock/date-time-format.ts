const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** What is printed, the same for all languages: 24 hours and the calendar of the invitations. */
const kinds = {
  time: TIME,
  'time-with-seconds': { ...TIME, second: '2-digit' },
  date: { dateStyle: 'long', calendar: 'gregory' },
  day: { day: 'numeric', month: 'long', calendar: 'gregory' },
  fields: {
    ...TIME,
    second: '2-digit',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    calendar: 'gregory',
    numberingSystem: 'latn',
  },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** The United Nations write "9 November 2020" (Editorial Manual, dates). */
const UN_ENGLISH = 'en-GB'

/** A page needs a handful of formats; a server that prints for many zones starts afresh here. */
const CACHED_FORMATS = 200

// State of the module, but none that shows: making a formatter costs some hundred times what using it does.
const formats = new Map<string, Intl.DateTimeFormat>()

/** A formatter, made once for each zone and language; throws RangeError for a zone that this machine does not know. */
export function dateTimeFormat(
  kind: keyof typeof kinds,
  timeZone: string,
  locale: string,
): Intl.DateTimeFormat {
  const key = `${kind} ${timeZone} ${locale}`
  const known = formats.get(key)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat(locale === 'en' ? UN_ENGLISH : locale, { ...kinds[kind], timeZone })
  if (formats.size >= CACHED_FORMATS) formats.clear()
  formats.set(key, made)
  return made
}
