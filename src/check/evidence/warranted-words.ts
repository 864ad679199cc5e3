/** Chinese words for things so particular that a paper must have named them, each with the English that warrants it. */
import { WordIndex } from '../word-index.ts'

// Left: words of the brief. Right: beginnings of words of the source, any of which is enough. Only words that no
// translator brings in by himself: what a method needs (数据, 模型, 方法, 问题) stands nowhere here. `强~化学~习`: not
// where one of these characters stands before or behind. `air*`: though short, the beginning of a word.
// `!`: no choice of a translator's even in a clause that is otherwise the paper's.
const ENTRIES = `
医院|病房|科室=hospital/clinic/medic/health/patient/ward/care/surg/icu/emergency/radiolog;
!监管部门|监管机构|监管当局=regulat/author/government/govern/fda/complian/oversight/supervis/polic/agenc;
!获奖|最佳论文|论文奖|金奖=award/prize/winner/winning/best/won/place/medal; !专利=patent/intellectual;
!顶级会议|顶会=conference/venue/cvpr/neurips/icml/iclr/acl/top-tier/workshop/publicat/publish/accept;
消费者=consumer/customer/user/buyer/shopper/purchas/market/demand; !试点|试运行=trial/pilot/field/deploy/tried/try/test/beta/adopt/in use;
!盲评|双盲|盲测=blind/reader study/turing; 志愿者=volunteer/participant/subject/crowd/people;
显卡=gpu/graphics/card/nvidia/h100/a100/rtx/hardware/device; !~高中~级维频的|~小学~习=school/k-12/k12/student/teen/grade/pupil/educat/adolesc/stem;
!样机=prototyp/hardware/robot/platform/demonstrat/real-world/device/physical; !制片=film/movie/produc/cinema/studio/video;
!商用系统|商业系统|商业产品|商用产品=commerc/product/proprietar/industr/market/off-the-shelf/closed;
工业界=industr/compan/enterpris/commerc/practition/business/production/real-world;
!女性=female/woman/women/gender/sex/matern/pregnan/she/girl/breast/gyn; !男性=male/man/men/gender/sex/he/boy/prostat;
儿童|孩子|幼儿=child/kid/pediatr/paediatr/infant/youth/toddler/young/parent/asd/neonat;
老年人|老人|长者=elder/older/old/aging/ageing/senior/geriatr/age/dementia/alzheimer; !疫苗=vaccin/immuni/inocul/jab;
手术=surg/operat/intervention/laparoscop/endoscop/procedur/implant; 护士|护理人员=nurs/caregiver/care;
患者|病人=patient/clinic/disease/case/subject/diagnos/medic/health/people/individual/disorder/treat/survivor/cancer/tumor/ehr/icu/electronic health/cohort/symptom/impair;
放射科=radiolog/x-ray/ct/mri/imaging/scan/radiograph;
癌症|肿瘤=cancer/tumor/tumour/oncolog/carcinom/malignan/neoplas/lesion/glioma/metasta/brats/melanom/sarcom/leukemia/lymphom;
糖尿病=diabet/glyc/glucos/insulin; 阿尔茨海默|阿尔兹海默=alzheimer/dementia/ad; 新冠=covid/coronavirus/sars/pandemic;
!心电=ecg/ekg/electrocardio/cardi/heart; !脑电=eeg/electroencephal/brain/neural/meg;
蛋白质|蛋白=protein/peptid/amino/proteom/antibod/enzym/structural bio/molecul; 基因=gene/genom/dna/rna/crispr/transcript/mutat/variant/allele;
药物|药品=drug/pharm/medic/molecul/compound/therap/ligand/dose/dosage/smiles/toxic; 分子=molecul/chem/compound/protein/smiles/drug/atom;
!矢变动增~量子~集群任空系=quantum/qubit/qpu/qaoa/nisq/spin/photon; !区块链=blockchain/ledger/smart contract/ethereum/bitcoin/web3/crypto/defi;
股票|股市|证券=stock/equit/financ/market/trad/portfolio/secur/invest/asset; 银行=bank/financ/credit/loan/fraud/payment;
!保险=insur/actuar/claim/underwrit/vault/safe; 税收|税务=tax*/tariff/fiscal; 诗歌|诗词=poem/poet*/vers/lyric/haiku;
音乐=music/song/melod/audio/midi/instrument/piano/chord/singing/sound/symbolic; 歌曲|歌声=song/sing/music/vocal/lyric; 舞蹈=danc/choreograph;
象棋|围棋|棋局=chess/go/board game/checkers/alphazero/shogi/game; 足球=football/soccer/sport; 篮球=basketball/nba/sport;
航班|机场|航空=air*/flight/aviat/airport/airline/aero/aircraft/pilot; 飞机=air*/aircraft/airplane/plane/aviat/flight/aero/uav/drone;
卫星=satellit/orbit/remote sens/earth observ/spacecraft/sentinel/gnss/gps/space/leo/landsat; 火星=mars/martian/rover/planet; 月球=lunar/moon;
无人机=drone/uav/unmanned/quadrotor/quadcopter/aerial/uas/multirotor/aircraft/flying/flight; 四足=quadruped/legged/four-leg/quadrupedal/dog;
双足=biped/humanoid/leg/walk; 人形机器人=humanoid/biped/human-like; 机械臂=arm/manipulat/robot/gripper/end-effector/franka/ur5;
灵巧手=dexter/hand/finger; !激光雷达=lidar/laser/point cloud/light detection; 毫米波=millimeter/millimetre/mmwave/radar/ghz;
!红外=infrared/thermal/ir/nir/rgb-t/rgbt/hyperspectral/multispectral/spectr; 热成像=thermal/infrared; !高光谱=hyperspectral/spectral/hsi;
!超声=ultraso/sonogra/echo/doppler/acoustic; !磁共振=mri/magnetic resonance/mr/fmri/dti; 眼底=fundus/retina/ophthalm/eye*;
皮肤=skin/dermat/melanom/lesion/tactile/cutaneous; 病理=patholog/histolog/wsi/slide/biops/tissue/disease/morpholog;
西葡萄~牙齿~|假牙|牙科=dentur/tooth/teeth/dental/orthodon/oral/cbct; 骨科|骨折=bone/fractur/orthop/skelet;
农业|农作物|作物=agric/crop/farm/plant/harvest/field/yield/food/soil; 森林=forest/tree/wood/vegetat/canopy/deforest;
海洋=ocean/marine/sea/maritime/underwater; 地震=earthquak/seism/disaster/tremor; 洪水|洪涝=flood/hydrolog/disaster/water/inundat;
天气|气象=weather/meteorolog/climat/forecast/atmospher/rain/precip/storm/era5/wind/fog; 气候=climat/weather/earth system/warming/carbon/atmospher;
电网|电力系统=grid/power/electric/energy/utility; 电池=batter/lithium/charg/energy storage/cell; 光伏|太阳能=solar/photovolt/pv/renewab;
核电|核能=nuclear/reactor/fusion; 火灾|山火|野火=fire/burn/smoke/flame;
交通=traffic/transport/vehic/driv/road/mobil/transit/urban/commut/route/city/cities;
投银内同~行人~员=pedestrian/person/people/human/crowd/walk/reid/road user/vulnerable; 高速公路=highway/freeway/expressway/motorway/road/ramp;
地铁=subway/metro/rail/underground/transit; 铁路|列车=rail/train/track; 停车=parking/park/stop;
快递|物流=logistic/deliver/parcel/supply/shipping/warehous/courier/package/freight; ~仓库~级|仓储=repositor/warehous/stor/inventory/logistic/fulfil;
餐厅|餐馆=restaurant/food/dining/yelp; 食谱|菜谱=recipe/cook/food; 酒店=hotel/hospitality/travel/book;
旅游|旅行=travel/touris/trip/itinerar/tour/hotel/vacation; 电商|网购=commerc/retail/shop/amazon/product/online/taobao/alibaba/purchas/market;
广告=advertis/ad/ads/market/campaign/bid/click/promot/sponsor; 短视频=short video/short-video/short-form/video/tiktok/clip/micro-video;
直播=live*/stream/broadcast; 字~游戏=game/gaming/play/minecraft/atari/pokemon/chess/player/unity;
剧本=script/screenplay/play/storyboard/drama/scenario/narrat; 小说=novel/fiction/stor/literar/book/narrativ;
新闻=news/journal/press/media/headline/article/mind; 谣言=rumor/rumour/misinform/hoax/fake/false;
虚假新闻|假新闻=fake/false/misinform/disinform/news/fact-check; 仇恨=hate/hateful/toxic/abus/offens; 选举=elect/vot*/poll/politic/campaign;
宗教=relig/faith/church/bible/quran/christian/islam; 法院|法官=court/judg/legal/law/judic/case; 律师=lawyer/attorney/legal/law/counsel;
考古=archaeolog/archeolog/ancient/herit/excavat/artifact; 文物|文化遗产=heritage/cultur/artifact/museum/antiq/relic/archaeolog/monument;
博物馆=museum/heritage/exhibit/galler/art; 天文|望远镜=astronom/telescop/astrophys/galax/star/stellar/cosmo/sky/exoplanet/ligo/einstein;
星系=galax/astro/cosmo/milky; 粒子物理|对撞机=particle/collider/hep/lhc/hadron/cern/detector; 材料科学=material/crystal/alloy/dft/polymer;
晶体=crystal/lattice/material/solid; 催化=cataly/reaction; 聚合物=polymer/copolymer;
芯片|电路=chip/circuit/hardware/asic/fpga/vlsi/semiconductor/eda/soc/processor/silicon/verilog/rtl/neuromorphic/accelerator/npu/analog/integrated/wafer/transistor/memrist/cmos;
硬件描述=hdl/verilog/vhdl/rtl/hardware descr; 忆阻=memrist/reram/rram; 编译器=compil/llvm/gcc;
操作系统=operating system/os/kernel/linux/android/windows;
数据库=database/sql/db/dbms/query/table/knowledge base/repositor/dataset/relational/data base/bank/corpus/archive;
密码=password/cryptograph/cipher/encrypt/credential/crypto/passcode; 加密=encrypt/crypto/cipher/homomorphic/secure/ckks/tls;
!同态=homomorphic/encrypt/homomorph/fhe; !差分隐私=differential/dp/privacy; !后门=backdoor/trojan/poison/trigger;
勒索|恶意软件=malware/ransom/virus/malicious/trojan; 钓鱼=phish/fishing/scam/bait;
网络安全=cyber/security/secur/attack/intrusion/network/threat/vulnerab; 入侵检测=intrusion/anomal/ids/attack;
!水印=watermark/provenance/copyright/fingerprint; 版权=copyright/intellectual/infring/licens/ip/ownership/watermark;
!偏微分=partial diff/pde/navier/burgers; !常微分=ordinary diff/ode/differential; !随机微分=stochastic diff/sde/langevin; !剪枝=prun/spars/lottery/cut;
量化误差=quantiz/quantis; !遗憾界|遗憾上界|遗憾值=regret; 上界=upper/bound/sup/limit/ceiling; 下界=lower/bound/inf/floor; !次线性=sublinear/sub-linear;
!超线性=superlinear/super-linear; !双线性=bilinear/bi-linear/tensor; !双曲=hyperbol/poincar/lorentz/non-euclid; !黎曼=riemann/manifold;
贝叶斯=bayes/posterior/gaussian process/probabilistic; !马尔可夫|马尔科夫=markov/mdp/hmm/mcmc/pomdp/smdp;
!蒙特卡洛|蒙特卡罗=monte/mcmc/mcts/mc/sampling; !傅里叶|傅立叶=fourier/fft/frequency/spectral/fno/dft/stft; !小波=wavelet/dwt; 拉普拉斯=laplac;
高斯=gauss/3dgs/gp/splat/normal/dog/rbf; !泊松=poisson; 伯努利=bernoulli/binary; 狄利克雷=dirichlet/lda; 马氏距离=mahalanobis; 余弦=cosin/dct;
!幂级数=power series; !泰勒=taylor; !卡尔曼=kalman/ekf/ukf; 强化学习=reinforc/rl/grpo/ppo/dpo/reward/policy/q-learning/actor/rlhf/rlvr/mdp/bandit/dqn;
模仿学习=imitat/behavior cloning/behaviour cloning/bc/demonstrat/dagger; !联邦学习=federat/fl/fedavg; 主动学习=active/al;
元学习=meta/maml/learning to learn; 课程学习=curricul; 对比学习=contrast/clip/infonce/simclr;
迁移学习=transfer/fine-tun/finetun/pretrain/pre-train/adapt; 多任务学习=multi-task/multitask/multiple task;
自监督=self-superv/selfsuperv/unsuperv/ssl/masked/contrast/dino/self-train/pretext/mae; 半监督=semi-superv/semisuperv/pseudo/partially/unlabel/unlabel;
弱监督=weak/noisy/image-level/distant/coarse;
无监督=unsuperv/self-superv/no superv/without superv/label-free/unlabel/without any superv/clustering/without label/annotation-free/un-superv;
扩散模型=diffus/ddpm/denois/score-based/dit/flow match/ddim;
自回归=autoregress/auto-regress/ar/next-token/causal/gpt/token-by-token/sequential/next token/llm/next-scale;
卷积=convol/cnn/conv/resnet/unet/u-net/kernel; 循环神经网络=recurrent/rnn/lstm/gru; 图神经网络=graph/gnn/gcn/gat/message pass;
脉冲神经网络=spik/snn/neuromorph; 胶囊=capsul/endoscop; 决策树=decision tree/tree/forest/boost/xgboost/cart; !随机森林=random forest/forest/rf/tree;
!支持向量机=support vector/svm; !线性回归=linear regress/least squares/linear/ols; !逻辑回归=logistic/logit; !回归分析=regress; !主成分=principal/pca;
聚类=cluster/k-means/kmeans/group/dbscan/communit/partition/mixture; 词袋=bag-of/bag of/bow; 知识图谱=knowledge graph/kg/ontolog/triple/graph/wikidata;
思维链=chain/cot/reason/thought/step-by-step/rational/think; 提示注入=inject/prompt;
越狱=jailbreak/red team/red-team/adversar/attack/circumvent/bypass; 红队=red team/red-team/adversar/attack; 混合专家=mixture/moe/expert;
!光流=optical flow/flow/motion/raft; 光场=light field/light-field/radiance/plenoptic; !深度图=depth/disparit/rgb-d/rgbd/geometr/d435; !法线=normal;
!点云=point/lidar/3d/pcd/cloud; 三角网格=mesh/grid/lattice/raster/polygon/gridworld/voxel/cell/tile; !体素=voxel/volumetric/occupan/3d;
三维重建=reconstruct/3d/nerf/sfm/gaussian/scene/geometr/mvs/multi-view; 姿态估计=pose/keypoint/gesture/orientation/attitude/posture/landmark;
人脸=face/facial/deepfake/portrait/talking/head/identity/facs; 指纹=fingerprint/biometr/watermark; 虹膜=iris/biometr; 步态=gait/walk/locomot;
手语=sign lang/sign-lang/sign/gesture/gloss/deaf; 嘴唇|唇形|唇语=lip*/viseme/mouth/talking; 方言=dialect/accent/variet/cantonese/arabic/vernacular;
口音=accent/dialect/pronunc/non-native/l2; 翻译=translat/nmt/mt/render/cross-ling/bilingual/multiling/bleu/interpret/localiz;
摘要生成|文本摘要=summar/abstract; 情感分析=sentiment/emotion/opinion/affect/polarity; 命名实体=named entit/ner/entit;
词性=part-of-speech/pos/tagg/syntact/lexic; 句法=syntax/syntact/pars/grammar/depend/tree/linguist/constituen; !填空=cloze/blank/fill/mask/completion;
选择题=multiple-choice/multiple choice/mcq/choice/option/quiz; 判断题=true/false/boolean/yes/no; 作文=essay/writing/composit;
光学字符=ocr/optical char/character/text recog/scanned; !光学标记=optical mark/omr; 条形码|二维码=barcode/qr; 键盘=keyboard/keystrok/typing/key;
鼠标=mouse/mice/cursor/click/pointer/rodent; 虚拟现实=virtual/vr/immers/head-mount/xr/metaverse; 增强现实=augmented/ar/mixed real/xr/hololens;
可穿戴=wear/watch/imu/glass/body-worn/on-body; 智能手机|手机=phone/mobile/smartphone/android/ios/cellular/handheld/device/app;
智能家居=home/house/iot/domestic; 智能眼镜=glass/wear/egocentric/eye; 云端|云计算=cloud/server/remote/off-device/offload;
边缘设备|边缘计算|边缘端=edge/device/embedded/mobile/iot/resource-constrain/jetson/on-device/resource-limited/mec;
物联网=iot/internet of/sensor/edge/connected; 卫星通信=satellit; 基站=base station/cell/bs/cellular/gnb/wireless; 天线=antenna/mimo/beam/array;
信道=channel/wireless/csi/mimo/fading; 频谱=spectr/frequen/band; !中国=chin/beijing/shanghai/hong kong/mandarin/asian;
!美国=america/u.s./us/usa/united states/north america/californ; !欧洲|欧盟=europ/eu/gdpr; !日本=japan/tokyo; !~印度~尼=india/hindi/indic/tamil/bengal/urdu/telugu/marathi/gujarat/kannada/malayalam/punjab/mumbai/delhi/bangalore/assam;
非洲=afric/afro/swahili/nigeria/kenya/ethiop/ghana/uganda/rwanda/tanzania/zulu/xhosa/yoruba/hausa/igbo/amharic/bantu/nguni/sahara/sahel; 阿拉伯=arab; 西班牙=spain/spanish/hispan/iberi/es; 法国|法语=french/france/fr; 德国|德语=german/de; 俄罗斯|俄语=russia/ru;
韩国|韩语=korea; 越南=vietnam; 大学=universit/colleg/academ/student/campus/undergrad/institut/mit/stanford/higher educ/faculty;
教师节|课堂=class/teach/school/lecture/educat/student/instructor/tutor/course/classroom; 物理学=physic/mechanic/quantum/science/thermo;
强优极深变简泛弱量硬软~化学~习=chem/molecul/reaction/stem/science/material/compound;
~生物~反=bio*/life/gene/protein/cell/organ/molecul/species/animal/neur/brain/medic/science/natur/evolution/stem;
经济学|国民经济|宏观经济=econom/financ/market/cost/business/price/gdp/cheap/budget/afford/labor;
心理学|心理=psych/mental/cognit/emotion/behav/theory of mind/depress/therap/human/percept/mind/counsel/well-being;
警察=police/law enforce/crime/officer; 犯罪=crim/fraud/police/law/offend/forens; 审稿|同行评审=review/peer/referee/submission/openreview;
!推理速度|推理延迟|推理时延|推理耗时=takes/took/minute/second/ms/speed/fast/latenc/time/effic/throughput/overhead/cost/slow/accelerat/quick/lightweight/flops/rapid/delay/fps/instant;
!训练速度|训练耗时=takes/took/minute/second/week/month/speed/fast/time/cost/effic/expens/accelerat/gpu/overhead/slow/converg/quick/rapid/hour/day;
!显存=memory/gpu/vram/footprint/cache/kv; 能耗|~低功耗~物=energ/power/carbon/consum/watt/joule/batter/effic/tops;
碳排放|碳足迹=carbon/emission/co2/environmental/footprint/climat/green;
!吞吐=throughput/tokens per/qps/bandwidth/token/rate/speed/requests/fps/samples per/parallel; !帧率=fps/frame/hz/real-time/frames per;
!用户研究=user/human/particip/study/perceptual/subject/survey/people/listen; !行为实验=behavior/behaviour/human/particip/psycho/experiment;
问卷=questionnaire/survey/likert/interview/poll/scale/rating/self-report/item; 访谈=interview/qualitativ/focus group/conversation/dialog;
众包=crowd/mechanical turk/mturk/annotat/prolific/worker; 人工校对=proofread/manual/correct/human/edit/annot;
遗忘学习|机器遗忘=unlearn/forget/remov/delet/erase; 热力学=thermodynam/thermal/entropy/energy/heat;
流体=fluid/flow/navier/cfd/aerodynam/hydro/turbulen/liquid; 湍流=turbulen/fluid/flow/reynolds; 有限元=finite element/fem/fea/mesh/simul;
弹性模量=elastic/modul/young; 滑模=sliding; 模型预测控制=predictive control/mpc/model predictive/receding; 李雅普诺夫|李亚普诺夫=lyapunov/stabil;
纳什=nash/equilibr/game; 拍卖=auction/bid*/mechanism design/vcg; 开源=open*/releas/code*/availab/github/public/http/repositor;
免费=free*/cost/open*/charge; 置信区间=confiden/interval/ci/credible; 人类专家=human/expert/profession/specialist/clinician/physician/radiolog;
医师|医生=physician/doctor/clinic/radiolog/patholog/medic/practition/surg/expert/dermatolog/health/care/provider/specialist;
程序员=program/develop/coder/engineer/software/coding; 司机|驾驶员=driv*/motorist/operator; 农民|农户=farm/agric/peasant/rural;
记者=journal/report/news/press; 设计师=design/artist/creat; 艺术家=artist/art/creat/paint; 视障|盲人=blind/impair/low vision/bvi/access;
听障|聋人=deaf/hearing/hard-of/sign; 残障|残疾=disab/impair/access/handicap; 轮椅=wheelchair; 假肢|义肢=prosthe/amput; 外骨骼=exoskelet;
数据中心=data cent/datacent/server/cluster; 树莓派=raspberry; 夜间|夜晚=night/low-light/dark/illumin/nocturn/sleep/evening/nightly;
恶劣天气=weather/adverse/rain/fog/snow/harsh; 水下=underwater/marine/ocean/aquatic/sea/subsea/water;
户外|室外=outdoor/field/urban/street/wild/open/terrain/outside; 长尾=long-tail/long tail/tail/imbalanc/rare/heavy;
超分辨率=super-res/superres/super res/upsampl/sr/upscal/resolution/sisr; 推荐系统=recommend/recsys; 点击率=click/ctr;
视觉问答=vqa/visual question/question answer/qa/question; 语音识别=asr/transcri/speech/whisper/spoken/recogni;
语音合成=speech/tts/vocod/synthe/voice/audio; 说话人=speaker/talker/voice/diariz/speech/talking/spoken/utteranc; 机器翻译=translat/mt/nmt;
定理证明=theorem/prov*/proof/lean*/formal; 自动驾驶=autonomous/driv*/self-driving/vehic/av/carla/nuscenes; 避障=obstacle/collision/avoid;
数字孪生=digital twin/twin; 数字人|虚拟人=avatar/digital human/virtual human/talking/character/embodied/portrait;
!数值解=numeric/approximat/solver/iterat; !非~凸优化~|凸约束=convex; !硬提示=hard/discrete; 光流场=flow; !闸极=gate*; !谓语=predicat/verb;
!阶层=class/stratif/socio/hierarch/tier; 疫情=virus/viral/wave/wastewater/pandem/epidem/covid/outbreak/infect; 流行病=epidem/disease/pandem;
传染病=infect/epidem/contag/disease/pandem; 抑郁=depress/mental/phq; 自闭症=autis/asd; 癫痫=epilep/seizur;
睡眠=sleep/nap/insomn/circadian/polysom/drows; 血压|血糖=blood/hypertens/glucos/glyc/pressure/diabet;
心~血管~=vascul/cardi/vessel/arter/angio/vein/blood/aort/coronar/retina; 肝脏|肾脏|肝癌=liver/hepat/kidney/renal/organ;
肺炎|肺部|肺癌=lung/pulmon/pneumon/chest/thorac/respir/covid; 心脏=heart/cardi/ventric/atri*/echo;
大脑|脑区=brain/cortex/cortical/cerebr/neur/hippocamp/neocort/mind/hemispher/cereb; 神经元=neuron/neural/unit/spik/cell/activation/synap;
突触=synap/plastic/spik/memrist; 海马=hippocamp; 猴子|猕猴=monkey/macaque/primate/ape; 小鼠|大鼠=mouse/mice/rat/rodent/murine;
昆虫=insect/bug/bee/ant/fly*/species; 鸟类=bird/avian/species; 鱼类=fish/marine/species; 植物=plant*/crop/flora/botan/leaf/species/vegetat/biolog;
奶牛|牲畜|养殖=cow/cattle/dairy/livestock/farm/aquacult/poultry/animal/fish; 葡萄酒|白酒=wine/liquor/alcohol;
石油|油气|油田=oil/petrol/gas/well/reservoir/hydrocarbon; 煤矿|矿山|采矿=mine*/mining/coal/ore/excavat; 钢铁|钢材=steel/iron/metal; 隧道=tunnel;
风电|风力发电=wind/turbin; 充电=charg/batter/ev/energy; 船舶|轮船=ship*/vessel/maritime/boat/marine/naval/ferry; 火箭=rocket/launch/missil/spacecraft;
导弹=missil/rocket/weapon; 航天=space*/aerospace/satellit/orbit/nasa/astronaut; 出租车|网约车=taxi/ride-hail/uber/ride/cab/didi;
共享单车|自行车=bike/bicycl/cycl; 外卖=deliver/takeout/takeaway/food; 房价|房地产=hous*/real estate/property/rent;
招聘=recruit/hir*/job/resume/candidate/employ; 简历=resume/cv/curriculum vitae/recruit/hir*; 贷款|信贷=loan/credit/lend/mortgage/bank;
信用卡=credit card/card/fraud/credit; 保险业=insur; 会计|审计=account*/audit/financ/tax/bookkeep; 供应链=supply/logistic/procure/inventor;
质检|质量检测=inspect/defect/quality; 缺陷检测=defect/anomal/inspect/flaw/fault; 预测性维护=mainten/fault/prognos/rul/failure;
装配=assembl/manufactur/peg/insert/fit; 焊接=weld/solder; 铸造|锻造=cast/forg*/mold; 3D打印|增材制造=print/additive/fabricat;
化工=chemical/process/petrochem/industr/plant; 半导体=semiconduct/wafer/chip/silicon/transistor/fab; 光刻=lithograph; 超导=supercond;
激光=laser/lidar/lase/optic/photon; 光纤=fiber/fibre/optic; 声呐=sonar/acoust/underwater; 雷达=radar/lidar/sar/mmwave/millimeter/doppler;
陀螺|惯性导航=gyro/inertial/imu/odom; 触觉=tactil/touch/haptic/gelsight/contact/visuotactile/force; 嗅觉=olfact/smell/odor/odour/scent;
味觉=taste/gustat/flavor; 脑机=brain-comput/bci/brain-machine/neural interf/eeg/brain/intracort; 眼动=eye*/gaze/saccad/fixat;
表情识别=expression/emotion/affect/facial; 讽刺=sarcas/iron*/satir; 幽默|笑话=humor/humour/joke/fun*/comed/laugh; 隐喻=metaphor/figurativ;
谜题|谜语=puzzle/riddle/sudoku/arc; 数独=sudoku/puzzle; 魔方=rubik/cube; 扑克=poker/card/texas; 麻将=mahjong; 动漫|动画=anim*/cartoon/anime/motion;
漫画=comic/manga/cartoon; 电影=movie/film/cinema/imdb/video/netflix; 绘画|油画=paint/draw/art/sketch/brush; 书法=calligraph/handwrit/brush;
手写=handwrit/hand-writ/written by hand/ink/mnist/stroke; 字体=font/typograph/glyph/typefac/character; 海报=poster/layout/graphic/design;
图标=icon/logo/gui/ui; 网页=web*/html/page/site/brows/url/internet; 浏览器=brows/web*/chrome; 搜索引擎=search/retriev/web*/google/engine;
社交媒体|社交网络=social/twitter/tweet/reddit/facebook/weibo/media/post/network/platform/tiktok/x-; 微博|推特=weibo/twitter/tweet/social/microblog;
维基百科=wikipedia/wiki*; 论坛=forum/reddit/discuss/commun/board/thread/stack; 邮件=mail/email/e-mail/spam/inbox; 短信=sms/text message/message/spam;
客服=customer/service/support/call cent/helpdesk/agent; 呼叫中心=call cent/customer/contact cent/telephon; 会议记录=meeting/minute/transcript/call/conference;
字幕=caption/subtitl/transcri/text; 播客=podcast/audio; 广播=broadcast/radio; 歌剧|戏剧=opera/drama/theat/play;
古籍|古文|文言=ancient/classic/histor/literary/old/herit; 甲骨文=oracle; 梵语|拉丁语|古希腊=sanskrit/latin/greek;
低资源语言=low-resource/low resource/under-resourced/under-represented/resource/minorit/language; 少数民族=minorit/ethnic/indigen;
移民|难民=migra/refugee/immigr/asylum; 贫困=povert/poor/low-income/depriv/impover; 失业|就业=employ/job/labor/labour/unemploy/workforce/work;
罢工=strike/labor; 战争=war*/conflict/militar/battl/ukrain; 恐怖主义=terror/extrem; 碳中和=carbon/neutral/net-zero/emission;
可持续发展=sustain/sdg/green/environment; 空气质量=air*/pollut/pm2.5/emission; 水资源|水质=water*/hydro;
垃圾|废物=waste/garbage/trash/rubbish/recycl/spam/junk/litter; 资~回收~期=recycl/recover/reclaim/collect/reus;
!上线=deploy/product/online/launch/releas/live*/serv*/inferen*/test-time/runtime; !量产=mass/manufactur/product; !投入使用=deploy/use/operat/product/service/adopt;
!应用商店=app store/store/app; 国家标准|行业标准=standard/regulat; !录用=accept/publish/hir*/recruit/employ;
挑战赛|竞赛=challenge/compet/contest/race/olympiad/shared task/track/kaggle/aime;
!冠军|亚军|第一名=first/winn/rank/top/1st/place/champion/best/lead/won/state-of-the-art/sota; !资助=fund*/grant/support/sponsor/subsid;
!临床试验=trial/clinic/rct/random; 超级计算机|超算=supercomput/hpc/exascale/cluster/petaflop/parallel;
手机端|移动端=mobile/phone/device/edge/android/ios/app/handheld; 插件=plugin/plug/extension/add-on/module;
教科书|教材=textbook/book/course/educat/curricul/teach/material; 农村|乡村=rural/village/countryside/farm;
居民=resident/household/people/citizen/population/inhabit/home; 工人=worker/labor/labour/workforce/employ/crowd/human;
乘客=passenger/rider/travel/commut/occupant; 游客=tourist/visitor/travel; 运动员|球员=athlet/player/sport;
教授|讲师=profess/lectur/facult/teach/instruct; 研究生|本科生=student/graduate/phd/undergrad; 市民=citizen/resident/public/people/urban;
士兵=soldier/milit/troop/combat; 宇航员=astronaut/crew/space; 孕妇|产妇=pregnan/matern/birth/labor/deliver/obstet/fetal/fetus;
新生儿|婴儿=neonat/newborn/infant/baby/babies/fetal/child; 海关|边境=custom/border/import; 投资者|投资人=invest/trad/portfolio/financ/stock/market;
股东=sharehold/stock/invest; 客户满意度=customer/satisf/client; 问诊=diagnos/consult/clinic/medic/doctor/patient/inquiry; 急诊=emergenc/triage/acute;
康复=rehabilit/recover/therap; 针灸|中医=chinese medic/tcm/acupunct/herb; 宠物=pet/dog/cat/animal; 灯塔=lighthouse/beacon; 咖啡=coffee;
烹饪=cook/recipe/kitchen/food/culinar
`
  .trim()
  .split(/;\s+/)

