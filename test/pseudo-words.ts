/** The vocabulary of the stand-in for a translator: words that a check may look at, and characters for all others. */

// Common characters, the same in every simplified text. No numerals, units, negations or words of degree:
// 成, 分, 点, 年, 倍 behind a figure, or 数 and 多 before one, would make another figure of it.
export const hanCharacters = [
  ...new Set(
    `人学能对生法本用作同工进民来理体制动现合出新力实加表建公部家主者关发方要定政事自化应与外心所产会可如为着国地在有这中下到说们去就那你他她它我把被让使由从向于以及或但因若即则既虽然且又还再便才仅曾将正山川河海湖江林木花草叶根树石土田村城市街路桥门窗房屋室堂院校园馆店厂站港岛湾岸波浪风云雨雪雷电光星空阳夜晨春夏秋冬红黄蓝绿白黑紫金银铜铁钢玉珠宝书纸笔墨画歌舞诗词文字图像声音语言读写听看思想念情感爱喜怒乐笑走跳飞游行坐立起落往开关推拉提举放收取送给借买卖做造修织缝洗煮烤切割磨击敲射投掷追赶寻找探索观察测验研究讨论讲授教导习练训养育护卫防守战夺胜败强弱快慢早晚旧老幼美善真轻重粗细短宽窄深浅厚薄冷热干湿软硬甜苦酸辣香浓淡清浊明暗静安危平直曲圆尖反内前后左右东西南北品质信息网络系统模型材料结构功知识记忆推演算证据目标任务环境资源环节奏序列`,
  ),
].filter(
  character =>
    !/[节序列们那你他她它的和与及或以对在把被将从向但因且而若即则既虽又还再便才仅曾将正如为使让由于]/.test(
      character,
    ),
)

/** By lower-case source word or phrase. */
export const knownWords = readTable(
  `half a billion=5亿; half a million=50万; a=; an=; the=; and=和; or=或; of=的; in=在; on=在; to=以; for=为; with=与; by=由; from=从; as=作为; at=在; is=是;
   are=是; be=是; we=我们; our=我们的; it=它; its=其; this=此; these=这些; that=其; which=其; not=不; no=没有;
   unable=无法; none=都不; neither=都不; nor=也不; fail=未能; fails=未能; failed=未能; unseen=未见; unsupervised=无监督;
   impossible=不可能; invalid=无效; unnecessary=不必要; unknown=未知; unclear=尚不清楚; lack=缺乏; lacks=缺乏; lacking=缺乏;
   unlike=不同于; difficult=难以; challenging=难以; avoid=避免; avoids=避免; avoiding=避免; instead=而不是;
   without=没有; cannot=不能; never=从不; than=比; more=更; less=更少; fewer=更少; most=最; over=超过; above=超过;
   exceeding=超过; exceeds=超过; under=低于; below=低于; about=约; around=约; approximately=约; roughly=约;
   nearly=近; almost=近; up to=高达; at least=至少; at most=至多; more than=超过; less than=低于;
   fewer than=少于; as many as=多达; between=在; outperforms=优于; outperform=优于; outperforming=优于;
   improves=提升; improve=提升; improving=提升; improvement=提升; improvements=提升; reduces=降低; reduce=降低;
   reducing=降低; reduction=降低; decreases=降低; increases=提高; increase=提高; increasing=提高; however=然而;
   first=首先; firstly=首先; secondly=其次; thirdly=再次; finally=最后; e.g=例如; i.e=即; e.g.=例如; i.e.=即; vs=对比;
   etc=等; both=两者; single=单一; dual=双重; pair=一对; pairs=成对; couple=一对; once=一旦; half=一半; halves=减半;
   halve=减半; halved=减半; halving=减半; double=两倍; doubles=翻倍; doubled=翻倍; doubling=翻倍; twice=两倍;
   thrice=三倍; triple=三倍; triples=三倍; tripled=三倍; tripling=三倍; quadruple=四倍; quadrupled=四倍;
   dozen=十二个; dozens=数十个; tens=数十; hundreds=数百; thousands=数千; millions=数百万; billions=数十亿;
   trillions=数万亿; hundred=百; thousand=千; million=百万; billion=十亿; trillion=万亿; several=若干; few=少数;
   many=许多; multiple=多个; multi=多; quarter=四分之一; second=第二; third=第三; fourth=第四; fifth=第五; sixth=第六;
   seventh=第七; eighth=第八; ninth=第九; tenth=第十; one-third=三分之一; two-thirds=三分之二; one third=三分之一;
   two thirds=三分之二; one-quarter=四分之一; three-quarters=四分之三; one-half=一半; one half=一半; a third=三分之一;
   a quarter=四分之一; a million=一百万; a billion=十亿; a thousand=一千; a hundred=一百;
   hundreds of thousands=数十万; hundreds of millions=数亿; tens of thousands=数万;
   tens of millions=数千万; percentage points=个百分点; percentage point=个百分点; percent=%; per cent=%`,
)

/** Only behind a figure. */
export const unitWords = readTable(
  `hour=小时; hours=小时; minute=分钟; minutes=分钟; second=秒; seconds=秒; day=天; days=天; week=周; weeks=周;
   month=个月; months=个月; year=年; years=年; times=倍; fold=倍; points=个点; point=个点`,
)

function readTable(table: string): Map<string, string> {
  const entries = table.split(/;\s*/).map(entry => entry.split('='))
  return new Map(entries.map(([word = '', written = '']) => [word.trim(), written]))
}
