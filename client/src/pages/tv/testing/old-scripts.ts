import { createContext, runInContext } from 'node:vm'
import { tvFiles } from '../../../../tv-plugin.ts'
import { tvTexts } from '../../../../tv-texts.ts'

/** What a script of the page declares for the others. */
export interface OldScripts {
  countdown(remainingMs: number): string
  clockFace(
    clock: object,
    now: number,
    warningsMs: readonly number[],
  ): { readonly tone: string; readonly text: string }
  longestFigures(limitMs: number, text: string): string
  timeOfDay(at: number, utcOffsetMs: number): string
  faceWords(face: object): string
  segmentWords(face: object): string
  paceWords(wall: object): string
  listWords(list: object): string
  pluralForm(count: number): string
  wantedLanguages(query: string, navigator: object): string[]
  ServerTime: new () => { add(sentAt: number, receivedAt: number, serverNow: number): void; now(): number }
}

/** For tests: the scripts as they are built, but for the last part, which goes to the network; with the texts of a language. */
export function oldScripts(lang: string, monotonicNow: () => number = () => 0): OldScripts {
  const script = tvFiles().get('tv/tv.js')!
  const window = { performance: { now: monotonicNow } }
  const context = createContext({ window, document: {}, location: { host: 'floor.example' } })
  runInContext(script.slice(0, script.indexOf('var POLL_MS')), context)
  runInContext(`language = ${JSON.stringify(tvTexts(lang))}`, context)
  return context as unknown as OldScripts
}
