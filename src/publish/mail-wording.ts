/** The few words of a mail besides its digest. */

export interface MailWording {
  unsubscribe: string
  /** Behind it stands a link or nothing. */
  shortened: string
  more(count: number): string
}

const chinese: MailWording = {
  unsubscribe: '退订',
  shortened: '篇幅较长，部分论文已精简',
  more: count => `另有 ${count} 篇`,
}

const english: MailWording = {
  unsubscribe: 'Unsubscribe',
  shortened: 'Shortened to fit a mail',
  more: count => (count === 1 ? 'and 1 more paper' : `and ${count} more papers`),
}

/** Chinese for every Chinese, English for all others. */
export function mailWordingFor(language: string): MailWording {
  return /^zh(?:-|$)/i.test(language) ? chinese : english
}
