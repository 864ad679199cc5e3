#!/usr/bin/env -S node --liftoff-only --max-semi-space-size=4
/** Where the program starts; the flags are explained in docs/decisions/0002-database.md. */
import { main } from './program.ts'

// A reader that closes the pipe (`| head`) has what it wants.
process.stdout.on('error', error => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await main(process.argv.slice(2))
