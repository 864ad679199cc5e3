/** Words that tie a figure to what it measures, in English and Chinese: "accuracy" and 准确率. */

export interface Term {
  key: string
  /** Beginnings of English words, in small letters. */
  stems: readonly string[]
  words: readonly string[]
}

/** What abstracts count: "7 benchmarks", 8个基准. */
const countedTable = `
  benchmark: benchmark,testbed / 基准,測試集,测试集,基準,评测集
  dataset: dataset,corpus,corpora,data set / 数据集,資料集,語料,语料
  model: model,llm,vlm,mllm,lvlm,network,baseline / 模型,大模型,网络,基线
  task: task / 任务,任務
  language: language,lingual / 语言,語言,语种
  domain: domain,field,area,subject,discipline / 领域,領域,学科,科目,域
  category: categor,class,type,genre / 类别,類別,类,種類,种类,类型
  image: image,photo,picture / 图像,图片,照片,影像,張圖
  video: video,clip / 视频,影片,片段
  frame: frame / 帧,幀
  question: question,quer,problem,item / 问题,题,問題,查询,题目
  sample: sample,example,instance,data point / 样本,示例,实例,数据,例,樣本
  token: token / token,词元,标记
  parameter: param / 参数,參數
  hour: hour / 小时,小時
  step: step,iteration / 步,步骤,迭代
  epoch: epoch,round,turn / 轮,轮次,回合,周期
  stage: stage,phase / 阶段,階段
  module: module,component,block,part / 模块,组件,部分,模組
  layer: layer / 层,層
  head: head / 头
  agent: agent / 智能体,代理
  participant: participant,user,people,person,subject,annotator,student,human,patient,rater / 参与者,用户,受试者,标注者,学生,患者,名
  expert: expert / 专家
  paper: paper,stud,article,publication / 论文,研究,文章,文献
  metric: metric,criteri,measure,dimension,aspect,axes / 指标,维度,标准,度量,方面
  scenario: scenario,scene,environment,setting / 场景,环境,设置,情景
  pair: pair / 对
  annotation: annotation,label / 标注,标签
  method: method,approach,technique,algorithm,strateg,framework / 方法,策略,算法,技术,框架
  mechanism: mechanism,principle,rule / 机制,原则,规则
  challenge: challenge,limitation,contribution,insight,finding / 挑战,贡献,发现,局限
  gpu: gpu,card,tpu / GPU,卡,TPU
  node: node / 节点
  server: server,machine,device / 服务器,机器,设备
  tool: tool,api / 工具
  robot: robot / 机器人
  country: countr,region / 国家,地区
  day: day / 天,日
  year: year / 年
  minute: minute / 分钟
  second: second / 秒
  bit: bit / 比特,bit,位
  view: view,camera / 视角,相机,视图
  century: centur / 世纪
  shot: shot / 样本,shot
  sentence: sentence,utterance / 句
  dialogue: dialog,conversation / 对话
  document: document,page / 文档,页
  trajectory: trajector,demonstration,episode / 轨迹,示范,演示
  attack: attack / 攻击
  seed: seed,run,trial / 种子,次`

