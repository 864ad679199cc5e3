import { describe, expect, it } from 'vitest'
import { translationForm } from '../paper/form.ts'
import { paperSchema } from '../paper/paper.ts'
import { checkNames } from './names.ts'

/** Findings on a brief whose abstract is `text`, against a source of `abstract`. */
function check(abstract: string, text: string): string[] {
  const paper = paperSchema.parse({
    id: '2601.00001',
    title: 'A study',
    authors: [],
    categories: [],
    abstract,
  })
  const brief = {
    paperId: paper.id,
    version: 1,
    form: 'translation',
    language: 'zh-Hans',
    engine: 'llm',
    fields: { title: '研究', abstract: text },
  }
  return checkNames({ paper, brief, form: translationForm }).map(
    ({ severity, quote, expected }) => `${severity} ${quote} ${expected}`,
  )
}

describe('checkNames', () => {
  it('names what the source has in the place of a mistyped name', () => {
    expect(check('We test GPT-4o.', '我们测试GPT-40。')).toEqual(['error GPT-40 GPT-4o'])
  })

  it('sees the wrong size of a model', () => {
    expect(check('We tune Qwen2.5-VL-7B.', '我们微调Qwen2.5-VL-72B。')).toEqual([
      'error Qwen2.5-VL-72B Qwen2.5-VL-7B',
    ])
  })

  it.each([
    ['USACO of the source’s words', 'on the USA Computing Olympiad', '在美国计算机奥林匹克（USACO）上'],
    ['the raised index of a formula', 'on COCO-20$^i$', '在 COCO-20$^i$ 上'],
    [
      'a series by its head',
      'on EndoTern2017 and EndoTern2018',
      '在EndoTern系列的EndoTern2017与EndoTern2018上',
    ],
    ['the way from one to another', 'from RGB-to-3D', '，由RGB转3D得到'],
    ['a plural in the singular', 'of BCIs/BMIs', '的BCI/BMI'],
    ['a name without its English tail', 'for GPT-4-generated prompts', '，即GPT-4生成的提示'],
    ['the stem of a derived name', 'to raise TERNness', '以提高TERN程度'],
    ['a name beside its sum with another', 'of TERN-only and TERN+ GULLNET', '：TERN与TERN+ GULLNET'],
    ['a unit in letters', 'in gigabytes', '，以GB计'],
    ['a measure of sound in letters', 'The gain is not told.', '摘要没有给出增益的 dB 数。'],
    ['a word that a lost blank glued', 'under fog andFalling lamps', '，雾中与坠落的灯下'],
    ['a name that a lost blank glued', 'of terns andTERN/GULL-best', '：TERN/GULL-best'],
    ['an index below and above', 'with $\\mathrm{F}_{1}^{C}$ in mind', '，并考虑F₁ᶜ'],
    ['a unit in micrometres', 'on 3 um^2 and 7 uW us', '：3 µm² 和 7 µW·µs'],
    ['a name that a plus joins to a word', 'with TernNet+Attention', '：TernNet+注意力'],
    ['a name that a colon joined to a word', 'with GullSound-V1:Towards Quiet', '：GullSound-V1'],
    ['a name of degrees of freedom', 'of 5DOF and 3DOF arms', '：5自由度和3自由度的机械臂'],
    ['petabytes', 'with petabyte-scale archives', '，存档达PB级'],
    ['two pluses before a word', 'on Gull++ and Tern', '，在Gull++上与Tern上'],
    ['the key of a citation', 'of Gull \\cite{tide2031gulls}', '，即Gull（tide2031gulls）'],
    ['a name made a verb', 'TERNing the gulls with TERN', '，用TERN驯服海鸥'],
    ['a name that ran into the next sentence', 'on Gull-CE.Project pages', '，即Gull-CE'],
    ['what is counted in one word', 'on 8xH200 GPUs', '在8块H200 GPU上'],
    ['two names that a full-width colon parts', 'of Swift and CNNs', '，即Swift：CNN'],
    [
      'a repository by its name',
      'at https://github.com/fern/FernTrack',
      '仓库名为FernTrack（https://github.com/fern/FernTrack）',
    ],
  ])('knows %s', (_, abstract, text) => {
    expect(check(`We report results ${abstract}.`, `我们报告结果：${text}。`)).toEqual([])
  })

  it('lets a translator drop a name that is also a common word', () => {
    const abstract = 'HyperGraph learning joins them. We learn on a hypergraph. HyperGraph helps.'
    expect(check(abstract, '超图学习把它们结合起来。我们在超图上学习。超图有帮助。')).toEqual([])
  })

  it('takes no formula from the title into the abstract', () => {
    const paper = paperSchema.parse({
      id: '2601.00001',
      title: '$$#a3%',
      authors: [],
      categories: [],
      abstract: '$$',
    })
    const brief = {
      paperId: paper.id,
      version: 1,
      form: 'translation',
      language: 'en',
      engine: 'llm',
      fields: { title: '$$#a3', abstract: '$$' },
    }
    expect(checkNames({ paper, brief, form: translationForm })).toEqual([])
  })

  it('warns where only hyphens and blanks differ', () => {
    expect(check('Video-R2 wins.', 'Video R2胜出。')).toEqual(['warning Video R2 Video-R2'])
  })

  it('reads raised, styled and full-width letters as the letters they are', () => {
    expect(check('We use L$_2$ loss and 𝔼-Net, ＧＰＴ-4.', '我们使用L2损失和E-Net、GPT-4。')).toEqual([])
  })

  it('lets a translator give the English of a term in brackets', () => {
    expect(
      check('GRPO helps.', '组相对策略优化（Group Relative Policy Optimization, GRPO）有帮助。'),
    ).toEqual([])
  })

  it('leaves figures with units to the check of quantities', () => {
    expect(check('We use 18 thousand clips at 4 times the speed.', '我们以4x速度使用18K片段。')).toEqual([])
  })

  it('knows a short form one letter off, though words of the source happen to begin so', () => {
    const source = 'We tune generative reward models (GRMs). Candidates receive more votes. A GRM wins.'
    expect(check(source, '我们微调生成式奖励模型（GRM）。CRM胜出。')).toEqual(['error CRM GRM'])
  })

  it('lets a translator shorten a term of the source', () => {
    expect(check('Vision-language models beat VLA.', '视觉语言模型（VLM）胜过VLA。')).toEqual([])
  })

  it('knows a mistyped short word by its neighbours', () => {
    expect(check('We read the Web of Science.', '我们阅读Wbe of Science。')).toEqual(['error Wbe Web'])
  })

  it('tells moved capitals and a lost plus from a matter of care', () => {
    expect(check('ComMem helps.', 'CoMmem有帮助。')).toEqual(['error CoMmem ComMem'])
    expect(check('MST++ helps.', 'MST有帮助。')).toEqual(['error MST MST++'])
    expect(check('GitBook helps.', 'Gitbook有帮助。')).toEqual(['warning Gitbook GitBook'])
  })

  it('reads a measure whose formula stays LaTeX', () => {
    expect(check('It gains 5.9% AP$_{50:95}$.', '它使AP50:95提高5.9%。')).toEqual([])
  })

  it('misses a proper name that stands once', () => {
    expect(check('It tops LaSOT and GOT.', '它在GOT上领先。')).toEqual(['error undefined LaSOT'])
    expect(check('We use Qwen-VL.', '我们使用一个模型。')).toEqual(['error undefined Qwen-VL'])
  })

  it('lets another proper name not stand for one of the same tail', () => {
    expect(check('We propose DA-Code and use DS tasks for code.', '我们提出DS-Code。')).toContain(
      'error DS-Code DA-Code',
    )
  })

  it.each([
    ['a level of people', 'We set PhD-level tasks.', '我们布置博士水平的任务。'],
    ['one word with a capital inside', 'A Least reBalancing (LEB) mask helps.', '一种最少重平衡掩码有帮助。'],
    ['two words with capitals inside', 'The AutoRegressive--Diffusion mix wins.', '自回归与扩散的混合胜出。'],
    [
      'a prefix before a name that the brief has',
      'An Omni-FRN uses FRN. FRN wins.',
      '全能框架用FRN。FRN胜出。',
    ],
    ['an article that a blank has left', 'AStep by step plan.', '逐步的计划。'],
    ['a unit', 'It uses 3 kWh at 120 mmHg, then 4 kWh.', '它在120毫米汞柱下先用3千瓦时，再用4千瓦时。'],
    ['a substance', 'We grow TiO2. The TiO2 film shines.', '我们生长二氧化钛。该薄膜发光。'],
    ['a person', 'We follow DeLong closely.', '我们沿用德朗的做法。'],
  ])('is not sure that %s is missing', (_, abstract, text) => {
    expect(check(abstract, text).filter(finding => finding.startsWith('error'))).toEqual([])
  })

  it.each([
    ['HARQ beside ARQ', 'We send 1-bit hybrid ARQ.', '我们发送混合重传，即HARQ。'],
    ['BERT beside KoBERT', 'We tune KoBERT.', '我们微调BERT系列的KoBERT。'],
  ])('is not sure of %s', (_, abstract, text) => {
    expect(check(abstract, text).filter(finding => finding.startsWith('error'))).toEqual([])
  })

  it('is sure of a letter that was lost or doubled', () => {
    expect(check('We tune HARQ.', '我们微调ARQ。')).toEqual(['error ARQ HARQ'])
    expect(check('We tune BERT.', '我们微调BBERT。')).toEqual(['error BBERT BERT'])
  })

  it.each([
    ['DeepWalk', 'We train DeepWalk. DeepWalk wins.', '我们训练一个模型。它胜出。'],
    ['Fern-3-mini', 'We train Fern-3-mini and Fern.', '我们训练一个模型和Fern。'],
    ['TreeQux', 'We train TreeQux.', '我们训练一个模型。'],
  ])('is sure that %s is missing', (name, abstract, text) => {
    expect(check(abstract, text)).toContain(`error undefined ${name}`)
  })

  it('reads a name of which a part is a formula', () => {
    expect(check('We call it $B^2$RC-FPN.', '我们称之为$B^2$RC-FPN。')).toEqual([])
    expect(check('We call it $B^2$RC-FPN.', '我们称之为$B^2$RC-FPM。')).not.toEqual([])
  })

  it('lets a brief mend a slip of the source', () => {
    expect(check('A list of seach result pairs.', '一列检索结果（search result）对。')).toEqual([])
  })
})
