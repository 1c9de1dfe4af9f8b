import { writeScreenOptions, type ScreenOptions } from '../screen/screen-options.ts'

/** The address of a display: a link for displays with these options in its query, before the secret. */
export function addressWith(link: string, options: ScreenOptions): string {
  const url = new URL(link)
  url.search = writeScreenOptions(options)
  return url.href
}
