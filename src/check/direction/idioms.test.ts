/** Words that look like a denial or a turn, and are none: every one of them once set off a false finding. */
import { describe, expect, it } from 'vitest'
import { translationForm } from '../../paper/form.ts'
import { paperSchema } from '../../paper/paper.ts'
import { checkDirection } from '../direction.ts'

const REST = 'The encoder has 24 layers. We publish the data set and the code.'
const REST_ZH = '编码器有24层。我们公开数据集和代码。'

function check(abstract: string, text: string) {
  const paper = paperSchema.parse({
    id: '2601.00001',
    title: 'Tern',
    authors: [],
    categories: [],
    abstract: `${abstract} ${REST}`,
  })
  const brief = {
    paperId: paper.id,
    version: 1,
    form: translationForm.name,
    language: 'zh-Hans',
    engine: 'llm',
    fields: { title: 'Tern', abstract: `${text}${REST_ZH}` },
  }
  return checkDirection({ paper, form: translationForm, brief })
}

describe('the direction of a statement', () => {
  it.each([
    [
      '不超过 for "not exceeding"',
      'The models reach an accuracy not exceeding 25%.',
      '这些模型的准确率不超过25%。',
    ],
    ['无人艇', 'The planner guides drones and boats.', '该规划器引导无人机与无人艇。'],
    [
      '各不相同',
      'Speakers with varying accents often fail to agree.',
      '口音各不相同的说话人常常无法达成一致。',
    ],
    ['未曾见过', 'The robot walks through unseen rooms.', '机器人穿行于未曾见过的房间。'],
    ['收效甚微', 'We find that reminders are often ineffective.', '我们发现提醒往往收效甚微。'],
    ['并不断', 'The system simulates and refines the plan.', '该系统模拟并不断改进该计划。'],
    ['很少', 'Surveys rarely provide maps of the coast.', '调查很少从这一角度，提供海岸的地图。'],
    ['出人意料', 'The study shows an unexpected symmetry.', '该研究显示出一种出人意料的对称性。'],
    [
      '没有 for "rather than"',
      'Rather than tuning features, we fuse frames.',
      '我们没有调整特征，而是融合各帧。',
    ],
    ['通过去中心化', 'The agents learn through decentralized training.', '智能体通过去中心化的训练来学习。'],
    [
      '尚未……之前 for "before"',
      'The gull warns the flock even before the storm arrives.',
      '海鸥甚至在风暴尚未到来之前就警告鸟群。',
    ],
    ['方兴未艾', 'Machine translation of tide tables is on the rise.', '潮汐表的机器翻译方兴未艾。'],
    [
      '不能只 for "more than"',
      'Here a pilot must do more than steer: it must plan.',
      '此时领航员不能只掌舵：它必须规划。',
    ],
    [
      '"if not better than"',
      'The map is similar to, if not better than, a survey.',
      '这张地图与测量相近，甚至可能更好。',
    ],
    [
      'two denials for "struggle" and "fail"',
      'Their vectors struggle to capture the waves and fail to exploit the tides.',
      '其向量难以刻画海浪，也不能利用潮汐。',
    ],
    [
      'a denial that an English gloss repeats',
      'It raises the Unweighted Recall (UR) from 61.4% to 72.8%.',
      '它把未加权召回率（Unweighted Recall, UR）从61.4%提高到72.8%。',
    ],
    ['并非全部', 'Some of the mapped harbours are right.', '所绘的港口并非全部正确。'],
    [
      '不依赖 for "agnostic"',
      'All methods relied on tides, which shows a lack of moon-agnostic approaches.',
      '所有方法都靠潮汐，说明不依赖月相的方法还是空缺。',
    ],
    [
      'three denials of one list',
      'They cannot measure the waves, provide a forecast, or handle several storms.',
      '它们不能测量海浪，不能提供预报，也不能应对多场风暴。',
    ],
    [
      'two denials that share their words',
      'The chart becomes infeasible for large harbours, and cannot explain the tide.',
      '该图对大型港口变得不可行，也无法解释潮汐。',
    ],
    [
      '不依赖 for "rather than relying on"',
      'Rather than relying on special charts, we repurpose an old one.',
      '我们不依赖专门的海图，而是改用旧海图。',
    ],
    [
      '最大限度',
      'It limits the drift, thereby minimizing interference with the map.',
      '它限制漂移，从而最大限度地减少对地图的干扰。',
    ],
    ['无需配对 for "unpaired"', 'We present an unpaired framework.', '我们提出一个无需配对数据的框架。'],
    [
      '并非最优 for "sub-optimal"',
      'The training is inherently sub-optimal for video.',
      '该训练对视频而言本质上并非最优。',
    ],
    ['必须 for "instead, it must"', 'Instead, data must be modeled as a graph.', '数据必须建模为图。'],
    ['the No-Have rule', 'No-Have improves training by 19.1 points.', 'No-Have使训练提高19.1个百分点。'],
    ['拿不到', 'This metadata is unavailable for image-only tools.', '对纯图像工具来说，拿不到这些元数据。'],
    [
      '不随……变化',
      'The location is architecture-invariant for four models.',
      '对四个模型，该位置不随架构变化。',
    ],
    ['解纠缠', 'It improves disentanglement of features in scenes.', '它改进场景中特征的解纠缠。'],
    ['未成年人', 'We study whether masks make minors look adult.', '我们研究面具能否让未成年人显得成年。'],
    [
      '既没有……也没有',
      'It was taken for a gull 41% of the time, not significantly more or less often than the pilots.',
      '它有41%的时间被当作海鸥，与领航员相比，既没有显著更频繁，也没有显著更不频繁。',
    ],
    [
      '无法 for what an unused thing does not help',
      'The relation between waves and tides has not been exploited to help joint forecasts.',
      '海浪与潮汐之间的关系没有得到利用，无法帮助进行联合预报。',
    ],
    ['"whether or not"', 'We ask whether or not a chart complies.', '我们问一张海图是否合规。'],
    [
      '无法 for what is lacking',
      'This stems from the absence of mechanisms capable of predicting storms.',
      '其原因在于缺少机制，无法预测风暴。',
    ],
    [
      '无需 for "negate the use"',
      'The charts negate the use of costly buoys.',
      '这些海图使得无需使用昂贵的浮标。',
    ],
    [
      '增强框架',
      'We propose a tide-augmented framework for dimension reduction.',
      '我们提出一个用于降维的潮汐增强框架。',
    ],
    ['受到冷落', 'There is a notable lack of attention for small harbours.', '小港口明显受到冷落。'],
    [
      '从……至关重要',
      'Reliable depth estimation from sonar images is crucial for navigation to harbours.',
      '从声呐图像可靠地估计深度，对驶向港口的导航至关重要。',
    ],
    [
      '不确定性 for an acronym',
      'The UQ of sonar offers no clear advantage.',
      '声呐的不确定性量化没有明显优势。',
    ],
    [
      '没有 for "free" beside 完美无缺',
      'The scenes are storm-free with perfect charts.',
      '场景没有风暴，海图完美无缺。',
    ],
    [
      '无须 for "free" beside 避免',
      'The smoothing is SVD-free and avoids long chains.',
      '该平滑无须做 SVD，也避免了长链。',
    ],
    [
      '从而无法 for "failing to"',
      'The gulls memorize the tides and map them to waves, failing to generalize.',
      '海鸥记住潮汐并把它映射成波浪，从而无法泛化。',
    ],
    [
      'a problem that is overcome',
      'The framework overcomes the drift issue and generates consistent views.',
      '该框架克服了漂移问题，能够生成一致的视图。',
    ],
    [
      'relying on one thing and not on another',
      'It relies solely on the tide instead of charts.',
      '它只依赖潮汐而不依赖海图。',
    ],
    [
      'fewer behind a figure',
      'The gull achieves an 8.3% accuracy improvement with 12.7% fewer reasoning tokens.',
      '海鸥以减少12.7%的推理词元取得了8.3%的准确率提升。',
    ],
    [
      'what is evaded',
      'The mark is difficult to detect, for its subtle strokes evade automated detection.',
      '该标记笔画细微，能躲过自动检测，因而难以检测。',
    ],
    [
      '不限于 for "beyond"',
      'Cues from only one-shot examples are used to detect storms beyond the coast.',
      '仅来自单样本示例的线索被用来检测不限于海岸的风暴。',
    ],
    [
      '不依赖 for "independent" beside "dependent"',
      'A map is grounded (tide-dependent, correct) or a prior (tide-independent, wrong).',
      '地图或有依据（依赖潮汐且正确），或是先验（不依赖潮汐且错误）。',
    ],
    [
      'the verb before a thing beside the one behind it',
      'We show its effectiveness in mitigating adversarial influence and enhancing the resilience of gulls.',
      '我们证明它能有效削弱对抗性影响，增强海鸥的韧性。',
    ],
    [
      '一致性不足',
      'Labelling by hand is laborious, inconsistent and slow.',
      '手工标注费时费力、一致性不足、速度缓慢。',
    ],
    [
      'indivisible',
      'For divisible matching, gulls win; for indivisible matching, terns win.',
      '对于可分匹配，海鸥获胜；对于不可分匹配，燕鸥获胜。',
    ],
    [
      '因而不得不 for "forcing"',
      'The storm damages boats, forcing reliance on harbours.',
      '风暴损坏船只，因而不得不依赖港口。',
    ],
    [
      'a denial that a short form holds too',
      'Unseen Gulls (UGs) are new. Approaches generate UGs by optimizing unseen waves.',
      '未见海鸥（UG）是新的。各方法通过优化未见波浪来生成未见海鸥。',
    ],
    [
      '不必 for "without requiring"',
      'Unlearning enables the removal of waves without requiring retraining from scratch.',
      '遗忘可以移除波浪，而不必从头重新训练。',
    ],
    [
      '未得到压缩 for "uncompressed"',
      'The reduction operates inside gulls, leaving the grid uncompressed.',
      '该缩减在海鸥内部起作用，网格并未得到压缩。',
    ],
    [
      '无法 for "fail" beside 难以 for "difficult"',
      'Charts often fail to explain tides, which are understood but difficult to verbalize.',
      '海图往往无法解释潮汐，后者能够理解，却难以用语言表达。',
    ],
    [
      '无需依赖 for "freeing from reliance"',
      'A signal is added, freeing the gull from reliance on external beacons.',
      '加入了一个信号，使海鸥无需依赖外部信标。',
    ],
    [
      '随规模增大而递减',
      'While larger gulls improve, the gains diminish with scale.',
      '更大的海鸥虽有改善，但增益随规模增大而递减。',
    ],
    [
      '付阙如 for "absent"',
      'A systematic review of underwater harbours remains absent.',
      '对水下港口的系统综述仍付阙如。',
    ],
    [
      '借助 for a bypass of another thing',
      'It enables the bypass of perplexity filters: we guide gulls by an auxiliary perplexity score.',
      '它能绕过困惑度过滤：我们借助一个辅助困惑度评分引导海鸥。',
    ],
  ])('takes %s for what it is', (_, abstract, text) => {
    expect(check(abstract, text)).toEqual([])
  })
})
