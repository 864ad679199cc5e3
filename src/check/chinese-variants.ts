/** Tells Simplified from Traditional characters: by pairs, and by what the two old national standards hold. */
import { once } from './once.ts'

// Simplified character, then its Traditional form. Left out: characters that both standards write (后, 里, 台,
// 干, 面, 只, 系, 云, 余, 松, 征, 制, 表, 卷, 占…) and forms that occur in names on both sides.
const PAIRS = `
  们們 这這 个個 为為 对對 时時 来來 说說 发發 现現 经經 过過 进進 还還 实實 应應 开開 关關 与與 从從 会會 学學 习習
  样樣 问問 题題 务務 动動 种種 产產 业業 将將 称稱 图圖 视視 频頻 觉覺 义義 语語 词詞 译譯 话話 论論 证證 验驗 试試
  测測 评評 价價 设設 计計 训訓 练練 让讓 许許 该該 识識 记記 讨討 调調 访訪 读讀 课課 谈談 请請 较較 输輸 轻輕 载載 转轉
  软軟 轮輪 边邊 达達 运運 远遠 连連 选選 适適 递遞 释釋 长長 门門 间間 闭閉 队隊 阶階 际際 陆陸 险險 随隨 隐隱 难難 韵韻
  页頁 项項 顺順 须須 预預 领領 颗顆 额額 风風 飞飛 马馬 驱驅 鱼魚 鸟鳥 龙龍 术術 机機 权權 构構 标標 树樹 桥橋 检檢 梦夢
  构構 择擇 据據 损損 换換 扩擴 扫掃 护護 报報 担擔 拟擬 拥擁 挥揮 挡擋 捞撈 摄攝 数數 断斷 无無 旧舊 显顯 晓曉 暂暫 条條
  极極 规規 观觀 见見 览覽 费費 资資 赖賴 赛賽 质質 贡貢 财財 责責 败敗 购購 贯貫 趋趨 跃躍 践踐 踪蹤 车車 轨軌 农農 决決
  况況 净淨 减減 凭憑 击擊 创創 别別 刘劉 则則 剂劑 劳勞 势勢 勋勳 励勵 华華 协協 单單 卖賣 厂廠 历歷 压壓 变變 叠疊 号號
  听聽 启啟 员員 响響 唤喚 团團 园園 围圍 国國 场場 坏壞 块塊 坚堅 坛壇 块塊 声聲 处處 备備 够夠 头頭 夹夾 夺奪 奖獎 妇婦
  妈媽 孙孫 宁寧 宝寶 审審 宽寬 宾賓 寻尋 导導 层層 届屆 属屬 岁歲 岛島 币幣 师師 带帶 帧幀 帮幫 广廣 庆慶 库庫 庙廟 废廢
  张張 弹彈 强強 归歸 录錄 彻徹 径徑 忆憶 态態 怀懷 总總 恶惡 惊驚 惯慣 惧懼 戏戲 战戰 户戶 执執 拦攔 拨撥 择擇 敌敵
  构構 样樣 桩樁 汉漢 汤湯 沟溝 没沒 泽澤 洁潔 浅淺 济濟 测測 浓濃 涡渦 润潤 涨漲 渐漸 温溫 满滿 滤濾 潜潛 灵靈 炉爐 点點
  烦煩 烧燒 热熱 环環 电電 画畫 疗療 监監 盖蓋 盘盤 码碼 确確 础礎 礼禮 离離 积積 稳穩 穷窮 窃竊 竞競 笔筆 签簽 简簡 类類
  粮糧 紧緊 约約 级級 纪紀 纯純 纳納 纵縱 线線 组組 细細 织織 终終 绍紹 结結 给給 络絡 绝絕 统統 继繼 续續 维維 综綜 绿綠
  缓緩 编編 缘緣 缩縮 网網 罗羅 职職 联聯 聪聰 肤膚 胜勝 脑腦 脚腳 节節 艺藝 范範 荐薦 药藥 获獲 营營 虑慮 虚虛 补補 装裝
  见見 觉覺 触觸 订訂 认認 讯訊 议議 诉訴 诊診 询詢 详詳 误誤 诱誘 谱譜 贝貝 负負 账賬 货貨 贪貪 贴貼 贵貴 贷貸 赋賦 赢贏
  车車 轴軸 辅輔 辆輛 辑輯 迁遷 迟遲 违違 邻鄰 郑鄭 酱醬 钟鐘 钢鋼 钥鑰 铁鐵 链鏈 销銷 错錯 锁鎖 键鍵 镜鏡 闪閃
  阅閱 阵陣 阳陽 阴陰 隶隸 雾霧 静靜 顶頂 颜顏 验驗 骤驟 鲁魯 齐齊 龄齡 欧歐 残殘 毕畢 气氣 异異 张張 弃棄 尽盡
  儿兒 优優 传傳 伤傷 伦倫 侧側 侦偵 债債 倾傾 偿償 兰蘭 兴興 养養 军軍 写寫 刚剛 删刪 办辦 匀勻 区區 医醫 双雙
  状狀 虽雖 丰豐 仅僅 伟偉 伪偽 体體 余餘 储儲 党黨 兽獸 冻凍 凤鳳 凯凱 剑劍 劝勸 卫衛 厅廳 厉厲 厌厭 县縣 参參 吗嗎 吨噸 吓嚇 哑啞
  喷噴 嘱囑 圆圓 圣聖 坠墜 垄壟 垒壘 垦墾 垫墊 墙牆 壮壯 壳殼 奋奮 奥奧 妆妝 娱娛 婴嬰 宪憲 宫宮 宠寵 寿壽 尔爾 尝嘗 屿嶼 峡峽 帅帥
  帐帳 帜幟 庞龐 弥彌 弯彎 忧憂 怜憐 恳懇 恼惱 悬懸 惩懲 愤憤 懒懶 扑撲 扬揚 扰擾 抚撫 抛拋 抢搶 拢攏 拣揀 挠撓 挣掙 挤擠 掷擲 揽攬
  携攜 摆擺 摇搖 撑撐 敛斂 斩斬 旷曠 昼晝 晋晉 晒曬 枪槍 枢樞 柜櫃 栈棧 栏欄 栋棟 档檔 椭橢 楼樓 横橫 欢歡 毁毀 泪淚 泼潑 涂塗 涛濤
  渊淵 渔漁 渗滲 湾灣 湿濕 溃潰 灭滅 灾災 灿燦 炼煉 烛燭 焕煥 爱愛 牵牽 牺犧 犹猶 狭狹 狮獅 独獨 狱獄 猎獵 猪豬 猫貓 玛瑪 琐瑣 疯瘋
  皱皺 矫矯 矿礦 砖磚 硕碩 祸禍 秽穢 竖豎 筑築 筛篩 筹籌 篮籃 绪緒 绳繩 绩績 缆纜 缝縫 缠纏 罚罰 肃肅 肠腸 肾腎 肿腫 胀脹 脉脈 脏臟
  脱脫 舰艦 舱艙 艰艱 苏蘇 荡蕩 荣榮 莱萊 萝蘿 萧蕭 蓝藍 蕴蘊 虫蟲 蚀蝕 蛮蠻 袭襲 誉譽 讽諷 诗詩 诚誠 诞誕 诠詮 谁誰 谅諒 谋謀 谎謊
  谐諧 谓謂 谜謎 谢謝 谨謹 贤賢 赌賭 赏賞 赐賜 赔賠 赶趕 踊踴 轰轟 辉輝 辐輻 辖轄 辩辯 辽遼 迈邁 遗遺 邮郵 酿釀 鉴鑒 针針 钉釘 钱錢
  铃鈴 铜銅 银銀 铺鋪 锋鋒 锐銳 锚錨 锤錘 锥錐 镇鎮 闯闖 闹鬧 阀閥 阁閣 阐闡 阔闊 陈陳 顽頑 顾顧 顿頓 颁頒 颇頗 颈頸 颠顛 饭飯 饰飾
  饱飽 饼餅 馆館 驰馳 驶駛 驻駐 驾駕 骂罵 骑騎 骗騙 鸡雞 鸣鳴 鹰鷹 黄黃 齿齒 龟龜
`

