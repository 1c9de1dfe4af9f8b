import { test } from '@playwright/test'
import { OpenfloorServer } from './openfloor-server.ts'

/** Gives the tests of a file a server of their own, and ends it after them. Call it once, at the top of the file. */
export function ownServer(): () => OpenfloorServer {
  let server: OpenfloorServer | null = null
  test.beforeAll(async () => {
    server = await OpenfloorServer.start()
  })
  test.afterAll(async () => {
    await server?.end()
    server = null
  })
  return () => {
    if (!server) throw new Error('the server of this file is there only while its tests run')
    return server
  }
}
