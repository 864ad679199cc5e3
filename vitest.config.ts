import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // They have a config of their own (`npm run test:browser`).
    exclude: ['test/browser/**'],
    // Whole-way tests start the real program as a child process; two cores run them side by side.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
