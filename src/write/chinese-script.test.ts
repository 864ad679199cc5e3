/** Tests of turning Chinese text from one script into the other. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadSimplified, loadTraditional, mendScript } from './chinese-script.ts'

const simple =
  '我们提出一种网络，头发与发现的后面是皇后；训练数据有8亿个参数，算法在 https://例子.cn/数据 上。'

describe('loadTraditional', () => {
  it('converts by phrases, with the technical words of Taiwan', async () => {
    const convert = await loadTraditional()
    expect(convert(simple)).toBe(
      '我們提出一種網路，頭髮與發現的後面是皇后；訓練資料有8億個參數，演算法在 https://例子.cn/数据 上。',
    )
  })

  it('keeps the words of the mainland for Hong Kong', async () => {
    expect((await loadTraditional('zh-Hant-HK'))('软件与网络的数据')).toBe('軟件與網絡的數據')
  })

  it.each([
    ['损失函数与激活函数', '損失函數與激活函數'],
    ['研究对象', '研究對象'],
    ['领域内存在差异', '領域內存在差異'],
    ['演算法', '演算法'],
    ['运算法则', '運算法則'],
    ['大数据', '大數據'],
    ['全局注意力', '全局注意力'],
  ])('writes %s as %s', async (from, to) => {
    expect((await loadTraditional())(from)).toBe(to)
  })

  it('leaves formulas, links and code as they are', async () => {
    const kept = '$\\text{准确率}_i$ `变量` https://x.y/数据'
    expect((await loadTraditional())(kept)).toBe(kept)
  })

  it('changes nothing but Chinese characters, whatever it reads', async () => {
    const convert = await loadTraditional()
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const others = (some: string) => some.replace(/\p{Script=Han}/gu, '')
        fc.pre(!/[\u2e80-\u2fdf\uf900-\ufaff]/u.test(text))
        expect(others(convert(text))).toBe(others(text))
      }),
    )
  })

  it('takes linear time on a megabyte', async () => {
    const convert = await loadTraditional()
    const start = performance.now()
    for (const unit of ['数', '`', '$', 'https://', '数据`']) convert(unit.repeat(1_000_000 / unit.length))
    expect(performance.now() - start).toBeLessThan(15_000)
  })
})

describe('loadSimplified', () => {
  it('converts back', async () => {
    expect((await loadSimplified())('頭髮與發現，$\\text{數}$')).toBe('头发与发现，$\\text{數}$')
  })
})

describe('mendScript', () => {
  it('converts what a model wrote in Simplified characters for Traditional ones', async () => {
    const fields = { title: '软件', abstract: simple }
    const mended = await mendScript(fields, { script: 'Hant', language: 'zh-Hant' })
    expect(mended.title).toBe('軟體')
    expect(mended.abstract).toContain('訓練資料')
  })

  it('leaves Traditional text alone, whose words are the model’s own', async () => {
    const fields = { abstract: '我們提出一種網絡，訓練數據很大，結果顯示後來的皇后。' }
    expect(await mendScript(fields, { script: 'Hant', language: 'zh-Hant' })).toEqual(fields)
  })

  it('converts Traditional text where Simplified was wanted, but no name in it', async () => {
    const mend = (abstract: string) =>
      mendScript({ abstract }, { script: 'Hans', language: 'zh-Hans' }).then(fields => fields.abstract)
    expect(await mend('我們提出一種網絡，訓練資料很大。')).toBe('我们提出一种网络，训练资料很大。')
    const name = '我们在数据集「臺灣」上评测了所有的方法，结果表明模型的准确率很高，优于以前的方法。'
    expect(await mend(name)).toBe(name)
  })

  it('has nothing to do without Chinese', async () => {
    const fields = { a: '', b: 'GPT-4o' }
    expect(await mendScript(fields, { script: 'Hant', language: 'zh-Hant' })).toEqual(fields)
  })
})
