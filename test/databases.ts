/** The databases that a suite runs on: the workspace's own always, a Postgres server where one is named. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'

export interface TestDatabase {
  name: string
  /** Where to open a library that holds nothing yet. */
  locate(): Promise<{ folder: string; databaseUrl?: string }>
}

const freshFolder = () => mkdtempSync(join(tmpdir(), 'library-'))

const embedded: TestDatabase = { name: 'PGlite', locate: async () => ({ folder: freshFolder() }) }

/** `TEST_DATABASE_URL` names a server on which a database a suite is made. */
function onServer(url: string): TestDatabase {
  return {
    name: 'Postgres',
    async locate() {
      const name = `paperbrief_${process.pid}_${Math.random().toString(36).slice(2)}`
      const client = new Client({ connectionString: url })
      await client.connect()
      await client.query(`create database ${name}`)
      await client.end()
      const databaseUrl = new URL(url)
      databaseUrl.pathname = name
      return { folder: freshFolder(), databaseUrl: databaseUrl.href }
    },
  }
}

const server = process.env.TEST_DATABASE_URL
export const databases: TestDatabase[] = server ? [embedded, onServer(server)] : [embedded]
