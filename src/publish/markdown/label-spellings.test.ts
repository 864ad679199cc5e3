/** Tests of the names of sections. */
import { describe, expect, it } from 'vitest'
import { findFieldOfLabel } from './label-spellings.ts'

const known: Record<string, string[]> = {
  keywords: ['核心关键词', '关键词', 'Core Keywords', 'Keywords', 'Key Words'],
  gist: [
    '一句话核心摘要',
    '一句话核心总结',
    '一句话核心概述',
    '1-Sentence Core Summary',
    'In one sentence',
    'One-Sentence Summary',
    'TL;DR',
  ],
  question: [
    '主要研究问题',
    '主要研究问题或目标',
    'Main Research Question or Objective',
    'Research question',
    '研究目标',
  ],
  method: ['关键方法', '关键方法论', 'Key Methodology', 'Method', '**方法** '],
  results: ['主要成果', '主要结果', '主要研究结果', 'Primary Results', 'Key Findings', '实验结果'],
  practice: [
    '对从业者的启示',
    '对AI从业者的主要启示',
    'Principal Implication for AI Practitioners',
    'For practitioners',
    'Implications for AI practitioners',
  ],
}

describe('findFieldOfLabel', () => {
  for (const [key, labels] of Object.entries(known))
    it.each(labels)(`reads "%s" as ${key}`, label => {
      expect(findFieldOfLabel(label)).toBe(key)
    })

  it.each([
    '局限性',
    'Limitations',
    '实验结果表明',
    '该方法的核心分为三部分',
    'Maintain',
    '',
    '果'.repeat(1e6),
  ])('knows no field for other words (%#)', label => {
    expect(findFieldOfLabel(label)).toBeUndefined()
  })
})
