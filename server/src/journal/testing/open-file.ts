import { closeSync, openSync, readdirSync, readlinkSync } from 'node:fs'

/**
 * Puts `device` in the place of the file that this process has open under `path`, so that the kernel itself gives the
 * errors of a sick disk to whoever holds it: `/dev/full` has no room (ENOSPC), `/dev/null` takes everything and cannot
 * sync it (EINVAL). Needs Linux and no rights. Returns what puts the file back. Call it while nobody writes.
 */
export function replaceOpenFile(path: string, device: '/dev/full' | '/dev/null'): () => void {
  const descriptor = descriptorOf(path)
  put(descriptor, device)
  return () => put(descriptor, path)
}

function put(descriptor: number, path: string): void {
  closeSync(descriptor)
  const opened = openSync(path, 'r+')
  if (opened !== descriptor) throw new Error(`${path} was opened as ${opened}, not as ${descriptor}.`)
}

function descriptorOf(path: string): number {
  const open = readdirSync('/proc/self/fd').find((name) => targetOf(name) === path)
  if (open === undefined) throw new Error(`${path} is not open in this process.`)
  return Number(open)
}

/** The descriptor of the listing itself is gone by the time it is looked at. */
function targetOf(name: string): string | null {
  try {
    return readlinkSync(`/proc/self/fd/${name}`)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
