import { unzipSync } from 'fflate'

/** Says what every part of the package is (ECMA-376 part 2, §10.1.2). */
const CONTENT_TYPES = '[Content_Types].xml'
const BODY = 'word/document.xml'

/** Word's own is about 2 KB; what is larger is not read. */
const CONTENT_TYPES_BYTES = 256 * 1024

const MAIN_DOCUMENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** `other`: a zip, but not of a Word document; `broken`: no whole zip. */
export type DocxVerdict = 'docx' | 'macros' | 'broken' | 'other'

/** Looks into a zip, of which it unpacks the list of its parts' types and nothing else. */
export function docxOf(bytes: Uint8Array): DocxVerdict {
  const zip = lookInto(bytes)
  if (zip === null) return 'broken'
  const { names, contentTypes } = zip
  if (names.some((name) => /vbaproject/i.test(name)) || /macroEnabled|vbaProject/i.test(contentTypes))
    return 'macros'
  return names.includes(BODY) && contentTypes.includes(MAIN_DOCUMENT) ? 'docx' : 'other'
}

interface Zip {
  readonly names: readonly string[]
  /** Empty where there are none, or too many. */
  readonly contentTypes: string
}

/** Null where it cannot be read to its end. */
function lookInto(bytes: Uint8Array): Zip | null {
  const names: string[] = []
  try {
    const unpacked = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name)
        return name === CONTENT_TYPES && originalSize <= CONTENT_TYPES_BYTES
      },
    })
    const contentTypes = unpacked[CONTENT_TYPES]
    return { names, contentTypes: contentTypes ? Buffer.from(contentTypes).toString('utf8') : '' }
  } catch {
    return null
  }
}
