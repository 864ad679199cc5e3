/** Pairs of opposites, English and Chinese: "upper bound" 上界 and "lower bound" 下界. */
import { remember } from '../../paper/remember.ts'
import { once } from '../once.ts'
import { WordIndex } from '../word-index.ts'

/**
 * One pair a line: `English = Chinese <> English = Chinese`. A `*` stands for any ending; a word behind `~` allows its
 * side in English, or shows it in Chinese, and never accuses: "small" may be told by 较低.
 */
const PAIRS = `
upper bound*,upper limit*,upper = 上界,上限,~上确界,~上侧,~上部,~上方,~上层,~上半,~上肢 <> lower bound*,lower limit*,~lower = 下界,下限,~下确界
supremum = 上确界 <> infimum = 下确界
maximiz*,maximis*,maximal*,maximum,max = 最大化,最大,极大,~最高,~最多,~最长,~上限 <> minimiz*,minimis*,minimal*,minimum,min,~least,~small*,~little,~low*,~reduc*,~few* = 最小化,最小,极小,最低限度,~最少,~最低,~降
high,higher,highest,~great*,~large*,~strong*,~more,~increas*,~super*,~better,~best,~improv*,~rais*,~up*,~above,~exceed*,~over*,~over,~outperform*,~surpass*,~top,~maxim*,~most,~state,~advanc*,~peak,~expensive,~costly,~cost*,~record,~gain*,~efficien*,~accura*,~good,~excel*,~rich*,~dense*,~severe,~deep* = 更高,较高,最高,很高,偏高,极高,过高 <> low,lower,lowest,~small*,~less,~few*,~weak*,~poor*,~reduc*,~decreas*,~minim*,~cheap*,~under*,~below,~drop*,~declin*,~wors*,~little,~limited,~short*,~down*,~least,~inferior*,~inexpensive,~light*,~fast*,~sav*,~cut*,~degrad*,~fall*,~efficien*,~slow*,~smallest,~compress*,~compact,~lack*,~insufficien*,~negligib*,~sparse*,~shallow,~mild,~economical,~affordab* = 更低,较低,最低,很低,偏低,极低,过低
high frequen*,~high* = 高频,~高、低频 <> low frequen*,~low*,~lf = 低频
high resolution*,~high*,~fine* = 高分辨率,高清 <> low resolution*,~low*,~coarse* = 低分辨率,低清
high dimension*,~high* = 高维 <> low dimension*,~low* = 低维
high rank,full rank,~high* = 高秩,满秩 <> low rank,~low*,~lora = 低秩
high level,~high*,~upper = 高层,高级,高阶 <> low level,~low*,~fine*,~underlying,~bottom,~basic,~primitive* = 低层,低级,低阶
high order,higher order,~high* = 高阶 <> low order,lower order,~low* = 低阶
first order,~gradient = 一阶 <> second order,~hessian,~two = 二阶
high quality,~high*,~quality,~good,~excellent,~premium,~superior = 高质量,优质 <> low quality,~low*,~poor*,~bad,~inferior,~degrad* = 低质量,劣质
high confiden*,~high* = 高置信 <> low confiden*,~low*,~uncertain* = 低置信
high resource*,~high*,~rich = 高资源,资源丰富 <> low resource*,~low*,~limited,~scarc*,~poor,~under*,~constrain* = 低资源,资源匮乏,资源稀缺
high precision,~high* = 高精度 <> low precision,~low*,~quantiz* = 低精度
high fidelity,~high* = 高保真 <> low fidelity,~low* = 低保真
high cost*,expensive*,costly,~high*,~cost* = 高成本,成本高昂,代价高昂,昂贵 <> low cost*,inexpensive*,cheap*,~low*,~afford*,~econom*,~efficien*,~light*,~minimal,~small = 低成本,成本低廉,代价低廉,廉价
high speed,~high*,~fast* = 高速 <> low speed,~low*,~slow* = 低速
high density,dense*,~high* = 稠密,密集,高密度 <> sparse*,sparsit*,low density,~low* = 稀疏,低密度
increas*,rise,rises,rising,risen,rose,grow*,grew,gain*,rais*,~improv*,~enhanc*,~boost*,~high*,~more,~up*,~enlarg*,~expand*,~strength*,~better,~aggravat*,~exacerbat* = 增加,增长,上升,升高,提高,增大,提升,~加,~升,~增,~更高,~更大,~更多 <> decreas*,reduc*,declin*,drop*,fall*,fell,diminish*,shrink*,~low*,~less*,~few*,~degrad*,~down*,~cut*,~sav*,~mitigat*,~alleviat*,~minim*,~compress*,~deteriorat*,~weak*,~loss*,~los*,~short*,~small*,~suppress*,~wors*,~hurt*,~impair*,~harm*,~forget*,~erod*,~vanish*,~narrow*,~fade*,~slow*,~eliminat*,~prun*,~relax*,~avoid*,~limit*,~deplet*,~collaps*,~penal*,~simplif*,~sacrific*,~trim*,~filter*,~cost*,~remov*,~half,~halv*,~anneal* = 减少,降低,下降,减小,缩减,下滑,走低,~降,~减,~缩,~低,~少
easy,easily,easier,easiest,ease,eases,eased,easing,simple*,simpl*,trivial*,straightforward*,~convenien*,~readily,~facilitat*,~ready,~smooth*,~low*,~light* = 容易,简单,轻松,轻易,易于,简易,简便,~便于,~方便,~不难,~平凡 <> hard,harder,hardest,difficult*,complex*,complicat*,challeng*,tough*,struggl*,nontrivial,non trivial,~intricat*,~demand*,~problem*,~obstacle*,~sophisticat*,~barrier*,~cumbersome,~tricky,~intractab*,~cannot,~not,~fail*,~unable,~limit*,~rarely,~less = 困难,难以,复杂,艰难,艰巨,棘手,不易,~挑战,~难
similar*,alike,resembl*,same,identical*,~analog*,~compar*,~close*,~near*,~equal*,~equivalent*,~match*,~consisten*,~homogen*,~uniform*,~common,~akin,~like,~per,~every = 相似,类似,相近,相同,同样,~一样,~等价,~一致 <> dissimilar*,differen*,differ*,distinct*,diverg*,~unlike,~var*,~divers*,~heterogen*,~discrepan*,~gap*,~contrast*,~another,~other*,~separate,~inconsisten*,~mismatch*,~multi*,~not,~rather,~instead,~unusual*,~across,~each,~disparit*,~depart*,~oppos*,~alternat*,~shift*,~mixed,~respective*,~individual*,~individually,~various,~several,~both,~beyond,~specific*,~disagree*,~despite,~cross,~among,~between,~multiple,~per,~every = 不相似,不同,相异,相差,迥异,有别,各异
consisten*,agree*,align*,~accord*,~same,~coheren*,~uniform*,~unif*,~match*,~similar*,~stable,~stead*,~congruen*,~unanim*,~confirm*,~identical*,~correspond*,~harmon*,~reliab*,~always,~concordan*,~support*,~consensus,~all,~both,~concur*,~line,~unified,~equal*,~invariably = 一致,相符,吻合,~统一,~契合,~始终 <> inconsisten*,contrar*,opposite*,contradict*,conflict*,disagree*,misalign*,~counter*,~oppos*,~differ*,~discrepan*,~mismatch*,~not,~contrast*,~revers*,~invert*,~inverse*,~diverg*,~inconsonan*,~violat*,~unlike,~negative*,~against,~antagon*,~cross,~tension,~invers*,~despite = 相反,不一致,相悖,矛盾,相左,不符,不吻合
unif*,uniform*,~consisten*,~single,~one,~joint*,~common,~integrat*,~homogen*,~standard*,~same,~universal = 统一,~一致 <> non unif*,nonunif*,inconsisten*,disunif*,heterogen*,fragment*,disparate,~not,~lack*,~without,~vary*,~differ*,~separat*,~diverse,~irregular = 不统一,不一致,零散,~异构,~割裂
global*,~whole,~worldwide,~overall,~entire,~holistic*,~long*,~context*,~scene* = 全局,~全球,~整体 <> local*,~regional*,~partial*,~neighb*,~patch*,~nearby,~part*,~piecewise,~short,~fine*,~segment*,~sub*,~detail*,~spatial* = 局部,~本地,~地方
macro*,~large scale = 宏观,~宏平均 <> micro*,~fine* = 微观,~微平均
static*,~still,~image*,~fix*,~frozen,~stationar* = 静态,~固定 <> dynamic*,~adapt*,~time var*,~evolv*,~moving,~motion = 动态
source,~origin* = 源域,源语言,源端,~源 <> target*,~destination = 目标域,目标语言,目标端,~目标
encod* = 编码器,~编码 <> decod* = 解码器,~解码
black box = 黑盒,黑箱 <> white box,~transparen*,~interpretab* = 白盒,白箱
gray box,grey box = 灰盒,灰箱 <> black box = 黑盒,黑箱
gray box,grey box = 灰盒,灰箱 <> white box = 白盒,白箱
online,~real time,~live,~internet,~web = 在线,线上 <> offline,~batch,~disconnect*,~post hoc = 离线,线下
on policy = 同策略,在策略 <> off policy = 异策略,离策略,离线策略
in distribution,~iid,~id = 分布内 <> out of distribution,ood,~shift*,~unseen,~beyond = 分布外
in domain,~domain = 域内,领域内 <> out of domain,cross domain,~domain,~unseen = 域外,跨域
ordinary,~ode,~odes,~normal = 常微分 <> partial,~pde,~pdes = 偏微分
superlinear*,super linear*,~faster,~more = 超线性 <> sublinear*,sub linear*,~slower = 次线性,亚线性
linear*,~affine,~straight = 线性 <> nonlinear*,non linear*,~quadratic*,~curved,~polynomial* = 非线性
convex* = 凸优化,凸函数,凸 <> nonconvex*,non convex*,concav* = 非凸,凹
sensitiv*,~suscept*,~vulnerab*,~respons*,~sensib* = 敏感,~灵敏 <> insensitiv*,robust*,invarian*,agnostic,~not,~immune,~regardless,~independen*,~stable,~less,~without,~resilien*,~unaware,~non = 不敏感,不灵敏
supervis* = 有监督,监督学习,~监督 <> unsupervis*,self supervis*,~without,~label free,~zero,~weak*,~no = 无监督
supervis* = 有监督,全监督 <> semi supervis*,weak* supervis*,weakly,~semi,~partial*,~few = 半监督,弱监督
label*,annotat* = 有标注,有标签,已标注,带标注 <> unlabel*,unannotat*,~without,~no,~un*,~free,~raw = 无标注,无标签,未标注
parametric*,~parameter* = 参数化,参数方法 <> nonparametric*,non parametric*,~parameter free,~without = 非参数
symmetr* = 对称 <> asymmetr*,~imbalanc*,~one sided,~unequal,~skew*,~dispar*,~anti* = 非对称,不对称
stationar* = 平稳 <> nonstationar*,non stationar*,~dynamic*,~drift* = 非平稳
homogen*,~uniform*,~even*,~smooth* = 同质,同构,均匀,~齐次 <> heterogen*,~diverse,~non uniform*,~differ* = 异质,异构,非均匀
homophil* = 同配,同质性,同嗜 <> heterophil* = 异配,异质性,异嗜
synchron* = 同步 <> asynchron*,~independent* = 异步
balanc*,~even* = 平衡,均衡 <> imbalanc*,unbalanc*,~skew*,~uneven*,~long tail*,~bias* = 不平衡,失衡,不均衡
deterministic*,~certain*,~determin* = 确定性,确定的 <> stochastic*,random*,probabilist*,nondetermin*,non determin*,~uncertain*,~noise,~noisy,~sampl*,~indetermin* = 随机,不确定性,非确定,概率性
certainty,certainties,~certain*,~confiden*,~determin*,~sure* = 确定性,确信 <> uncertain*,~ambigu*,~unclear,~stochastic*,~random* = 不确定
continuous*,~continu* = 连续 <> discret*,~token* = 离散
explicit*,~overt*,~clear*,~specif*,~defin* = 显式,~明确 <> implicit*,~latent,~tacit*,~hidden = 隐式,隐含
direct*,~straight* = 直接 <> indirect*,~proxy,~via,~through = 间接
internal*,~inner,~intrinsic*,~within,~inside,~endogen* = 内部,内在,~内生 <> external*,~outer,~extrinsic*,~outside,~exogen*,~third = 外部,外在
input*,~prompt*,~feed*,~fed,~quer*,~tak*,~given,~receiv*,~enter* = 输入 <> output*,~produc*,~generat*,~emit*,~predict*,~yield*,~return*,~respon*,~answer*,~result* = 输出
train* = 训练集,~训练 <> test*,~evaluat* = 测试集,~测试
positive*,~benefi*,~advantag*,~favo*,~active* = 正面,积极,正例,正样本,正向,正相关,阳性 <> negative*,~adverse*,~detriment*,~harm*,~passiv*,~inverse*,~neg = 负面,消极,负例,负样本,负向,负相关,阴性
benefi*,advantag*,~strength*,~merit*,~favor*,~good,~positive*,~virtue*,~superior*,~outperform*,~better,~strong*,~edge,~lead*,~win*,~capab*,~potential,~improv*,~complement*,~excel*,~effective*,~gain*,~pros = 优势,优点,好处,益处 <> disadvantag*,drawback*,shortcoming*,weakness*,harm*,~limit*,~deficien*,~defect*,~flaw*,~adverse*,~gap*,~inferior*,~downside*,~hurt*,~damag*,~risk*,~pitfall*,~issue*,~problem*,~detriment*,~poor*,~wors*,~negative*,~challeng*,~fail* = 劣势,缺点,坏处,害处,弊端,短板
success*,~achiev*,~accomplish* = ~成功 <> fail*,~unsuccess*,~error*,~break* = 失败
effectiv*,~valid*,~efficien*,~useful,~success*,~power*,~well,~efficac*,~active* = 有效,~高效 <> ineffectiv*,invalid*,useless,~fail*,~inefficien*,~not,~no,~inadequa*,~limited,~void,~null,~break*,~poor*,~meaningless,~collaps*,~stale,~outdated = 无效,失效,低效
efficien* = 高效,~效率 <> inefficien*,~slow*,~low*,~poor*,~wast* = 低效,效率低
accura*,correct*,precis*,right,~exact*,~true,~faithful* = ~准确,正确,~精确 <> inaccura*,incorrect*,wrong*,imprecis*,mistak*,erroneous*,error*,~false*,~not,~fault*,~fail*,~poor*,~hallucin*,~mis*,~bug*,~unfaithful*,~flaw*,~spurious,~nois*,~corrupt*,~invalid*,~attack*,~anomal* = 不准确,错误,不正确,不精确
complet*,full*,comprehensiv*,~whole,~entire*,~thorough*,~all,~total* = 完整,完备,~全面,~完全 <> incomplet*,~partial*,~limited,~missing,~insufficien*,~not,~lack*,~fragment*,~part*,~without,~narrow,~imperfect = 不完整,不完备,不全面,残缺,片面
sufficien*,enough,adequa*,ampl*,abundan*,plenty,rich*,~extensiv*,~well,~full*,~large,~satisf*,~divers*,~variet*,~various,~inform*,~vivid,~detail*,~comprehensiv*,~many,~wide*,~vast,~big,~expressive,~thorough*,~adequat*,~power*,~strong* = ~充分,充足,足够,足以,~丰富,充裕 <> insufficien*,inadequa*,lack*,scarc*,limited,deficien*,scant,~poor*,~shortag*,~not,~under*,~no,~without,~few*,~little,~spars*,~absen*,~fail*,~gap*,~cannot,~unable,~less,~low*,~miss*,~short*,~weak*,~hardly,~barely,~un*,~struggl* = 不充分,不足,不足以,匮乏,稀缺,欠缺,缺乏,缺少
reliab*,trustworth*,dependab*,~robust*,~faithful*,~credib*,~confident*,~safe*,~sound* = 可靠,可信 <> unreliab*,untrustworth*,~not,~fragil*,~brittle*,~fail*,~unstable,~question*,~doubt*,~hallucin*,~spurious,~cannot,~inconsisten*,~less = 不可靠,不可信
stab*,stead*,~robust*,~consisten*,~smooth*,~reliab*,~invarian*,~constant*,~persist*,~steady = 稳定,平稳,~稳健 <> unstab*,instab*,volatil*,fluctuat*,~fragil*,~erratic*,~not,~diverg*,~collaps*,~vary*,~brittle*,~inconsisten*,~noisy,~jitter*,~oscillat*,~varia* = 不稳定,波动,失稳
safe*,secur*,~privacy,~protect*,~trust* = 安全 <> unsafe*,danger*,insecur*,hazard*,~risk*,~harm*,~threat*,~malicious,~adversar*,~vulnerab*,~not,~jailbreak*,~violat*,~toxic*,~critical = 不安全,危险
fair*,equit*,~just,~equal*,~impartial*,~debias*,~gender = 公平,公正 <> unfair*,inequit*,~bias*,~discriminat*,~dispar*,~inequal*,~unequal = 不公平,不公正,不平等
known,~familiar,~seen,~existing,~establish*,~well = 已知 <> unknown*,unseen,~novel,~new,~unobserv*,~latent,~hidden,~blind,~uncertain*,~not,~without = 未知
seen,~observ*,~known = 见过,可见,已见过 <> unseen,invisible,~novel,~never,~not,~new,~unknown,~held,~hidden,~occlu*,~latent = 未见,不可见,未见过,~没见过
visible,~rgb,~optical = 可见 <> invisible,occlu*,hidden,~infrared,~unseen,~thermal = 不可见,看不见
open source*,open weight*,openly,open,~public*,~open*,~release*,~public*,~availab*,~github,~code = 开源,开放 <> proprietary,closed source*,closed,commercial,~private,~proper,~dedicated,~specialized,~specific* = 闭源,封闭,专有
public*,~open*,~releas*,~availab*,~disclos*,~reveal*,~expos*,~code = 公开,公共 <> private*,confidential*,~proprietary,~personal,~privacy,~internal,~sensitive = 私有,非公开,私密,未公开
central* = 集中式,中心化 <> decentral*,distributed,federat* = 去中心化,分布式,分散式
real,realistic*,reality,realism,~ground*,~truth*,~live,~natural*,~actual,~authentic*,~genuin*,~true,~practic*,~wild,~physical*,~field,~faithful*,~clinical,~human* = 真实,~实际 <> synthetic*,simulat*,fake*,~artificial*,virtual*,~fictitious,~fabricat*,~false,~generated,~forg*,~counterfeit,~pseudo*,~spurious,~hypothetical,~sim,~augment*,~compos*,~emulat*,~mimic*,~imitat*,~model*,~generat*,~fus*,~creat* = 合成,虚假,伪造,仿真,模拟,虚构
manual*,~hand*,~human*,~labor*,~expert*,~artificial,~annotat* = 手动,手工,人工 <> automat*,~autonom*,~self,~machine,~without,~adaptive*,~auto* = 自动,自动化
fast*,quick*,rapid*,speed*,accelerat*,swift*,~real time,~immediate*,~efficien*,~agile,~short*,~soon,~prompt*,~early,~low latency = 快速,迅速,更快,较快,最快,加快,加速,快慢 <> slow*,~lag*,~delay*,~gradual*,~latency,~late*,~costly,~prolong*,~deliberat*,~time consum*,~inefficien*,~sluggish* = 缓慢,更慢,较慢,最慢,减慢,放慢,减速,迟缓,~变慢,~慢
long,longer,longest,lengthy,~extend*,~prolong*,~lengthy,~lifelong,~temporal*,~persist*,~continual*,~horizon,~ongoing,~sustained,~histor*,~distan* = 长期,长程,更长,较长,最长,长时,长上下文,冗长,~长 <> short,shorter,shortest,~brief*,~immediate,~concise,~compact,~fast*,~reduc*,~cut*,~less,~near,~small*,~quick*,~low* = 短期,短程,更短,较短,最短,短时,简短
large*,big*,huge,massiv*,substantial*,~considerabl*,~significant*,~great*,~wide*,~high*,~vast,~major,~enormous,~more,~extensiv*,~broad*,~much,~strong*,~over,~many,~scal*,~exceed*,~dramatic*,~numerous,~lots,~abundan*,~plenty,~thousand*,~million*,~billion*,~dense*,~heav*,~rich*,~llm*,~vlm*,~mllm*,~lvlm*,~lmm*,~sharp*,~marked*,~drastic*,~notabl*,~far,~order* = 大规模,大型,更大,较大,最大,巨大,庞大,大量,大幅,~大 <> small*,tiny,little,minor,slight*,~mini*,~few*,~limited,~compact,~lightweight,~less,~low*,~micro*,~negligib*,~modest*,~short*,~lower,~fraction,~subtle,~light,~marginal*,~fine*,~reduc*,~narrow*,~decreas*,~minimal*,~nano,~lean,~mild*,~sparse,~part* = 小规模,小型,更小,较小,最小,微小,少量,小幅,极小,细小,~小,~少
many,numerous,most*,multipl*,more,~much,~majority,~plenty,~often,~various,~several,~wide*,~rich*,~abundan*,~larg*,~over,~increas*,~high*,~extra,~addition*,~exceed*,~excessiv*,~great*,~further,~frequent*,~better,~beyond,~extensiv*,~massive,~long*,~rich*,~deep*,~majority = 更多,较多,许多,众多,很多,大多数,多数,~大多,~多 <> few*,less,little,rare*,least,~limited,~scarc*,~minor*,~small*,~reduc*,~seldom,~hardly,~low*,~sparse*,~fraction,~short*,~insufficien*,~single,~decreas*,~lack*,~minimal*,~un*,~without,~only,~sav*,~half,~cut*,~efficien*,~light*,~handful,~subset,~slight*,~several,~some,~minimal,~compact,~modest = 更少,较少,很少,极少,少数,少量,少有,~少
frequent*,often,common*,usual*,typical*,widel*,~always,~regular*,~prevalen*,~general*,~routin*,~mostly,~broad*,~popular*,~ubiquit*,~many = 经常,频繁,常常,~普遍,常见,~通常,~往往 <> rare*,seldom,infrequent*,uncommon*,occasional*,~hardly,~few*,~unusual*,~scarce*,~sometimes,~little,~long tail*,~atypical,~barely,~not,~under*,~sparse*,~low = 罕见,很少,偶尔,少见,不常见,极少
strong*,~robust*,power*,~high*,~great*,~severe,~heav*,~significant*,~intens*,~capable,~super*,~remarkable,~substantial*,~solid,~better,~improv*,~enhanc*,~state,~advanced,~more,~competitive,~rigorous*,~excel*,~augment*,~reinforc*,~consolidat*,~amplif* = 更强,较强,最强,强大,强劲,很强,增强,强监督,加强 <> weak*,~poor*,~low*,~frag*,~limited,~less,~inferior,~brittle,~degrad*,~mitigat*,~reduc*,~under*,~small*,~diminish*,~declin*,~attenuat*,~loose*,~vulnerab*,~fade*,~faint,~compromis*,~dilut*,~erod*,~impair*,~hurt*,~harm* = 更弱,较弱,最弱,薄弱,微弱,很弱,减弱,弱监督,削弱
deep*,~in depth,~profound*,~thorough* = 深层,深度,更深,深入,较深 <> shallow*,superficial*,~surface,~early,~light*,~simple,~low* = 浅层,浅显,更浅,肤浅,较浅
early,earl*,~initial*,~first,~prior,~young*,~previous*,~beginning,~before,~shallow = 早期,早先,更早 <> late*,~delay*,~final*,~advanced,~recent*,~subsequent*,~after*,~end = 晚期,后期,更晚,较晚
first,~initial*,~begin*,~start*,~former,~novel*,~pioneer*,~original = ~首先,第一阶段,第一步,首个 <> last,final*,~eventual*,~ultimate*,~end,~second*,~third*,~lastly,~finally,~after* = ~最后,~最终
before,prior,preced*,~pre*,~earlier,~previous*,~until,~ahead,~advance,~first = 之前,事前,~预先,~提前 <> after*,post*,follow*,subsequent*,~later,~then,~next,~once,~since,~when,~from,~based,~upon,~beyond,~further,~with,~by,~on,~late = 之后,事后,~随后
forward* = 前向,正向 <> backward*,revers*,~back*,~invers* = 反向,后向,逆向
clockwise = 顺时针 <> counterclockwise,anticlockwise,~counter = 逆时针
horizontal* = 水平,横向 <> vertical*,~longitud* = 垂直,竖直,纵向
left*,~remain* = 左侧,左边,左手 <> right* = 右侧,右边,右手
inner,inside,interior,~internal*,~within,~in = 内层,内侧,室内 <> outer,outside,exterior,~external*,~beyond,~out = 外层,外侧,室外
indoor* = 室内 <> outdoor* = 室外,户外
coarse* = 粗粒度,粗糙,粗略 <> fine*,~granular*,~detail*,~subtle,~precis*,~nuanc* = 细粒度,精细,细致
broad*,wide*,~extensiv*,~general*,~large,~comprehensive*,~rich,~diverse,~many,~popular* = 广泛,更宽,宽泛,更广 <> narrow*,~limited,~restrict*,~specific*,~confin*,~thin,~tight*,~clos* = 狭窄,更窄,狭隘
general*,universal*,~broad*,~common,~wide*,~foundation*,~generic,~all,~normal*,~overall,~agnostic,~transfer*,~zero,~cross,~extrapolat*,~robust*,~wide*,~purpose = 通用,普适,泛化 <> specific,specialized,specialised,special,~domain,dedicated,custom*,tailor*,~particular*,~expert*,~individual*,~exclusiv*,~purpose,~personal*,~bespoke,~task*,~professional,~certain,~given,~target*,~each,~single,~expert* = 专用,特定,专门,专业
abstract* = 抽象 <> concret*,~specific*,~detail*,~practical,~tangible = ~具体
theor*,~formal*,~analytic*,~princip*,~bound*,~proof*,~prove* = 理论 <> empiric*,~experiment*,~practi*,~observ* = 经验性,实证
qualitativ* = 定性 <> quantitativ*,~quantif* = 定量
subjectiv*,~percept* = 主观 <> objectiv* = 客观
absolut* = 绝对 <> relativ*,~compar*,~over,~versus,~vs = 相对
depend*,rely*,relies,relied,relian*,~requir*,~need*,~condition* = 依赖,取决于,~相关 <> independen*,~free,~without,~not,~agnostic,~no,~regardless,~unrelated,~un*,~irrespective,~self,~decoupl*,~avoid*,~eliminat*,~separat*,~less,~rather,~instead,~orthogon*,~isolat* = 不依赖,独立于,无关,不取决于
relevan*,relat*,correlat*,~associat*,~pertinent,~link*,~depend*,~connect* = 相关,有关 <> irrelevan*,unrelat*,uncorrelat*,agnostic,independen*,~not,~free,~regardless,~without,~distract*,~spurious,~no,~invarian*,~orthogon*,~decorrelat*,~decoupl*,~non,~irrespective,~nuisance,~noise = 无关,不相关
possib*,feasib*,~can,~able,~enabl*,~likely,~may,~might,~could,~potential* = 可能,可行 <> impossib*,infeasib*,~cannot,~not,~unlikely,~impractical,~intractab*,~no,~unable,~prohibit*,~unfeasib*,~difficult*,~hard*,~un*,~fail* = 不可能,不可行
likely,~prone,~tend*,~probab*,~more,~suscept* = 更可能,很可能,更有可能 <> unlikely,~less,~not,~hardly = 不太可能,不大可能,更不可能
necessar*,essential*,requir*,need*,crucial*,indispensab*,vital*,critical*,key,~important*,~must,~fundamental*,~significant*,~imperative,~prerequisit*,~core,~central*,~pivotal,~main,~bottleneck,~instrumental,~decisive = 必要,必需,至关重要,必不可少,不可或缺,关键 <> unnecessar*,optional*,secondary,~not,~without,~no,~redundan*,~free,~extra,~auxiliary,~excess*,~superfluous,~less,~negligib*,~dispens*,~minor,~needless*,~eliminat* = 不必要,非必要,可有可无,次要,无足轻重
important*,significant*,crucial*,critical*,major,~key,~essential*,~vital*,~substantial*,~considerabl*,~notabl*,~primar*,~main,~salien*,~marked*,~consistently,~clear*,~remarkabl*,~strong*,~drastic*,~dramatic*,~main*,~mostly,~largely,~predominant*,~core,~chief*,~dominant = 重要,主要,关键,显著 <> unimportant*,minor,negligib*,trivial*,secondary,insignifican*,~marginal*,~subordinate,~auxiliary,~not,~no,~less,~background,~limited,~slight*,~irrelevant,~non = 次要,不重要,可忽略,微不足道,不显著
convent*,traditional*,classic,classical,classics,~standard,~existing,~prior,~previous*,~baseline*,~vanilla,~naive,~common*,~typical*,~ordinary,~normal*,~regular*,~routine*,~usual*,~well,~current*,~general* = 传统,经典,常规 <> ~novel*,modern*,~new*,innovativ*,~recent*,~emerg*,~unconvent*,~first,~latest,~nontradition*,~creativ*,~advanced,~contemporary = ~新颖,现代,~全新,~创新
old*,~legacy,~previous* = 旧有,老旧,年长 <> new*,young*,novel*,~recent*,~latest,~fresh* = 全新,新式,年轻
adult*,~elder* = 成人,成年 <> child*,pediatric*,infant*,~neonat*,~young,~newborn = 儿童,婴儿,未成年
male,males,men,man,~boy* = 男性 <> female*,women,woman,~girl*,~materna* = 女性
accept*,~receiv*,~tak*,~admit*,~feed* = 接受,接收 <> reject*,refus*,deny,denies,denied,denial*,~declin*,~abstain* = 拒绝,拒收
agree*,support*,~consisten*,~confirm*,~favor*,~endors* = ~支持,赞同,同意 <> oppos*,disagree*,refut*,contradict*,~object*,~against,~challeng*,~counter*,~reject*,~dissent = 反对,反驳,否定
allow*,enabl*,permit*,~support*,~let* = 允许,~使得,~能够 <> prevent*,prohibit*,forbid*,~block*,disallow*,~inhibit*,~hinder*,~preclud*,~stop*,~avoid*,~imped*,~ban*,~limit*,~restrict*,~suppress*,~resist*,~hamper*,~restrain* = 阻止,禁止,妨碍,阻碍
promot*,facilitat*,encourag*,~foster*,~boost*,~advanc*,~improv*,~driv*,~incentiv*,~enhanc*,~help*,~accelerat*,~support*,~push*,~motivat*,~spur*,~contribut*,~aid*,~enabl*,~towards,~toward = 促进,鼓励,推动 <> hinder*,inhibit*,imped*,hamper*,suppress*,discourag*,penal*,~prevent*,~limit*,~obstruct*,~block*,~constrain*,~degrad*,~restrict*,~undermin*,~bottleneck*,~barrier*,~slow*,~avoid*,~mitigat*,~restrain*,~interfer*,~obstacle*,~stop*,~reduc* = 阻碍,妨碍,抑制,惩罚,不鼓励,制约
amplif*,enhanc*,strength*,reinforc*,intensif*,~exacerbat*,~aggravat*,~worsen*,~magnif*,~boost*,~improv*,~increas*,~emphas*,~augment*,~consolidat*,~tighten*,~robust*,~rais*,~rl,~grpo,~ppo,~strong*,~power*,~deepen*,~sharpen*,~escalat*,~grow* = 放大,增强,强化,加强,加剧,加重 <> suppress*,mitigat*,alleviat*,attenuat*,weaken*,reduc*,~diminish*,~eliminat*,~remov*,~relie*,~counter*,~address*,~inhibit*,~soften*,~minim*,~curb*,~avoid*,~prevent*,~combat*,~eas*,~resist*,~low*,~decreas*,~filter*,~damp*,~correct*,~overcom*,~lessen*,~degrad*,~loss,~limit*,~undermin*,~declin*,~tackl*,~solv*,~resolv*,~interference,~less,~fewer,~offset*,~prun*,~regulariz* = 抑制,削弱,减弱,缓解,减轻,弱化
exacerbat*,aggravat*,worsen*,~amplif*,~intensif*,~deteriorat*,~increas*,~compound*,~degrad*,~heavy,~burden*,~severe* = 加剧,加重,恶化 <> mitigat*,alleviat*,reduc*,reliev*,~lessen*,~eas*,~address*,~suppress*,~minim*,~overcom*,~solv*,~decreas*,~combat*,~avoid*,~counter*,~prevent*,~remedy,~resolv*,~low*,~tackl*,~diminish*,~soften*,~improv* = 缓解,减轻,改善
improv*,enhanc*,~better,~increas*,~boost*,~benefi*,~advanc*,~gain*,~rais*,~help*,~optimi*,~refin*,~upgrad*,~ameliorat*,~mitigat*,~alleviat*,~tun*,~updat*,~evolv* = 改善,改进,优化 <> degrad*,deteriorat*,worsen*,impair*,hurt*,harm*,damag*,~undermin*,~wors*,~drop*,~declin*,~reduc*,~collaps*,~decreas*,~erod*,~destroy*,~compromis*,~corrupt*,~exacerbat*,~loss*,~fail*,~suffer*,~adverse*,~lower*,~decay*,~aggravat*,~break*,~disrupt*,~attack*,~noise,~violat*,~distort*,~interfer*,~penal*,~degenerat*,~regress*,~sacrific*,~forget*,~overfit*,~adversar* = 恶化,损害,劣化,退化,变差,破坏
preserv*,retain*,maintain*,keep*,kept,~remain*,~sustain*,~hold*,~conserv*,~protect*,~intact,~unchang*,~invarian*,~stay*,~leav*,~left,~residual*,~original*,~sav*,~record*,~held = 保留,~保持,维持,保住 <> discard*,remov*,eliminat*,destroy*,lose,loses,losing,lost,~los*,~drop*,~prun*,~break*,~lack*,~abandon*,~corrupt*,~disrupt*,~compromis*,~sacrific*,~delet*,~degrad*,~forget*,~ignor*,~without,~not,~damag*,~fail*,~filter*,~suppress*,~evict*,~omit*,~impair*,~undermin*,~forgo*,~exclud*,~skip*,~miss*,~waiv*,~strip*,~replac*,~instead,~rather,~reject*,~prevent*,~avoid*,~reduc*,~collaps*,~denois*,~clean*,~miss* = 丢弃,舍弃,去除,破坏,丧失,丢失,放弃,不保留,不保持,不再保持,失去
includ*,contain*,compris*,~cover*,~incorporat*,~involv*,~consist*,~with,~encompass*,~feature*,~such,~like,~namely,~e,~span*,~across,~rang* = 包括,包含 <> exclud*,omit*,~without,~not,~except*,~remov*,~beyond,~outside,~free,~no,~discard*,~filter*,~reject*,~prun*,~eliminat* = 排除,不包括,不包含,剔除
add,adds,added,adding,append*,insert*,inject*,introduc*,~includ*,~augment*,~incorporat*,~equip*,~attach*,~extra,~increas*,~impos*,~integrat*,~enrich*,~extend*,~addition*,~join*,~combin*,~with = 添加,加入,~引入,增添 <> remov*,delet*,eliminat*,~discard*,~drop*,~ablat*,~exclud*,~without,~strip*,~eras*,~prun*,~filter*,~subtract*,~unlearn*,~reject*,~clean*,~mask*,~free,~cut*,~rid,~withdraw*,~avoid*,~suppress*,~denois* = 删除,移除,去除,剔除,去掉
open,opens,opened,~start*,~enabl* = 打开,开启 <> clos*,~shut*,~end*,~disabl*,~off = 关闭
freez*,frozen,fix*,~static,~lock*,~without,~constant,~given,~predefin*,~preset = 冻结,固定 <> finetun*,fine tun*,unfreez*,trainable,unfrozen,~train*,~updat*,~adapt*,~tun*,~thaw* = 微调,解冻,不冻结
expand*,extend*,grow*,enlarg*,widen*,~scal*,~broad*,~increas*,~upsampl*,~dilat*,~larg*,~stretch*,~amplif*,~augment*,~exacerbat*,~generaliz*,~augment*,~open*,~explor*,~wide* = 扩大,扩展,扩张,拓宽,拉大 <> shrink*,contract*,narrow*,compress*,reduc*,~clos*,~bridg*,~small*,~minim*,~short*,~condens*,~downsampl*,~decreas*,~tight*,~prun*,~distill*,~less*,~mitigat*,~diminish*,~down*,~trim*,~squeez*,~pack*,~lower*,~quantiz*,~sav*,~lighten,~efficien* = 缩小,收缩,收窄,压缩,缩减
compress*,encod* = 压缩 <> decompress*,~decod*,~expand*,~reconstruct*,~inflat* = 解压
encrypt* = 加密 <> decrypt* = 解密
split*,separat*,divid*,decompos*,decoupl*,disentangl*,partition*,~segment*,~isolat*,~independent*,~divorc*,~factor*,~distinct*,~distinguish*,~modular*,~stage*,~break*,~step*,~hierarch*,~extract*,~parse*,~different* = 分离,拆分,分解,解耦,解纠缠,去纠缠,解开纠缠 <> merg*,combin*,integrat*,fus*,coupl*,entangl*,~unif*,~join*,~aggregat*,~mix*,~blend*,~consolidat*,~concatenat*,~together,~interleav*,~assembl*,~compos*,~hybrid*,~multimodal,~multi,~incorporat* = 合并,融合,耦合,纠缠,不解耦
converg* = 收敛,趋同 <> diverg*,~collaps*,~unstable,~spread* = 发散,不收敛,分歧
underestimat*,~conservativ*,~under,~low* = 低估 <> overestimat*,exaggerat*,inflat*,~over*,~optimis* = 高估,夸大
underfit* = 欠拟合 <> overfit*,~memoriz* = 过拟合
upsampl* = 上采样 <> downsampl*,subsampl*,~pool* = 下采样,降采样
top down = 自上而下,自顶向下 <> bottom up = 自下而上,自底向上
short term,~short,~near* = 短期 <> long term,~long*,~persist* = 长期
single,~one,sole,~uni*,~individual*,~only,~mono*,~monolith*,~uniform*,~homogen*,~isolated,~alone,~solely,~a,~an,~each,~per = 单一,~单个,单模态,单智能体,单任务,单步,单轮,单目 <> multi*,many,several,various,divers*,~two,~three,double,dual,~both,~joint*,~across,~plural*,~variety,~all,~numerous,~ensemble,~more,~cross,~different,~most*,~pair*,~group*,~iterat*,~stereo,~binocular*,~sequen*,~repeat*,~set = ~多个,多模态,多智能体,多任务,多步,多轮,多样,双目
unimodal*,~single = 单模态 <> multimodal*,~multi*,~cross = 多模态
unidirection*,one way,~causal = 单向 <> bidirection*,two way,~mutual* = 双向
local*,on device,edge,~device* = 本地,端侧 <> cloud*,remote*,server*,~centraliz* = 云端,远程
client*,user*,~device* = 客户端,用户端 <> server*,~cloud,~provider = 服务端,服务器端
teach*,~instructor*,~educator*,~lectur* = 教师模型,教师 <> student*,~learn* = 学生模型,学生
supply = 供给,供应 <> demand*,~need*,~requir* = 需求
buy*,purchas* = 买入,购买 <> sell*,sale*,sold = 卖出,出售
win,wins,winning,winner*,won,~gain*,~success* = 胜出,获胜 <> lose,loses,losing,lost,~defeat*,~fail* = 落败,失败
optimistic*,optimism,~upward = 乐观 <> pessimis*,conservativ* = 悲观
active*,~proactiv*,~positive* = 主动,积极 <> passiv*,~negativ*,~inactiv*,~reactiv* = 被动,消极
proactiv*,~active* = 主动 <> reactiv*,passiv* = 被动
attack*,offens*,~adversar*,~jailbreak*,~threat*,~inject*,~malicious* = 攻击,进攻 <> defen*,~protect*,~safeguard*,~guard*,~mitigat*,~countermeasure*,~robust*,~resist*,~secur* = 防御,防守
benign*,harmless*,legitimate,~safe* = 良性,无害 <> malicious*,malignan*,harmful*,adversar*,~toxic*,~attack*,~unsafe = 恶意,恶性,有害
healthy,normal,normally,~control*,~health*,~proper*,~functional,~standard,~well = 健康,正常 <> diseas*,abnormal*,patholog*,anomal*,~patient*,~sick*,~unhealthy,~disorder*,~fault*,~outlier*,~exception*,~unusual*,~unexpected* = 异常,患病,病态,不正常
regular*,~rule*,~regulariz* = 规则,正则 <> irregular*,~unstructured = 不规则,非规则
structur* = 结构化 <> unstructur*,~free form,~raw = 非结构化
formal* = 正式,形式化 <> informal*,~natural = 非正式,非形式化
euclidean = 欧氏,欧几里得 <> hyperbolic,non euclidean,noneuclidean,riemannian = 非欧,双曲
binar*,~two,~pair*,~dual*,~bi*,~dichotom*,~boolean = 二元,二分类,二值 <> multiclass,multi class,~multi,~multinomial,~ternary,~many,~divers*,~multivar*,~plural* = 多元,多分类,多类
lossless* = 无损 <> lossy,~loss* = 有损
aligned,~match*,~consistent,~align* = 已对齐,相匹配 <> misalign*,mismatch*,unalign*,~not,~gap,~inconsisten* = 未对齐,错位,失配,不匹配
paired,parallel = 成对,配对 <> unpaired,non parallel,nonparallel,~un* = 非成对,未配对,不成对
clean*,~noise free,~noiseless = 干净,无噪声 <> nois*,corrupt*,contaminat*,~dirty,~perturb*,~pollut* = 含噪,有噪声,带噪,受污染
calibrat* = 校准良好,已校准 <> miscalibrat*,uncalibrat*,~over confiden*,~poor* = 未校准,校准不良,校准不佳
common*,~frequent,~wide*,~shar*,~joint*,~collective*,~public*,~mutual* = 共性,共有,共享 <> specific,unique*,distinct*,private,individual*,~differ*,~special*,~separate,~particular* = 个性,独有,特有,各自
head,~common,~majority = 头部 <> tail,~rare,~long tail* = 尾部,长尾
majority,most* = 多数派,大多数 <> minorit*,~handful,~few*,~small* = 少数派,少数
near*,close*,~proxim*,~short,~neighb*,~adjacent*,~around,~vicinity = 近处,近距离,附近,邻近 <> far*,distan*,remot*,~long,~away = 远处,远距离,遥远
day*,~bright = 白天,日间 <> night*,~dark*,~low light = 夜间,夜晚
bright* = 明亮 <> dark*,dim*,~low = 昏暗,黑暗
hot*,warm*,~heat*,~thermal = 高温,炎热 <> cold*,cool*,~freez*,~low = 低温,寒冷
hard negative*,hard,~difficult* = 难负例,困难样本 <> easy,~simple,~trivial = 易负例,简单样本
soft*,~flexib*,~complian* = 软标签,软约束,柔性 <> hard,~rigid* = 硬标签,硬约束,刚性
rigid* = 刚性,刚体 <> deformab*,flexib*,soft*,non rigid*,nonrigid*,~elastic*,~articulat* = 柔性,非刚性,可变形,软体
flexib*,~adapt*,~versatil* = 灵活 <> inflexib*,rigid*,~fix*,~stiff*,~static = 僵化,死板,不灵活
tight*,~sharp*,~close,~close*,~strong* = 紧致,更紧,紧密 <> loose*,~slack*,~vacuous = 松散,更松,宽松
strict*,rigorous*,stringent*,~exact*,~tight*,~strong* = 严格,严谨 <> loose*,relax*,lenient*,~soft*,~approximat*,~weak* = 宽松,松弛,放宽
exact*,precis*,~accura*,~fine* = 精确 <> approximat*,rough*,~coarse*,~about,~estimat*,~around,~surrog* = 近似,粗略
optimal*,~best = 最优 <> suboptimal*,sub optimal*,~not,~poor*,~second = 次优,非最优
best,~top,~highest,~first,~optimal*,~state,~leading,~most,~superior,~excel*,~sota = 最佳,最好,最优 <> worst*,~low*,~poor*,~bottom,~least,~weak* = 最差,最坏,最糟
better,superior*,outperform*,surpass*,exceed*,~improv*,~high*,~best,~excel*,~advantag*,~strong*,~beat*,~favor*,~gain*,~enhanc*,~good,~well,~more,~over,~above,~lead*,~great*,~win*,~advanc*,~benefi*,~boost* = 更好,更优,更佳,优于,胜过,好于 <> worse*,inferior*,underperform*,~poor*,~lag*,~behind,~below,~degrad*,~low*,~weak*,~less,~fall*,~short,~lose*,~loss*,~trail*,~fail*,~drop*,~declin*,~gap*,~slow*,~not,~no,~nor,~cannot,~than,~under,~deteriorat*,~suboptimal*,~bad*,~instead,~rather = 更差,更糟,劣于,逊于,不如,不及,逊色,略逊,不敌,落后于
leading,~lead*,ahead,~outperform*,~surpass*,~exceed*,~state,~top*,~best,~advanc*,~superior*,~first,~frontier = 领先,超前 <> lag*,behind,trail*,~fall*,~below,~under*,~backward,~gap,~short,~obsolete,~outdated,~delay*,~latenc*,~slow*,~stale* = 落后,滞后
exceed*,surpass*,above,~over,outperform*,~more,~beyond,~great*,~beat*,~larg*,~high*,~up,~long*,~than,~super*,~top*,~improv*,~better,~at least = 超过,高于,超出,多于,大于,高出,~逾,~以上 <> below,~under,less,fewer,~low*,~within,~short*,~small*,~sub*,~fall*,~beneath,~inferior*,~behind,~underperform*,~lag*,~no more,~at most,~up to,~cheap*,~reduc*,~fast*,~decreas*,~trail*,~not,~only,~wors*,~half,~fraction,~sav*,~weak*,~lack*,~insufficien*,~limited,~gap*,~weak*,~poor*,~inadequa* = 低于,少于,小于,不到,~不足,~以下,~以内
double*,doubl*,twofold,twice = 翻倍,加倍 <> halv*,half,halving,~50 = 减半,一半
simultaneous*,concurrent*,joint*,together,parallel*,~both,~while,~same,~also,~unified,~synchron*,~as = ~同时,联合,并行 <> sequential*,separate*,individual*,~alternat*,~serial*,~independent*,~respective*,~stage*,~successive*,~autoregress*,~consecutive*,~then,~success*,~each,~one = 依次,~分别,串行,~单独,~先后
parallel*,~concurrent*,~simultaneous*,~batch* = 并行 <> serial*,sequential*,~autoregress*,~order*,~sequenc*,~next = 串行,顺序
past,histor*,previous*,prior,~earlier,~before,~exist*,~last,~recent*,~decade* = 过去,历史,以往 <> future,upcoming,~next,~later,~forthcoming,~forecast*,~predict*,~ahead,~subsequent* = ~未来,将来
ancient = 古代 <> modern,contemporary,~current = 现代,当代
urban*,city,cities = 城市 <> rural,~countryside = 农村,乡村
domestic = 国内 <> foreign,international*,overseas,~abroad,~global = 国外,国际
civilian* = 民用 <> militar*,~army = 军用,军事
voluntary = 自愿 <> mandatory,compulsory,forced,~oblig* = 强制
constant*,invarian*,unchang*,fixed,~stable,~same,~maintain*,~keep*,~remain*,~preserv*,~steady,~static,~stead*,~frozen,~consisten*,~intact,~predefin*,~freez*,~equivarian* = 不变,恒定,固定,~保持 <> chang*,vary,varies,varying,varied,~vari*,~dynamic*,~adapt*,~alter*,~modif*,~shift*,~evolv*,~drift*,~time,~adjust*,~differ*,~updat*,~transform*,~perturb*,~edit*,~convert*,~augment*,~dynamic* = 变化,可变,改变
still,remain*,~continu*,~persist*,~yet,~even,~maintain*,~keep*,~stay*,~nonetheless,~nevertheless,~retain*,~sustain*,~hold*,~preserv* = 仍然,依旧,依然,仍旧,仍 <> no longer,~not,~stop*,~cease*,~without,~instead,~rather,~replac*,~beyond,~eliminat*,~never,~cannot,~no,~break*,~fail*,~los*,~away,~shift*,~depart*,~liberat*,~free*,~remov*,~avoid*,~abandon* = 不再
only,solely,merely,exclusiv*,~just,~single,~limited,~purely,~restrict*,~simpl*,~alone,~confin* = ~只,~仅,~单 <> not only,not just,not merely,not simply,beyond,more than,~not,~rather,~also,~both,~addition*,~further,~well,~while,~and,~instead,~broad*,~extend* = 不仅,不只,不光,不单,不止
yet,not yet,underexplor*,unexplor*,understud*,unsolved,unresolved,~remain*,~open,~lack*,~little,~unclear,~not,~un*,~insufficien*,~poor*,~limited,~scarce*,~few*,~no,~never,~challeng*,~future,~further,~need*,~require*,~difficult*,~gap*,~under*,~miss*,~overlook*,~neglect* = 尚未,仍未,尚无,有待,~未 <> already,~has,~have,~well,~been,~now,~establish*,~widel*,~long,~known,~previous*,~recent*,~extensiv*,~solved,~existing,~thorough*,~have,~has,~had,~was,~were,~ed,~did = 已经,早已,均已,已得到,已有
overcom*,solv*,resolv*,address*,tackl*,~fix*,~mitigat*,~eliminat*,~remed*,~avoid*,~answer*,~handl*,~settle* = ~解决,克服 <> ~introduc*,cause,causes,caused,causing,~creat*,aggravat*,~unsolved,~unresolved,~lead*,~incur*,~produc*,~suffer*,~induc*,~generat*,~exacerbat*,~result*,~yield*,~bring*,~rais*,~pos*,~open = 造成,引发,招致
emphas*,focus*,priorit*,highlight*,attend*,~concentrat*,~center*,~stress*,~target*,~pay,~direct*,~mainly,~primar*,~prefer*,~bias*,~favor*,~underscor*,~underlin*,~important* = 侧重,偏重,强调,聚焦,重视 <> ignor*,neglect*,overlook*,disregard*,~underexplor*,~under*,~miss*,~omit*,~not,~without,~insufficien*,~less,~discard*,~fail*,~blind*,~lack*,~forget*,~rather,~instead,~gap,~limit*,~only,~oversight = 忽视,忽略,轻视,漠视
`

