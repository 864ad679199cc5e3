/** The phrases by which a sentence of an abstract tells its role. */
import type { SentenceRole } from './engine.ts'

export interface Cue {
  /** Lower-case words; `*` at the end of one stands for any ending. */
  words: readonly string[]
  role: SentenceRole
  weight: number
}

/** Cues whose first word is open at its end are found by its first letters. */
export const STEM_LENGTH = 3

const CUES: Record<SentenceRole, Record<number, string>> = {
  background: {
    1: `offer* | promising | typically | traditionally | commonly | widely | essential | crucial | important |
      fundamental | critical | vital | popular | modern | plays a | play a | is a | are a | widespread | applications`,
    2: `has become | have become | is becoming | are becoming | has emerged | have emerged | has attracted |
      have attracted | has gained | have gained | have shown | has shown | have demonstrated | has demonstrated |
      have achieved | has achieved | has been | have been | recent advances | recent progress | recent years |
      recent developments | recent work | recent works | recent studies | recently | rapid | growing | increasingly |
      have revolutionized | has revolutionized | cornerstone | advances in | in recent | is known | are known | 近年来 |
      近年 | 随着 | 广泛 | 被广泛`,
  },
  problem: {
    1: `rely on | relies on | relying on | problem | problems | issue | issues | question | questions | difficult |
      limited | require* | expensive | costly | existing | current | prior | conventional | traditional | sparse |
      complex | but | only | without | needs | risk | risks | ignore* | neglect* | overlook* | error* | ambigu*`,
    2: `despite | although | while | yet | lack | lacks | lacking | limitation* | challenge* | remain | remains |
      struggl* | suffer | suffers | suffering | unclear | underexplored | under-explored | unexplored | understudied |
      hinder* | prohibitive* | bottleneck* | gap | gaps | insufficient | prone to | vulnerab* | inadequate |
      fail | fails | failing | cannot | can we | how can | is it possible | not well | poorly | inefficien* | existing methods |
      existing approaches | existing works | existing work | current methods | current approaches | prior methods |
      open question | little is known | few works | no existing | degrade* | constrain* | unresolved | 挑战 | 不足 | 难以 | 缺乏 | 问题`,
    3: `however | nevertheless | nonetheless | unfortunately | remains challenging | remain challenging | 然而 | 但是 | 但`,
  },
  method: {
    1: `using | based on | via | consist* | comprise* | compris* | first | second | then | by combining | module* | stage* |
      component* | framework | approach | method | algorithm | architecture | mechanism* | strategy | pipeline |
      train* | learn* | formulat* | integrat* | incorporat* | employ* | leverag* | we evaluate | design* | 方法 | 采用 | 利用`,
    2: `specifically | in particular | to achieve | we use | we utilize | we employ | we leverage | we adopt | we train | we apply |
      we combine | we extend | we adapt | we derive | we construct | we build | we collect | we create | we compare |
      we analyze | we analyse | we examine | we then | we first | we further | we also | we conduct | we model | we define |
      our approach | our method | our framework | our model | our pipeline | our system | our algorithm | key idea | core idea |
      key insight | the proposed | at its core | it first | it then | is designed to | by leveraging | by introducing |
      by integrating | by incorporating | by modeling | by using | which consists of | together with | 具体而言 | 我们使用`,
    3: `to address | to tackle | to this end | to overcome | to mitigate | to solve | to bridge | to fill | to resolve |
      we address | we study | we investigate | we explore | we consider | we describe | we ask | we revisit | we formalize |
      we formulate | here we | this paper | this work | this study | this article | this thesis | this survey | this report |
      in this paper | in this work | in this study | in response | motivated by | inspired by | 为此 | 为解决 | 针对`,
    5: `we propose | we introduce | we present | we develop | we design | is proposed | are proposed | is introduced |
      is presented | is developed | paper proposes | paper introduces | paper presents | paper develops | work proposes |
      work introduces | work presents | study proposes | study introduces | study presents | article proposes |
      article presents | we therefore propose | we thus propose | proposes a | introduces a | introduce a | 本文提出 |
      我们提出 | 本文 | 提出了 | 提出一种`,
  },
  results: {
    1: `accuracy | dataset* | benchmark* | baseline* | performance | evaluation* | compared | reduc* | improv* | gain* | score* |
      better | higher | lower | faster | robust* | effective* | significant* | consistent* | competitive | respectively |
      across | metric* | generaliz* | effectiveness | while maintaining`,
    2: `outperform* | surpass* | exceed* | superior* | experiment* | experimental | empirically | empirical | reveal* |
      we find | we found | we show | we observe | we prove | we demonstrate | our analysis | our evaluation | our findings |
      yield* | achiev* | attain* | reach* | demonstrat* | validate* | up to | compared to | compared with | state-of-the-art |
      on average | evaluated on | evaluations on | an average | 优于 | 准确率 | 提升`,
    4: `experiments show | experiments demonstrate | experimental results | extensive experiments | results show |
      results demonstrate | results indicate | results reveal | our results | results on | evaluation results | empirical results |
      experiments on | evaluation on | experiments across | evaluations across | results confirm | evaluations show |
      evaluations demonstrate | comprehensive experiments | comprehensive evaluations | simulation results | 实验结果 | 实验表明 | 结果表明`,
  },
  contribution: {
    1: `enabl* | overall | potential | future | practical | provide | provides | provid* | foundation | opens | direction* | toward |
      guide* | establish* | contribute*`,
    2: `highlight* | underscor* | suggest | suggests | suggesting | implication* | insights | insight | in summary |
      in conclusion | taken together | together these | these findings | these results | our findings suggest | our work |
      our study | offering a | offers a | pav* | lays | broader | demonstrating the potential | findings suggest | value of`,
    4: `contributions | main contribution | key contributions | to the best of our knowledge | to our knowledge | the first to | paving the way |
      pave the way | paves the way | we conclude | we argue | we hope | 贡献 | 综上`,
  },
  resources: {
    2: `open-source* | open-sourced | open sourced | github | huggingface | publicly | demo | demos | weights | checkpoints`,
    6: `code is | code are | codes are | code and | code for | code will | our code | our codes | source code | project page | project website | project site |
      publicly available | is available | are available | available at | made available | available on | will be released | be made public | will be made | we release |
      we open-source | we open source | we publicly release | we make our | can be found at | can be found here | open-sourced at | website |
      homepage | releasing | is released | are released | fully open-source* | 开源 | 代码`,
  },
}

/** By the first word without its `*`; Chinese cues apart, since Chinese text has no words between spaces. */
export const latinCues: ReadonlyMap<string, readonly Cue[]> = groupCues()
export const hanCues: readonly (Cue & { text: string })[] = listCues()
  .filter(({ words }) => /\p{Script=Han}/u.test(words[0] ?? ''))
  .map(cue => ({ ...cue, text: cue.words.join('') }))

function listCues(): Cue[] {
  return Object.entries(CUES).flatMap(([role, byWeight]) =>
    Object.entries(byWeight).flatMap(([weight, list]) =>
      list.split('|').map(phrase => ({
        words: phrase.trim().split(/\s+/),
        role: role as SentenceRole,
        weight: Number(weight),
      })),
    ),
  )
}

function groupCues(): Map<string, Cue[]> {
  return Map.groupBy(listCues(), ({ words: [first = ''] }) =>
    first.endsWith('*') ? `${first.slice(0, STEM_LENGTH)}*` : first,
  )
}
