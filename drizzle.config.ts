import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: './src/library/schema.ts',
  out: './src/library/migrations',
})
