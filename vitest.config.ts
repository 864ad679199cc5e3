import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: ['test/temporary-folder.ts'],
    // Vitest leaves a processor free, which on two would be every second one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // They have a config of their own (`npm run test:browser`).
    exclude: ['test/browser/**'],
    // Whole-way tests start the real program as a child process; two cores run them side by side.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
