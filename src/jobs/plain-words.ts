/** Words that abstracts have in common whatever their subject: no part of a term. */
import { wordKey } from '../paper/glossary-words.ts'

const WORDS = `
  a about above abstract abundant according account accordingly achieve achieved achieves achieving across actual add
  additional additionally address addressed addresses addressing adopt adopted advance advanced advancement advances
  after against aim aims all allow allowing allows almost alone along already also although always among amount an
  analysis analyze and another any appear applicable application applied applies apply approach approaches appropriate
  are area around art as aspect assess at author available average avoid aware away based basic be because become
  been before begin behind being below benefit best better between beyond both bridge bring broad broadly brings but by
  call can cannot capability capable capture captures capturing carefully carry case cause certain challenge
  challenges challenging change choice clear clearly closely code collect combine combined combines combining come
  common commonly compare compared comparable comparison competitive complement complete completely complex
  component comprehensive comprehensively comprise comprising concern conduct conducted confirm consider considerable
  considered consist consistent consistently construct constructed contain contribute contribution conventional core
  corresponding cost could create creating critical crucial current currently deliver demonstrate demonstrated
  demonstrates demonstrating depend deploy deployment derive describe design designed despite detail detailed
  determine develop developed development did differ difference different difficult direct direction directly discover
  discuss distinct diverse do does done down drive driven due during each early easily easy effect effective effectively
  effectiveness efficacy efficient efficiently effort either eliminate eliminating emerge emerged emerging emphasis
  employ employed enable enabled enables enabling encourage end enhance enhanced enhancement enhances enhancing
  ensure ensures ensuring entire entirely especially essential establish established etc evaluate evaluated evaluates
  evaluating evaluation even every evidence examine example existing exhibit expand expensive experiment experimental
  experiments explain explicit explicitly explore explored exploring extend extended extensive extensively extra
  facilitate fact fail failing fall far fast faster few fewer field final finally find finding findings first five fix
  focus focused focuses follow followed following for form found four framework from full fully function further
  furthermore future gain gains gap general generally generate generated get give given gives goal good great greatly
  ground group grow growing had handle has have help helps hence here high higher highest highlight highlighting highly
  how however idea identify if illustrate impact implement implementation important improve improved improvement
  improvements improves improving in include included includes including incorporate incorporating increase increased
  increases increasing increasingly indicate individual initial insight insights inspire instead integrate integrated
  integrates integrating interest into introduce introduced introduces introducing investigate involve involving is
  issue issues it its itself join just keep key know known lack large largely larger last latest lead leading leads
  learn learned learning less let level leverage leverages leveraging like limit limitation limitations limited little
  live long low lower made main mainly maintain maintaining make makes making many matter may mean means meanwhile
  measure meet method methods might mitigate model models moderate modern more moreover most motivate move much
  multiple must my namely nature near nearly necessary need needed needs neither nevertheless new next no nor not
  notable notably novel now number numerous observe obtain obtained of off offer offering offers often on once one
  ones only open operate or order orders other others our out outperform outperformed outperforming outperforms over
  overall overcome overlook own page paper part particular particularly past perform performance performed performs
  period perspective place play point points poor possible potential power powerful practical practice precise present
  presented presents prevent previous previously primarily primary principled prior problem problems process produce
  produced produces producing progress project promise promising propose proposed proposes prove proven provide
  provided provides providing public publicly purpose put qualitative quality quantitative question questions quite
  range rapid rapidly rather reach real reason recent recently reduce reduced reduces reducing reduction refer regard
  related relative relatively release released relevant reliable rely relying remain remaining remains remarkable
  remarkably report represent require required requirement requires requiring research researcher respectively result
  resulting results reveal reveals rich rise robust role same satisfy scale scenario scenarios second see seek seen
  separate serve set setting settings several shall share short should show showed showing shown shows significant
  significantly similar simple simply simultaneously since single situation six size small so solution solve some
  sophisticated source specific specifically stage start state still strategy strength strong struggle struggles
  study studies substantial substantially success successful successfully such suffer suffers sufficient suggest
  suggesting suggests superior support supports surpass surpasses systematic systematically take taken takes target
  task tasks technique techniques term terms than that the their them themselves then theoretical there thereby
  therefore these they third this those though three through throughout thus tight time to together toward towards
  traditional true try two type typical typically under underscore understand understanding understood unified unique
  unlike unprecedented until up upon us use used useful user uses using usually utilize utilized utilizes utilizing
  valid validate validated valuable value variety various vary very via view vital want was way ways we well were what
  when where whereas whether which while who whole whose why wide widely will with within without work works world
  would yet yield yielding yields you your zero accuracy baseline benchmark data dataset input output system
`

const plain = new Set(WORDS.trim().split(/\s+/).map(wordKey))

/** @param key the form in the singular */
export function isPlainWord(key: string): boolean {
  return plain.has(key)
}
