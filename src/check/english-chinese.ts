/** A small dictionary of academic English: which Chinese words a translation of a word may hold. */

import { remember } from '../paper/remember.ts'
import { once } from './once.ts'

// Key: the beginning of a word, up to an ending such as -s, -ed, -ation. A word that is not here says nothing.
const ENTRIES = `
abandon=放弃/舍弃/摒弃/抛弃 abil=能力/能够/可以 ablat=消融 absen=缺乏/缺少/没有/缺失/缺席/不存在 absolut=绝对 abstract=抽象/摘要
abundan=丰富/大量/充足 academ=学术/高校 acceler=加速/加快/提速 accept=接受/接收/可接受 access=访问/获取/获得/取得/接触/利用/可用/无障碍
accident=事故/意外 accommodat=适应/容纳/兼顾 accompan=伴随/附带/随附/同时/配有 accomplish=完成/实现/达成 account=考虑/解释/占/账户/顾及
accumul=积累/累积/累计 accura=准确/精确/精度/精准/正确 achiev=实现/达到/取得/获得/达成/成就/完成 acoustic=声学/声音 acquir=获取/获得/采集/习得/取得
act=行动/动作/行为/充当/起/作为 action=动作/行动/操作 activ=激活/主动/活动/积极/活跃/能动 actor=参与者/演员/行动者 actual=实际/真实/真正/其实
adapt=适应/自适应/适配/改编/调整 add=添加/增加/加入/附加/新增/补充 addition=此外/另外/额外/附加/除此/还 address=解决/应对/处理/地址/针对/克服/填补 adequa=充分/足够/适当
adher=遵循/遵守/坚持/符合 adjust=调整/调节/调控 adopt=采用/采纳/采取/普及 advanc=先进/进步/进展/推进/高级/推动/前沿/发展 advantag=优势/优点/优越/优于/好处
advers=对抗/不利/负面/敌 affect=影响/情感/波及 afford=负担/提供/成本/可承受 agent=智能体/代理/智能代理 aggregat=聚合/汇总/综合/汇集/累计 aim=旨在/目标/目的/力求/为了/意在
alert=警报/告警/警示 algebr=代数 algorithm=算法 align=对齐/一致/契合/校准/匹配 alleviat=缓解/减轻 allocat=分配/调配 allow=允许/使/让/可以/能够/支持/从而/得以
alternat=替代/交替/备选/另一/选择 ambigu=歧义/模糊/含糊/不明确 amount=数量/大量/量 amplif=放大/加剧/增强 analog=类比/模拟/类似 analy=分析/剖析/解析
anchor=锚/定位 angle=角度/角 animal=动物 animat=动画 annotat=标注/注释/注解 anomal=异常/反常 answer=回答/答案/解答/答复/应答 anticip=预期/预测/预见/期待
appear=出现/外观/似乎/看起来/显得/看似 applicab=适用/可应用/应用 applicat=应用/用途/运用 apply=应用/运用/施加/使用/采用/用于/套用 applie=应用/运用/施加/使用/采用/用于
approach=方法/途径/方式/方案/接近/做法/思路/手段 appropriat=适当/合适/恰当/适宜 approximat=近似/大约/约/逼近/左右 arbitrar=任意/任何 architect=架构/结构/体系
area=领域/区域/面积/地区/方面 argu=认为/论证/主张/论点/论据/争论/参数 aris=产生/出现/源于/引起/来自 arrang=排列/安排/布局 art=艺术/当前最优/最先进/最佳/最优/领先/先进/前沿
articul=阐述/表达/关节/清晰 artifact=伪影/工件/产物/制品/瑕疵 artificial=人工/人造/人为 ask=询问/提问/问/要求/追问 aspect=方面/侧面/角度/维度 assembl=组装/装配/汇集/组合/构建
assess=评估/评价/评测/衡量/评判 assign=分配/指派/赋予/指定 assist=协助/辅助/助手/帮助/援助 associat=关联/相关/联系/联想/与之/伴随 assum=假设/假定/认为 assumpt=假设/假定
assur=保证/确保/保障 asymmetr=不对称/非对称 asymptot=渐近 attach=附着/附加/依恋/连接 attack=攻击/进攻 attain=达到/获得/实现/取得 attempt=尝试/试图/企图 attention=注意力/关注/注意/重视/瞩目
attract=吸引/引起 attribut=归因/属性/归功/归结/归于/特征/原因 audio=音频/声音 audit=审计/审核/审查 augment=增强/扩充/扩增/增广 authentic=真实/真正/认证/可信 author=作者/创作/著者/研究者/研究团队
automat=自动/自动化 autonom=自主/自动/自治 autoregress=自回归 auxiliar=辅助 availab=可用/可获得/获取/公开/提供/可得/现有/发布/见/开放/获得/访问
averag=平均/均值 avoid=避免/规避/免去/防止 awar=感知/意识/认识/了解/知道 axiom=公理 background=背景 backbone=骨干/主干 backward=反向/后向/向后 balanc=平衡/均衡/兼顾/权衡 band=带/频段
bandwidth=带宽 barrier=障碍/壁垒/门槛/屏障 base=基础/基于/基座/依据/根据/为基/以 baselin=基线/基准/对照 basic=基本/基础 basis=基础/依据/根据/基 batch=批/批量 bayes=贝叶斯
beam=波束/束/光束 begin=开始/起初/首先/着手 behav=行为/表现/举止 belie=信念/相信/认为 belong=属于 benchmark=基准/评测/测试集/跑分 benefi=受益/有益/好处/益处/有利/利于/收益/获益
best=最佳/最好/最优/最高/最强/首个/至今/所知/尽可能 better=更好/优于/更佳/更优/更强/改善/更准/更高/更加/更 bias=偏见/偏差/偏置/偏向/偏倚/有偏 bidirect=双向 binar=二元/二进制/二值/二分 biolog=生物
black=黑/黑盒 blind=盲/盲目 block=块/阻止/模块/阻断/阻碍/区块 bod=身体/机体/体/正文/主体 boost=提升/提高/增强/促进/推动 bootstrap=自举/引导 bottleneck=瓶颈 bound=界/边界/有界/上限/限制/约束/范围
boundar=边界/界限/界 box=框/盒 brain=大脑/脑 branch=分支/支 break=打破/突破/分解/破坏/中断 breakthrough=突破 bridg=弥合/桥接/桥梁/连接/弥补/填补/缩小 brief=简要/简短/简报 bring=带来/引入/使/把/让
broad=广泛/广/更多/宽/广阔/大范围 budget=预算/额度 build=构建/建立/建造/搭建/建筑/打造/建设/基于/建成/做出 burden=负担 bypass=绕过/规避 calculat=计算/算出 calibrat=校准/标定/校正 camera=相机/摄像/镜头 cancer=癌/肿瘤
candidat=候选 capab=能力/能够/可以/胜任 capacit=容量/能力 captur=捕捉/捕获/刻画/获取/抓住/采集/反映/把握 car=汽车/车/轿车 care=护理/关怀/医疗/仔细/谨慎/保健/照护 case=案例/情况/情形/病例/例子/场景/个例
categor=类别/分类/范畴/种类/归类 caus=因果/导致/造成/引起/原因/使/引发/归因 center=中心/居中 centr=中心/核心/集中 certain=某些/特定/确定/一定/某 certif=认证/证明/证书 chain=链/链条 challeng=挑战/难题/困难/具有挑战/难以/难点/难
chang=变化/改变/更改/变更/变动/转变 channel=信道/通道/渠道/频道 characteri=特征/刻画/表征/特性/描述/特点 chart=图表 chat=聊天/对话 check=检查/核对/校验/检验/核查 chemi=化学 child=儿童/孩子 choic=选择/选项/选取
choos=选择/挑选/选取 circuit=电路/回路 circumvent=规避/绕过/避免/绕开 citation=引用/引文 claim=声称/主张/声明/断言/论断/权利要求/宣称/说法 clarif=澄清/阐明/厘清/明确 class=类/分类/班级/课堂/类别 classif=分类/归类 clean=干净/清洁/清理/清洗/洁净
clear=清晰/明确/明显/清楚/显著/显然 client=客户端/客户 clinic=临床/诊所/医疗 clip=片段/裁剪/剪辑/短片/截断 close=接近/密切/紧密/闭/缩小/弥合/关闭/近 cloud=云/点云 cluster=聚类/集群/簇 code=代码/编码/码/编程 cogniti=认知
coheren=连贯/一致/相干 cohort=队列/群体 collaborat=协作/合作/协同 collaps=崩溃/坍塌/坍缩/塌缩/瓦解 collect=收集/采集/集合/搜集/集体/汇集 collision=碰撞/冲突 color=颜色/色彩/彩色/着色/上色 combin=结合/组合/联合/合并/综合/相结合
comment=评论/注释 commerc=商业/商用/商 commit=承诺/提交/致力 common=常见/常用/共同/普遍/通用/公共/常 communi=社区/通信/沟通/交流/社群/传达/群体/学界/界 compact=紧凑/紧致/精简 compar=比较/对比/相比/相较/媲美/相当/比/可比
compat=兼容/相容 compet=竞争/媲美/具有竞争力/竞赛/比赛/相当/能力 compil=编译/汇编/汇总 complement=互补/补充 complet=完整/完成/完全/补全/完备/彻底 complex=复杂/复合 complian=遵从/合规/符合/遵守/服从 component=组件/成分/组成/部件/分量/部分/模块
compos=组合/构成/组成/合成/作曲/复合 comprehen=全面/理解/综合/深入/完整/系统 compress=压缩 compris=包含/包括/组成/由/涵盖/构成 comput=计算/运算/算力/计算机 concept=概念/理念/观念/构想 concern=担忧/关注/关切/问题/涉及/忧虑/顾虑 conclu=结论/总结/得出/最后/结束
concret=具体/混凝土 concurr=并发/同时/并行 condition=条件/状况/状态/情况/工况/病症 conduct=进行/开展/实施/导电/做/传导 confid=置信/信心/自信/机密/可信度 configur=配置/构型/设置/构形 confirm=证实/确认/验证/表明/印证 conflict=冲突/矛盾 confus=混淆/困惑/混乱
connect=连接/联系/关联/连通/联结 consequen=后果/结果/因此/从而/因而/后续 conserv=保守/守恒/保护 consider=考虑/认为/相当/显著/大量/可观/视为/看作 consist=一致/由/组成/包括/包含/始终/持续/稳定/连贯 constant=常数/恒定/不断/常量/恒
constitut=构成/组成/宪法 constrain=约束/限制/受限/局限 construct=构建/构造/建立/搭建/建设/结构/建造 consult=咨询/会诊 consum=消耗/消费/耗费 contact=接触/联系 contain=包含/含有/包括/容纳 contamin=污染 content=内容/含量
context=上下文/语境/情境/背景/环境/脉络/场景/情景 continu=连续/持续/继续/不断/延续 contract=合同/契约/收缩/合约 contradict=矛盾 contrast=对比/相比/相反/对照/反差/相较 contribut=贡献/促成/有助/导致/作出 control=控制/受控/可控/对照/调控/操控
convent=传统/常规/惯例/约定/惯常 converg=收敛/汇聚/趋于/聚合 conversat=对话/会话/谈话 convert=转换/转化/变换/转变 convex=凸 convolut=卷积 cooperat=合作/协作/协同 coordinat=协调/坐标/协同/配合 core=核心/内核/关键 corpus=语料 corpora=语料
correct=正确/纠正/校正/修正/纠错/准确 correlat=相关/关联 correspond=对应/相应/相对 corrupt=损坏/破坏/腐败/污染/损 cost=成本/代价/开销/费用/昂贵/耗费/花费 count=计数/数量/对策/反/计 counterfact=反事实 coupl=耦合/结合/夫妇/配合
cover=覆盖/涵盖/涉及/包括/遍及 creat=创建/创造/产生/创作/生成/制作/建立/创意/造成 creativ=创造/创意/创作 criteri=标准/准则/判据/依据 critic=关键/批评/批判/重要/至关/评论/严重/临界/评判 cross=跨/交叉/横跨 crucial=关键/至关/重要 cue=线索/提示
cultur=文化/培养 curat=精选/策划/整理/筛选/策展/构建 current=当前/现有/目前/现行/电流/如今/现今/今天/现在 curricul=课程 curv=曲线/曲率/弯曲 custom=定制/客户/自定义/习惯 cycle=周期/循环 daily=日常/每日/每天 damag=损害/损伤/破坏 data=数据/资料
database=数据库 dataset=数据集 debat=辩论/争论/争议 debug=调试 decad=十年/年代 deceler=减速 decentral=去中心/分散 deci=决策/决定/判定/判断 decision=决策/决定/判定 decline=下降/衰退/减少/降低 decod=解码/译码 decompos=分解/拆解/拆分 decoupl=解耦/分离
decreas=减少/降低/下降/减小 dedicat=专用/专门/致力 deep=深度/深层/深入/深刻/深 defect=缺陷 defen=防御/防护/捍卫/辩护 defin=定义/明确/界定/规定 deform=变形/形变 degrad=退化/下降/降低/恶化/降质/降解 degree=程度/度/学位 delay=延迟/时延/延误/延缓/滞后
deliver=提供/交付/传递/传送/实现/带来/发表 demand=需求/要求/需要 democrat=民主/普及/大众化 demonstrat=证明/表明/展示/演示/示范/显示/验证/证实/说明/展现 denois=去噪/降噪 dense=密集/稠密/密度/密 densit=密度 depend=依赖/取决/依存/依靠/相关/可靠 deploy=部署/投入
depth=深度/深入 deriv=推导/得出/派生/导出/导数/源自/得到/推出 describ=描述/说明/介绍/阐述/刻画/叙述 descript=描述/说明/描写 design=设计/旨在/专为 desir=期望/理想/想要/需要/所需 despit=尽管/虽然/即使/即便/但/却 detail=细节/详细/详尽/细致/具体 detect=检测/探测/发现/识别/侦测
deteriorat=恶化/退化/变差/下降 determin=确定/决定/判断/测定/判定 determinis=确定性/确定 develop=开发/发展/研发/制定/提出/研制/建立/构建/形成 deviat=偏差/偏离/偏移 devic=设备/装置/器件/终端/端侧 diagnos=诊断 dialog=对话 dialogue=对话 dictionar=字典/词典
differ=不同/差异/区别/差别/各异/各种/各不相同/差 differential=微分/差分/差异 difficult=困难/难以/难度/难/不易 diffus=扩散/弥散 digit=数字 dilemma=困境/两难 dimension=维度/维/尺寸/量纲 diminish=减少/削弱/递减/减弱 direct=直接/方向/指导/引导/定向/指向
disab=残障/残疾/禁用 disappear=消失 disaster=灾害/灾难 discard=丢弃/舍弃/抛弃 disclos=披露/公开/揭示 discov=发现/探索/揭示/发掘 discrepan=差异/偏差/不一致/出入/差距 discret=离散 discrimin=判别/歧视/区分/辨别/鉴别 discuss=讨论/探讨/论述 diseas=疾病/病
disentangl=解耦/解缠/分离 dispar=差异/差距/不平等/悬殊 display=显示/展示/展现 distan=距离/距/远程 distill=蒸馏/提炼/提取 distinct=不同/独特/区分/区别/显著/各异/独有/明显 distinguish=区分/辨别/分辨/区别 distort=失真/畸变/扭曲/变形 distribut=分布/分发/分配/分散
diver=多样/不同/多种/各种/差异/各类/发散/多元 dividi=划分/分割/分为/除 divid=划分/分割/分为/分成/除 doctor=医生/医师 document=文档/文件/记录/文献 domain=领域/域/定义域/范畴 domin=主导/占优/支配/占据/主要/统治 doubl=双/两倍/加倍/翻倍 downstream=下游 draft=草稿/草案/起草
dramat=大幅/显著/急剧/剧烈/戏剧/极大 draw=绘制/吸引/得出/抽取/画/借鉴/引起 driv=驱动/驾驶/推动/驱使/促使 drift=漂移/偏移 drone=无人机 drop=下降/丢弃/降低/跌/降 drug=药物/药品 dual=双/对偶/双重 durat=时长/持续/时间/期间 dynam=动态/动力/动态性/活力
earl=早期/早/先前/初期/提前/尽早 earth=地球/大地/土 eas=容易/轻松/易/简便/方便/缓解 econom=经济 edge=边缘/边/优势/棱 edit=编辑/修改 educat=教育/教学 effect=有效/效果/影响/效应/作用/成效/实际 efficac=功效/效力/有效性/效果/疗效/效能 efficien=高效/效率/有效/效能
effort=努力/工作/精力/人力/尝试/投入 elaborat=详细/精细/阐述 elastic=弹性 electr=电/电子/电力 element=元素/要素/单元/成分 elicit=引出/激发/诱发/引发 eliminat=消除/淘汰/排除/免去/去除/无需 embed=嵌入/向量 embod=具身/体现 emerg=涌现/新兴/出现/兴起/紧急/浮现 emiss=排放/发射
emotion=情感/情绪 emphas=强调/重视/侧重/着重/突出 empiric=实证/经验/实验 employ=采用/使用/利用/运用/雇/就业 enabl=使/能够/实现/支持/允许/让/从而/得以 encod=编码 encompass=涵盖/包括/包含/囊括/覆盖 encounter=遇到/遭遇/面对/面临 encourag=鼓励/促进/促使/激励 end=端到端/终/结束/末/端
energ=能量/能源/能耗/能 enforc=强制/执行/施加/强化 engag=参与/互动/投入/吸引/从事 engin=引擎/发动机/工程 engineer=工程/工程师/设计 enhanc=增强/提升/提高/强化/改善/加强/促进 enorm=巨大/庞大 enrich=丰富/充实/富集 ensembl=集成/集合/合集 ensur=确保/保证/保障
entail=蕴含/需要/意味 entangl=纠缠/耦合/交织 entir=整个/全部/完整/完全/全 entit=实体/主体/对象 entropy=熵 environment=环境/场景 equal=相等/平等/等于/同样/同等/均等/相同 equat=方程/等式 equilibri=均衡/平衡 equip=配备/装备/设备 equival=等价/等效/相当/等同/同等 era=时代/时期
eras=擦除/消除/抹 erron=错误 error=误差/错误/差错/出错 especial=尤其/特别 essen=必要/本质/关键/至关/重要/基本/必不可少 establish=建立/确立/确定/构建/证明/树立/奠定/创下/刷新 estimat=估计/估算/预估 ethic=伦理/道德 evaluat=评估/评价/评测/测评/衡量/考察 event=事件/最终/活动
evid=证据/依据/表明/迹象 evol=进化/演化/演变/发展/不断 exact=精确/准确/确切/恰好 examin=考察/检查/研究/审视/检验/探究/检视/分析 exampl=示例/例子/样例/例如/比如/实例 exce=超过/超越/超出/优于/卓越/优异/出色/例外/擅长/除 excess=过度/过多/过量/多余 exchang=交换/交流
exclu=排除/独占/专门/仅/专有 execut=执行/运行/实施 exempl=示例/例证/体现 exhaust=穷尽/耗尽/详尽/穷举 exhib=表现/展现/呈现/显示/展示/展出/存在 exist=现有/存在/已有/既有 expand=扩展/扩大/拓展/展开/扩充 expect=期望/预期/预计/期待 expensiv=昂贵/高昂/代价/成本
experience=经验/经历/体验 experiment=实验/试验 expert=专家/专业/专长 expla=解释/说明/可解释/阐释 explicit=显式/明确/清楚/直接 exploit=利用/开发/漏洞 explain=解释/说明/阐释 explor=探索/探究/探讨/研究/勘探/探查 exponen=指数 expos=暴露/揭示/接触/曝光 express=表达/表情/表示/表现/快递 exten=扩展/延伸/程度/大量/广泛/拓展/推广/扩大/延长/充分/大
external=外部/外在/外界 extra=额外/多余/附加 extract=提取/抽取/萃取/获取 extrapol=外推 extrem=极端/极其/极/极度/非常 eye=眼/眼睛/目光 fac=面临/人脸/面部/面对/脸/面 facial=面部/人脸 facilit=促进/便于/推动/有助/设施/方便/助力 fact=事实/实际/其实 factor=因素/因子/分解/系数/倍 fail=失败/无法/未能/不能/失效/故障/没有/难以/失灵
fair=公平/公正/相当 faith=忠实/可信/真实/信仰 fake=虚假/伪造/假 famil=族/系列/家庭/家族/熟悉 fast=快速/更快/快/迅速/高速 fault=故障/错误/缺陷 favor=有利/偏好/青睐/优势/偏向/良好 feasib=可行 featur=特征/特性/功能/特点/具有/配备 federat=联邦/联合 feedback=反馈 few=少样本/少量/少数/较少/很少/几/更少
fidel=保真/忠实/精度/逼真 field=领域/场/字段/现场/实地/田 figur=图/数字/人物 file=文件 fill=填补/填充/弥补/补 film=电影/薄膜/影片 filter=过滤/滤波/筛选/滤 final=最终/最后/终 financ=金融/财务/资金 find=发现/找到/结果/寻找/结论/研究/发觉 fine=微调/精细/细粒度/细/精 finite=有限 first=首先/首次/第一/首个/率先/首/先 fit=拟合/适合/配合/适应
fix=固定/修复/修正/解决 flaw=缺陷/瑕疵 flexib=灵活/柔性/弹性 flight=飞行/航班 flow=流/流程/流动/光流 fluct=波动/起伏 fluen=流利/流畅/通顺 fluid=流体/流动 focus=关注/专注/聚焦/重点/集中/侧重/着重/注重 fold=折叠/倍 follow=遵循/跟随/随后/如下/以下/遵从/之后/接着/沿用/按照/指令 food=食物/食品 forc=力/迫使/强制/力量
forecast=预测/预报/预估 forget=遗忘/忘记 form=形式/形成/构成/表格/组成 formal=形式化/正式/形式 format=格式/形式 formulat=表述/公式/制定/形式化/构建/建模/提出/看作/转化/建立 forward=前向/前馈/正向/向前/提出 foster=促进/培养/推动/助长 found=基础/基座/发现/奠定/找到 fraction=一部分/比例/分数/一小部分/部分 fragment=碎片/片段/分散/割裂
frame=帧/框架/构建/画面 framework=框架/架构 fraud=欺诈/诈骗 free=无需/自由/免费/免/无 freez=冻结 frequen=频率/频繁/经常/常/频 frontier=前沿/边界 fulfill=满足/实现/履行 full=全/完全/充分/完整/全部/彻底/满 function=函数/功能/作用/职能 fundament=根本/基本/基础 further=进一步/此外/而且/更/另外/还/再/更深 fusion=融合 fus=融合
futur=未来/今后/将来 fuzz=模糊 gain=增益/提升/收益/获得/增长/提高/获取/改进/优势 game=游戏/博弈/比赛 gap=差距/空白/鸿沟/间隙/缺口/缺陷/不足 garment=服装/衣物 gather=收集/聚集/汇集/采集 gauss=高斯 gender=性别 gene=基因/遗传 general=一般/通用/泛化/普遍/广义/总体/概括/推广/总的 generaliz=泛化/推广/概括
generalis=泛化/推广/概括 generat=生成/产生/生成式/代 genomic=基因 geo=地理 geograph=地理 geometr=几何 gestur=手势/姿态 giv=给定/给出/给/提供/鉴于/一定 glob=全局/全球/整体 goal=目标/目的 govern=治理/政府/支配/管理/控制 gradual=逐渐/逐步/渐进 gradien=梯度 grain=粒度/颗粒/粮/细粒度 graph=图/图谱/图形 graphic=图形 grasp=抓取/把握/掌握
gravit=引力/重力 great=大幅/极大/更大/显著/巨大/大大/很大/伟大/更高 greed=贪心/贪婪 ground=定位/接地/立足/依据/基于/真实/基础/扎根/地面/以 group=组/群体/分组/群/小组/团体 grow=增长/日益/不断/成长/越来越/增加 guarant=保证/保障/确保/担保 guid=指导/引导/指南/导向/指引 guideline=指南/准则/指导 half=一半/半
hallucin=幻觉 hand=手/手工/人工/手动 handl=处理/应对 hard=困难/难/硬/艰难/难以 hardwar=硬件 harm=有害/危害/伤害/损害 harness=利用/驾驭/发挥 hash=哈希/散列 hat=仇恨 head=头 heal=健康/医疗/愈合 health=健康/医疗/卫生 heat=热 heav=严重/大量/繁重/沉重/重/高度 help=帮助/有助/协助/助 hesit=犹豫 heterogen=异构/异质/多样 heurist=启发
hidden=隐藏/隐/潜在 hierarch=层次/分层/层级/等级 high=高/更高/较高/高度/高效/强/大 highlight=突出/强调/凸显/表明/揭示/说明/亮点/彰显 hinder=阻碍/妨碍/限制/制约 histor=历史/历来 hold=保持/拥有/成立/持有/具有/保留 holis=整体/全面/综合 homogen=同质/均匀/同构/齐次 horizon=时域/长程/时程/地平线/范围/长时/视野 hospit=医院 hour=小时 household=家庭
hous=住房/房屋/房价 hug=巨大/庞大/海量 human=人类/人/人工/人体 hurdl=障碍/阻碍 hybrid=混合/杂交 hyperparam=超参 hypothes=假设/假说/猜想 ident=身份/识别/相同/恒等/同一/标识 identif=识别/确定/辨识/发现/鉴定/找出/指出/标识 ideolog=意识形态 ignor=忽略/忽视/无视 illegal=非法 illumin=光照/照明/揭示/阐明 illustr=说明/展示/插图/举例/表明
imag=图像/图片/影像/成像/想象/照片 imbal=不平衡/失衡/不均衡 imitat=模仿 immers=沉浸 immun=免疫 impact=影响/冲击/作用 impair=损害/受损/障碍/削弱 imped=阻碍/妨碍/阻抗 implement=实现/实施/执行/落实/部署 implicat=影响/意义/启示/含义/后果 implicit=隐式/隐含/内隐/隐 imply=意味/暗示/表明 implies=意味/暗示/表明 importan=重要/关键 impos=施加/强加/强制/带来 improv=改进/提高/提升/改善/优化/增强/优于
inaccura=不准确/错误/误差/不精确 inadequa=不足/不充分 incentiv=激励 inclu=包括/包含/涵盖/纳入/如/等/其中 incomplet=不完整/不完全 inconsist=不一致/矛盾 incorporat=纳入/融入/结合/整合/引入/加入/包含/融合 incorrect=错误/不正确 increas=增加/提高/提升/增大/日益/上升/越来越/增长/升高 increment=增量/递增/渐进 incur=产生/导致/招致/带来/付出
independ=独立/无关 index=索引/指数/指标 indicat=表明/指示/显示/指标/说明 indirect=间接 individu=个体/单个/个人/各个/单独/个别/各自 indoor=室内 induc=诱导/引起/导致/归纳/诱发/引发/引入 industr=工业/产业/行业/业界/企业 ineffec=无效/低效/效果不佳 inefficien=低效/效率低/效率 inequal=不等式/不平等 inferen=推理/推断/推论 infer=推断/推理/推测
infinit=无限/无穷 influenc=影响 inform=信息/通知/告知/资讯/知情/指导/参考 infrastruct=基础设施/架构 ingredient=成分/要素/原料 inherent=固有/内在/本质/天然/本身 inherit=继承/沿袭 inhibit=抑制/阻碍 initial=初始/最初/初步/起始/首先/起初/初 initializ=初始化 initiat=启动/发起/倡议/开始 inject=注入/注射 innov=创新/新颖 input=输入 insight=见解/洞察/启示/洞见/认识/深入/启发/发现/结论 inspir=启发/灵感/受
instab=不稳定 instal=安装 instanc=实例/例如/样本/示例 instant=即时/瞬时/实例 instead=而是/代替/取代/不是/转而/改/而非 institut=机构/制度/研究所/院校 instruct=指令/指导/说明/教学 insufficien=不足/不够/不充分 insur=保险 integr=整合/集成/融合/完整/积分/结合/一体化/综合/纳入 intellect=智力/知识 intelligen=智能/智力 intend=打算/预期/意图/旨在/本意
intens=强度/密集/激烈/强烈/大量/繁重 intent=意图/意向/故意/有意 interact=交互/互动/相互作用 interconn=互连/互联/相互 interest=兴趣/关注/利益/有趣/感兴趣 interfac=接口/界面 interfer=干扰/干涉 interleav=交错/交织/交替/穿插 intermed=中间/中介/中级 intern=内部/内在/国际/实习 internal=内部/内在/内化 internat=国际 internet=互联网/网络 interpol=插值/内插
interpret=解释/可解释/解读/诠释/理解 interrupt=中断/打断 interven=干预/介入 interview=访谈/面试/采访 intrins=内在/固有/本征/本质 introduc=引入/介绍/提出/推出/带来/导入 intui=直觉/直观 invari=不变 inver=逆/反演/反向/倒置 invest=投资/投入 investig=研究/调查/探究/考察/探讨 involv=涉及/包括/参与/包含/牵涉/需要 irregular=不规则 irrelev=无关/不相关 isolat=孤立/隔离/分离/单独
issu=问题/议题/发布/缺陷/困难 item=项目/物品/条目/项/商品 iter=迭代/反复/轮 jail=越狱 job=工作/任务/岗位/作业/职业 join=联合/连接/加入/共同 joint=联合/关节/共同/同时 judg=判断/评判/评审/裁判/判别 justif=理由/合理/证明/正当/依据 kernel=核/内核 keyboard=键盘 key=关键/键/主要/核心/重要 keyword=关键词/关键字 kinemat=运动学 knowledg=知识/已知/所知/认知 label=标签/标注/标记
laborator=实验室 labor=劳动/人力/人工/费力/劳力 lack=缺乏/缺少/没有/不足/欠缺/缺失/尚无/还没有/难以 landmark=地标/里程碑/关键点 landscap=格局/景观/地形/局面 langu=语言/语 larg=大型/大规模/大/较大/庞大/大量/更大/大幅 latency=延迟/时延 latent=潜在/隐/潜 latt=格 law=定律/法律/法则/法/规律 layer=层 layout=布局/版式/版面 lead=领先/导致/引导/带来/使/造成/主导/引领/会 leaderboard=排行榜/榜单 leak=泄漏/泄露
learn=学习/习得/学会/学到/可学/训练/学 legal=法律/合法/司法 length=长度/长/时长 lens=视角/透镜/镜头 lesson=经验/教训/课 level=水平/级/层/级别/层次/程度/层面 leverag=利用/借助/运用/发挥/使用/杠杆/依托 lexic=词汇/词典/词法 librar=库/图书馆 life=生命/生活/寿命/终身 light=光/轻量/轻/光线/光照/鉴于 lightweight=轻量 likelihood=似然/可能性/概率
limit=限制/局限/有限/极限/受限/不足/上限/制约/约束/限于 line=线/行/路线 linear=线性 linguis=语言/语言学 link=链接/联系/连接/关联/链路 list=列表/清单/列出 listen=听/倾听/聆听 liter=文献/文学/字面/素养 live=实时/生活/活/直播 load=负载/加载/载荷/负荷 local=局部/本地/定位/地方/当地 locat=位置/定位/地点/位于 logic=逻辑 long=长/长期/长时/更长/长程/远/一直
longitud=纵向 look=看/外观/寻找 loop=循环/回路/闭环/环 loss=损失/丢失/流失/失/降低 lost=丢失/失去/损失/迷失 low=低/较低/更低/降低/少/减少 lower=更低/降低/下/低/减少 machin=机器/机械 magnetic=磁 magnitude=量级/幅度/大小/量值/数量级 main=主要/主/主流 mainstream=主流 maintain=保持/维持/维护/保留/维系 major=主要/重大/大多数/多数/大部分/专业 make=使/让/做出/制作/成为/作出/使得/做 manag=管理/设法/处理/治理/成功
manifold=流形 manipul=操作/操纵/操控/操弄/控制/篡改 manner=方式/形式/以/方法 manual=手动/人工/手工/手册 manufactur=制造/生产/厂商 many=许多/很多/多/众多/大量/不少 map=映射/地图/图/绘制 margin=边际/裕度/边缘/幅度/差距/余量/优势 mark=标记/标志/标注 market=市场/营销 markov=马尔可夫 mask=掩码/掩蔽/遮罩/掩膜/屏蔽 mass=大量/大规模/质量/海量/庞大/大众 massiv=大规模/海量/大量/庞大/巨大
master=掌握/主/精通 match=匹配/比得上/相当/媲美/配对/追平/比肩/持平/达到 mater=材料/物质/实质/显著 mathemat=数学 matri=矩阵 matter=重要/物质/问题/关键 matur=成熟 maxim=最大/最大化/最高 mean=意味/均值/平均/含义/意义/手段/有意义 meaning=意义/含义/意思/有意义 measur=测量/衡量/度量/指标/措施/测度/测定 mechan=机制/机械/力学/机理 media=媒体/媒介/介质 medic=医学/医疗/药物/医 medium=媒介/中等/介质
meet=满足/会议/符合/达到/遇到 memor=记忆/内存/存储/显存/背诵 mental=心理/精神/心智/脑 merg=合并/融合/归并 mesh=网格 messag=消息/信息/讯息 meta=元 metaphor=隐喻/比喻 method=方法/方式/方案/法/做法/手段 methodolog=方法/方法论 metric=指标/度量/标准/量度 micro=微/微观 mild=轻微/温和/轻度/适度 mimic=模仿/模拟 mind=思维/头脑/心智/心 mine=挖掘 mining=挖掘/采矿/开采
minim=最小/最少/极小/极少/最低/尽量/最小化 minor=少数/次要/较小/小/轻微 misalign=错位/失配/不对齐/不一致 misinform=错误信息/虚假信息/误导 misle=误导 mislead=误导 mismatch=不匹配/失配/错配/不一致/不符 miss=缺失/遗漏/缺少/错过/漏 mission=任务/使命 mistak=错误/失误/误 mitigat=缓解/减轻/减少/缓和/降低/消减 mix=混合/混/专家混合 mobil=移动/手机/出行 modal=模态 modality=模态 mode=模式/众数/模
model=模型/建模 moder=中等/适度/适中/审核/温和/节制 modern=现代/当代 modif=修改/改动/改进/修正/改良 modul=模块/调制/组件 modular=模块 molecul=分子 moment=时刻/矩/动量/瞬间 monitor=监测/监控/监视 monoton=单调 month=月 moral=道德 morph=形态 motion=运动/动作/位移 motivat=动机/激励/启发/受此/促使/出于 mov=移动/运动/动作/动/转向 movie=电影 much=大量/很多/许多/远/多 multi=多
multilingual=多语 multimod=多模态 multipl=多个/多种/多/多重/倍/乘/若干 music=音乐 mutual=互/相互 name=即/名为/称为/命名/名称/叫/名 narrat=叙事/叙述/故事 narrow=窄/缩小/狭窄/狭义 nation=国家/民族/全国 nativ=原生/母语/本土/本机 natur=自然/性质/本质/天然/本性 navig=导航/浏览 near=近/接近/最近/邻近 necess=必要/需要/必须/必需/必然 need=需要/需求/必要/须/无需/必须/急需
negat=负/否定/消极/负面 neglect=忽视/忽略 neighbor=邻/邻居/近邻 nest=嵌套/巢 network=网络 neural=神经 neuro=神经 neuron=神经元 neutral=中性/中立 new=新/全新/新型 news=新闻 next=下一/接下来/接着/随后/其次/下一个 node=节点/结点 nois=噪声/噪音/噪 nonlinear=非线性 norm=范数/规范/标准/常态/准则 normal=正常/归一化/正态/规范/常规/法线 notab=值得/显著/尤其/特别/值得注意/明显 note=注意/指出/笔记/注
notion=概念/观念 novel=新颖/新型/新/创新/全新/小说 nuanc=细微/微妙/细致/差别 number=数量/数字/数/号码/许多/若干/数目 numer=数值/众多/许多/大量/数字 nurs=护理/护士 object=目标/对象/物体/客观/目的 observ=观察/观测/发现/注意到/看到 obstacl=障碍/阻碍 obtain=获得/得到/获取/取得 occlu=遮挡 occup=职业/占据/占用/占 occur=发生/出现/存在 ocean=海洋 offer=提供/带来/给出/具有/供 offlin=离线/线下 often=往往/通常/经常/常常/常/时常 older=老/老年
omit=省略/遗漏 onlin=在线/线上/网上/网络 onset=发病/开始/起始 ontolog=本体 open=开放/开源/打开/公开/开启/未解 operat=操作/运行/运营/算子/运算/手术/作业/工作 opinion=意见/观点/舆论/看法 opponen=对手 opportun=机会/机遇 oppos=反对/相反/对立 optic=光学/光 optim=优化/最优/最佳 option=选项/可选/选择/期权 orbit=轨道/轨/轨迹 order=顺序/阶/次序/秩序/订单/数量级/命令/排序/有序 ordinar=普通/常规/常微分/平常
organ=组织/机构/器官/有机 orient=导向/定向/朝向/取向/面向/方向 origin=原始/起源/最初/源于/来源/原/独创/源自 orthogon=正交 oscillat=振荡/震荡/摆动 outcom=结果/成果/后果/结局 outdoor=室外/户外 outlier=离群/异常 outlin=概述/勾勒/提纲/轮廓/概括 output=输出/产出/结果 outperform=优于/超过/超越/胜过/领先/好于/胜/强于 outsid=外部/之外/外 overall=总体/整体/总的来说/总/全面/综合 overcom=克服/解决/战胜
overfit=过拟合 overhead=开销/代价/额外 overlap=重叠/重合/交叠 overlook=忽视/忽略/遗漏 overview=概述/综述/概览 own=自己/自身/拥有/各自 pace=步伐/速度 packag=包/封装/程序包/软件包 page=页/页面 pair=对/成对/配对/一对 panel=面板/小组 panoram=全景 paper=论文/本文/文章/文/研究/工作/纸 parad=范式/模式 paradox=悖论/矛盾 paragraph=段落 parallel=并行/平行/并列 paramet=参数/参量 pareto=帕累托 pars=解析/句法/剖析
part=部分/零件/部件/作为/局部 partial=部分/偏/局部 particip=参与/参加/被试 particl=粒子/颗粒 particular=特别/尤其/特定/具体/特殊/其中 partition=划分/分区/分割 partner=伙伴/合作 pass=通过/传递/段落/次 passag=段落/通道/篇章 passiv=被动 past=过去/以往/以前 patch=块/补丁/修补/图块 path=路径/通路/途径/道路 patholog=病理 patient=患者/病人/耐心 pattern=模式/规律/图案/样式 pave=铺平/奠定/铺路/开辟/道路 payload=载荷/负载 payment=支付/付款 peak=峰/高峰/顶峰
pedestrian=行人 peer=同行/同伴/对等/同类/同侪 penalt=惩罚/处罚/代价 penal=惩罚/处罚 percent=百分/个百分点/百分比/% perceiv=感知/认为/察觉 percept=感知/知觉/感受/看法 perfect=完美/完全/理想/完善 perform=性能/表现/执行/进行/绩效/效果/成绩/完成/演奏 period=周期/时期/期间/阶段 permanent=永久 permut=排列/置换 perplex=困惑度 persist=持续/持久/坚持/顽固 person=个人/人物/人/个性/人格 personal=个性化/个人/人格/个性 perspect=视角/角度/观点/透视/看法/前景
persua=说服/劝说 pertain=有关/相关 perturb=扰动/干扰/摄动 phas=阶段/相位/相/期 phenomen=现象 philosoph=哲学/理念 phon=手机/电话/音素 photo=照片/光/摄影 photorealis=逼真/照片级 phrase=短语/词组/措辞/用语 physic=物理/身体/实体 physician=医生/医师 pictur=图片/画面/图景/照片 piec=块/件/片/分段 pilot=试点/初步/飞行员/先导 pinpoint=定位/精确/确定 pipelin=流水线/管道/流程/管线/管道/链路 pivot=关键/枢轴/枢纽 pixel=像素 place=放置/地点/位置/场所
plagu=困扰 plain=普通/平/纯 plan=规划/计划/方案/平面 planet=行星 plant=植物/工厂 plastic=塑料/可塑 platform=平台 plausib=合理/可信/似是而非/看似 play=播放/扮演/发挥/起/玩/游戏 plug=即插即用/插 poetr=诗 point=点/指出/要点 poison=投毒/中毒/毒 polar=极化/极性/偏振/极 policy=策略/政策/方针 policies=策略/政策 polit=政治 polynomial=多项式 pool=池/汇集 poor=差/较差/不佳/贫/糟糕/不良 popul=人口/种群/群体/总体/填充 popular=流行/热门/受欢迎/常用/广泛
port=移植/端口 portab=便携/可移植 portray=描绘/刻画 pos=姿态/姿势/构成/提出/带来/造成/位姿 posit=位置/定位/正/积极/正面/立场 possess=拥有/具有/具备 possib=可能/可行/能够/能 post=后训练/后/帖/发布/之后 posterior=后验 postur=姿势/姿态 potent=潜在/潜力/可能/潜能/有望/强大/势 power=强大/功率/电力/能力/能量/幂/算力/动力 practic=实际/实践/实用/做法/从业/切实 practition=从业/实践者 pragmat=务实/实用/语用 precis=精确/精度/精准/准确/查准
precondition=前提/预处理 predefin=预定义/预先/事先 predict=预测/预报/可预测/预言 predomin=主要/主导/绝大多数 prefer=偏好/优先/首选/更 prefix=前缀 prelimin=初步 premise=前提 prepar=准备/制备 preprocess=预处理 prescrib=规定/处方/预设 presen=存在/提出/呈现/展示/介绍/给出/当前/出现/目前/提供/在场 present=提出/呈现/展示/介绍/给出/当前/存在/目前/提供/描述 preserv=保留/保持/保存/维持/保护
press=紧迫/压力/按压/新闻 pressur=压力/压强 pretrain=预训练 prevail=盛行/普遍/流行/主流 prevent=防止/避免/预防/阻止/妨碍/使 previous=以前/先前/之前/以往/此前/已有/前 price=价格/定价 primar=主要/首要/初级/原发/小学 primitiv=基元/原语/原始 princip=原则/主要/原理/首要 principl=原则/原理/有原则/系统 print=打印/印刷 prior=先验/以前/先前/之前/以往/此前/已有/优先/过去 privac=隐私 privat=私有/隐私/私人/专用 privileg=特权 proactiv=主动/积极 probab=概率/可能
prob=探测/探究/探针/探查/探 problem=问题/难题/题目/题 procedur=程序/过程/步骤/流程 proceed=进行/继续/论文集 process=过程/处理/流程/加工/进程 produc=产生/生产/生成/得出/制作/给出/产出 product=产品/乘积/生产/产物 profess=专业/职业/教授 proficien=熟练/精通/水平/能力/擅长 profil=档案/画像/剖面/概况/轮廓 profit=利润/盈利/收益 profound=深刻/深远 program=程序/编程/项目/计划/规划 progres=进展/进步/渐进/逐步/发展/逐渐
prohibit=禁止/过高/阻碍 project=投影/项目/预计/映射 prolong=延长/长时间 promin=突出/显著/著名/主流/重要/知名 promis=有前景/有希望/前景/有望/承诺/潜力/可喜 promot=促进/推动/提升/推广/宣传 prompt=提示/促使/指令 prone=易/容易/倾向 proof=证明/证据 propagat=传播/扩散 proper=适当/性质/属性/恰当/正确/合适 propert=性质/属性/特性/财产/特征 proportion=比例/成比例/正比 propos=提出/提议/建议/提案/所提/推出 proprietar=专有/闭源/私有
prospect=前景/前瞻/展望 protect=保护/防护 protein=蛋白 protocol=协议/方案/规程/流程 prototyp=原型 prov=证明/提供/可证 proven=经过验证/证明/来源/被证明/已 provid=提供/给出/带来/供/赋予/给 proxim=接近/近端/邻近 proxy=代理/替代 prun=剪枝/修剪/裁剪 pseudo=伪 psycholog=心理 public=公开/公共/公众/发布 publish=发表/发布/出版/公布 punish=惩罚 purchas=购买/采购 pure=纯/纯粹/单纯 purpos=目的/用途/通用/目标 pursu=追求/追踪/从事 push=推动/推进/推 qualit=质量/定性/品质
quant=量化/定量/量子/数量 quantif=量化/定量 quantum=量子 quer=查询/询问/检索 quest=问题/提问/疑问/追问 question=问题/提问/疑问/质疑/题 questionnair=问卷 queue=队列/排队 quick=快速/迅速/快/很快 quot=引用/引述/报价 race=种族/比赛 radar=雷达 radiat=辐射/放射 radiolog=放射/影像 radio=无线/射电/放射/广播 rais=提出/提高/引发/引起/带来/举/抚养 random=随机 rang=范围/从/一系列/区间/幅度/各种/不等 rank=排名/排序/秩/排/等级 rapid=快速/迅速/急速/飞速/迅猛 rar=罕见/稀有/很少/少见/鲜有/极少
rate=率/速率/评分/比率/速度 rather=而不是/而非/相当/不是 rating=评分/评级 ratio=比率/比例/比 rational=理性/理由/依据/合理 raw=原始/未加工 reach=达到/到达/触及/可达/覆盖 react=反应/应对 read=阅读/读取/读/朗读 real=真实/实际/实时/现实/真正/实 realis=现实/真实/逼真/实现 realiz=实现/意识/认识 realtim=实时 reason=推理/原因/合理/理由/论证 recall=召回/回忆/查全/想起 receiv=接收/接受/收到/获得/受到 recent=最近/近期/近来/近年/新近/最新/近 recip=配方/方案/食谱/秘诀 recogn=识别/认可/公认/承认/辨认/认识 recommend=推荐/建议
reconcil=调和/协调/兼顾 reconstruct=重建/重构/还原 record=记录/录制/纪录/病历/唱片 recov=恢复/还原/复原/康复/挽回 recruit=招募/招聘 recur=循环/递归/反复/复发 recurs=递归/递推 redesign=重新设计 reduc=减少/降低/减小/缩减/约简/下降/缩短/归约/削减 redund=冗余/多余 refer=参考/指代/引用/称为/涉及/提及/指 refin=细化/精炼/改进/优化/完善/精化/精修/修正 reflect=反映/反思/反射/体现 reform=改革/重构 refus=拒绝 regard=关于/视为/看作/认为/有关/对于
regim=机制/体制/区间/情形/设定/状态/条件 region=区域/地区/领域 register=注册/配准/寄存 registr=配准/注册/登记 regress=回归/退化 regular=正则/规则/常规/定期/规律/有规律 regulat=监管/调节/法规/规范/规定/调控 reinforc=强化/加强/巩固 reject=拒绝/驳回/舍弃 relat=关系/相关/相对/关联/联系/有关 relax=放松/松弛/放宽 releas=发布/释放/公开/开源/推出 relev=相关/关联/有关 reliab=可靠/可信/信度 relianc=依赖 rely=依赖/依靠/借助/靠 relies=依赖/依靠/借助/靠 remain=仍/依然/保持/剩余/留/尚/还
remark=显著/惊人/出色/非凡/瞩目 remed=补救/对策/矫正/治疗 remember=记住/记忆 remot=远程/遥感/遥控/遥 remov=去除/移除/消除/删除/去掉 render=渲染/使/呈现 repair=修复/修理/修补/维修 repeat=重复/反复 repetit=重复/反复 replac=替换/取代/代替/更换/替代 replic=复制/复现/重现/再现/模仿 report=报告/报道/汇报/公布 repositor=仓库/存储库/代码库 represent=表示/代表/表征/表达/代表性/呈现 reproduc=复现/重现/再现/繁殖/可复现 request=请求/要求
requir=需要/要求/需求/必须/所需/需/须/无需/不必/无须/要 rescue=救援/营救 research=研究/科研/学者/探索 resembl=类似/相似/近似/像 residu=残差/剩余/残留 resili=韧性/弹性/鲁棒/抗 resist=抵抗/抗/电阻/抵御 resolut=分辨率/解决/决议/解析 resolv=解决/消解/分辨 resourc=资源 respect=分别/相应/各自/尊重/方面/相对于 respon=响应/回应/回答/反应/应答/负责/回复/责任 rest=其余/休息/剩余/建立在/依据 restor=恢复/修复/复原/还原 restrict=限制/局限/受限/约束
result=结果/导致/成果/造成/使/成绩/从而/实验/所得/得到 retain=保留/保持/留住/留存 rethink=反思/重新思考/重新审视/重思 retriev=检索/取回/召回/获取/找回 return=返回/回报/回/收益 reus=重用/复用/再利用 reveal=揭示/表明/显示/发现/显露/说明/显现/揭露 revers=逆/反向/反转/逆转/颠倒 review=综述/评审/评论/审查/回顾/复核/审稿 revis=修订/修改/重新 revisit=重新审视/重访/回顾/重温 revolution=革命/变革 reward=奖励/回报 rewrit=改写/重写 rich=丰富/富 rigid=刚性/僵化/僵硬/刚 rigor=严格/严谨 rise=上升/兴起/崛起/增长/升高
risk=风险/危险 road=道路/路/公路 robot=机器人 robust=鲁棒/稳健/健壮/稳固 role=作用/角色/地位 roll=滚动/推广/推演 rollout=推演/展开/轨迹/采样 root=根/根源 rotat=旋转/转动 rough=粗糙/大致/大约/约 round=轮/回合/圆 rout=路由/路线/路径/常规 row=行 rul=规则/法则/裁决/规律 run=运行/跑/执行/运转/次 runtim=运行时/运行 safe=安全/保障 saf=安全 safeguard=防护/保障/护栏/保护 salien=显著/突出 sampl=样本/采样/抽样/取样/样例 sand=沙 satell=卫星 satisf=满足/满意
satur=饱和 sav=节省/保存/节约/省/挽救 scal=规模/扩展/缩放/尺度/大规模/可扩展/标度/量表/伸缩 scann=扫描 scan=扫描 scarc=稀缺/匮乏/稀少/缺乏/少 scatter=散射/分散/散点 scen=场景/情景/景 scenario=场景/情景/情形/情境/方案 schedul=调度/日程/计划/安排/进度 schema=模式/架构/图式 scheme=方案/机制/策略/格式/计划 scholar=学者/学术 school=学校/学派/小学/中学 scien=科学/科研/科 scope=范围/视野 score=得分/分数/评分/打分/成绩/分 screen=筛选/屏幕/筛查/界面 script=脚本/剧本/文字 scrutin=审视/审查/仔细
seamless=无缝 search=搜索/检索/搜寻/查找/寻找 season=季节/季 second=其次/第二/秒/二/次要 section=部分/章节/节/截面 sector=部门/行业/领域 secur=安全/保障/获得 seek=寻求/试图/寻找/力求/旨在 segment=分割/片段/段/分段/切分 select=选择/挑选/选取/筛选/选定 self=自/自身/自我/自行 semant=语义 semi=半 sens=感知/传感/意义/感觉/灵敏/敏感/遥感/常识 sensitiv=敏感/灵敏 sensor=传感器/传感/感知 sentenc=句子/句/语句 sentiment=情感/情绪 separat=分离/分开/单独/独立/各自/区分/分割 sequen=序列/顺序/依次/时序/连续/先后
seri=系列/一系列/串/严重/序列 serious=严重/认真/严肃 serv=服务/充当/作为/用于/起 server=服务器 servic=服务 session=会话/环节/场次/会议 set=集/集合/设置/设定/一组/一套/设/套 setting=设置/设定/场景/环境/情形/条件/情境 setup=设置/设定/配置/装置 sever=严重/若干/几个/多个/几/数/多种/一些/多 shallow=浅/肤浅/表层 shape=形状/塑造/形态/形/成形 shar=共享/分享/共有/共用/份额/公开 sharp=锐/清晰/急剧/陡/尖锐 shed=揭示/阐明/启示 shift=转变/偏移/转移/变化/转向/移位/漂移 ship=船/舰 shock=冲击/休克
short=短/缩短/不足/简短/短期 shortcom=不足/缺点/缺陷 shortcut=捷径/快捷 shot=样本/镜头/次 show=表明/显示/展示/证明/表现/展现/说明/发现/呈现/结果 sid=侧/副/边/方 sight=视觉/视力 sign=信号/迹象/符号/标志/签 signal=信号 signatur=签名/特征/标志 signific=显著/重要/意义/大幅/明显/重大/极大 similar=相似/类似/相近/同样/相仿 simpl=简单/简化/简洁/简便/朴素/只 simplif=简化 simul=模拟/仿真/同时 simultan=同时/同步/一同 singl=单/单个/单一/一个/一次 singular=奇异/单一
sit=位于/网站/场地/站点/位点/局势/情境 situat=情况/情境/情形/形势/态势/处境 six=六/6 size=大小/规模/尺寸/尺度/体量 skelet=骨架/骨骼 sketch=草图/素描/勾勒 skew=偏斜/倾斜/偏 skill=技能/技巧/本领/能力 skin=皮肤 slow=缓慢/慢/减速/减缓/放慢 small=小/较小/更小/小型/少量/少 smart=智能/智慧/聪明 smooth=平滑/顺畅/光滑/流畅/平稳 soci=社会/社交/社群 societ=社会 soft=软/柔/软件 software=软件 sole=仅/单独/唯一/只 solid=坚实/固体/扎实/可靠/稳固 solut=解/解决方案/方案/溶液/解法/对策 solv=求解/解决/解/解题
song=歌曲/歌 sophist=复杂/精密/先进/高级/成熟/精巧 sound=声音/合理/健全/可靠/声 sourc=来源/源/资源/开源/出处/信源 space=空间/太空/航天/间隔 span=跨越/涵盖/跨度/横跨/片段/覆盖/涉及/范围 spars=稀疏/稀少 spatial=空间 spatiotemp=时空 speak=说话/演讲/说 speaker=说话人/扬声器/演讲 special=专门/特殊/特别/专用/专业/特定 speci=物种/种类/种 specif=具体/特定/特异/明确/规范/指定/说明/规定 spectr=光谱/谱/频谱/范围 speech=语音/言语/演讲/讲话/话语 speed=速度/加速/提速/速率/快
spher=球/球面 split=分割/拆分/划分/分裂/切分 spoken=口语/语音/说 sport=体育/运动 spread=传播/扩散/蔓延/分布/遍布 spur=虚假/伪/刺激 stab=稳定 stack=堆叠/栈/堆/技术栈 stage=阶段/步/舞台/级 stagn=停滞 stakehold=利益相关/相关方 standard=标准/规范 star=星/恒星 start=开始/起始/启动/起点/出发/从 state=状态/国家/指出/陈述/州/当前最优/最先进/最佳/最优/领先/现状 statement=陈述/声明/语句/说法 static=静态/静止/静 statist=统计 stead=稳定/稳态/平稳/稳步 steer=引导/操纵/转向/控制 stem=源于/来自/茎/源自 step=步骤/步/逐步 stereo=立体/刻板
stimul=刺激/激发/促进 stochast=随机 stock=股票/库存/股 stop=停止/停 storag=存储/储存/储 stor=存储/储存/保存/商店 stor=存储/故事/商店 storie=故事 story=故事/叙事 straight=直接/简单/直 strateg=策略/战略/方案/方法 stream=流/流式 strength=强度/优势/加强/增强/强化/长处 stress=压力/应力/强调 strict=严格/严 strik=引人/打击/取得/惊人/显著 string=字符串/弦/串 strong=强/有力/强大/强劲/更强/强烈/显著 structur=结构/构造/架构 struggl=难以/困难/挣扎/吃力 student=学生/学员
stud=研究/学习 style=风格/样式/方式 subject=主题/受试/对象/主体/学科/主观/受 sublinear=次线性/亚线性 submi=提交/投稿 suboptim=次优 subsequent=随后/后续/之后/接着/接下来/其后/然后/接下 subset=子集/一部分/部分 subspac=子空间 substant=大幅/显著/实质/大量/可观/明显/重大/大 substitut=替代/取代/代替/替换 subtl=细微/微妙/精细 success=成功/成就/成果/胜利 suffer=遭受/受到/存在/患/面临/受/受困/困扰 sufficien=足够/充分/充足
suggest=表明/建议/提示/暗示/说明/意味/显示/启示/可能 suit=适合/适用/套件/一套/合适/一系列 sum=总结/求和/总和/和 summar=摘要/总结/概括/汇总/归纳 super=超/超级 superior=优越/优于/更优/卓越/更好/优异/优势/出色 supervis=监督/有监督/监管 supplement=补充 support=支持/支撑/支援/依据 suppres=抑制/压制 surface=表面/曲面/浮现/面 surg=手术/外科/激增 surpass=超过/超越/优于/胜过 surpris=令人惊讶/惊人/意外/出人意料/惊讶 surrogat=代理/替代 surround=周围/环绕/围绕
surveill=监控/监视/监测 survey=综述/调查/调研 surviv=生存/存活/幸存 suscept=易/易感/容易 sustain=可持续/持续/维持/支撑 switch=切换/转换/开关/改用/交换 symbol=符号/象征 symmetr=对称 symptom=症状 synchron=同步 synerg=协同/增效/相互促进 syntact=句法/语法 syntax=语法/句法 synthe=合成/综合/生成 synthetic=合成/人工 system=系统/体系/系统性/制度 tabl=表格/表/桌 tabular=表格 tackl=解决/应对/处理/攻克 tail=长尾/尾/量身 tailor=量身/定制/专门/针对/专为 talk=说话/讲话/谈
target=目标/靶/针对/面向/定向 task=任务/作业/题 taxonom=分类/体系 teach=教/教学/教师/教授/教学 teacher=教师/老师 team=团队/小组/队 technic=技术/技巧 techniqu=技术/技巧/方法/手段 technolog=技术/科技 tempera=温度/气温/温 templ=模板/样板/寺庙 tempor=时间/时序/临时/时态/时域 tend=倾向/往往/趋于/容易/趋势 tensor=张量 term=术语/项/期/术/称/长期/短期 terrain=地形/地势 test=测试/检验/试验/检测/测验/考试 text=文本/文字/文 textual=文本/文字 textur=纹理/质地 theor=理论/定理/理
theorem=定理 therap=治疗/疗法 therefore=因此/所以/因而/为此 thermal=热/温度/热量 think=思考/思维/认为/想 third=第三/三/再次 thorough=彻底/全面/深入/充分/详尽/详细 thought=思维/思想/思考/想法 thousand=千/数千/成千上万 threat=威胁 three=三/3 threshold=阈值/门槛/门限/界限 throughput=吞吐 tight=紧/紧密/紧凑/严格 time=时间/时刻/倍/次/时/时序/耗时 timel=及时/时间线/时间轴/适时 tiss=组织 token=令牌/词元/标记/token tool=工具 topic=主题/话题/题目/课题 topolog=拓扑 toxic=毒/有害
trac=追踪/跟踪/踪迹/轨迹/痕迹 track=跟踪/追踪/轨道/跟 tractab=易处理/可处理/可解 trad=权衡/交易/折中/贸易/取舍/传统 tradeoff=权衡/折中/取舍/兼得/兼顾/两难 tradition=传统 traffic=交通/流量 train=训练/培训/列车/火车 trait=特质/特征/性状/特性 trajector=轨迹 transcri=转录/转写/誊写 transf=迁移/转移/传输/转换 transfer=迁移/转移/传输/转让 transform=变换/转换/转变/转化/变革/改造/变 transient=瞬态/瞬时/暂态 transit=过渡/转变/转换/转移/跃迁 translat=翻译/转化/平移/转换 transmi=传输/传播/发射/传递/发送
transparen=透明 transport=运输/传输/交通 travers=遍历/穿越 treat=治疗/处理/视为/对待/看作 tree=树 tremend=巨大/极大 trend=趋势/动向/潮流 trial=试验/实验/尝试 trick=技巧/把戏/窍门 trigger=触发/引发/激发 trivial=平凡/简单/微不足道/琐碎/普通 trust=信任/可信/值得信赖/信赖 truth=真实/真值/真相/真理/事实 tun=调优/微调/调整/调谐/调参 turn=轮/转向/转/反过来/回合/转化 tutor=辅导/教程 twin=孪生/双胞胎 two=两/二/双/2 typ=类型/典型/种类/类/型 typical=通常/典型/一般 ubiquit=普遍/无处不在/广泛 ultimat=最终/终极/最后/归根
unaffect=不受影响 unavail=不可用/无法获得 unbias=无偏 uncertain=不确定/未知 unclear=不清楚/不明确/尚不清楚/尚不明确/模糊/不明 uncover=揭示/发现/揭露 under=在…下/下/根据 underexplor=尚未/很少/鲜有/不足/缺乏/未充分 underl=底层/潜在/基础/背后/根本/强调 underli=底层/潜在/基础/背后/根本 underly=底层/潜在/基础/背后/根本/内在 understand=理解/了解/认识/明白/懂 underwater=水下 undertak=承担/进行/开展 unexpect=意外/出乎意料/意想不到 unexplor=未探索/未被探索/尚未/未知/未经
uniform=均匀/统一/一致 unif=统一 unint=无意/非预期 union=并集/联合/联盟 uniqu=独特/唯一/独有/特有 unit=单元/单位/统一 univers=通用/普遍/宇宙/万能/大学 unknown=未知/不明 unlabel=无标注/无标签/未标注/未标记 unleash=释放/激发/发挥 unlearn=遗忘/忘却 unlike=不同于/与…不同/不像/区别于/不同 unlock=解锁/释放/激发/开启 unpredict=不可预测/难以预测 unreli=不可靠 unsaf=不安全 unseen=未见/没见过/从未见过/未知 unstab=不稳定 unstruct=非结构 unsuperv=无监督 up=高达/最多/多达/上
updat=更新/修正 upper=上界/上限/上/高 upscal=放大/上采样 urban=城市/都市 urgent=紧迫/迫切/紧急/亟 usab=可用/易用 usag=使用/用法/用量/占用 use=使用/利用/用/采用/应用/运用 useful=有用/有益/实用/有效 user=用户/使用者 using=使用/利用/用/采用/通过/借助/基于 usual=通常/一般/往往/平常 util=利用/效用/实用/使用/采用/工具 vacc=疫苗 vague=模糊/含糊 valid=验证/有效/效度/合法/检验 valu=价值/值/重视/数值/有价值 vanill=普通/原始/朴素/标准 vanish=消失/消散 vari=变化/不同/变体/各种/变量/多种/方差/差异/变异/可变/多样/各 variab=变量/可变/变异/变化
varian=方差/变体/变种/差异 variation=变化/变分/差异/变体/变异 variet=多种/各种/多样/品种/一系列/各类 various=各种/不同/多种/各类/各个/多个 vast=大量/巨大/广阔/海量/广泛/庞大/浩瀚 vector=向量/矢量/载体 vehic=车辆/汽车/车/载具 verb=动词/口头/冗长/语言 verif=验证/核查/核实/可验证/校验/证实/检验 versatil=通用/多功能/多才/灵活/全能 version=版本/版 vertex=顶点 vertic=垂直/竖/纵向 via=通过/借助/经由/以/用 vibrat=振动/震动 video=视频/录像/影片/影像 view=视图/视角/观点/看作/视为/观看/视野/浏览
viewpoint=视点/视角/观点 violat=违反/违背/侵犯 violen=暴力 virtual=虚拟/几乎 visib=可见/能见/可视 vision=视觉/愿景/视力/视野/展望 visual=视觉/可视化/可视/直观/画面 vital=重要/至关/关键/生命 vocabular=词汇/词表 voic=声音/语音/嗓音/发声 volume=体积/量/卷/容积/容量 volumetr=体积/体素 vote=投票/表决 voxel=体素 vulner=脆弱/漏洞/弱点/易受 wait=等待 walk=行走/游走/步行 want=想要/希望/想 warn=警告/预警/警示 wast=浪费/废 water=水 wav=波/波动 weak=弱/薄弱/缺点/较弱/减弱/弱点 wealth=财富/丰富 weapon=武器
wear=可穿戴/穿戴/佩戴 weather=天气/气象 web=网页/网络/网/网站 week=周/星期 weigh=权重/加权/重量/衡量 well=良好/很好/好/井/也/以及/充分/同样/还 whol=整个/整体/全部/全 wide=广泛/宽/广/更广/范围 widespread=广泛/普遍 width=宽度/宽 win=获胜/胜/赢/胜率 wind=风/缠绕 window=窗口/窗/视窗 wireless=无线 withdraw=撤回/退出 word=词/单词/字/词语 work=工作/研究/文献/有效/作品/论文/可行/奏效 workflow=工作流/流程 workload=工作负载/工作量/负载/负荷 worker=工人/工作者/员工 world=世界/现实/全球
worse=更差/恶化/更糟/变差/加剧 worst=最坏/最差 worth=值得/价值 write=写/编写/撰写/写作 writ=写/编写/撰写/书面/写作 wrong=错误/错/误 year=年 yet=但/然而/尚/还/却/仍/又 yield=产生/得到/带来/产量/获得/取得/给出/得出/产出/结果 young=年轻/青年/幼 zero=零/0 zone=区域/区/地带
decid=决定/判断/决策 includ=包括/包含/涵盖/纳入/如/等/其中 potential=潜在/潜力/可能/潜能/有望 making=使/让/做/成为/决策 classification=分类 paradigm=范式/模式 safety=安全 become=成为/变得/变成/日益/已 made=使/做/制 along=沿/以及/同时/连同 inter=间 intra=内 coarse=粗 ones=那些/者/的 manag=管理 exhibit=表现/展现/呈现/显示/存在 becam=成为/变 given=给定/鉴于/一定/给/由于 given=鉴于 scor=得分/分数/评分/打分/成绩/分 net=网络/净 should=应/应该/须 built=构建/建立/基于/建成 net=网 novelty=新颖/新 hop=跳 rarely=很少 mixtur=混合 uncertain=不确定 substanti=大幅/显著/实质/大量/可观/明显/重大 essential=必要/本质/关键/至关/重要/基本/必不可少 increasingl=日益/越来越/不断/愈
language=语言/语 however=然而/但/不过/却/可 significantly=显著/明显/大幅/大大/远 due=由于/因/归因 furthermore=此外/而且/进一步/还/另外 moreover=此外/而且/另外/还
even=甚至/即使/即便/也/连/更 still=仍/依然/还 whether=是否/能否/会不会 against=对抗/针对/反对/与/抵御/比 beyond=超越/超出/之外/以外/不仅 per=每/逐 thereby=从而/因而/由此 becaus=因为/由于/因
among=其中/之中/在…中/之间/当中/中 five=五/5 nine=九/9 billion=亿 million=万/百万 although=虽然/尽管/但 largely=主要/大体/大多/很大程度/基本 wise=逐 off=权衡/关闭/离 less=更少/较少/少/不太/不足/不到
either=要么/或/任一 upon=基于/在 after=之后/后/以后 must=必须/须/得/要 before=之前/前/以前 way=方式/方法/途径/路/办法/做法 top=顶/最高/前/最佳/榜首/上 together=一起/共同/同时/合/一道 alone=单独/仅/独自/只/光靠 cannot=无法/不能/难以
known=已知/称为/著名/知名/名为 every=每/所有/任何 seven=七/7 eight=八/8 ten=十/10 four=四/4 six=六/6 rgb=rgb called=称为/名为/叫/称 wherea=而/则/却 since=由于/因为/自/以来 could=可/能/可能 around=周围/大约/左右/围绕 total=总/共/全部 possible=可能/可行
itself=自身/本身/自己 just=只/仅/刚/就 very=非常/很/十分 according=根据/按照/据 back=返回/回/后/背 far=远/至今/迄今/更 once=一旦/一次/曾 already=已/已经 another=另/另一 least=至少/最少/最小 good=良好/好/优秀/善 maximum=最大/最高 below=低于/以下/下 call=调用/称/呼吁/需要/叫/要求 habit=习惯/惯常/做法 fresh=新/重新 look=看/外观/寻找/审视 recipe=方案/配方/食谱/秘诀 able=能够/能/可以
true=真/真实/真正/正确 lie=位于/在于/谎 fall=跌/下降/落/不足 merely=仅/只/不过 entirely=完全/全部/彻底 behind=背后/落后/后面 down=下/降 throughout=整个/始终/贯穿 scratch=从头/从零 meanwhile=同时/与此同时 idea=想法/思想/思路/理念/点子 another=另一/另
extend=扩展/延伸/拓展/推广 stake=风险/利害/关键/高风险 now=现在/如今/目前/现 always=总是/始终/一直/总 rarely=很少/鲜有/罕见 later=后来/之后/随后/后 likely=可能/更容易/或许 onto=到/上 why=为什么/为何/原因 take=采取/需要/花费/取/考虑/以/拿 coming=未来/即将 keep=保持/保留/使/让 lets=让/使/可以 cold=冷
people=人们/人/人群 kind=种类/种/类 stay=保持/停留/留 lose=失去/丢失/损失/输 little=很少/少/几乎没有/不多 out=出/外 above=以上/上述/上面 four=四 compositing=合成/组合 absorb=吸收 condense=浓缩/压缩 ambitious=雄心 caption=字幕/描述/标题/说明 website=网站/主页/网址 homepage=主页 project=项目/投影/主页
respons=响应/回应/回答/反应/应答/负责/回复/责任 english=英语/英文 chinese=中文/汉语/中国 vehicle=车辆/汽车/车 gpu=gpu/显卡 llm=llm/大语言模型/大模型/语言模型 vlm=vlm/视觉语言模型 mllm=mllm/多模态 agnostic=无关 redundan=冗余/多余 testbed=测试平台/平台/试验 caveat=注意/限制 lip=唇 trap=陷阱/困
`