export interface WarrantedWord {
  word: string
  /** Characters that make another word of it where they stand before or behind: 强化学习 has no 化学. */
  notBehind: string
  notBefore: string
  /** Finds any English word that warrants it, in small letters. */
  warrant: RegExp
  /** No other English word is rendered so. */
  isSure: boolean
}

export const warrantedWords = new WordIndex(ENTRIES.flatMap(readEntry))

function readEntry(line: string): WarrantedWord[] {
  const isSure = line.startsWith('!')
  const [words = '', stems = ''] = line.slice(isSure ? 1 : 0).split('=')
  const warrant = new RegExp(`(?<![a-z])(?:${stems.split('/').map(stemPattern).join('|')})`)
  return words.split('|').map(text => {
    const [notBehind = '', word = text, notBefore = ''] = text.includes('~') ? text.split('~') : ['', text]
    return { word, notBehind, notBefore, warrant, isSure }
  })
}

/** A short one is a whole word, as `ar` is not the beginning of `arm`; `air*` is a beginning all the same. */
function stemPattern(stem: string): string {
  const bare = stem.replace(/\*$/, '')
  const literal = bare.replace(/[.*+?()[\]{}|\\^$]/g, '\\$&').replaceAll(' ', '[\\s-]+')
  return bare === stem && stem.length <= 3 ? `${literal}s?(?![a-z])` : literal
}
