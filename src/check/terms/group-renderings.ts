/** Groups the renderings that a text has of one term: those that differ in form only are one. */
import { ENGLISH, type Written } from './term-case.ts'

/** English words and short forms are nobody's rendering. */
export function groupRenderings(good: readonly Written[]): Written[][] {
  const groups: Written[][] = []
  for (const written of good) {
    if (!/[^\x20-\x7e]/.test(written.rendering) || written.rendering === ENGLISH) continue
    const same = groups.find(group => group.some(other => isVariant(other.rendering, written.rendering)))
    if (same) same.push(written)
    else groups.push([written])
  }
  return groups
}

/** 基准 and 基准测试, 生成模型 and 生成式模型, 图像生成 and 生成图像, 探索与利用 and 探索—利用 are one rendering. */
export function isVariant(a: string, b: string): boolean {
  const [first, second] = [bareCharacters(a), bareCharacters(b)]
  return first.includes(second) || second.includes(first) || sortCharacters(first) === sortCharacters(second)
}

function bareCharacters(rendering: string): string {
  return rendering.replace(/[\s\p{P}的与和及]|(?<=生成|判别|抽取|交互|对话|分布)[式性]/gu, '')
}

function sortCharacters(text: string): string {
  return [...text].toSorted().join('')
}
