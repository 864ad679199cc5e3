/** The thread in which a PDF is taken apart: it can be stopped, whatever the file makes it do. */
import { parentPort, workerData } from 'node:worker_threads'
import { PaperbriefError } from '../paper/error.ts'
import { type Extracted, extractPdf } from './pdf-extract.ts'

export interface PdfTask {
  bytes: Uint8Array
  maxPages: number
}

export type PdfAnswer = { extracted: Extracted } | { code: string; message: string; hint: string | undefined }

async function answer({ bytes, maxPages }: PdfTask): Promise<PdfAnswer> {
  try {
    return { extracted: await extractPdf(bytes, { maxPages }) }
  } catch (error) {
    if (error instanceof PaperbriefError)
      return { code: error.code, message: error.message, hint: error.hint }
    return { code: 'read-damaged', message: 'The PDF could not be read.', hint: undefined }
  }
}

if (parentPort) parentPort.postMessage(await answer(workerData))