const ENDING =
  /^(?:ture|tures|age|ages|cy|ilities|ility|sive|sively|sis|ses|sity|sed|sing|se|le|ly|ze|zes|zed|zing|ional|ical|atic|atics|antly|fy|fying|fied|ce|ces|tion|tions|tive|tively|sion|sions|e|s|es|ed|d|ing|ings|er|ers|or|ors|ment|ments|ation|ations|ational|ion|ions|ional|ional|ive|ively|iveness|al|als|ally|ly|able|ably|ability|ity|ities|ness|y|ies|ied|ier|iest|ily|ance|ances|ence|ences|ency|ant|ants|ent|ents|ently|ic|ical|ically|ics|est|ize|izes|ized|izing|izer|ization|ize|ise|ised|ising|isation|ful|fully|fulness|less|ning|ned|nings|ting|ted|ling|led|ring|red|ping|ped|ming|med|ous|ously|ary|ory|ist|ists|istic|ure|ures|th|ian|n|t|ts|ting|ize)$/

const dictionary = new Map<string, readonly string[]>()
for (const entry of ENTRIES.trim().split(/\s+/)) {
  const [key = '', translations = ''] = entry.split('=')
  dictionary.set(key, [...(dictionary.get(key) ?? []), ...translations.split('/')])
}

