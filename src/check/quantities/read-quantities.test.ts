/** What the reader makes of figures in English and Chinese. */
import { describe, expect, it } from 'vitest'
import { isSilent } from './quantity.ts'
import { rationalKey } from './rational.ts'
import { readQuantities } from './read-quantities.ts'

/** `value` or `value dimension`, as the reader sees each figure that counts. */
function read(text: string): string[] {
  return readQuantities(text)
    .filter(quantity => !isSilent(quantity))
    .map(
      ({ value, unit, vague }) =>
        `${vague ? '~' : ''}${rationalKey(value)}${unit ? ` ${unit.dimension}` : ''}`,
    )
}

describe('reading English figures', () => {
  it.each([
    ['1,156 and 423,359 and 1 156', ['1156', '423359', '1156']],
    ["3'123'253 and 12’500", ['3123253', '12500']],
    ['含30 000份问卷', ['30000']],
    ['$\\Delta$4.1% average points', ['41/10 point']],
    ['scores in $[0,1]$ as in [12] and [3, 7]', ['0', '1']],
    [
      '8-billion-parameter, 600 billion, 7B, 1.3M, 128K',
      ['8000000000', '600000000000', '7000000000', '1300000', '128000'],
    ],
    [
      '3.2% and 5 percent, 8.61 percentage points, 2.3 BLEU points',
      ['16/5 percent', '5 percent', '861/100 point', '23/10 point'],
    ],
    ['41x, 3.2×, 10-fold, tenfold, 20 times', ['41 times', '16/5 times', '10 times', '10 times', '20 times']],
    ['1e-3, 10^{-3}, $10^{-3}$, 10⁻³, 2×10^5', ['1/1000', '1/1000', '1/1000', '1/1000', '200000']],
    ['1/3, two-thirds, a quarter of, half', ['1/3', '2/3', '1/4', '1/2']],
    ['1/1496 of it', ['1/1496']],
    ['zero point six versus four point three minutes', ['3/5', '43/10 time']],
    ['one point two, and one point better', ['6/5', '1 point']],
    ['7.1$\\unicode{x0025}$ at 90$\\unicode{x00b0}$', ['71/10 percent', '90 degree']],
    ['3.7\\% percentage points', ['37/10 point']],
    ['3.3+ trillion pairs, a quaternary code', ['3300000000000', '4']],
    ['twenty-two, one hundred and five, half a million', ['22', '105', '500000']],
    ['thousands of, tens of millions, dozens', ['~1000', '~10000000', '~10']],
    ['35 ms, 0.2 s, 32 GPU-days, 20.7 FPS', ['35 time', '1/5 time', '32 time', '207/10 rate']],
    ['$16,000 and US$2.5 billion', ['16000 usd', '2500000000 usd']],
    ['-3.2% and 0.5+-0.04 and 2-5 and 13--70', ['-16/5 percent', '1/2', '1/25', '2', '5', '13', '70']],
    ['8:1 and 16:9', ['8 ratio', '16/9 ratio']],
    ['(12 M, 9 F), (7F/11M), 5 M and 6 F', ['12', '9', '7', '11', '5', '6']],
    ['the 4\\textsuperscript{th} and the 5ᵗʰ of 10\\textsuperscript{3}', ['4', '5', '1000']],
    ['a 3T scanner with 3T parameters', ['3', '3000000000000']],
    [
      '84.21$\\pm$0.3, $\\sim$5\\%, 1{,}000, $\\frac{1}{3}$',
      ['8421/100', '3/10', '5 percent', '1000', '1/3'],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('reading Chinese figures', () => {
  it.each([
    [
      '80亿、6000 亿、1.2万亿、3百万、12.5万',
      ['8000000000', '600000000000', '1200000000000', '3000000', '125000'],
    ],
    ['1亿2000万、3万5千、3万6500人', ['120000000', '35000', '36500']],
    ['十二个、二十、三千五百、三点五', ['12', '20', '3500', '7/2']],
    ['百分之五、千分之三、三分之一、3分之1', ['5 percent', '3/10 percent', '1/3', '1/3']],
    ['5个百分点、2.5倍、九成以上、翻倍', ['5 point', '5/2 times', '90 percent', '2 times']],
    ['数百万、上千、几十、十亿级、千亿参数', ['~1000000', '~1000', '~10', '~1000000000', '~100000000000']],
    ['2025年9月24日', ['2025', '9 calendar', '24 date']],
    ['19世纪90年代', ['1890']],
    ['这一零样本方法、同一三维网格、两零样本基线', ['1', '0', '1', '3', '2', '0']],
    ['这一百个、二零二零年、九零后', ['100', '2020', '90']],
    ['10的负3次方、1/3、3∶1', ['1/1000', '1/3', '3 ratio']],
    ['35毫秒、1.5小时、三年半、1.6万美元', ['35 time', '3/2 time', '7/2', '16000 usd']],
    ['３０％、5兆字节、1.4兆個', ['30 percent', '5 byte', '1400000000000']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('what counts nothing', () => {
  it.each([
    'GPT-4o, Qwen2.5-VL-7B, H100, SAM2, CIFAR-10, LLaVA-OneVision-1.5, WMT14, Pass@1, R@10, F1',
    'see https://github.com/org7/repo-2024 and arXiv:2505.17894',
    '(1) first, 2) then, [3] and [11, 22, 2]',
    'R^2, x_1, m², version 1.2.3',
    '千问、百科、十分、四处、半监督',
    '百分之百、每秒十亿次、二十一点、促成万物互联',
    '四元码、ℓ2范数',
  ])('%s', text => {
    const strong = readQuantities(text).filter(({ weight }) => weight === 'strong' || weight === 'medium')
    expect(strong).toEqual([])
  })
})

describe('the place of a figure', () => {
  it('is the one in the text as given, LaTeX and all', () => {
    const text = 'it keeps $\\sim$97.5\\% of it'
    const [quantity] = readQuantities(text)
    expect(text.slice(quantity?.start, quantity?.end)).toBe('97.5\\%')
    expect(quantity).toMatchObject({ text: '97.5\\%', bound: 'about' })
  })
})

describe('a figure spelled digit by digit', () => {
  it('ends where nobody would spell on', () => {
    const [quantity] = readQuantities(`zero point ${'one '.repeat(1000)}`)
    expect(quantity?.value.bottom).toBe(10n ** 20n)
  })
})

describe('a range', () => {
  it('lends its unit and its scale to the figure before', () => {
    const [low, , from] = readQuantities('10 to 20% and 7 to 13 billion')
    expect(low?.lentUnit?.dimension).toBe('percent')
    expect(from?.others.map(rationalKey)).toEqual(['7000000000'])
  })
})
