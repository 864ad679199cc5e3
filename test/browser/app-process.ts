/** The program's `serve` as a child process. */
import { createInterface } from 'node:readline'
import { startProgram } from '../program.ts'

export interface AppProcess {
  /** Ends in a slash. */
  url: string
  close(): Promise<void>
}

/** @throws what the program said, where it ends instead of serving */
export async function openAppProcess(home: string): Promise<AppProcess> {
  const child = startProgram(['serve', '--port', '0', '--no-schedule', '--json'], { cwd: home })
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()))
  let complaint = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint += text
  })
  const line = await new Promise<string>((resolve, reject) => {
    if (child.stdout) createInterface(child.stdout).once('line', resolve)
    ended.then(() => reject(new Error(`serve ended: ${complaint}`)))
  })
  const { url } = JSON.parse(line) as { url: string }
  return {
    url,
    async close() {
      child.kill('SIGINT')
      await ended
    },
  }
}
