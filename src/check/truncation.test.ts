import { describe, expect, it } from 'vitest'
import { endsSentence, endsWithAddress, findDanglingEnd } from './truncation.ts'

describe('the end of a text', () => {
  it.each(['潮汐表是可以预测的', '海鸥计数的目的', '见 https://tern.example/gulls/'])(
    'is none too early: %s',
    text => {
      expect(findDanglingEnd(text)).toBeUndefined()
    },
  )

  it.each(['我们统计海鸥的', '我们统计海鸥，', 'We count gulls and'])('is too early: %s', text => {
    expect(findDanglingEnd(text)).toBeDefined()
  })

  it('may be a word that ends in a preposition', () => {
    expect(findDanglingEnd('海鸥偏离航线的倾向')).toBeUndefined()
    expect(findDanglingEnd('从海图中检测港口的提及')).toBeUndefined()
    expect(findDanglingEnd('海鸥的航线面向')).toBeDefined()
  })

  it('may be an address with its verb', () => {
    expect(endsWithAddress('代码可在https://tern.example/gulls获取')).toBe(true)
    expect(endsWithAddress('代码见 https://tern.example/gulls，我们统计海鸥')).toBe(false)
    expect(endsWithAddress('这些海鸥可在 Kiel 找到')).toBe(false)
    expect(endsWithAddress('代码见 https://tern.example/gulls，数据由 GPT-4 提供')).toBe(false)
  })

  it('may be an address that the source broke', () => {
    expect(endsSentence('项目页面：https://tern.example/ people/projects/gulls')).toBe(true)
    expect(endsSentence('项目页面见论文')).toBe(false)
  })
})