// Traditional forms whose Simplified partner is written in both standards, for another word.
const TRADITIONAL_ONLY = '後裡裏臺麼內眾爲説麵幹繫鬆於鬥葉並衝跡儘嚮祇迴複隻錶體髮鬱籲'
/** Characters that only Japanese writes in this form. */
const JAPANESE_ONLY = '検択対応実図変単総権価観読経験様処戻込働枠畑峠匂発売戦歴覚収'

// Simplified characters that Traditional texts have too, in surnames.
const IN_BOTH = new Set('范余种党')

const toSimple = new Map<string, string>()
const simplified = new Set<string>()
for (const pair of PAIRS.trim().split(/\s+/)) {
  const [simple = '', full = ''] = pair
  if (simple === full) continue
  if (!IN_BOTH.has(simple)) simplified.add(simple)
  toSimple.set(full, simple)
}

/** Simplified forms for the Traditional ones of the table; good for comparing, not for publishing. */
export function toSimplified(text: string): string {
  return [...text].map(char => toSimple.get(char) ?? char).join('')
}

export interface WrongCharacters {
  /** Common characters that are certainly of the other standard. */
  sure: string[]
  /** Characters that the standard does not have and the other one has: nearly always wrong, or in a name. */
  likely: string[]
}

const [SURE_TRADITIONAL, SURE_SIMPLIFIED, LIKELY_TRADITIONAL, LIKELY_SIMPLIFIED, JAPANESE] = [1, 2, 4, 8, 16]