const MIN_KEY = 3
const LONG_KEY = 5
const MAX_WORD = 30

export interface DictionaryEntry {
  /** The beginning that the word was found under: the same for all its forms. */
  key: string
  translations: readonly string[]
}

/** The entry of an English word in small letters, under its longest beginning that has one. */
export const lookUp = remember((word): DictionaryEntry | undefined =>
  word.length > MAX_WORD ? undefined : search(word),
)

const MIN_STEM_SHARE = 0.6

/** Whether a word in small letters is an entry or a regular form of one; its beginning alone is not enough. */
export function hasEntry(word: string): boolean {
  const least = Math.max(MIN_KEY, MIN_STEM_SHARE * word.length)
  for (let length = Math.min(word.length, MAX_WORD); length >= least; length--)
    if (dictionary.has(word.slice(0, length)) && (length === word.length || ENDING.test(word.slice(length))))
      return true
  return false
}

function search(word: string): DictionaryEntry | undefined {
  for (let length = word.length; length >= MIN_KEY; length--) {
    const key = word.slice(0, length)
    const translations = dictionary.get(key)
    // A long beginning is enough by itself; a short one may begin another word.
    const isForm = length === word.length || length > LONG_KEY || ENDING.test(word.slice(length))
    if (translations && isForm) return { key, translations }
  }
  return undefined
}

const shortWords = once(
  () => new Set([...dictionary.values()].flatMap(words => words.filter(word => word.length === 2))),
)

/** Whether the Chinese word of two characters renders any English one. */
export function isChineseWord(word: string): boolean {
  return shortWords().has(word)
}
