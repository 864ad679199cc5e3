/** The words of the pages themselves, in the languages that the program speaks. */

export interface Wording {
  today: string
  archive: string
  topics: string
  search: string
  about: string
  skip: string
  searchHint: string
  searchNeedsScript: string
  searchNeedsServer: string
  nothingToSearch: string
  noDigest: string
  noDigestHint: string
  notFound: string
  notFoundHint: string
  papers(count: number): string
  newer: string
  older: string
  contents: string
  authors(names: readonly string[]): string
  votes(count: number): string
  source: string
  translation: string
  summary: string
  evidence: string
  noEvidence: string
  section: string
  findings(count: number): string
  error: string
  warning: string
  checked: string
  keptInSource: string
  fromFullText: string
  abstractOnly: string
  retold: string
  withdrawn: string
  deleted: string
  writtenBy(engine: string): string
  versions: string
  version: string
  listed: string
  inDigests: string
  related: string
  figures: string
  cite: string
  copy: string
  copied: string
  links: string
  code: string
  project: string
  media: string
  other: string
  save: string
  saved: string
  backstage: string
  read: string
  hide: string
  theme: string
  weeks: string
  topicsHint: string
  feeds: string
  keys: string
  keyNext: string
  keyOpen: string
  keySave: string
  keySearch: string
  aboutText: readonly string[]
  weekdays: readonly string[]
  month(year: number, month: number): string
  date(date: string): string
}

const chinese: Wording = {
  today: '今日',
  archive: '归档',
  topics: '主题',
  search: '搜索',
  about: '关于',
  skip: '跳到正文',
  searchHint: '标题、摘要、作者、编号',
  searchNeedsScript: '搜索需要 JavaScript；其余页面不需要。',
  searchNeedsServer: '浏览器不允许网页搜索本地文件：请把站点放到服务器上，或者按编号查找。',
  nothingToSearch: '还没有可以搜索的内容。',
  noDigest: '还没有日报。',
  noDigestHint: '运行 paperbrief run 之后，最新一期会出现在这里。',
  notFound: '没有这一页。',
  notFoundHint: '地址可能有误，或者这篇论文不在库中。',
  papers: count => `${count} 篇论文`,
  newer: '后一期',
  older: '前一期',
  contents: '目录',
  authors: names =>
    names.length > 4 ? `${names.slice(0, 3).join('、')} 等 ${names.length} 人` : names.join('、'),
  votes: count => `${count} 票`,
  source: '原文',
  translation: '译文',
  summary: '要点',
  evidence: '依据',
  noEvidence: '原文中没有找到依据',
  section: '章节',
  findings: count => `${count} 处提示`,
  error: '错误',
  warning: '提示',
  checked: '数字、名称与链接均已对照原文核查',
  keptInSource: '保留原文',
  fromFullText: '据全文写成',
  abstractOnly: '仅据摘要写成',
  retold: '摘要为转述，并非作者原文',
  withdrawn: '已撤稿',
  deleted: '来源已删除',
  writtenBy: engine => `撰写：${engine}`,
  versions: '版本',
  version: '第',
  listed: '收录',
  inDigests: '见于',
  related: '相关论文',
  figures: '图',
  cite: '引用',
  copy: '复制',
  copied: '已复制',
  links: '链接',
  code: '代码',
  project: '项目',
  media: '媒体',
  other: '链接',
  save: '收藏',
  saved: '收藏',
  backstage: '后台',
  read: '已读',
  hide: '隐藏',
  theme: '明暗',
  weeks: '近几周',
  topicsHint: '各主题的论文数，及近几周的走势',
  feeds: '订阅',
  keys: '键盘',
  keyNext: '下一篇、上一篇',
  keyOpen: '打开',
  keySave: '收藏',
  keySearch: '搜索',
  aboutText: [
    '这里的每一篇译文和摘要，发表之前都与论文逐项对照：数字、单位、名称、链接、术语，以及有没有漏译。查出错误的，先改写；改不好的，宁可保留原文。',
    '每段摘要旁都可以看到它依据的原句。没有依据的话会标出来。',
  ],
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  month: (year, month) => `${year} 年 ${month} 月`,
  date: date => {
    const [year, month, day] = date.split('-').map(Number)
    return `${year} 年 ${month} 月 ${day} 日`
  },
}

const english: Wording = {
  today: 'Today',
  archive: 'Archive',
  topics: 'Topics',
  search: 'Search',
  about: 'About',
  skip: 'Skip to the text',
  searchHint: 'Title, abstract, author, id',
  searchNeedsScript: 'Search needs JavaScript; the other pages do not.',
  searchNeedsServer: 'A browser lets no page search files: put the site on a server, or ask for an id.',
  nothingToSearch: 'There is nothing to search yet.',
  noDigest: 'There is no digest yet.',
  noDigestHint: 'After paperbrief run, the newest one appears here.',
  notFound: 'There is no such page.',
  notFoundHint: 'The address may be wrong, or the paper is not in the library.',
  papers: count => (count === 1 ? '1 paper' : `${count} papers`),
  newer: 'Newer',
  older: 'Older',
  contents: 'Contents',
  authors: names =>
    names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', '),
  votes: count => (count === 1 ? '1 vote' : `${count} votes`),
  source: 'Source',
  translation: 'Translation',
  summary: 'Summary',
  evidence: 'Evidence',
  noEvidence: 'No sentence of the source was found that bears this',
  section: 'Section',
  findings: count => (count === 1 ? '1 note' : `${count} notes`),
  error: 'Error',
  warning: 'Note',
  checked: 'Numbers, names and links checked against the paper',
  keptInSource: 'Left in the source language',
  fromFullText: 'Written from the full text',
  abstractOnly: 'Written from the abstract alone',
  retold: 'The abstract is retold, not the authors’ own words',
  withdrawn: 'Withdrawn',
  deleted: 'Deleted at its source',
  writtenBy: engine => `Written by ${engine}`,
  versions: 'Versions',
  version: 'v',
  listed: 'Listed',
  inDigests: 'In',
  related: 'Related papers',
  figures: 'Figures',
  cite: 'Cite',
  copy: 'Copy',
  copied: 'Copied',
  links: 'Links',
  code: 'Code',
  project: 'Project',
  media: 'Media',
  other: 'Link',
  save: 'Save',
  saved: 'Saved',
  backstage: 'Backstage',
  read: 'Read',
  hide: 'Hide',
  theme: 'Light or dark',
  weeks: 'Last weeks',
  topicsHint: 'Papers by topic, and how they went in the last weeks',
  feeds: 'Feeds',
  keys: 'Keys',
  keyNext: 'next, previous',
  keyOpen: 'open',
  keySave: 'save',
  keySearch: 'search',
  aboutText: [
    'Every translation and summary here was compared with its paper before it was published: numbers, units, names, links, terms, and whether anything was lost. What had an error was written again; what could not be mended was left in the source language.',
    'Beside each statement of a summary stands the sentence that bears it. What has none is marked.',
  ],
  weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
  month: (year, month) =>
    new Date(Date.UTC(year, month - 1)).toLocaleDateString('en', {
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }),
  date: date =>
    new Date(`${date}T00:00:00Z`).toLocaleDateString('en', { dateStyle: 'long', timeZone: 'UTC' }),
}

/** Chinese for every Chinese, English for all others. */
export function wordingFor(language: string): Wording {
  return /^zh(?:-|$)/i.test(language) ? chinese : english
}
