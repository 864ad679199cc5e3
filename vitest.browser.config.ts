import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/temporary-folder.ts', 'test/browser/set-up.ts'],
    // One browser and one server for all of them; more at once than cores only wait for one another.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
})
