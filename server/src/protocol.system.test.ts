import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { startTestServer } from './testing/test-server.ts'

test('the meeting by curl in docs/protocol.md does what the page says', async () => {
  const page = await readFile(new URL('../../docs/protocol.md', import.meta.url), 'utf8')
  const script = /```sh\n(?<script>[\s\S]*?)```/.exec(page)!.groups!['script']!
  const server = await startTestServer()
  onTestFinished(() => server.close())
  const environment = { ...process.env, BASE: server.url }
  const { stdout, stderr } = await promisify(execFile)('sh', ['-euc', script], { env: environment })
  expect(stderr).toBe('')
  const lines = stdout.trim().split('\n')
  expect(lines.at(-1)).toBe('Amina Diallo')
  expect(lines.slice(0, -1).map((line) => Object.keys(JSON.parse(line) as object))).toEqual(
    Array.from({ length: 4 }, () => ['version']),
  )
})
