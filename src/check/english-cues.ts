/** Reads which words of an English sentence turn its sense: negation, rise and fall, better and worse. */
import { remember } from '../paper/remember.ts'

/** Flags of a word; the `wide` ones hold for every word that a negation, a fall, … may honestly come from. */
export const CUES = {
  negation: 1,
  wideNegation: 2,
  rise: 4,
  wideRise: 8,
  fall: 16,
  wideFall: 32,
  win: 64,
  wideWin: 128,
  loss: 256,
  wideLoss: 512,
  /** Of the wide negations, those that another language nearly always renders by a negation of its own. */
  plainNegation: 1024,
  /** What another language may say by a denial: "stays constant", 保持不变; "remains open", 尚未解决. */
  tacitNegation: 2048,
  /** A word that holds its denial: "unseen", "impossible"; hardly any rendering does without one. */
  lexicalNegation: 4096,
  /** What is said without a denial where it is denied: "does not change", 保持固定. */
  change: 8192,
  /** Keeps something from happening: "limits", "instead of", "too". */
  hindrance: 16384,
  /** Takes back part of what the next words say: "less similar", "far from similar". */
  reserve: 32768,
} as const

const NEGATION =
  /^(?:not|no|never|cannot|without|neither|nor|none|nobody|nothing|\w+n't|unable|fail(?:s|ed|ing)?|lack(?:s|ed|ing)?|hardly|barely|scarcely|rarely|seldom)$/
const WIDE_NEGATION = new RegExp(
  `^(?:non|sub|nsfw|neutral|anti|free(?:s|d|ing)?|zero|few|fewer|little|less|least|only|merely|just|instead|rather|unlike|avoid\\w*|prevent\\w*|beyond|outside
  |despite|regardless|irrespective|independen\\w*|agnostic|absen\\w*|missing|miss\\w*|omit\\w*|omission\\w*|ignor\\w*|neglect\\w*
  |overlook\\w*|short|shortag\\w*|scarc\\w*|spars\\w*|insufficien\\w*|incomplet\\w*|inconsist\\w*|inaccura\\w*|incorrect\\w*
  |ineffic\\w*|ineffect\\w*|inadequa\\w*|inabil\\w*|infeasib\\w*|invalid\\w*|invisib\\w*|invarian\\w*|indirect\\w*|inevitab\\w*
  |indispensab\\w*|indistinguish\\w*|inferior\\w*|inflexib\\w*|instabil\\w*|intractab\\w*|inaccessib\\w*|inapplicab\\w*|incapab\\w*
  |incoheren\\w*|incompatib\\w*|inconclusive\\w*|infrequent\\w*|insensitiv\\w*|irrelevan\\w*|irregular\\w*|irreversib\\w*|imbalanc\\w*
  |immatur\\w*|imperfect\\w*|impossib\\w*|impractical\\w*|improper\\w*|imprecis\\w*|impermissib\\w*|impercepti\\w*|implausib\\w*
  |illegal\\w*|illogical\\w*|un(?!i(?!n|d|m)|der|til|lock|fold|cover|et$)\\w+|underexplor\\w*|understud\\w*|underperform\\w*|underrepresent\\w*
  |underutili\\w*|disagree\\w*|disadvantag\\w*|discard\\w*|disconnect\\w*|discontinu\\w*|disregard\\w*|dissimilar\\w*|disrupt\\w*
  |disappear\\w*|mislead\\w*|misalign\\w*|mistak\\w*|misinform\\w*|mismatch\\w*|misuse\\w*|misunderst\\w*|misinterpret\\w*
  |remov\\w*|eliminat\\w*|obviat\\w*|negat\\w*|sidestep\\w*|forgo\\w*|skip\\w*|bypass\\w*|circumvent\\w*|den(?:y|ies|ied)|refus\\w*|reject\\w*|wrong\\w*
  |false\\w*|errors?|erroneous\\w*|fault\\w*|suboptimal\\w*|deficien\\w*|gaps?|weak\\w*|poor\\w*|worse\\w*|worst|bad\\w*|hard(?:er|est|ly)?
  |difficult\\w*|challeng\\w*|struggl\\w*|hinder\\w*|hamper\\w*|imped\\w*|limit\\w*|restrict\\w*|constrain\\w*|bottleneck\\w*
  |barrier\\w*|obstacle\\w*|loss\\w*|lose\\w*|losing|lost|drop\\w*|failure\\w*|break\\w*|brittle\\w*|fragil\\w*|collaps\\w*|degrad\\w*
  |stop\\w*|stall\\w*|cease\\w*|halt\\w*|blind\\w*|opaque|vague\\w*|ambigu\\w*|yet|remain\\w*|still|too|until|unless|if
  |whether|exclud\\w*|exclus\\w*|except|exception\\w*|excepting|minim\\w*|negligib\\w*|against|contrary|contrast|oppos\\w*|conflict\\w*|violat\\w*
  |differ|differs|differed|distinct\\w*|decoupl\\w*|isolat\\w*|separat\\w*|drawback\\w*|shortcoming\\w*|caveat\\w*|problematic
  |doubt\\w*|costly|expensive|prohibit\\w*|narrow\\w*|shallow|superficial\\w*|partial\\w*|low|lower\\w*|lag\\w*|behind|below|beneath
  |\\w{3,}less|\\w+proof|forget\\w*|forbid\\w*|resist\\w*|withdraw\\w*|withheld|withhold\\w*|held|blank\\w*
  |below|beneath|dispens\\w*|rid|exempt\\w*|waiv\\w*|robust\\w*|resilien\\w*|immun\\w*|dropped|drop|dropout|spar(?:e|es|ed|ing)|free|unless|vanish\\w*|dead|deadlock\\w*|mere|nontrivial|nonlinear\\w*|stale|unseen|confus\\w*
  |trade\\w*|sacrific\\w*|compromis\\w*|suffer\\w*|harm\\w*|hurt\\w*|impair\\w*|damag\\w*|undermin\\w*|inhibit\\w*|suppress\\w*|ban\\w*)$`.replace(
    /\s+/g,
    '',
  ),
)
const PLAIN_NEGATION =
  /^(?:non|sub|zero|free(?:s|d|ing)?|neither|without|avoid\w*|prevent\w*|instead|rather|unlike|except|un(?!i(?!n|d|m)|der|til|lock|fold|cover|et$)\w+|in(?:suffic|compl|consis|accura|correct|effic|effect|adeq|abil|feas|valid|visib|vari|dispens|distin|flex|stab|tract|access|applic|capab|coher|compat|conclu|freq|sens)\w*|ir(?:rel|reg|rev)\w*|im(?:bal|pos|prac|perf|prec|perc|plau)\w*|a(?:symmetr|typical|synchron)\w*|dis(?:agree|similar|regard|continu)\w*|mis(?:match|align|lead)\w*|hard|difficult\w*|struggl\w*|absen\w*|missing|\w{3,}less|negative|impossib\w*|cannot|doubt\w*|under(?:us|util|explor|exploit|stud|appreciat|represent|serv|perform|invest|report|develop|specif|resourc|examin|address)\w*|prohibit\w*|preclud\w*|yet|beyond|none|rarely|few|little)$/
const TACIT_NEGATION =
  /^(?:nsfw|unique\w*|future|upcoming|forthcoming|excess\w*|excluded|purely|sole|outdated|outside|elusive|elud\w*|hidden|blurr?\w*|fragil\w*|volatil\w*|tension|dearth|scant|void|null|empty|vacuous|futile|bereft|devoid|shun\w*|refrain\w*|evad\w*|escap\w*|relinquish\w*|abandon\w*|defy|defies|vague\w*|defer\w*|suspend\w*|cancel\w*|revok\w*|deactivat\w*|exhaust\w*|deplet\w*|expir\w*|crash\w*|violat\w*|brittle\w*|costly|cumbersome|prohibitive\w*|unwieldy|stale\w*|spurious\w*|naive\w*|overwhelm\w*|shy|constant\w*|keep\w*|kept|maintain\w*|preserv\w*|retain\w*|robust\w*|resilien\w*|intact|stab\w*|steady|static|fixed|frozen|freez\w*|open|immun\w*|sav\w+|silen\w*|always|every\w*|persist\w*|remain\w*|still|until|unless|whether|if|question\w*|too|los[et]\w*|losing|loss\w*|miss\w*|ignor\w*|overlook\w*|neglect\w*|stop\w*|ceas\w*|differ\w*|hinder\w*|hamper\w*|imped\w*|break\w*|broke\w*|collaps\w*|limit\w*|restrict\w*|constrain\w*|forbid\w*|refus\w*|reject\w*|exclud\w*|omit\w*|skip\w*|bypass\w*|circumvent\w*|eliminat\w*|remov\w*|obviat\w*|negat\w*|sidestep\w*|weak\w*|poor\w*|wors\w*|gap\w*|challeng\w*|wrong\w*|suboptimal\w*|deficien\w*|shortcoming\w*|only|merely|just|solely|against|resist\w*|except\w*|distinct\w*|separat\w*|independ\w*|regardless|despite|agnostic|contrar\w*|oppos\w*|lag\w*|fall\w*|fell|negligib\w*|bad\w*|vanish\w*|dead\w*|disappear\w*|deni\w*|deny|stuck|trap\w*|optimal|optimum|tight|below|faint|alone|oblivious|ignorant|blind\w*|deaf|inert|idle|off|dormant|obsolete|private\w*|secret\w*|anonym\w*|arbitrar\w*|infinite\w*|any|immediate\w*|instant\w*|strang\w*|novel\w*|odd|rare\w*|scarce\w*|slow\w*|cheap\w*|simpl\w*|easy|easily|modest\w*|delay\w*|exceed\w*|overflow\w*|halt\w*|stall\w*|paus\w*|prohibit\w*|den(?:y|ies|ied)|declin\w*|dismiss\w*|unattended|distrust\w*|mistrust\w*|disput\w*|refut\w*|contradict\w*|veto\w*|abstain\w*|withh\w+|insul\w*|exempt\w*|saturat\w*|plateau\w*|under|before|adverse\w*|ill|dis(?!c|p|t|k)\w+|mis(?!s)\w+|a(?:symmetr|typical|synchron|nomal|nonym)\w*|in(?!t(?:o|er|ro|e[gnlr])|clud|creas|put|form|dic|divid|dia|fer|fl|fra|st|sp|side|sight|du|no|her|it|quir|vest|vit|volv|tent|trins|dex|ject|corp)\w{4,}|im(?!ag|an|p(?:le|li|ort|rov|act|ut|ress|ed|os)|it|me|mi|be)\w{4,}|il(?:leg|lit|log)\w*|irr\w+|non\w+|un(?!i(?!n|d|m)|der|til|lock|fold|cover|et$)\w+)$/
const LEXICAL_NEGATION =
  /^(?:un(?:seen|known|able|available|necessary|reliable|clear|safe|stable|affected|changed|solved|explored|resolved|aware|likely|certain|fair|supervised|explained|labell?ed|bounded|related|desired|reali\w+|suitable|predict\w+|reported|tested|treated|trained|expected)|impossible|absent|invalid|insufficient|incorrect\w*|inaccura\w+|inconsisten\w+|incomplete|infeasible|ineffective|irrelevant|invisible|unavoidable)$/
const CHANGE =
  /^(?:chang|differ|var(?:y|ie)|drop|los[est]|degrad|fall|declin|clos|stop|ceas|end|deviat|affect|alter|decreas|worsen|deteriorat|interrupt|break|sacrific|compromis|forget|collaps|exceed|disappear|vanish|shrink|mov)/
const HINDRANCE =
  /^(?:few|fewer|little|less|only|too|limit\w*|restrict\w*|constrain\w*|hinder\w*|hamper\w*|imped\w*|obviat\w*|eliminat\w*|remov\w*|bypass\w*|circumvent\w*|ignor\w*|overlook\w*|neglect\w*|insufficien\w*|inabil\w*|incapab\w*|stop\w*|refus\w*|reject\w*|exclud\w*|challeng\w*|suffer\w*|independ\w*|regardless|despite|agnostic|until|unless|gaps?|bottleneck\w*|barrier\w*|poor\w*|weak\w*|miss\w*|skip\w*|forgo\w*|sacrific\w*|compromis\w*|remain\w*|impair\w*|negat\w*|sidestep\w*|undermin\w*|ineffic\w*|ineffect\w*|degrad\w*|collaps\w*|drop\w*|struggl\w*|worse\w*|lag\w*)$/
const RISE =
  /^(?:increas\w+|improv\w+|enhanc\w+|boost\w*|rais(?:e|es|ed|ing)|rises?|risen|rose|rising|grow\w*|grew|gain\w*|elevat\w+|amplif\w+|strengthen\w*|lifts?|lifted|lifting|climb\w*|higher)$/
const WIDE_RISE =
  /^(?:push\w*|reach\w*|increas\w*|improv\w*|enhanc\w*|boost\w*|rais\w*|ris(?:e|es|en|ing)|rose|grow\w*|grew|gain\w*|greater|elevat\w*|amplif\w*|strength\w*|stronger|accelerat\w*|speed\w*|fast\w*|more|expan\w*|extend\w*|up|upgrad\w*|better|best|exceed\w*|surpass\w*|outperform\w*|doubl\w*|tripl\w*|maxim\w*|lift\w*|climb\w*|higher|highest|larger|bigger|longer|wider|deeper|richer|add|adds|added|adding|above|promot\w*|foster\w*|facilitat\w*|benefi\w*|help\w*|advanc\w*|augment\w*|heighten\w*|intensif\w*|magnif\w*|sharpen\w*|refin\w*|optimi\w*|excel\w*|superior\w*|progress\w*|leap\w*|jump\w*|surg\w*|soar\w*|empower\w*|reinforc\w*|stimulat\w*|recover\w*|restor\w*|enrich\w*|efficien\w*|times|fold|deliver\w*|scal(?:e|es|ed|ing))$/
const FALL =
  /^(?:reduc\w+|decreas\w+|lower(?:s|ed|ing)|drop(?:s|ped|ping)?|declin\w+|shrink\w*|shrank|shorten\w*|degrad\w+|diminish\w*|deteriorat\w+|worsen\w*|halv\w+|minimi[sz](?:e|es|ed|ing)|weaken\w*|cut|cuts|cutting|falls?|fell|lower)$/
const WIDE_FALL =
  /^(?:reduc\w*|decreas\w*|low|lower\w*|lowest|drop\w*|declin\w*|shrink\w*|shrank|short\w*|degrad\w*|diminish\w*|deteriorat\w*|wors\w*|halv\w*|half|weak\w*|cuts?|cutting|fall\w*|fell|less|fewer|smaller|minim\w*|sav\w+|compress\w*|mitigat\w*|alleviat\w*|suppress\w*|curb\w*|limit\w*|loss\w*|los[et]\w*|losing|hurt\w*|harm\w*|impair\w*|hinder\w*|hamper\w*|cheap\w*|under|below|underperform\w*|eliminat\w*|remov\w*|avoid\w*|prevent\w*|prun\w*|trim\w*|slow\w*|down\w*|narrow\w*|clos(?:e|es|ed|er|ing)|bridg\w*|eas(?:e|es|ed|ing)|reliev\w*|relax\w*|simplif\w*|filter\w*|offset\w*|attenuat\w*|damp\w*|erod\w*|eros\w*|lag\w*|collaps\w*|fail\w*|poor\w*|suffer\w*|forget\w*|vanish\w*|decay\w*|sacrific\w*|compromis\w*|undermin\w*|damag\w*|discard\w*|skip\w*|fraction|fast\w*|speed\w*|accelerat\w*|quick\w*|light\w*|efficien\w*|econom\w*|overcom\w*|combat\w*|spars\w*|drift\w*|vulnerab\w*|bottleneck\w*|costs?|costly|costing|penal\w*|descent|contract\w*|anneal\w*|amortiz\w*|reus\w*|free|without|no)$/
const WIN =
  /^(?:outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|exceed(?:s|ed|ing)?|beats?|beating|outdo(?:es)?|superior\w*|better|overtak\w+|outscor\w+|outrank\w+|higher|faster|stronger|lead|leads|leading|ahead|above|more|greater)$/
const WIDE_WIN =
  /^(?:outperform\w*|surpass\w*|exceed\w*|beat\w*|outdo\w*|superior\w*|better|best|overtak\w*|outscor\w*|outrank\w*|excel\w*|win\w*|won|lead\w*|led|top\w*|ahead|advanc\w*|advantag\w*|improv\w*|gain\w*|high\w*|great\w*|more|most|over|above|beyond|strong\w*|fast\w*|state|larg\w*|dominat\w*|rival\w*|match\w*|favou?r\w*|prefer\w*|effectiv\w*|increas\w*|boost\w*|enhanc\w*|further|exceptional\w*|record\w*|robust\w*|effic\w*|accura\w*)$/
const LOSS =
  /^(?:underperform(?:s|ed|ing)?|worse|inferior|lag(?:s|ged|ging)?|trail(?:s|ed|ing)?|behind|below|weaker|slower|poorer)$/
const WIDE_LOSS =
  /^(?:underperform\w*|beaten|wors\w*|inferior\w*|lag\w*|trail\w*|behind|below|under|low\w*|less|fewer|few|fall\w*|fell|short|fail\w*|los[et]\w*|losing|loss\w*|poor\w*|weak\w*|gap\w*|no|not|cannot|never|without|nor|neither|\w+n't|struggl\w*|deficien\w*|drop\w*|degrad\w*|suboptimal\w*|insufficien\w*|inadequa\w*|unable|lack\w*|slow\w*|smaller|declin\w*|decreas\w*|reduc\w*|half|fraction|only|cheap\w*|sav\w+)$/

const RESERVE = /^(?:less|least|non|hardly|far|yet)$/

const TESTS: readonly (readonly [flag: number, pattern: RegExp])[] = [
  [CUES.negation | CUES.wideNegation | CUES.plainNegation, NEGATION],
  [CUES.plainNegation | CUES.wideNegation, PLAIN_NEGATION],
  [CUES.wideNegation, WIDE_NEGATION],
  [CUES.tacitNegation, TACIT_NEGATION],
  [CUES.lexicalNegation, LEXICAL_NEGATION],
  [CUES.change, CHANGE],
  [CUES.hindrance, HINDRANCE],
  [CUES.reserve, RESERVE],
  [CUES.rise, RISE],
  [CUES.wideRise, WIDE_RISE],
  [CUES.fall, FALL],
  [CUES.wideFall, WIDE_FALL],
  [CUES.win, WIN],
  [CUES.wideWin, WIDE_WIN],
  [CUES.loss, LOSS],
  [CUES.wideLoss, WIDE_LOSS],
]
/** The flags of a word in small letters. */
export const cuesOf = remember(word => {
  let flags = 0
  for (const [flag, pattern] of TESTS) if (pattern.test(word)) flags |= flag
  return flags
})

export function hasCue(words: readonly { cues: number }[], flag: number): boolean {
  return words.some(({ cues }) => (cues & flag) !== 0)
}

const TAME = new Set(
  'only just merely simply solely less more fewer longer later until but help exaggeration least doubt matter mention'.split(
    ' ',
  ),
)

/** Before such a word a negation denies nothing: "not only", also where the blank behind it was lost, "no less". */
export function isTame(word: string): boolean {
  return TAME.has(word) || /^only[a-z]{4}/.test(word)
}
