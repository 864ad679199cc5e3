/** Answers of the loopback model in languages other than Chinese: true of any paper, and different in every field. */

export interface AskedField {
  /** Of the block. */
  name: string
  /** What the prompt says of it. */
  wish: string
}

interface Phrases {
  keywords: string
  sentences: string[]
}

const PHRASES: Record<string, Phrases> = {
  Japanese: {
    keywords: '学習、評価、手法、応用',
    sentences: [
      '本論文は新しい考え方を示し、その有効性を確かめている。',
      '従来のやり方では十分に扱えなかった課題に取り組む。',
      '問題を小さな部分に分け、それぞれを順に解いていく。',
      '要旨には具体的な数値は書かれていない。',
      '実務では、まず小さく試してから広げるのがよいだろう。',
      'この結果がほかの分野でも成り立つかどうかは述べられていない。',
    ],
  },
  German: {
    keywords: 'Lernen, Bewertung, Verfahren, Anwendung',
    sentences: [
      'Die Arbeit stellt einen neuen Ansatz vor und zeigt, dass er sich für die Aufgabe eignet.',
      'Bisherige Verfahren kommen mit dieser Aufgabe nicht gut zurecht, und das soll sich ändern.',
      'Die Aufgabe wird in kleinere Schritte zerlegt, die nacheinander gelöst und dann verbunden werden.',
      'Genaue Zahlen zu den Ergebnissen nennt die Kurzfassung an dieser Stelle nicht.',
      'Wer das Verfahren einsetzen will, sollte es zuerst in einem kleinen Versuch erproben.',
      'Ob sich das auf andere Gebiete übertragen lässt, bleibt nach der Kurzfassung offen.',
    ],
  },
}

/** Undefined for languages that it does not speak. */
export function answerElsewhere(
  system: string,
  fields: readonly AskedField[],
): [string, string][] | undefined {
  const language = Object.keys(PHRASES).find(name => new RegExp(`\\bin(?:to)? ${name}\\b`).test(system))
  const phrases = language === undefined ? undefined : PHRASES[language]
  return (
    phrases &&
    fields.map(({ name, wish }, index) => [
      name,
      asksForTerms(wish) ? phrases.keywords : (phrases.sentences[index % phrases.sentences.length] ?? ''),
    ])
  )
}

export function asksForTerms(wish: string): boolean {
  return /\bkey terms\b/.test(wish)
}

/** The blocks that a prompt of ours asks for, in its order. */
export function readAskedFields(system: string): AskedField[] {
  const form = /\nAnswer in this form[^\n]*:\n([\s\S]*)$/.exec(system)?.[1] ?? ''
  return [...form.matchAll(/^\[\[([a-z_-]+)\]\]\n([\s\S]*?)(?=\n\[\[)/gm)].map(
    ([, name = '', wish = '']) => ({
      name,
      wish,
    }),
  )
}
