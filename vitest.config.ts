import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // Whole-way tests start the real program as a child process; two cores run them side by side.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
