/** More of the vocabulary of abstracts, for the checks that ask which word of a brief stands for one of the source. */
import { type DictionaryEntry, lookUp } from '../english-chinese.ts'

// As in `english-chinese.ts`, but whole words: what is here need not tell anything about its other forms.
const ENTRIES = `
driven=驱动/为导向 behavior,behaviors,behaviour,behaviours,behavioral=行为/表现 same=相同/同一/同样/一样 embedding,embeddings,embedded=嵌入 toward,towards=面向/迈向/朝/向
validate,validated,validates,validating=验证/证实/检验/确认 verification,verify,verifying,verifies,verifiable,verifier,verifiers=验证/核实/核查/校验 refinement=细化/优化/改进/完善/精炼
scientific,scientists=科学 iterative,iteratively=迭代/反复 varying,vary,varies=不同/变化/各异/不一 relationship,relationships=关系 quantitative,quantitatively=定量/量化 theoretical,theoretically,theoretic=理论
explanation,explanations,explain,explains,explaining,explainable,explainability=解释/说明 imagery=图像/影像 factual,factuality,factually=事实 evolution,evolving,evolve,evolves,evolved,evolutionary=演化/进化/演变/不断发展
coding=编程/编码/代码 management=管理 frozen,freeze,freezing=冻结 literature=文献/文学 impressive=令人印象深刻/出色/惊人/优异 retraining,retrain,retrained=重新训练/再训练/重训 anatomical,anatomy,anatomically=解剖
character,characters=字符/角色/人物 acquisition=采集/获取/习得 recovery,recover,recovered,recovering,recoverable=恢复/复原/还原 cache,caching,cached=缓存 monocular=单目 material,materials=材料/材质/物质 false=虚假/错误/假
matrix,matrices=矩阵 awareness=意识/感知/认识 simulated,simulate,simulating,simulates,simulator,simulators=模拟/仿真 tumor,tumors=肿瘤 agreement=一致/协议 granularity,granularities,granular=粒度/细粒度 lingual=语言
tissue,tissues=组织 aerial=航拍/空中/航空 divergence,diverge,divergent=散度/发散/分歧 excel,excels,excelling=擅长/出色/优异/表现突出 speedup,speedups=加速 generic=通用/一般 trustworthy,trustworthiness=可信/可靠 math=数学 cell,cells,cellular=细胞
egocentric=第一人称/自我中心 jailbreak,jailbreaks,jailbreaking=越狱 inpainting=修复/补全/填充 pairwise=成对/两两 demographic,demographics=人口 metadata=元数据 holistic=整体/全面 foreground=前景 template,templates=模板
belief,beliefs,believe=信念/相信/认为 bit,bits=比特/位 expansion=扩展/扩张/扩充 finetuning,finetuned,finetune=微调 modification,modifications,modifying,modify,modified,modifies=修改/改动/更改/改进 seen=已见/见过/看到 analytical,analytic=分析/解析
biomedical=生物医学 underscore,underscoring,underscores=强调/凸显/突显/表明 grid,grids=网格/栅格 lesion,lesions=病灶/病变 catastrophic=灾难 canonical=规范/典型/标准 severely,severe=严重 gaze=注视/视线/凝视 intricate=复杂/精细
slide,slides=幻灯片/切片 discourse=话语/语篇 genuine,genuinely=真正/真实 pathway,pathways=通路/路径/途径 inspection=检查/检测 asset,assets=资产/素材 quadratic=二次/平方 spurious=虚假/伪 velocity=速度 wild=野外/真实/自然
ultrasound=超声 scalar=标量 consensus=共识 innovative=创新 gating,gated,gate,gates=门控/门 rubric,rubrics=评分标准/评分细则/量规/评价标准 aesthetic,aesthetics=美学/审美 watermark,watermarks,watermarking=水印 forgery=伪造 epistemic=认知/认识
malicious=恶意 exceeding,exceed,exceeds,exceeded=超过/超出/高于/多于/逾 atomic=原子 minimum=最小/最低/最少 axis,axes=轴/维度 occupancy=占据/占用 sacrificing,sacrifice,sacrifices=牺牲/损失/损害/降低 deepfake,deepfakes=深度伪造/伪造
prevalent,prevalence=普遍/流行/盛行 exceptional=卓越/出色/异常 definition,definitions=定义 naive,naively=朴素/简单 ideal=理想 stylistic,stylized,stylization=风格 crop,cropping,crops=裁剪/作物 pronounced=明显/显著 movement,movements=运动/移动/动作
concise=简洁/简明 conversion=转换/转化 codebook,codebooks=码本 impractical=不切实际/不现实/不实用 negligible=可忽略/忽略不计/微不足道/极小/几乎 moderate=中等/适度/适中 weakness,weaknesses=弱点/缺点/不足 adjacent=相邻/邻近 infrared=红外
retention=保留/留存 recurrent=循环 voting,vote=投票 compromise,compromises,compromising=损害/牺牲/妥协/折中/影响 agricultural,agriculture=农业 cosine=余弦 grade,grading,graded=评分/分级/等级 prioritize,prioritizes,prioritizing=优先 benign=良性
contemporary=当代/当前/现代 occluded=遮挡 geospatial=地理 lane,lanes=车道 hyperspectral=高光谱 autoencoder,autoencoders=自编码器 unnecessary=不必要/多余 decay=衰减 default=默认 brittle=脆弱 modest=适度/不大/有限/小幅 orchestration,orchestrates=编排/协调
timing=时序/时机/时间 mapping,mappings=映射 antenna=天线 unprecedented=前所未有/空前 opaque=不透明/难以理解 dialect,dialects,dialectal=方言 imbalanced=不平衡/失衡/不均衡 checkpoint,checkpoints=检查点 positioning=定位 enterprise=企业 chest=胸部/胸
chunk,chunks,chunking=分块/块/片段 overly=过度/过于 oracle=预言/神谕/理想 excellent=优秀/优异/出色/卓越 engagement=参与/互动 stabilize,stabilizes,stabilization=稳定 radiance=辐射 city,cities=城市 microscopy=显微 crafted=设计/构造/制作
keypoint,keypoints=关键点 invasive=侵入 occurrence=出现/发生 shaping=塑造/塑形 oversight=监督/监管/疏忽 upsampling=上采样 bilingual=双语 additive=加性/可加 avatar,avatars=虚拟人/化身/数字人/头像 grammar,grammatical=语法 disagreement=分歧/不一致
splatting=泼溅/溅射/泼洒 medicine=医学/药物 footprint=占用/足迹 minutes=分钟 infeasible=不可行/无法 asynchronous=异步 cascaded,cascading,cascade=级联 clothing=服装/衣物 planner,planners=规划器/规划 coefficient,coefficients=系数 forensic=取证/法医
climate=气候 compelling=令人信服/有力/引人 inability=无法/不能 official=官方 compound,compounded=复合/化合物 triplet,triplets,triples=三元组 tone=语气/语调/色调 unify,unifying=统一 navigate=导航/应对 inevitably=不可避免/必然 replay=回放/重放
business=业务/商业 slightly=略/稍/轻微/小幅 swapping,swap=交换/替换 erroneous=错误/有误 hyperbolic=双曲 concentrated,concentrate,concentration=集中/浓度 lung=肺 wavelet=小波 fragile=脆弱 intersection=交叉/交集/路口 dominated,dominate,dominates=主导/支配/占据/占优
pedagogical=教学 handcrafted=手工/人工设计 negotiation=谈判/协商 physiological=生理 clarity=清晰 speculative=推测/投机 diagram,diagrams=图表/示意图/图 sycophancy=谄媚/迎合/奉承 log,logs=日志/对数 anonymous=匿名 maintenance=维护 monolingual=单语
stance=立场 room=空间/房间 chosen=选择/选定/选中 height=高度 simplicity=简单/简洁 backdoor=后门 arithmetic=算术 deception,deceptive=欺骗 indices,index=指数/索引 interval,intervals=区间/间隔 heart,cardiac=心脏/心 immediate,immediately=立即/直接/即时
interplay=相互作用/交互 ecosystem,ecosystems=生态 aggressive=激进/攻击 markedly=明显/显著 unconditional=无条件 subtask,subtasks=子任务 confined=局限/限于 cornerstone=基石 underperform,underperforms,underperformed=不如/逊于/落后/低于/不及/表现不佳/差于/劣于 relighting=重光照/重打光
shadow,shadows=阴影/影 dose=剂量 unchanged=不变/保持 stationary=平稳/静止 debiasing=去偏 submission,submissions=投稿/提交 puzzle,puzzles=谜题/难题 blood=血 proxy,proxies=代理 binding=绑定/结合 everyday=日常 license=许可 lifecycle=生命周期 staining=染色
sarcasm=讽刺 ordinal=有序/序 regret=遗憾/后悔 unrelated=无关/不相关 superficial=表面/肤浅 blending,blend=混合/融合 curvature=曲率 stratified=分层 routine,routinely=常规/例行 centralized=集中 consecutive=连续 abnormal=异常 pervasive=普遍 conformal=保形/共形
slot,slots=槽 ceiling=上限/天花板 focal=焦点/聚焦 ongoing=持续/正在 altering,alter,alters=改变/更改/修改 sleep=睡眠 tomography=断层 marine,maritime=海洋/海上 devise=设计 naturalness=自然 angular=角 avenue,avenues=途径/方向 downsampling=下采样/降采样 travel=旅行/出行
lag,lags,lagging=落后/滞后/不及 fetal=胎儿 optimality=最优 distractor,distractors=干扰 scaffold,scaffolding=支架/脚手架 worldwide=全球 empathetic,empathy=共情/同理 discipline,disciplines=学科 modulate,modulates=调制/调节 hair=头发 abstention,abstain=弃答/拒答/弃权 crisis=危机
equitable,equity=公平 deficiencies,deficiency=缺陷/不足 disjoint=不相交 lattice=格 biometric=生物特征 compensate,compensation=补偿/弥补 terminology=术语 utterance,utterances=话语/语句 wall=墙/壁 unrealistic=不真实/不现实 copyright=版权 crash=碰撞/崩溃 portrait=肖像/人像
tag,tags,tagging=标签/标注 phoneme,phonemes=音素 drastically=大幅/急剧/显著 cumulative=累积/累计 freedom=自由 night=夜间/夜 unintended=意外/非预期 disrupt,disrupts=破坏/扰乱 reranking=重排 emulate=模仿/模拟 keyframe,keyframes=关键帧 command,commands=命令/指令
advent=出现/问世 misuse=滥用/误用 complicated=复杂 optimizations=优化 none=没有/均未/都不/无一 genetic=遗传/基因 covariance=协方差 monolithic=单体/整体/单一 guardrail,guardrails=护栏/防护 neuroscience=神经科学 unobserved=未观测 outstanding=突出/卓越/优异/出色
disorder,disorders=障碍/疾病 chatbot,chatbots=聊天机器人 activate,activated=激活 cluttered=杂乱 dental=牙 unsupported=无依据/不支持/缺乏支持 plot,plots=图/绘图/情节 aid,aided=辅助/帮助 wildfire=野火 ecological=生态 truncation,truncated=截断 deliberation,deliberative,deliberate=审议/深思/慎重/思考
verbose=冗长 omission,omit=遗漏/省略 byte,bytes=字节 warm=热/预热 normative=规范 indispensable=不可或缺/必不可少 naturalistic=自然 mirror,mirrors=镜/反映 overconfidence=过度自信/过自信 undermine,undermines,undermining=削弱/损害/破坏 handwritten=手写 equivariant=等变
prerequisite=前提/先决 unauthorized=未授权/未经授权 desktop=桌面 uneven=不均 unable=无法/不能 bird=鸟 preceding=之前/前面 pain=疼痛 cite=引用 opposite=相反 twelve=十二/12 air=空气/空中 fingerprint=指纹 crowd=人群/众包 declarative=声明 counseling=咨询 invisible=不可见/看不见
predicate=谓词 closure=闭包 fallback=回退/后备 integer=整数 dangerous=危险 pyramid=金字塔 contour=轮廓 overthinking=过度思考 tiny=微小/小/极少 book=书 escalation,escalate=升级 episode,episodes,episodic=回合/情节/片段 unpaired=未配对/非配对 noticeable=明显 cheaper,cheap=便宜/廉价/低成本/成本更低
dance=舞蹈 amplitude=幅度/振幅 appealing=吸引 disambiguation=消歧 unresolved=未解决 metacognitive=元认知 entry,entries=条目/项 codec=编解码 termination=终止 undesirable=不良/不希望 liver=肝 destructive=破坏 brightness=亮度 footage=视频/录像/影像 formula,formulas=公式
toolkit=工具包/工具 critique,critiques=批评/评判/评论 workspace=工作空间/工作区 attend=关注 breadth=广度 paraphrasing,paraphrase=改写/释义 pricing=定价 instrument,instruments=仪器/乐器/器械 inventory=库存 deletion,delete=删除 prognosis=预后 hypergraph=超图 obscure=模糊/掩盖
carbon=碳 warping=扭曲/变形 irreversible=不可逆 font=字体 uniqueness=独特/唯一 advice=建议 roadmap=路线图 membership=成员 credibility=可信度/可信 unbounded=无界/无限 organizations,organization=组织/机构 member,members=成员 timestamp,timestamps=时间戳 hint,hints=提示/线索
bitrate=码率/比特率 invalid=无效 indistinguishable=无法区分/难以区分 debugging,debug=调试 division=划分/除法/分工 portfolio=组合 rely,relies,relied,relying,reliance=依赖/依靠/依托/凭借/借助 help,helps,helped=帮助/有助/协助 hurt,hurts,harm,harms=损害/伤害/有害/危害 suffer,suffers=遭受/受到/存在/面临
win,wins,won=胜/赢/获胜 beat,beats=击败/胜过/超过/优于 trail,trails,trailing=落后/不及 match,matches,matching=匹配/媲美/相当/持平/追平 worsen,worsens,worsened=恶化/变差/加剧 slow,slower,slows=慢/变慢/缓慢 fast,faster=快/更快/加快 cut,cuts,cutting=削减/降低/减少/缩减/前沿
halve,halves,halved=减半/一半 double,doubles,doubled=翻倍/两倍/加倍/倍 inferior=劣于/不如/逊于/较差/差于 deteriorate,deteriorates=恶化/下降/变差 lost,loses,losing=失去/丢失/损失/丧失 forget,forgets,forgetting=遗忘/忘记 preserve,preserves,preserved,preserving=保留/保持/保存/维持
maintain,maintains,maintained,maintaining=保持/维持/维护 retain,retains,retained,retaining=保留/保持/留存 guarantee,guarantees,guaranteed=保证/保障 tune,tuned,tuning=调优/调整/微调/调节 hallucinate,hallucinates,hallucination,hallucinations=幻觉 human,humans=人类/人工/人 manual,manually=人工/手动/手工
need,needs,needed,needing=需要/需/须/必要/需求 require,requires,required,requiring=需要/要求/需/须/必须 use,uses,used,using=使用/采用/利用/用/借助/通过 change,changes,changing=改变/变化/更改/改动 transfer,transfers,transferable=迁移/转移/传递 share,shares,shared,sharing=共享/分享/共有/份额
supervise,supervised,supervision=监督 access=访问/接触/获取/获得/拿到 interact,interacts,interaction=交互/互动/相互作用 longer=更长/较长/再 open=开放/开源/公开/打开 closed=封闭/闭源/闭 reach,reaches,reached,reaching=达到/触及/到达/取得 release,releases,released,releasing=发布/公开/开源/释放
stable,stability=稳定 unstable,instability=不稳定 reliable,reliably,reliability=可靠/可信 unreliable=不可靠 safe,safely,safety=安全 unsafe=不安全 sufficient=足够/充分/足以 insufficient=不足/不够 available=可用/可得/公开/提供 consistent,consistently,consistency=一致/始终/稳定/持续/连贯
significant,significantly=显著/明显/大幅/重要/重大/远 substantial,substantially=大幅/显著/大量/可观 correlate,correlates,correlated,correlation=相关/关联 sensitive,sensitivity=敏感 depend,depends,depending,dependence,dependent,dependency=依赖/取决/依存
alongside=同时/与/一同 leaving,leave,leaves,left=留下/剩下/离开/保留/留待 held,hold,holds,holding=保持/成立/持有/举行 written,write,writes=写/书面/撰写 counterpart,counterparts=对应 understood=理解/清楚 morphological,morphology=形态 right=右/正确/权利 article,articles=文章/论文 late,later=晚/后期/迟 seed,seeds=种子
land=土地/陆地 unimodal=单模态 viable,viability=可行 mostly=大多/主要/多半/多为 ultra=超 almost=几乎/将近/接近 bank,banks=银行 tier,tiers=层级/级 receptive=感受 enough=足够/充分 slice,slices=切片/片 sometimes=有时 friendly=友好 vessel,vessels=血管/船 latest=最新 middle=中间/中 flat=平坦/平 analytics=分析 white=白 underrepresented=代表性不足
supply=供应/供给 imperfect=不完美/不完善 hundred,hundreds=百/数百 gait=步态 separable,separability=可分 status=状态/地位 countries,country=国家 children,child,child=儿童/孩子 chemical,chemistry=化学 otherwise=否则/其他 front=前/正面 stroke=中风/笔画/卒中 breast=乳腺 cyclic=循环 depression=抑郁 thin=薄/细 resonance=共振 atmosphere,atmospheric=大气 humor=幽默 today=如今/今天/当今
square,squared=平方/方 outdated=过时 advertising,advertised,advertisers=广告 minute,minutes=分钟 displacement=位移 radius=半径 military=军事 clue,clues=线索 soil=土壤 floor=地板/下限 heritage=遗产 column,columns=列/栏 biodiversity=生物多样性 nearby=附近 incompatible=不兼容 terminal=终端 influential=有影响 exam,exams=考试/检查 affinity=亲和 endoscopic=内窥镜 glass=玻璃
clutter=杂乱 pediatric=儿科/儿童 retrospective=回顾 photography,photograph,photographs,photographer,photographers=摄影/照片/拍摄 spontaneous=自发 nuclear=核 spike,spiking=尖峰/脉冲 congestion=拥堵/拥塞 haze=雾/霾 canopy=冠层 female,females,women=女性/雌/女 male,males,men=男性/雄/男 biomarker,biomarkers=生物标志物 abnormality,abnormalities=异常 tactile=触觉 vegetation=植被
mutation,mutations=突变/变异 abdominal=腹部 motor=运动/电机 copy=复制/副本 handwriting=手写 aging,age,aged=老化/年龄/衰老/岁 smoke=烟/烟雾 comfort=舒适 evidential=证据 winner,winning=获胜/胜 webpage=网页 histogram=直方图 consciousness=意识 volatility=波动 intact=完好/完整/保持 rehabilitation=康复 interdisciplinary=跨学科 dementia=痴呆 audience=受众/观众 retail=零售 ancient=古代
income=收入 companies,company,firm,firms=公司/企业 neck=颈 agenda=议程 smartphone,smartphones=智能手机/手机 geodesic=测地 harmonic=谐波/调和 flash=闪 lexicon=词典/词汇 discharge=放电/出院 empty=空 ambient=环境 triangle=三角 verdict=判决/结论 ownership=所有权 clock=时钟/钟 logarithm,logarithmic=对数 crack=裂缝/裂纹 fatigue=疲劳 ocular=眼 twice=两次/两倍/翻倍 guess,guessing,guesses=猜测/猜
battery,batteries=电池 patent=专利 constellation=星座 letter,letters=字母/信 interior=内部 contrary=相反 muscle=肌肉 inappropriate=不当/不合适 ahead=领先/前方/提前 expense=费用/代价/开销 living=生活/活 exercise,exercises=练习/锻炼/习题 clause,clauses=条款/子句/从句 catalog,catalogue=目录/星表 deficit=缺陷/赤字 buyer,buyers=买家 incident,incidents=事件/事故 incoherent=不连贯 detrimental=有害/不利
snow=雪 genre=体裁/流派 chronic=慢性 pollution=污染 painting=绘画/画 mortality=死亡 occasionally,occasional=偶尔/有时 racial=种族 adverse=不良/不利 trillion=万亿 whose=其 sees,see,saw=看到/看见/见 emit,emits,emitted=输出/发出/发射 gripper,gripping=夹爪/抓取 lifts,lift,lifted=提起/提升/抬 slip,slips=打滑/滑 neighbour,neighbours,neighbourhood,neighbor,neighbors=邻居/邻域/相邻/邻近 suffice,suffices=足够/足以/充分
antibody,antibodies=抗体 wage,wages=工资 warehouse,warehouses=仓库 envelope=信封/粗略/包络 offset,offsets=抵消/偏移 labour,labor=劳动/人工 fifth=第五/五分之一 disk,disks=磁盘/盘 stall,stalls=停顿/停滞 acknowledge,acknowledged,acknowledges=确认/承认 durable=持久 never=从未/从不/永不/绝不 precipitation,rain,rainfall=降水/降雨/雨 spacing=间距 wet=湿 shrink,shrinks,shrinking=缩小/缩减/收缩/减少 watch,watched,watches=观看/手表/看
skip,skips,skipped=跳过/略过 tell,tells,told=告诉/讲/区分/说 bug,bugs=缺陷/错误 spend,spends,spent=花费/花/耗费 adult,adults=成人/成年人 diabetes=糖尿病 dilated,dilate=散瞳/扩张/空洞 laser=激光 exclude,excluded,excludes,excluding=排除/不包括/剔除/未纳入 star,stars,stellar=恒星/星 galaxy,galaxies=星系 absorption=吸收 gas=气体/气 core,nucleus=核心/核 luminosity=光度 lawyer,lawyers=律师
deadline=截止/期限 exception,exceptions=例外/除外/异常 nothing=没有/无/什么都 atom,atoms=原子 modulus=模量 grandmother=奶奶/祖母 vendor,vendors=厂商/供应商 send,sends,sending,sent=发送/寄 admission,admissions=入院/住院/录取 hospital,hospitals=医院 bluff,bluffs,bluffing=虚张声势/诈唬 quartile,quarter,quarters=四分之 canary,canaries=金丝雀 delay,delays,delayed=延迟/推迟 student,students,pupil,pupils=学生 teacher,teachers=教师/老师
motivation=动机 gain,gains,gained=获益/收益/增益/提升/获得 pay,pays,paid=支付/付 chord,chords=和弦 musician,musicians=音乐家/乐手 song,songs=歌曲/歌 territory,territories=领地/领域 night,nights=夜/夜间/晚 dawn=黎明 obsolete=过时/淘汰 impossible=不可能/无法 calibrate,calibration,recalibration,calibrated=校准/标定 illness,disease=疾病/患病/病 stolen=赃/被盗 mule,mules=骡子 fund,funds=资金
mile,miles=英里 catalyst=催化剂/催化 ligand,ligands=配体 unaided=独立/独自 caution,cautious=提醒/谨慎/注意 herbicide=除草剂 weed,weeds=杂草 yield,yields=产量/产率/产生/收益 volunteer,volunteers=志愿者 repost,reposts=转发 like,likes=点赞/喜欢 deletion,deletions=删除/删帖 note,notes=注释/笔记/加注 fear,fears,worry,worries=担忧/恐惧/担心 discount=折扣 cold=冷/寒 compress,uncompressed,compressed=压缩
reproduce,reproduces,reproduced,reproducible=复现/重现/再现 certify,certifies,certified=证明/认证 flag,flags,flagged=标记/标示/标出 carry,carries,carried=推广/携带/迁移/承载 resent,resents=反感/怨恨 grade,gradable=分级/评分 hail=冰雹 wastewater=废水 inhabitant,inhabitants=居民 verb,verbs=动词 overregularize,overregularized,overregularization=过度规则化 gloss,glosses=注释/词目 font,fonts=字体 landfall=登陆
typhoon=台风 genome,genomes=基因组 laptop=笔记本 sleep,sleeping,awake=睡眠/休眠 auction,auctions=拍卖 bid,bids,bidding,bidder,bidders=出价/竞价/投标 revenue=收入/营收 rodent,rodents,rat,rats=啮齿/鼠 antenna,antennas=天线 happen,happens,happened=发生 agree,agrees,agreed=一致/同意 dot,dots=圆点/点 blur,blurred,blurring=模糊 misread=误读 summer=夏 winter=冬 moisture=水分/湿度 element,elements=元素/单元
equal,equals,equally=相等/同等/等于/相同 safe,safer=安全 justify,justified=证明/合理 replace,replaces,replaced=取代/替换/代替/更换 matter,matters=重要/要紧/关系 appear,appears,appeared=出现 occur,occurs,occurred=发生/出现 exist,exists,existed=存在 observe,observed,observes=观察/观测 consider,considered,considers=考虑 measure,measured,measures=测量/衡量 commit,commits=提交 read,reads,reading=读/阅读/读取
win,wins,won=赢/获胜/胜 earn,earns=赢得/获得 prove,proves,proved,proven=证明 share,shares=份额/共享/比例/占比 rate,rates=率/速率/比率 ratio=比值/比例/比 fraction=比例/部分/分之 slope=斜率 curve=曲线 threshold,thresholds=阈值 speed,speeds=速度 weight,weights=权重/重量 noise,noisy=噪声/含噪 price,prices,priced=价格 demand,demands=需求 advantage,advantages=优势 benefit,benefits=益处/获益/受益/收益
market,markets=市场 policy,policies=政策/策略 trial,trials=试验 patient,patients=患者 dose,doses=剂量 risk,risks=风险 death,deaths=死亡 infection,infections=感染 virus,viral=病毒 vaccine,vaccines=疫苗 symptom,symptoms=症状 blood=血 pressure=压力/血压 temperature,temperatures=温度 heat=热/供暖 water=水 energy=能量/能耗/能源 power=功率/功耗/电 mass=质量 field,fields=领域/场/田 wave,waves=波 light=光/轻 particle,particles=粒子 electron,electrons=电子 quantum=量子
theorem,theorems=定理 proof,proofs=证明 lemma=引理 conjecture=猜想 prime,primes=素数 polynomial=多项式 group,groups=群/组 ring,rings=环 convex,nonconvex=凸 smooth=光滑/平滑 order,orders=阶/顺序/次序 root,roots=根 sum,sums=和/求和 norm=范数 lattice,lattices=格 bounded=有界 invertible=可逆 regular=正则/规则 faithful,faithfully=忠实 commute,commutes,commuting=交换
`

const further = new Map<string, DictionaryEntry>()
for (const entry of ENTRIES.trim().split(/\s+/)) {
  const [words = '', translations = ''] = entry.split('=')
  const [key = ''] = words.split(',')
  for (const word of words.split(',')) {
    const before = further.get(word)?.translations ?? []
    further.set(word, { key, translations: [...new Set([...before, ...translations.split('/')])] })
  }
}

const NONE: readonly string[] = []

/** The Chinese words that may stand for an English word in small letters; none where it is not known. */
export function translationsOf(word: string): readonly string[] {
  const own = further.get(word)?.translations ?? NONE
  const common = lookUp(word)?.translations ?? NONE
  return own.length === 0 ? common : [...new Set([...own, ...common])]
}