// Hold a word of a pair and are none.
const TAME =
  '最大限度,最大程度,最小限度,最低限度,人工智能,上下文,大语言,大模型,输入法,自动驾驶,自动化所,先后顺序,最终用户,可能的,长短期,强化学习,强化微调,固定效应'

export interface OpposedWord {
  /** Number of the pair. */
  pair: number
  side: 0 | 1
  /** Words that must follow, in order; English only. */
  rest: readonly string[]
  /** Behind `~`. */
  isSoft: boolean
}

export interface OpposedLexicon {
  /** By the first word, or by its beginning where the entry has a `*` there. */
  english: ReadonlyMap<string, readonly OpposedWord[]>
  prefixes: ReadonlyMap<string, readonly OpposedWord[]>
  chinese: WordIndex<ChineseWord>
}

export interface ChineseWord {
  word: string
  /** None where it only hides a word of a pair. */
  senses: readonly Pick<OpposedWord, 'pair' | 'side' | 'isSoft'>[]
}

export const opposedPairs = once(readOpposedPairs)

const MIN_PREFIX = 2

/** What an English word in small letters may begin: most words nothing. */
export const opposedWords = remember((word): readonly OpposedWord[] => {
  const { english, prefixes } = opposedPairs()
  const found = [...(english.get(word) ?? [])]
  for (let length = MIN_PREFIX; length <= word.length; length++)
    found.push(...(prefixes.get(word.slice(0, length)) ?? []))
  return found
})

function readOpposedPairs(): OpposedLexicon {
  const english = new Map<string, OpposedWord[]>()
  const prefixes = new Map<string, OpposedWord[]>()
  const chinese = new Map<string, ChineseWord['senses'][number][]>(TAME.split(',').map(word => [word, []]))
  PAIRS.trim()
    .split('\n')
    .forEach((line, pair) => {
      line.split(' <> ').forEach((half, index) => {
        const side = index === 0 ? 0 : 1
        const [left = '', right = ''] = half.split(' = ')
        for (const entry of left.split(',')) {
          const isSoft = entry.startsWith('~')
          const [first = '', ...rest] = entry.replace('~', '').trim().split(' ')
          const map = first.endsWith('*') ? prefixes : english
          push(map, first.replace('*', ''), { pair, side, rest, isSoft })
        }
        for (const entry of right.split(',')) {
          const isSoft = entry.startsWith('~')
          const text = entry.replace('~', '').trim()
          push(chinese, text, { pair, side, isSoft })
        }
      })
    })
  const words = [...chinese].map(([word, senses]) => ({ word, senses }))
  return { english, prefixes, chinese: new WordIndex(words) }
}

function push<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
