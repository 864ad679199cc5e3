/** Tests of what is kept of outside text. */
import { describe, expect, it } from 'vitest'
import { cleanLine, cleanParagraphs } from './clean-text.ts'

describe('cleanLine', () => {
  it('parts words where a carriage return, a form feed or a vertical tab stands between them', () => {
    expect(cleanLine('a\rb\fc\vd')).toBe('a b c d')
  })

  it('drops what can hide or reorder text', () => {
    expect(cleanLine('pay\u202elmth\u0000.\u200bexe\ufeff')).toBe('paylmth.exe')
  })

  it('replaces half a surrogate pair and composes accents', () => {
    expect(cleanLine('e\u0301 \ud800')).toBe('é \ufffd')
  })
})

describe('cleanParagraphs', () => {
  it('joins hard-wrapped lines and keeps paragraphs apart', () => {
    expect(cleanParagraphs('one\r\ntwo\r\n\r\nthree\n \nfour')).toBe('one two\n\nthree\n\nfour')
  })
})
