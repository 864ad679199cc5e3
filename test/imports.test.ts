import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const SRC = fileURLToPath(new URL('../src', import.meta.url))

/** The last column of the house plan: what a folder may import besides itself and packages. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  paper: [],
  engines: ['paper'],
  library: ['paper'],
  collect: ['paper'],
  rank: ['paper', 'engines'],
  read: ['paper'],
  write: ['paper', 'engines'],
  check: ['paper', 'engines'],
  publish: ['paper'],
  jobs: [
    'paper',
    'engines',
    'library',
    'collect',
    'rank',
    'read',
    'write',
    'check',
    'publish',
    'settings',
    'version',
  ],
  web: ['paper', 'library', 'publish', 'jobs'],
  cli: ['paper', 'library', 'jobs', 'web', 'settings', 'version'],
}
const ROOT_FILES: Record<string, readonly string[]> = {
  settings: ['paper', 'settings'],
  version: [],
}

interface Import {
  file: string
  from: string
  to: string
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map(path => join(folder, path))
}

/** `paper` for src/paper/…; `settings` for src/settings.ts and src/settings-yaml.ts. */
function placeOf(path: string): string {
  const [first = '', ...rest] = relative(SRC, path).split('/')
  return rest.length > 0 ? first : (first.split(/[-.]/)[0] ?? first)
}

function readImports(file: string): Import[] {
  const text = readFileSync(file, 'utf8')
  const paths = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(match => match[1] ?? '')
  return paths.map(path => ({ file, from: placeOf(file), to: placeOf(join(dirname(file), path)) }))
}

const files = listFiles(SRC)
const imports = files.flatMap(readImports)

describe('the house', () => {
  it('has only rooms that the plan names', () => {
    const rooms = new Set(files.map(placeOf))
    const planned = new Set([...Object.keys(MAY_IMPORT), ...Object.keys(ROOT_FILES)])
    expect([...rooms].filter(room => !planned.has(room))).toEqual([])
  })

  it('lets each room import only what the plan allows', () => {
    const allowed = { ...MAY_IMPORT, ...ROOT_FILES }
    const wrong = imports.filter(({ from, to }) => from !== to && !allowed[from]?.includes(to))
    expect(wrong.map(({ file, to }) => `${relative(SRC, file)} imports ${to}`)).toEqual([])
  })

  it('reads process.env in settings.ts alone', () => {
    const readers = files
      .filter(file => /process\.env/.test(readFileSync(file, 'utf8')))
      .map(file => relative(SRC, file))
    expect(readers).toEqual(['settings.ts'])
  })

  it('keeps SQL in the library', () => {
    const users = files.filter(
      file => placeOf(file) !== 'library' && /from 'drizzle-orm/.test(readFileSync(file, 'utf8')),
    )
    expect(users.map(file => relative(SRC, file))).toEqual([])
  })

  it('has no room for odds and ends', () => {
    const folders = files.flatMap(file => relative(SRC, dirname(file)).split('/'))
    expect(
      folders.filter(name => ['utils', 'helpers', 'common', 'shared', 'misc', 'lib'].includes(name)),
    ).toEqual([])
  })

  it('begins every file by saying what it holds', () => {
    const silent = files.filter(file => !/^(?:#!.*\n)?\/\*\*\s+\S/.test(readFileSync(file, 'utf8')))
    expect(silent.map(file => relative(SRC, file))).toEqual([])
  })

  it('has no circle among its files', () => {
    const edges = new Map<string, string[]>()
    for (const file of files) {
      const text = readFileSync(file, 'utf8')
      const targets = [...text.matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+)'/gm)].map(match =>
        join(dirname(file), match[1] ?? ''),
      )
      edges.set(file, targets)
    }
    const done = new Set<string>()
    const visit = (file: string, path: string[]): string[] | undefined => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
      if (done.has(file)) return undefined
      for (const next of edges.get(file) ?? []) {
        const circle = visit(next, [...path, file])
        if (circle) return circle
      }
      done.add(file)
      return undefined
    }
    const circles = files.flatMap(
      file =>
        visit(file, [])
          ?.map(path => relative(SRC, path))
          .join(' → ') ?? [],
    )
    expect(circles).toEqual([])
  })
})
