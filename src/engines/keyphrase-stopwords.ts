/** Words that begin, end or cut no key phrase of an abstract. */

// Function words, and words of every abstract: verbs of doing research, praise, and nouns without content.
export const stopwords: ReadonlySet<string> = new Set(
  `a about above accordingly accurate across act acts actually adapt adapts add added adding additional
  additionally address addressed addresses addressing adds adequate adopt adopted adopting advance advanced
  advancements advances advancing affect affects after again against aim aimed aims al align aligned
  aligning aligns all alleviate alleviated alleviates alleviating allocate allocated allocates allocating
  allow allowing allows almost alone along already also although always am among amount amplify amplifyed
  amplifying amplifys an analyses analyze analyzed analyzing and annotate annotated annotates annotating
  another answer anticipate anticipated anticipates anticipating any anything anywhere appear appears append
  appended appending appends applicable applied applies apply applying approach approaches appropriate
  approximately arbitrary are area areas argue arise arised arises arising around as ascertain ascertained
  ascertaining ascertains aspect aspects assess assessed assessing assume assumed at attain attained attains
  augment augmented augmenting augments automate automated automates automating available average avoid
  avoiding aware away balance balanced balances balancing based baseline baselines basic be became because
  become becomes becoming been before begin behave behaved behaves behaving being below beneficial benefit
  benefits best better between beyond billion billions both bridge bridging bring brings broad broader build
  building builds built but by bypass bypassed bypassing bypasss called can candidate cannot capabilities
  capability capable capture captured captures capturing careful case cases cause caused causes causing
  central certain challenge challenged challenges challenging characterize circumvent circumvented
  circumventing circumvents clarify clarifyed clarifying clarifys classify classifyed classifying classifys
  clear clearly close closely closer code codes collapse collapsed collapses collapsing collect collected
  combination combine combined combines combining common commonly comparable compare compared comparing
  comparison competitive complete completely complex component components comprehensive comprise comprises
  comprising compromise compromised compromises compromising compute computed computes computing concerns
  conclude conclusion conduct conducted conducting confirm confirmed confirms consequently consider
  considerable considered considering consist consisted consistent consistently consisting consists
  construct constructed constructing contain containing contains contrast contribute contributes
  contribution contributions controllable conventional core corresponding costly could create created
  creates creating critical crucial curate curated curates curating current currently deal decades decompose
  decomposed decomposes decomposing decouple decoupled decouples decoupling decrease deeper define defined
  defines deliver delivers demonstrate demonstrated demonstrates demonstrating depend depending depends
  deploy deployed deploying deploys derive derived describe described describes designed designing designs
  desirable desired despite detail detailed details detect detected detecting detects determine develop
  developed developing developments devise did differ differed difference differences different differing
  differs difficult difficulty directly discover discovered discuss discussed disentangle disentangled
  disentangles disentangling distill distilled distilling distills distinct diverse do does doing done down
  dramatically draw drive driven drives due during e.g e.g. each earlier early easily easy effect effective
  effectively effectiveness effects efficacy efficiency efficient efficiently effort efforts eight either
  elements elicit elicited eliciting elicits eliminate eliminates eliminating else elucidate elucidated
  elucidates elucidating embed embeded embeding embeds emerge emerged emerges emerging emphasize empirical
  empirically employ employed employing employs emulate emulated emulates emulating enable enabled enables
  enabling encode encoded encodes encoding encounter encourage encouraging end enforce enforced enforces
  enforcing enhance enhanced enhancement enhances enhancing enough enrich enriched enriching enrichs ensure
  ensures ensuring entire entirely especially essential establish established establishes establishing
  estimate estimated et etc evaluate evaluated evaluates evaluating evaluations even ever every everything
  evidence evolve evolved evolves evolving exacerbate exacerbated exacerbates exacerbating exact examine
  examined example examples exceed exceeding exceeds excellent exhibit exhibits exist existing exists expand
  expanded expanding expands expected expensive experiment experimental experimentally experiments explain
  explicit explicitly exploit exploited exploiting exploits exploration explore explored explores exploring
  expose extend extended extending extends extensive extensively extra extract extracted extracting
  extremely face faces facilitate facilitates facilitating fact factor factors fail failing fails fall falls
  far faster favorable feasible featuring few fewer fields fill final finally find finding findings finds
  fine fine-tune fine-tuned fine-tunes fine-tuning first firstly five fix flexible focus focused focuses
  focusing follow followed following follows for form forms formulate formulated formulation foster fostered
  fostering fosters found four framework frameworks frequently from full fully fundamental further
  furthermore fuse fused fuses fusing future gain gained gains gap gaps general generalize generalized
  generalizes generalizing generally generate generated generates generating get give given gives giving go
  goal goals good great greater greatly ground group groups growing guarantee guaranteed guarantees
  guaranteing guide guided guides had half hand handle handles handling hard has have having heavily help
  helping helps hence here hidden high higher highest highlight highlighted highlighting highlights highly
  hinder hinders hold holds how however hundred hundreds i i.e i.e. idea identified identifies identify
  identifying if illustrate impact implement implementation implemented implications important impose
  imposed imposes imposing impractical impressive improve improved improvement improvements improves
  improving in incentivize incentivized incentivizes incentivizing include included includes including
  incorporate incorporated incorporates incorporating increase increased increases increasing increasingly
  incur incured incuring incurs indeed indicate indicated indicates indicating individual industry infer
  infered infering infers inform information informed inherent initial inject injected injecting injects
  innovative input insight insights inspired instance instances instantiate instantiated instantiates
  instantiating instead insufficient integrate integrated integrates integrating integration intend intended
  intending intends interact interacted interacting interacts interest interesting interestingly intervene
  intervened intervenes intervening into introduce introduced introduces introducing introduction intuitive
  investigate investigated investigates investigating investigation invoke invoked invokes invoking involve
  involved involves involving is isolate isolated isolates isolating issue issues it items its itself
  jeopardize jeopardized jeopardizes jeopardizing key kind kinds know known lack lacking lacks large largely
  larger last lastly later latest latter lead leading leads learn learned learns least leave leaves left
  less let leverage leveraged leverages leveraging lies light like likely limit limitation limitations
  limited limiting limits line little localize localized localizes localizing long longer look low lower
  made main mainly maintain maintaining maintains major majority make makes making manifest manifested
  manifesting manifests manipulate manipulated manipulates manipulating manner many map massive match
  matches maximize maximum may mean meaningful means meanwhile measure measured mechanism mechanisms meet
  meets merely method methodologies methodology methods metric metrics might million millions minimal
  minimize mitigate mitigates mitigating moderate modern modest module modules more moreover most mostly
  motivate motivated motivates much multiple must naive namely natural nature navigate navigated navigates
  navigating near nearly necessary necessitate necessitated necessitates necessitating necessity need needed
  needs negligible neither never nevertheless new newly next no nontrivial nor not notable notably note
  novel now number numbers numerous objective objectives observe observed obtain obtained obtaining obtains
  occur occured occuring occurs of off offer offering offers often on once one ones only onto open opens
  operate operates operating opportunities optimal optimize optimized optimizes optimizing or orchestrate
  orchestrated orchestrates orchestrating order original oscillate oscillated oscillates oscillating other
  others otherwise our ours out outperform outperformed outperforming outperforms output outputs over
  overall overcome overcomes overcoming overlook overlooked own paper papers paradigm parallelize
  parallelized parallelizes parallelizing part partially participants particular particularly pave paves
  paving per perceive perceived perceives perceiving percent percentage perform performances performed
  performing performs perhaps perspective phenomenon piece pinpoint pinpointed pinpointing pinpoints place
  play played playing plays point points popular pose poses possible possibly potential potentially powerful
  practical practically practice practices precise precisely predict predicted predicts predominantly
  present presented presenting presents preserve preserved preserves preserving pressing prevalent prevent
  previous previously primarily primary prior prioritize prioritized prioritizes prioritizing probably
  problem problematic problems procedure produce produced produces producing profound prominent promise
  promising promote promotes promoting prompted proof propagate propagated propagates propagating propose
  proposed proposes proposing prove proven proves provide provided provides providing publicly purpose
  pursue pursued pursues pursuing put quantify quantifyed quantifying quantifys question questions quite
  raise raises range ranging ranked rapid rapidly rather reach reached reaches reaching real real-world
  realistic realize really reason reasonable recent recently reconstruct reconstructed reconstructing
  reconstructs reduce reduced reduces reducing refer refine refined refines refining reformulate
  reformulated reformulates reformulating regard regarding regardless regularize regularized regularizes
  regularizing related relative relatively release released releasing relevant reliable relies rely relying
  remain remaining remains remarkable remarkably remove removed removes removing render rendered rendering
  renders replace replaced replaces replacing report reported reporting reports represent represented
  representing represents require required requirement requirements requires requiring researchers resolve
  respect respective respectively respond responded responding responds response result resulted resulting
  results retain retained retaining retains rethinking retrieve retrieved retrieves retrieving reuse reused
  reuses reusing reveal revealed revealing reveals review revisiting revolutionize revolutionized
  revolutionizes revolutionizing rich rigorous rise robust role routinely sacrifice sacrificed sacrifices
  sacrificing same satisfy say scalable scenario scenarios scheme schemes scope score scores seamless second
  secondly section see seek seeks seem seen select selected serve served serves serving set sets setting
  settings setup seven several severe severely shape share shared sharing shed shift short should show
  showcase showed showing shown shows side significance significant significantly similar similarly simple
  simplify simply simulate simulated simulates simulating since single six size small smaller so solely
  solid solution solutions solve solved solving some sometimes sophisticated sota sources span spanning
  spans specific specifically stabilize stabilized stabilizes stabilizing stage stages standard start
  starting state-of-the-art step steps still strength strengthen strengthened strengthening strengthens
  stress strict strike striked strikes striking strong stronger struggle struggles studied studies study
  studying substantial substantially such suffer suffering suffers sufficient suggest suggesting suggests
  suitable suite superior superiority supply supplyed supplying supplys support supported supporting
  supports suppress suppressed suppressing suppresss surpass surpassed surpasses surpassing surprisingly
  survey synthesize synthesized synthesizes synthesizing systematic systematically tackle tackled tackles
  tackling tailored take taken takes taking target targeted targeting technique techniques technology tend
  tends term terms test tested tests than that the their them themselves then theoretical theoretically
  there thereby therefore these they thing this thorough thoroughly those though thousand thousands three
  through throughout thus time times to today together too top topic total toward towards traditional
  traditionally train trained transform translate translated translates translating trivial true truly
  trustworthy try trying tune tuned tunes tuning turn twice two type types typical typically ubiquitous
  ultimately unable unclear uncover uncovered uncovering uncovers under underexplored underlying undermine
  undermined undermines undermining underscore underscores underscoring understand understood undertake
  unexplored unified unify unifying unique uniquely unlike unlock unlocking unnecessary unsatisfactory until
  unveiling up update updated updates updating upon us usage use used useful user uses using usual usually
  utilize utilized utilizes utilizing valid validate validated validates validating validation valuable
  value values variant variants variety various vary varying vast versus very via visualize visualized
  visualizes visualizing vital vs was way ways we well went were what when where whereas whether which while
  who whole whom whose why wide widely widespread will with within without work working works world would
  wrong yet yield yielded yielding yields you your zero
  accelerate accelerates accommodate accommodates achieve achieves adjust adjusts apparent ascend ascends
  assign assigns associate associates avoids boost boosts call calls change changes come comes commit commits
  communicate communicates complement complements compose composes compress concentrate concentrates
  conceptualize conceptualizes condense condenses conflate conflates confuse confuses contextualize
  contextualizes continue continues contradict contradicts convert converts debias decide decides depict
  depicts derives develops diminish diminishes disrupt disrupts diversifies diversify dominate dominates
  dominating elevate elevates encapsulate encapsulates encounters endow endows enlarge enlarges enriches
  entail entails equip equips evade evades exhibiting expect expects formalize formalizes hallmark happen
  happens harness huge ignore ignores immense impede impedes induce induces inflate inflates interleave
  interleaves interpret interprets keep keeps knows lessen lessens lift lifts lose loses losing masters
  maximizes mediate mediates mimic mimics minimizes myriad neglect neglects organize organizes overlooks
  paramount penalize penalizes permit permits persist persists pertinent plethora possess possesses prepare
  prepares presuppose presupposes prevents pull pulls puts read reads rebuild rebuilds recalibrate
  recalibrates recast recasts receive receives recognize recognizes reconfigure reconfigures reframe reframes
  refuse refuses relate relates remember remembers rephrase rephrases resolves run runs scrutinize scrutinizes
  seems sees selects shrink shrinks sole stay stays streamline streamlines strive strives summarize summarizes
  talk talks teach teaches tell tells thereof think thinks transcend transcends transforms treat treats tries
  turns undergo undergoes undergoing understands unlocks urgent wait waits want wants wherein year years`.split(
    /\s+/,
  ),
)

