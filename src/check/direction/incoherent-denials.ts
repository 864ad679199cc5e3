/** Finds denials that nobody writes, because their own sentence contradicts them: 不需要注意, 需要任何, 无效地. */
import { mayDeny } from './denied-in-selection.ts'
import { matchClause } from './match-clause.ts'
import type { Turn } from './negations.ts'
import type { SentenceCase } from './sentence-case.ts'

interface Incoherence {
  told: RegExp
  kind: 'negation-added' | 'negation-dropped'
  /** A word of the source, in small letters, that allows it after all. */
  licence?: RegExp
  /** Said in good faith where the source denies something there. */
  isOpen?: boolean
}

const WHOM =
  '从业者|开发者|研究者|人|团队|用户|研究人员|工程师|机构|读者|应用|系统|场景|任务|智能体|项目|企业|模型'
const INCOHERENCES: readonly Incoherence[] = [
  { told: /不需要(?=注意|留意|指出的|强调的|说明的|谨慎|警惕|当心)/g, kind: 'negation-added' },
  { told: /不可以(?=考虑|参考|关注|借鉴|试用|尝试|选用)/g, kind: 'negation-added' },
  // "So a new … is not needed" is no motive for one.
  {
    told: /(?:因此|因而|所以|故)[^，。；]{0,6}不需要(?=更|新的|进一步|一[种个份]|考察|探索|深入)/g,
    kind: 'negation-added',
  },
  {
    told: /不需要(?=更(?:好|强|多样|稳健|可靠|精细|高效|系统|严格))|(?:最少|至少|究竟)不需要/g,
    kind: 'negation-added',
  },
  {
    told: /[最更]没有帮助|无效地|(?:快速|高效|稳健|可靠|准确|显著|稳定)(?:而|且|、)?无效/g,
    kind: 'negation-added',
    licence: /^(?:ineffective\w*|futile|vain|inefficien\w*)$/,
  },
  { told: /(?:大幅|显著|全面)不(?=优于|胜过|好于|强于)/g, kind: 'negation-added' },
  {
    told: /(?:的|这种|内在)不依赖(?=程度|关系|又|也|的问题|问题|，|。|$)/g,
    kind: 'negation-added',
    licence: /^independen\w*$/,
  },
  // Whom advice is for.
  {
    told: new RegExp(`不需要[^，。；]{2,40}的(?:${WHOM})(?=$|[，。；来说而言可宜应])`, 'g'),
    kind: 'negation-added',
    isOpen: true,
  },
  {
    told: /(?:适合|适用于|面向|供)不需要[^，。；]{2,40}/g,
    kind: 'negation-added',
    isOpen: true,
  },
  { told: /不再没有|只[在有]不需要时/g, kind: 'negation-added' },
  { told: /是否(?:真的|真正|确实)?(?:无法|不能|不可以|不需要)/g, kind: 'negation-added', isOpen: true },
  // What can be done is no limitation.
  {
    told: /(?:局限|挑战|问题|缺陷|困难|瓶颈)[^。；]{0,6}[：，](?:一是|其一|第一，?|首先)?(?:能够|足以)/g,
    kind: 'negation-dropped',
  },
  // Both halves say the same way: 既不能……也无法.
  { told: /既(?:能够?|可以)[^，。；]{1,24}，?[也又](?:无法|不能够?|难以)/g, kind: 'negation-dropped' },
  {
    told: /不(?:再)?(?:需要?|要求|依赖|改变|使用|涉及|引入)[^，。；]{1,18}，也(?:需要|要求|必须|依赖)/g,
    kind: 'negation-dropped',
  },
  { told: /(?<![不无毋])(?:需要|依赖)任何|并足以|在有任何/g, kind: 'negation-dropped' },
  {
    told: /(?<![只仅不无毋再都也])需要[^，。；的时]{1,12}，?(?:即可|便可|就能|便能|就可)/g,
    kind: 'negation-dropped',
  },
  {
    told: /尚能够|能够只(?=[看凭])|(?<=[对在类与和])见(?=类别|任务|数据|领域|场景|对象|物体)/g,
    kind: 'negation-dropped',
  },
  {
    told: /确实(?=相同|一定|容易|依赖|总是|必然|没有)/g,
    kind: 'negation-dropped',
    licence:
      /^(?:indeed|actual\w*|tru\w*|real\w*|confirm\w*|certain\w*|do|does|did|genuin\w*|verif\w*|valid\w*|fact\w*|reliab\w*|exist\w*|effective\w*|show\w*|find\w*|evidence|whether)$/,
  },
]

// One of these stands in each of the patterns above.
const ANY =
  /不需要|不可以|不依赖|确实|无效|没有帮助|不优于|不胜过|不好于|不强于|需要|依赖任何|能够|足以|是否|既可以|见|也要求|也必须|也依赖|不再没有|有任何/

/** In Chinese briefs of every form. */
export function findIncoherentDenials(sentenceCase: SentenceCase): Turn[] {
  const { text, tongue, trace, source } = sentenceCase
  // What nothing in the source is like contradicts itself all the same.
  const main = source[0] ?? trace.source[0]
  if (trace.bridge !== 'dictionary' || !main || !ANY.test(text)) return []
  return INCOHERENCES.flatMap(({ told, kind, licence, isOpen }) =>
    [...text.matchAll(told)].flatMap(({ index }): Turn[] => {
      const quote = tongue.clauseAround(text, index + 1)
      if (licence && trace.source.some(({ words }) => words.some(word => licence.test(word.text)))) return []
      if (isOpen) {
        const near = matchClause(sentenceCase, quote, 1)
        if (near.length === 0 || near.some(match => mayDeny(sentenceCase, match))) return []
      }
      return [{ kind, quote, source: main }]
    }),
  )
}