/** What abstracts measure, compare and set side by side. */
const measuredTable = `
  accuracy: accura / 准确,精度,正确率,準確
  precision: precision / 精确率,查准率
  recall: recall / 召回
  error: error,mistake / 错误,误差,錯誤
  success: succe / 成功
  latency: latenc,delay / 延迟,时延,延遲
  memory: memory,vram / 内存,显存,記憶體,存储
  speed: speed,faster,throughput,accelerat / 速度,加速,快,吞吐
  cost: cost,expens,price,budget / 成本,费用,开销,代价
  energy: energy,power / 能耗,能量,功耗
  training: train,fine-tun,finetun / 训练,微调,訓練
  inference: inference,decod / 推理,推断,解码
  simulation: simulat / 仿真,模拟,模擬
  real: real-world,real world,physical / 真实,现实,實際,物理
  prior: previous,prior,baseline,existing,state-of-the-art / 此前,以往,先前,基线,现有,最优
  human: human,expert,people / 人类,人工,专家
  short: short / 短
  long: long / 长
  small: small,light,tiny / 小,轻量
  large: large,big / 大
  weak: weak / 弱,弱点,缺点
  strong: strong / 强
  easy: easy,simple / 简单,容易
  hard: hard,difficult,challenging / 困难,难
  printed: print / 印刷
  handwritten: handwrit / 手写
  text: text / 文本,文字
  image: image,visual,picture / 图像,视觉,图片
  video: video / 视频
  audio: audio,speech,voice / 音频,语音
  question: question / 问题,问答
  english: english / 英语,英文
  chinese: chinese / 中文,汉语
  seen: seen,in-domain,in-distribution / 已见,域内,分布内
  unseen: unseen,out-of-d / 未见,域外,分布外
  reasoning: reason / 推理
  math: math / 数学
  code: code,coding,program / 代码,编程,编码
  generation: generat / 生成
  understanding: understand / 理解
  detection: detect / 检测
  segmentation: segment / 分割
  classification: classif / 分类
  retrieval: retriev / 检索
  translation: translat / 翻译
  editing: edit / 编辑
  navigation: navigat / 导航
  manipulation: manipulat / 操作,操纵
  average: averag,mean / 平均
  maximum: maxim,up to,peak,at most / 最高,最多,高达,最大,峰值
  minimum: minim,least / 最低,最少,至少,最小
  male: male / 男
  female: female,women / 女
  indoor: indoor / 室内
  outdoor: outdoor / 室外,户外
  pretraining: pre-train,pretrain / 预训练
  teacher: teacher / 教师
  student: student / 学生
  encoder: encoder / 编码器
  decoder: decoder / 解码器
  before: before,originally,initial / 之前,原先,原来,最初
  after: after,with our,final / 之后,最终,后
  pass: pass / 通过
  failure: fail / 失败
  win: win / 胜
  quality: quality / 质量
  appearance: appearance / 外观
  safety: safe,harm / 安全,有害
  attack: attack / 攻击
  compression: compress / 压缩
  resolution: resolution / 分辨率
  length: length / 长度
  width: width / 宽度
  depth: depth / 深度
  score: score / 得分,分数,评分
  gain: improv,gain,increas / 提升,提高,增加,改善
  loss: reduc,decreas,drop,lower / 降低,减少,下降`

/** What tells one of two things from the other, in words too short for a dictionary. */
const contrastTable = `
  gray: gray,grey / 灰
  black: black / 黑
  white: white / 白
  what: what / 什么,何物
  where: where / 何处,哪里,在哪
  german: german / 德
  french: french / 法语
  japanese: japan / 日
  korean: korea / 韩
  front: front / 前
  back: back,rear / 后
  left: left / 左
  right: right / 右
  upper: upper / 上
  lower: lower / 下
  inner: inner,internal,in-d / 内
  outer: outer,external,out-of / 外
  old: old,existing,prior,previous,earlier / 旧,以往,此前,先前,现有
  new: new,our,proposed / 新,本文,我们
  first: first / 第一,首
  second: second / 第二,次
  third: third / 第三
  day: day / 天,日
  night: night / 夜
  young: young / 幼,年轻
  adult: adult / 成人,成年
  child: child,kid,pediatric / 儿童,孩
  train: train / 训练
  test: test / 测试
  speech: speech,voice,audio / 音
  sign: signature,signing / 签名
  row: row / 行
  column: column / 列
  word: word / 词
  sentence: sentence / 句
  page: page / 页
  frame: frame / 帧
  layer: layer / 层
  hit: hit / 命中
  mean: mean,average / 平均,均值
  median: median / 中位
  input: input / 输入
  output: output / 输出
  read: read / 读
  write: write,writing,written / 写
  buy: buy,purchas / 买,购
  sell: sell,sold,sale / 卖,售
  urban: urban,city,cities / 城
  rural: rural,village / 乡,农村
  north: north / 北
  south: south / 南
  east: east / 东
  west: west / 西
  summer: summer / 夏
  winter: winter / 冬
  wet: wet / 湿
  dry: dry / 干
  hot: hot,warm / 热,暖
  cold: cold,cool / 冷,寒
  high: high / 高
  low: low / 低
  near: near,close / 近
  far: far,distant / 远
  positive: positive / 阳,正
  negative: negative / 阴,负
  true: true / 真
  false: false,fake / 假,伪`

export const countedTerms = readTable(countedTable)
export const contrastTerms = [...readTable(measuredTable), ...readTable(contrastTable)]

function readTable(table: string): readonly Term[] {
  return table
    .trim()
    .split('\n')
    .map(line => {
      const [key = '', rest = ''] = line.trim().split(': ')
      const [stems = '', words = ''] = rest.split(' / ')
      return { key, stems: stems.split(','), words: words.split(',') }
    })
}

/** Where a stem begins a word of the text, which is in small letters; -1 where none does. */
export function findStem(text: string, stem: string, from = 0): number {
  let at = text.indexOf(stem, from)
  while (at > 0 && isLetter(text.charCodeAt(at - 1))) at = text.indexOf(stem, at + 1)
  return at
}

function isLetter(code: number): boolean {
  return code >= 97 && code <= 122
}