// Part of many terms ("language model", "data lake") and none by themselves.
export const softWords: ReadonlySet<string> = new Set(
  `model models data system systems task tasks dataset datasets benchmark benchmarks analysis evaluation training
  testing function functions process processes domain domains strategy strategies quality performance level levels
  research field tool tools agent agents language application applications design development learning`.split(
    /\s+/,
  ),
)

// A participle that opens a term; any other at the head of a phrase is a verb ("reshaped machine learning").
export const termParticiples: ReadonlySet<string> = new Set(
  `supervised unsupervised distributed federated embedded pretrained automated weighted mixed nested structured
  unstructured augmented unified decentralized centralized quantized regularized constrained bounded randomized`.split(
    /\s+/,
  ),
)

// So common in every abstract of the field that they say nothing as a key phrase by themselves.
export const genericNames: ReadonlySet<string> = new Set(
  `AI ML NLP CV DL RL LLM LLMs VLM VLMs MLLM MLLMs LM LMs LVLM LVLMs CNN CNNs DNN DNNs GNN GNNs RNN RNNs GAN GANs ViT ViTs GPU GPUs CPU CPUs API APIs URL SOTA RGB RGB-D 2D 3D 4D
  1D IoT ICML NeurIPS ICLR CVPR ACL EMNLP AAAI arXiv GitHub I II III IV USA US UK EU F1 F1-score PhD OOD QA IoU FPS ID mAP PSNR SSIM MSE AUC ROC BLEU ROUGE MAE RMSE ImageNet CIFAR-10 CIFAR-100 MNIST GPT-4 GPT-4o GPT-3.5 ChatGPT GPT-5 Gemini PyTorch Python K N X`.split(
    /\s+/,
  ),
)
