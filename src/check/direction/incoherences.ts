/** Denials that nobody writes, and affirmations that nobody makes: 不需要注意, 需要任何, 无效地. */

export interface Incoherence {
  told: RegExp
  kind: 'negation-added' | 'negation-dropped'
  /** A word of the source, in small letters, that allows it after all. */
  licence?: RegExp
  /**
   * What lets it be said in good faith: that the source, where it is told of, denies something or speaks of others
   * (`near`), that it denies something there outright (`plain`), or that it denies nothing there (`affirmed`).
   */
  openTo?: 'near' | 'plain' | 'affirmed'
}

const WHOM =
  '从业者|开发者|研究者|人员?|团队|用户|工程师|机构|组织|读者|应用|系统|场景|场合|任务|智能体|项目|企业|模型|产品|平台|部署方?'
export const INCOHERENCES: readonly Incoherence[] = [
  { told: /不需要(?=注意|留意|指出的|强调的|说明的|谨慎|警惕|当心)/g, kind: 'negation-added' },
  { told: /不可以(?=考虑|参考|关注|借鉴|试用|尝试|选用)/g, kind: 'negation-added' },
  // Of things, written Chinese says 不能 and 无法.
  { told: /不可以/g, kind: 'negation-added', openTo: 'plain' },
  // What others do is told of in their disfavour.
  {
    told: /(?:现有|已有|以往|传统|先前|多数|主流|通用|这些|此类|近期)[^。；]{0,30}(?:往往|通常|常常|大多|仍|要么|却|一般|多)[仅只]?不(?:需要|依赖)/g,
    kind: 'negation-added',
    openTo: 'plain',
  },
  {
    told: /(?:日益|经常|迫切|历来|尤其|常常?|往往|通常)不需要|(?<!不)(?:仅|只|又|严重|高度|过度|主要|大多|普遍|深度|很大程度上|相互|过于|极度|往往|通常)不依赖/g,
    kind: 'negation-added',
    openTo: 'plain',
  },
  // Nobody asks it so.
  {
    told: /是否(?:同样|依然|仍然|仍|也|依旧)?(?:无效|不成立|不足(?!以))|不成立[吗？?]/g,
    kind: 'negation-added',
    openTo: 'plain',
  },
  {
    told: /(?:始终|均|一致|都)不优于|不优于(?=现有|以往|最先进|多种|传统|单独|先前)/g,
    kind: 'negation-added',
    openTo: 'plain',
  },
  // A figure with its tenths is what was reached.
  { told: /未达到了?\s?\d+\.\d/g, kind: 'negation-added', openTo: 'plain' },
  { told: /(?:框架|方法|模型|系统|算法)，无法/g, kind: 'negation-added', openTo: 'plain' },
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
    told: new RegExp(`不需要[^，。；]{2,40}的(?:${WHOM})(?=$|[，。；（、来说而言可宜应])`, 'g'),
    kind: 'negation-added',
    openTo: 'plain',
  },
  {
    told: /(?:适合|适用于|面向|供)不需要[^，。；]{2,40}/g,
    kind: 'negation-added',
    openTo: 'plain',
  },
  {
    told: /(?<=^|[。；])(?:若|如果?|对于?|面向|给|在)?不需要[^，。；]{2,40}(?:时|的[^，。；]{1,10})?，(?=可|宜|应|建议|值得|不妨)/g,
    kind: 'negation-added',
    openTo: 'plain',
  },
  // Of what a paper does not tell, one makes sure.
  {
    told: /(?:收益|输出|结果|采用前|使用前|部署前|落地前)[^，。；]{0,4}不需要|不需要(?:再)?(?:自行|进一步|在自己|另行|先)?[^，。；]{0,8}(?:验证|核查|核验|检验|确认)/g,
    kind: 'negation-added',
    openTo: 'plain',
  },
  {
    told: /(?:的|这一|该|种)不需要(?=[。，；？、])|(?<!不)[只仅]不(?:需要|依赖)|虽然?无效/g,
    kind: 'negation-added',
  },
  {
    told: /(?:相互|彼此)不依赖|要么不(?:需要|依赖)|(?:发展|兴起|普及|影响|偏差|威胁|挑战|风险|昂贵)[^。；，]{0,12}，(?:因此|因而|这)?不需要|如何[^，。；？]{0,16}(?:无法|不能够)/g,
    kind: 'negation-added',
    openTo: 'plain',
  },
  { told: /不再没有|只[在有]不需要时/g, kind: 'negation-added' },
  // Nobody makes what cannot, and nothing is improved so that it cannot.
  {
    told: /(?:开发|提出|构建|研制|推出)(?:出|了)?(?:一[种个套])?无法(?!被|察觉|区分|辨)/g,
    kind: 'negation-added',
  },
  {
    told: /(?:减少|降低|提升|提高|节省|缩短|改进)[^。；，]{2,40}[，、](?:从而)?(?:使|让)[^，。；]{0,10}无法|我们的?(?:方法|结果|框架|工作|模型|系统)[^，。；]{0,8}使[^，。；]{0,10}无法/g,
    kind: 'negation-added',
  },
  { told: /从而(?:无法|不能够?)(?!被)/g, kind: 'negation-added', openTo: 'near' },
  {
    told: /无法[^，。；]{1,16}(?:提供|带来)(?:了)?(?:有力|强大|丰富|宝贵)的|(?:可靠|强大|有效|实用|变革性)的?(?:工具|方案|方法|框架|系统)，无法|(?:方案|方法|框架|系统|模型)无法(?=支持(?:有效|高效|可靠))/g,
    kind: 'negation-added',
  },
  { told: /是否(?:真的|真正|确实)?(?:无法|不能|不可以|不需要)/g, kind: 'negation-added', openTo: 'near' },
  // What is not told lets nobody judge, and what is right is not kept away.
  {
    told: /(?:未|没有)[^。；]{2,40}，?(?:因此|因而|所以)?(?:能够|(?<!不)足以)(?=据此|直接(?:作为|用于|判断|替代)|判断|替代)/g,
    kind: 'negation-dropped',
  },
  { told: /(?<![不是至])应(?:该|当)?[仅只](?=凭|看|依赖|依据|靠)/g, kind: 'negation-dropped' },
  {
    told: /(?:抑制|剔除|过滤|滤除|排除|避免)掉?了?(?:那些)?(?:可靠|相关|必要|准确|一致|稳定|重要|充分)的/g,
    kind: 'negation-dropped',
  },
  {
    told: /(?:检测|识别|泛化[到至]|推广[到至]|迁移[到至]|适应)了?(?:任何|所有)?见过的/g,
    kind: 'negation-dropped',
  },
  {
    told: /要么[^，。；]{2,14}(?:高昂|昂贵|缓慢|低效|受限|不足|困难|复杂)，要么(?:可靠|准确|高效|有效|稳定|充分)/g,
    kind: 'negation-dropped',
  },
  // What can be done is no limitation.
  {
    told: /(?<!(?:克服|解决|缓解|避免|应对|消除|减轻|处理|攻克|突破)[^，。；]{0,16})(?:局限|挑战|问题|缺陷|困难|瓶颈)[^。；]{0,6}[：，](?:一是|其一|第一，?|首先)?(?:能够|足以)/g,
    kind: 'negation-dropped',
  },
  // Both halves say the same way: 既不能……也无法.
  { told: /既(?:能够?|可以)[^，。；]{1,24}，?[也又](?:无法|不能够?|难以)/g, kind: 'negation-dropped' },
  {
    told: /不(?:再)?(?:需要?|要求|依赖|改变|使用|涉及|引入)[^，。；]{1,18}，也(?:需要|要求|必须|依赖)/g,
    kind: 'negation-dropped',
  },
  { told: /(?<![不无毋再])(?:需要|依赖)任何|并足以|在有任何/g, kind: 'negation-dropped' },
  {
    told: /(?<![只仅不无毋再都也])需要[^，。；的时]{1,12}，?(?:即可|便可|就能|便能|就可)/g,
    kind: 'negation-dropped',
  },
  {
    told: /尚能够|能够只(?=[看凭])|(?<=[对在类与和])见(?=类别|任务|数据|领域|场景|对象|物体)/g,
    kind: 'negation-dropped',
  },
  {
    told: /确实(?=够|相同|一定|容易|依赖|总是|必然|没有)/g,
    kind: 'negation-dropped',
    licence:
      /^(?:indeed|actual\w*|tru\w*|real\w*|confirm\w*|certain\w*|do|does|did|genuin\w*|verif\w*|valid\w*|fact\w*|reliab\w*|exist\w*|effective\w*|show\w*|find\w*|evidence|whether)$/,
  },
  {
    told: /确实(?:意味着|说明|等于|现实|适用|清楚|均匀|完整|理想|一致|稳定|够)|只需[^，。；]{1,24}而需要|(?<!不)足以(?:直接|断言|支持直接)|(?:不宜|不应|并非|不要)[^。；]{2,50}，[也亦](?:能够|足以)/g,
    kind: 'negation-dropped',
    licence: /^(?:indeed|actual\w*|tru\w*|really|confirm\w*|verif\w*)$/,
  },
  {
    told: /(?<![不宜])应(?:该|当)?(?:指望|假定|假设|默认|止于|一套|急于|轻信|盲目|照搬|想当然|[把将][^，。；]{2,24}等同)/g,
    kind: 'negation-dropped',
    licence: /^(?:assum\w*|presum\w*|suppos\w*|default\w*|identif\w*)$/,
  },
  {
    told: /(?:但|然而|可)(?:现有|以往|已有|传统|此前|先前)[^，。；]{0,16}(?:能够|足以|确实)/g,
    kind: 'negation-dropped',
    openTo: 'affirmed',
  },
]

// One of these stands in each of the patterns above.
export const ANY_INCOHERENCE =
  /不需要|不可以|不依赖|不成立|不足|未达到|确实|无效|没有帮助|不优于|不胜过|不好于|不强于|需要|依赖任何|能够|足以|是否|既可以|见|也要求|也必须|也依赖|不再没有|有任何|无法|不能|应该?当?[仅只把将指假默止一急轻盲照想]|要么|(?:靠|关|要|确|致|定|分)的/
