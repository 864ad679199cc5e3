import { describe, expect, it } from 'vitest'
import { tidyChinese } from './tidy-chinese.ts'

describe('tidyChinese', () => {
  const cases: [string, string][] = [
    ['方法 , 准确率 (ACC)为 5% .', '方法，准确率（ACC）为 5%。'],
    ['我们 提出 了 新方法。', '我们提出了新方法。'],
    ['使用 PyTorch 训练模型.', '使用 PyTorch 训练模型。'],
    ['结果: 提高了 3.5 倍, 但慢.', '结果：提高了 3.5 倍，但慢。'],
    ['共 1,000 个样本', '共 1,000 个样本'],
    ['时间为 12:30 分', '时间为 12:30 分'],
    ['f(x) 是函数', 'f(x) 是函数'],
    ['模型（LLM) 很大', '模型（LLM）很大'],
    ['它有效吗?', '它有效吗？'],
    ['Only English, here.', 'Only English, here.'],
    ['数据集\ue000, \ue001和\ue002 .', '数据集\ue000，\ue001和\ue002。'],
    ['见 https://a.b/c?d=e, 很好', '见 https://a.b/c?d=e，很好'],
  ]
  for (const [given, expected] of cases)
    it(`makes ${JSON.stringify(given)} ${JSON.stringify(expected)}`, () => {
      expect(tidyChinese(given)).toBe(expected)
    })

  it('changes nothing the second time', () => {
    for (const [given] of cases) expect(tidyChinese(tidyChinese(given))).toBe(tidyChinese(given))
  })
})
