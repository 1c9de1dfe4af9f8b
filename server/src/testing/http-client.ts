/** An answer, with its body as it was read: JSON where it is JSON. */
export interface Answer {
  readonly status: number
  // What a test expects of it is the test's to say.
  readonly body: Json
  readonly headers: Headers
}

/** JSON that a test looks into. */
type Json = { readonly [key: string]: Json } & { readonly length: number } & string & number

/** For tests and programs: plain HTTP against any running server. */
export class HttpClient {
  readonly baseUrl: string

  constructor(baseUrl: string) {
    this.baseUrl = baseUrl
  }

  get(path: string, options: RequestOptions = {}): Promise<Answer> {
    return this.#send('GET', path, options)
  }

  post(path: string, body: unknown, options: RequestOptions = {}): Promise<Answer> {
    return this.#send('POST', path, { ...options, body })
  }

  async #send(method: string, path: string, options: RequestOptions & { body?: unknown }): Promise<Answer> {
    const { token, body, headers = {} } = options
    const response = await fetch(`${this.baseUrl}${path}`, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: readBody(text) as Json, headers: response.headers }
  }
}

export interface RequestOptions {
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
}

function readBody(text: string): unknown {
  return /^[[{]/.test(text) ? JSON.parse(text) : text
}
