import { defineConfig } from 'vitest/config'

// Three projects: `fast` runs in parallel; `faults` (things broken on purpose) and `browser` (a real browser against a real
// server) run after it, one file at a time, so that nothing competes with them for the machine.
const isLong = process.env.FOLKMOOT_FAULTS === 'long'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    globalSetup: './test/build-first.ts',
    expect: { poll: { timeout: 15_000 } }, // a busy machine takes its time; a test waits no longer than it must
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'test/faults/**'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          exclude: isLong ? [] : ['test/faults/long/**'],
          fileParallelism: false,
          testTimeout: isLong ? 1_800_000 : 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/e2e/**/*.test.{ts,tsx}'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