/** By code unit. Two thirds of a table of pairs would be rare characters; the standards know them all. */
const marks = once(() => {
  const table = new Uint8Array(0x10000)
  const add = (chars: Iterable<string>, mark: number): void => {
    for (const char of chars) table[char.charCodeAt(0)] = (table[char.charCodeAt(0)] ?? 0) | mark
  }
  const national = readStandard('gbk', { first: 0xb0, last: 0xf7, trails: [[0xa1, 0xfe]] })
  const taiwanese = readStandard('big5', {
    first: 0xa4,
    last: 0xf9,
    trails: [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
  })
  add(
    [...taiwanese].filter(char => !national.has(char)),
    LIKELY_TRADITIONAL,
  )
  add(
    [...national].filter(char => !taiwanese.has(char)),
    LIKELY_SIMPLIFIED,
  )
  add(toSimple.keys(), SURE_TRADITIONAL)
  add(TRADITIONAL_ONLY, SURE_TRADITIONAL)
  add(simplified, SURE_SIMPLIFIED)
  add(JAPANESE_ONLY, JAPANESE)
  return table
})

interface CodeRange {
  /** Lead bytes. */
  first: number
  last: number
  trails: readonly (readonly [number, number])[]
}

/** The Chinese characters of an old double-byte standard; none where the runtime has no table of it. */
function readStandard(encoding: string, { first, last, trails }: CodeRange): Set<string> {
  const bytes: number[] = []
  for (let lead = first; lead <= last; lead++)
    for (const [from, to] of trails) for (let trail = from; trail <= to; trail++) bytes.push(lead, trail)
  try {
    const text = new TextDecoder(encoding).decode(Uint8Array.from(bytes))
    return new Set(text.match(/\p{Script=Han}/gu) ?? [])
  } catch {
    return new Set()
  }
}

/** What a text in Simplified characters (`Hans`) has of Traditional ones, or the other way round. */
export function findWrongCharacters(text: string, variant: 'Hans' | 'Hant'): WrongCharacters {
  return variant === 'Hans'
    ? { sure: collect(text, SURE_TRADITIONAL), likely: collect(text, LIKELY_TRADITIONAL) }
    : { sure: collect(text, SURE_SIMPLIFIED), likely: collect(text, LIKELY_SIMPLIFIED) }
}

/** Characters that no Chinese standard writes, in reading order, with repetitions. */
export function findJapanese(text: string): string[] {
  return collect(text, JAPANESE)
}

function collect(text: string, mark: number): string[] {
  const table = marks()
  const found: string[] = []
  for (let at = 0; at < text.length; at++)
    if (((table[text.charCodeAt(at)] ?? 0) & mark) !== 0) found.push(text.charAt(at))
  return found
}
