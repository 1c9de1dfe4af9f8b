import { z } from 'zod'
import { refusalCodes } from '@openfloor/shared/meeting/refusals.ts'
import { errorCodes } from '@openfloor/shared/protocol.ts'

/** A rule of the meeting said no. */
export const refusalAnswer = z.object({ refusal: z.enum(refusalCodes), version: z.int() })

/** A command is done, at that version of the meeting. */
export const doneAnswer = z.object({ version: z.int() })

const errorAnswer = z.object({ error: z.enum(errorCodes), detail: z.string() })

/** The errors that any route can answer with. */
export const errorResponses = {
  400: errorAnswer,
  401: errorAnswer,
  403: errorAnswer,
  404: errorAnswer,
  413: errorAnswer,
  429: errorAnswer,
  500: errorAnswer,
  503: errorAnswer,
}
