/** Opens the database behind the library: PGlite in the workspace, or Postgres by its URL. */
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statfsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres'
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator'
import { Pool } from 'pg'
import {
  type ConstructorOptions,
  type DrizzleTransactionLike,
  fromDrizzle,
  fromPglite,
  type Db as QueueDatabase,
} from 'pg-boss'
import { errorMessage, PaperbriefError } from '../paper/error.ts'
import { takeLock } from './lock.ts'
import * as schema from './schema.ts'

export type Database = PgDatabase<PgQueryResultHKT, typeof schema>
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

/** The database could not be opened; says which one and what to do. */
export class LibraryError extends PaperbriefError {}

export interface OpenDatabase {
  db: Database
  /** What pg-boss needs to keep its jobs in the same database. */
  queueOptions: ConstructorOptions
  /** Whether only this process can be using the database. */
  exclusive: boolean
  close(): Promise<void>
}

export interface DatabaseLocation {
  /** The workspace's own folder, `.paperbrief`. */
  folder: string
  databaseUrl?: string | undefined
  /** What the person started, for the message to a second opener. */
  command: string
}

/** A transaction of the library as pg-boss takes it, so that a save and the job that follows it stand or fall together. */
export function forQueue(tx: Transaction): QueueDatabase {
  return fromDrizzle(tx as unknown as DrizzleTransactionLike, sql)
}

// The same from src/ and from dist/, so that the build copies nothing.
const MIGRATIONS = fileURLToPath(new URL('../../src/library/migrations', import.meta.url))
const TEMPLATE = fileURLToPath(new URL('../../dist/database-template', import.meta.url))

// A laptop's digest fits: PGlite's default of 128 MB of shared buffers would only be resident memory.
const EMBEDDED_CONFIGURATION = [
  'shared_buffers=16MB',
  'wal_buffers=1MB',
  'min_wal_size=32MB',
  'max_wal_size=128MB',
]

export function openDatabase(location: DatabaseLocation): Promise<OpenDatabase> {
  return location.databaseUrl ? openPostgres(location.databaseUrl) : openEmbedded(location)
}

async function openEmbedded({ folder, command }: DatabaseLocation): Promise<OpenDatabase> {
  const lock = takeLock(join(folder, 'lock'), command)
  try {
    const pglite = await startPglite(join(folder, 'db'))
    const db = drizzlePglite(pglite, { schema })
    await migratePglite(db, { migrationsFolder: MIGRATIONS })
    return {
      db: db as unknown as Database,
      queueOptions: { db: fromPglite(pglite), backend: 'pglite' },
      exclusive: true,
      async close() {
        await pglite.close()
        lock.release()
      },
    }
  } catch (cause) {
    lock.release()
    throw openFailure(cause, join(folder, 'db'))
  }
}

async function startPglite(dataDir: string): Promise<PGlite> {
  if (!existsSync(dataDir) && existsSync(TEMPLATE)) copyTemplate(dataDir)
  mkdirSync(dataDir, { recursive: true })
  return PGlite.create({ dataDir, postgresqlconf: EMBEDDED_CONFIGURATION })
}

/**
 * A new database starts from the one made at build time: running initdb takes three seconds and half a gigabyte.
 * The finished copy is renamed into its place, so that a crash never leaves half a database there.
 */
function copyTemplate(dataDir: string): void {
  const draft = `${dataDir}.new`
  rmSync(draft, { recursive: true, force: true })
  cpSync(TEMPLATE, draft, { recursive: true })
  renameSync(draft, dataDir)
}

async function openPostgres(databaseUrl: string): Promise<OpenDatabase> {
  const pool = new Pool({
    connectionString: databaseUrl,
    application_name: 'paperbrief',
    connectionTimeoutMillis: 10_000,
  })
  // An idle connection that the server drops is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  try {
    const db = drizzlePostgres(pool, { schema })
    // Two processes that start at once must not both migrate.
    const client = await pool.connect()
    try {
      await client.query('select pg_advisory_lock(7230112)')
      await migratePostgres(db, { migrationsFolder: MIGRATIONS })
    } finally {
      await client.query('select pg_advisory_unlock(7230112)').catch(() => {})
      client.release()
    }
    return {
      db: db as unknown as Database,
      queueOptions: { connectionString: databaseUrl, application_name: 'paperbrief-queue' },
      exclusive: false,
      close: () => pool.end(),
    }
  } catch (cause) {
    await pool.end()
    throw new LibraryError(`The database of DATABASE_URL cannot be used: ${errorMessage(cause)}`, {
      code: 'library-unreachable',
      retryable: true,
      hint: 'Check that the server runs, that DATABASE_URL names it, and that its user may create tables.',
      cause,
    })
  }
}

/** Copying onto a full disk fails as a plain input/output error; the file system itself knows better. */
function isFull(dataDir: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(dataDir))
    return bavail * bsize < 1024 * 1024
  } catch {
    return false
  }
}

function openFailure(cause: unknown, dataDir: string): unknown {
  if (cause instanceof PaperbriefError) return cause
  const code = isFull(dataDir) ? 'ENOSPC' : (cause as NodeJS.ErrnoException | null)?.code
  const reasons: Record<string, string> = {
    ENOSPC: 'Free some disk space.',
    EACCES: 'Make the folder writable, or choose another workspace with --home.',
    EPERM: 'Make the folder writable, or choose another workspace with --home.',
    EROFS: 'The file system is read-only: choose another workspace with --home.',
  }
  return new LibraryError(`The library in ${dataDir} cannot be opened: ${errorMessage(cause)}`, {
    code: 'library-unusable',
    hint:
      (code && reasons[code]) ??
      'If the folder was damaged, move it away; `paperbrief import` reads published digests back.',
    cause,
  })
}
