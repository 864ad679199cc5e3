/** The Chromium that the browser tests drive: the one that `CHROMIUM` names, or one that is installed. */
import { ChromiumError } from '../../src/publish/chromium/chromium-error.ts'
import { findChromium } from '../../src/publish/chromium/find-chromium.ts'

/**
 * Undefined where none is installed.
 * @throws ChromiumError where `CHROMIUM` names none
 */
export async function findTestChromium(): Promise<string | undefined> {
  const executable = process.env.CHROMIUM
  try {
    return await findChromium({ executable })
  } catch (error) {
    if (!executable && error instanceof ChromiumError) return undefined
    throw error
  }
}
