/** What a summary reckons from the source's figures is told from what it got wrong. */
import { describe, expect, it } from 'vitest'
import { findDerivation } from './find-derivation.ts'
import { readSide } from './read-side.ts'

/** The figure of the source that the brief's figure `text` follows from. */
function originOf(english: string, chinese: string, text: string): string | undefined {
  const source = readSide([{ field: 'abstract', text: english }])
  const brief = readSide([{ field: 'results', text: chinese }])
  const quantity = brief.quantities.find(other => other.text === text)
  if (!quantity) throw new Error(`no ${text} in ${chinese}`)
  return findDerivation({ quantity, brief, source })?.text
}

describe('a figure of a summary follows from the source', () => {
  it.each([
    ['the rest of a share', 'The robot opened 68.4% of the doors.', '其余31.6%的门没有打开。', '31.6%'],
    [
      'the rest of a fraction',
      'A quarter of the bridges were repaired.',
      '仍有四分之三的桥未修缮。',
      '四分之三',
    ],
    ['the rest in rough words', 'It answers 71.8% of riddles.', '超过四分之一的谜语没有答对。', '四分之一'],
    ['a fraction in rough words', 'It answers 73.1% of riddles.', '它答对了近四分之三的谜语。', '四分之三'],
    ['tenths', 'It answers 71.8% of riddles.', '它答对了超过七成的谜语。', '七成'],
    ['the share of a count', 'It wins seven out of nine games.', '它赢下约78%的对局。', '78%'],
    ['a difference in points', 'Recall rises from 61.5% to 70.2%.', '召回率高出8.7个百分点。', '8.7个百分点'],
    ['a difference of tenths', 'It wins 94.2 where the old one wins 95.0.', '胜率少 0.8。', '0.8'],
    ['a rough part of another', 'Memory falls from 18.2 GB to 4.7 GB.', '内存降到约四分之一。', '四分之一'],
    ['both ends of a rough range', 'Yield grows by 2.96% and 6.04%.', '产量增幅约3%至6%。', '6%'],
    ['the rest of a part', 'Of 23 wells, 9 of 10 deep ones were right.', '有 1 口深井未测对。', '1'],
    [
      'what lies below a round number',
      'Accuracy drops to 9.58 percent in 17 runs.',
      '准确率降至 10% 以下。',
      '10%',
    ],
    ['what is left of a count', 'Of 52 wells, 17 ran dry.', '其余35口井仍有水。', '35'],
    ['what stands together', 'It has 7 pros and 1 amateur.', '数据来自8名球员。', '8'],
    ['a sum', 'We scored 140 solos and 85 duets.', '共225首曲目。', '225'],
    ['a multiple', 'It takes 48 ms where the old one takes 120 ms.', '速度是原先的2.5倍。', '2.5倍'],
    ['a change in percent', 'Cost falls from 80 dollars to 60 dollars.', '成本降低25%。', '25%'],
    ['a round number', 'The archive holds 31,240 maps.', '该档案收有超过3万张地图。', '3万'],
  ])('as %s', (_, english, chinese, text) => {
    expect(originOf(english, chinese, text)).toBeDefined()
  })
})

describe('a figure of a summary is wrong', () => {
  it.each([
    ['where the rest is another', 'The robot opened 68.4% of the doors.', '其余36.1%的门没有打开。', '36.1%'],
    ['where rough words say more', 'It answers 71.8% of riddles.', '它答对了超过八成的谜语。', '八成'],
    ['where rough words say less', 'It answers 71.8% of riddles.', '它答对了近七成的谜语。', '七成'],
    [
      'where nothing says that it is rough',
      'It answers 72.5% of riddles.',
      '它答对了四分之三的谜语。',
      '四分之三',
    ],
    ['where one digit is off', 'Of 95 wells, 60 ran dry and 35 did not.', '共有98口井。', '98'],
    ['where a range lost a digit', 'Yields lie between 0.65 and 0.94.', '产量从0.6到0.94不等。', '0.6'],
    ['where as many digits are told', 'We scan 62,000 maps.', '我们扫描了6.0万多张地图。', '6.0万'],
    ['where a tenth is lost', 'Yield grows by 25%.', '产量增长超过20%。', '20%'],
    ['where any two figures differ by it', 'Yield grows by 7%, cost by 8%.', '产量提高1%。', '1%'],
    ['where it is a rank', 'We rank 9th of 10 with two bakers and 7 ovens.', '另在另一项列第5。', '5'],
    ['where a multiple is of multiples', 'It is 2x as fast and 8x as wide.', '它快4倍。', '4倍'],
    ['where the range is given to the digit', 'Yield grows by 20% to 55%.', '产量增长20%至50%。', '50%'],
  ])('%s', (_, english, chinese, text) => {
    expect(originOf(english, chinese, text)).toBeUndefined()
  })
})
