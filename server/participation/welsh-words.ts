// Welsh words for return codes: 2,048 of them, so that each stands for 11 bits; four to seven letters without accents, unmutated. No two share
// their first four letters, so that a slip of the pen is found out and not taken for another word.
const list =
  'abad abaty abero abwth acenn achre achub achwr acme acne acnod acsis acson actif actol adail adalw adar ' +
  'addaw addef addo adeg adelw adend adfyd adiad adict adio adlam adlef adlif adlog adneu adnod adran adre ' +
  'aduno adwel adwr adwy adydd aele aelio aelod aeon aerio aero aerwy aeth afal afan affin aflan afon afrad ' +
  'afryw agape agar agat agenn agero agor agreg aidd aillt alaw albwm alcam alch alcof alel allan allor ' +
  'almon alto altro alwm ambr amcan amdan amdo amdro amedr amenn ameu amfae amgae amhur amin amis amlap ' +
  'amlin amlwg amlyc amobr amod ampwl amrwd amryw amws amyd amyl anabl anad anafo anaml anap anawd ancon ' +
  'ancr andwy anedd anel anfad anfon anfyw angel angof anhap anial anion anlwc annel annod annuw anod anog ' +
  'anoso ansad antae antur anudd anwag anwe anwiw anwr anws anwyl apig apoge arab arad arae arafo arail ' +
  'arall araul arawd arbor arch ardal arddu arel arfdy arfin arfod argae argeg argon argws arhol arian aril ' +
  'arlwy armel arnat arno arogl arthu aruno arwr arwyl asart asbig aseso aseth asgre asgws asiad asio asol ' +
  'astud aswy asyl atal atat atbor ateb ateg atfor atgan atgno atgof atgyd athro atig atod atol aton atro ' +
  'atwf atyf atynn awcho awdl awdur awel awff awron awrth awydd awyr ayre ayyb baban bach baco bacs badd ' +
  'badwr baedd baeol baffl bagad bagio bagl baich baidd balc bale balm balog banc band banjo bann banon ' +
  'bardd barf baril barn barr barug basal base basig basle basn baswr bath batic batog baud bawd becso ' +
  'bedel bedw befel befo beic beidr beio beiro beius beiwr bele belt benyw berf beril berw beryw betio ' +
  'betws betys beudy biasu bidio bidog bilwg bing biwbo biwgl biwro blaso blawd blend blew blif blin bliw ' +
  'blog bloty blows blwff blwng blys bobin bocs bocys boddo bodeg bodio bodo bogel boio bollt bolws bomio ' +
  'bond bongo bonwr bord bore boron bors bosn both botwm bownd bowt brac brad brag brain bral bran brat ' +
  'brawd bref breg breil bresu breu brewl brib brics brifo brig bril brisg briw brol brud brwd brwio brwnt ' +
  'brws buail bual buan budd budr budur bulwg buon buost burum bustl butr bwaog bwcio bwcl bwffe bwgan ' +
  'bwgwl bwio bwlb bwlch bwlio bwnd bwrdd bwrio bwrn bwrw bwsh bwtan bwth bwydo bwyty bycl bydan bydd bydol ' +
  'bygwl bygyl bylan byllt byns byrn byrr byrst byseg bysio bysle byso bysu bysys byth bywad caban cabl ' +
  'cabol cacho cadno cadw caead cael caenu caeo caero caeth caewr caff cafn cafod cagl caiac caib cail cain ' +
  'calan calc call calon cambr cameg camil camlw camo camp camre camu camwr canat cancr canel canfu canig ' +
  'cann cano cans canu canwe canys capan capel capio capoc capwl carac carc careg cargo cario carn caro ' +
  'carp carst cart caru carw casao caseg casg casin casog cast casul casys catel cath catod caul cawc cawg ' +
  'cawio cawl cawno cawod cawr caws cebl cecio cecr cecys cedny cedor cedr cedw cedys cefn cegan cegin cego ' +
  'cegu cegwm cegyr ceian ceibr ceidw cein ceirt celc celf cell celo celu celyd cemeg cemyg cenad cengl ' +
  'cenn cenoc cerdd ceris cern cert cerub cesar cesig ceson cesys cethr cetog ceul ceuol cewc chwal chwe ' +
  'chwib cian cibo cicio cidl cidwm cigog cilan cilio cilt cilwg cinc cinio ciosg cipar cipio cirol cist ' +
  'citin ciwb ciwio ciwt cladd clamp clan clap clawr clebr clec cledd cleff clegr cleio clenc clep clerc ' +
  'clets cleu clewt clic clint clip cliw cload cloc clod clof clog cloig clonc clop clot clou clud clul ' +
  'clur clust clwb clwc clwff clwm clws clwt clwy clyd clymo clys clyw cnaif cnap cnawd cnec cneu cnoad ' +
  'cnoc cnof cnois cnot cnuch cnud cnuf cnul cnwc cnwd cnyw coban cobl cobog cochl cocio coco cocs cocws ' +
  'coddo codio codl codo codwm coedd coeg coel coeth cofeb coff cofio cofl cofus cogio cogor coil colad ' +
  'coleg colig coll colon cols colur comig conan concr cong conig cono copal copin copog copr corc cord ' +
  'corf corm corn coro cors corwg cosac cosb cosh cosin coso cost coth cotio cotr cotwm cownt crab crac ' +
  'craff craif cral cramp cranc crap craso crawc cread crec credo cref creo creu crib cric crimp crin crio ' +
  'crip cris criw croce crog cronn croth croyw crud crug crwb crwc crwm crwno crwst crwt cryd cryf cryg ' +
  'crymo cryno crypt crys cryts cryw cudd cudeb culwr curad curio curn curo curwr cusan cwac cwad cwafr ' +
  'cwar cwat cwbl cwcio cwcw cwff cwfl cwgn cwils cwins cwirc cwis cwlac cwlff cwlin cwlt cwlwm cwman cwmwd ' +
  'cwnn cwpan cwpel cwpl cwpon cwpse cwpwl cwrb cwrdd cwrel cwrio cwrl cwrp cwrs cwrt cwrw cwsb cwsg cwtan ' +
  'cwthr cwtio cwtog cwtsh cwtws cwydd cwymp cwyno cwyr cwyso cybol cycho cydio cydol cyfan cyfeb cyff ' +
  'cyfle cyfod cyfr cyfyd cyhyd cylch cyll cylor cymal cymod cymr cymud cymwy cymyl cynan cyneu cynig cynn ' +
  'cyno cynut cypl cyrc cyrdd cyrff cyrn cyrs cyryd cysg cysod cyst cysur cytal cytew cytio dabio dach dacw ' +
  'dadl dado daear daeth dafad dafn dagr dain dalio dall dalus dameg damo danad danto darn dart dathl datod ' +
  'datro datwm datys dawns dawon ddaru deall debyd decin deddf deffr defn defod degol degwm deheu deial ' +
  'deic deif deilw dein delff delio dellt delo delw deng denig deno denu deol deon deor depo dere deric ' +
  'derw desg destl detyd deuad deud deuod deutu dewin dewr dial dianc dibl dibwl didol dielw dienw difo ' +
  'difyr digio digon dileo dilin diluw dilys dinod dioc diod diog diolo diosg diot dirwy diryd disco disel ' +
  'disg dist ditio diwel diws diwyg dobio dodo dodw doedd doeth dofo dofwr dogn dolef dolin dolur donio ' +
  'dosio dosys doth dotio drab drag draig drefl dreif drel drew drib dring drors drud drut drwg drws drydw ' +
  'dryg dryll drys dryt dryw duach duad dudew dueg dugol dull duon durew dwbl dwedo dweud dwfn dwfr dwgyd ' +
  'dwlo dwlu dwsel dwsin dwst dwylo dwyno dwyso dwyt dybl dycn dydd dydw dydy dyfal dyffl dyfn dyfod dyfr ' +
  'dygn dygo dygwr dygyd dyheo dyleb dylif dylu dylyf dynad dynod dyrif dyrno dyro dyry dysg dywad eang ' +
  'ebill ebol ebost ebran ebyr ebyst echel edafu eddyf edliw edmyg ednog edwin edwo efadu eferw effro efryd ' +
  'efwr efydd egin eglur egro egru egwan egwyl egyr ehang ehedo ehud eich eicon eiddo eigr eilch eileb ' +
  'eilio eillt eirch eirin eirth eisin eithr elain elin elips elor elwig elwo enbyd encil encyd endif enfys ' +
  'engyl enill ennyd enwad enweb enwo enynn eoco eofn epig epil epoc erch erddo erfin ergyd erial ermin ' +
  'erof erot eryd eryr erys esgob esgud esyth eteil etgyr ethan ethol etyb etyl euoc euog euon euro eurwr ' +
  'ewach ewig ewin ewro ewybr ewynn fagws falf falin falle famp fanno fasys feiol felly felwm fenis fesul ' +
  'feto ffacs ffad ffael ffafr ffagl ffald ffan ffarm ffasg ffat ffawd ffeil ffel ffens fferm ffibr ffidl ' +
  'ffig ffilm ffin ffiol ffirn ffiwg fflag fflic fflop fflur fflyd ffoad ffoil ffol ffon fforc ffoto ffowl ' +
  'ffrae ffrec ffrig ffrog ffrwd ffug ffull ffurf ffust ffwc ffwg ffwng ffwr ffws ffwyl ffydd ffync ffyrc ' +
  'fideo filws finyl fiol firws folt fory fotio fyny gabro gadaw gadel gado gadu gafl gafr gaing galar ' +
  'galle galw gambl gamwt gang garan gard garej gargl garro gedy gefel geifl geill geist gele gelod gelw ' +
  'gemog gemwl genod genre genws geod germ gesio geso gesyd geto geudy giang gigue gild gimig giro glaif ' +
  'glaso glaw glew glin gloyw glwth glyff glyno glyth gneis gneud godr gofal gofod gofwy gogam gogls gogr ' +
  'goheb goitr golch goleu golff golif golud golwg golyg gonad gordd gore gorfu goris goror goseb gosod ' +
  'gowt gradd gram greal greic gril groeg groto growt grual grudd grut grwnd guru gwadd gwae gwag gwain ' +
  'gwal gwan gward gwasg gwawd gwayw gwddf gwead gwedd gwefl gwein gwel gweno gweo gwep gwern gweu gwgo ' +
  'gwgu gwib gwich gwidw gwif gwig gwin gwirf gwisg gwiw gwlad gwlyb gwmog gwobr gwrm gwrog gwrth gwryd ' +
  'gwth gwyar gwybu gwydn gwygl gwyl gwynn gwypo gwyrn gwytn gwyw gydag gymio gyrr gysb hach hacio hacr ' +
  'hado hadu hadwr hadyd haedd hael haeno haeru hafal hafdy haff hafn hafod hagis hagr haidd haig haint ' +
  'hald halio hallt halo hamog hanfu hano hansh hanu hapio hapus hardd haru hasb hash hast hats haul hawc ' +
  'hawdd hawl haws hebof hecl hecs hedd hedeg hedin hedo hedwr hefin hefo hefyd hegl heic helio hell helm ' +
  'helo help helyg hemio hemog henc heneb heno henry henwr heol hepio herc herio herod hers herts herw hesg ' +
  'hesor heth heuad heul heuo heuwr hewio hewl heyrn hicio hidio hidl hiffl hifio hilio hilwm hindr hinon ' +
  'hint hisio hitio hobel hocys hodo hoedl hoel hoew hoff hofr hogo holl holo honc honn hors hoyw hual hudd ' +
  'hudo huno hurt hwde hwff hwnt hwpo hwre hwyl hwyr hybo hybu hydd hyll hymn hysb iach iard iaso iasu icon ' +
  'iddo ieuo igio iglw iodl ionc irad iris irwr isel ishe isio isod isop iwro jiwt jync jyst labr lacr lamp ' +
  'lard lats leim lein lens linc lint litr liwt llac llad llam llan llaw llef llew llif llin lliw lloc llod ' +
  'llog llon llus llwg llwm llwr llwy llyf llyg llyo llys llyw locs lwcs lwdo lwmp madr mael mago magu main ' +
  'maip mall malo malu mans manu marc marl maro mart masg masw maul mawl mawr medo medr mefl meim mein meis ' +
  'memo meso metr mign mill minc mint miod miss moel mogo mold molo mono mosg mudo mulo mwll mwls mwsg mydr ' +
  'mygo mygu myll mynd mynn mysg nabl nadd nadu nage nard nawf nawr naws nedd nenn nerf neso nesu nico nipl ' +
  'niwl niwm nobl norm noso nudd nwdl nwrl nyrs nyth nyts obry ochr ocwm oddf odlo oedd oedo oeno oero ofno ' +
  'ofwl ofwm ogee ogif ogof olew olin olio ombr ongl onis opal opws orig osgo osio oson owns padl palf pall ' +
  'palo palp palu pang parc paro paru past pate paul pawb pawl pawr pedo pefr peil pell penn perl pero pert ' +
  'pery pesg peth peuo pibo pice picl pigo pill pils pinc piod piso pitw piwr piws plac plad plan plat ploc ' +
  'plod plop plot pluf pluo plwc plwg plwm plws plwy plyg pobl pobo polo ponc porc poro port post powl prae ' +
  'pram praw prep pric prif prin pris proc prof prop pryd pryf prys pump punt puro pwdl pwdo pwdr pwdu pwff ' +
  'pwll pwlp pwls pwmp pwnc pwng pwno pwnt pwrs pwyo pydr pygo pygu pyll pylo pylu pyng pysg pyst racw radl ' +
  'ramp rand reis rhad rhag rhan rhat rhaw rhef rheg rhew rhic rhif rhin rhip rhiw rhod rhuo rhus rhwd rhwy ' +
  'rhyd rhyg rins risg riwl rong rwan rwbl rwyt rydw sabl sabr sach saco saff safn safo saib saif saig sail ' +
  'saim sain salm salw sang sarn sash sawl sawr saws sbam sbel sbif sbin sbio sbon sbot seco secr sect sedd ' +
  'sego seis seld seml senn serf sero setl sgam sgan sgao sgil sgim sgip sgiw sgol sgon sgwd shim shwt sicl ' +
  'sicr siec siew sigl sigo sill silt sinc sinh sioc sioe siop siot sist siwc siwg siwr siwt slab slag slap ' +
  'slat slec slic slip slot slwt slyg smic smoc smwt smyg snac snip snob sobr socs sodl sodr sofl somo stac ' +
  'stad stel step stiw stoc stof stop stow stwc styd styl suad sudd sugn suro swab swae swcr swil swmp swnt ' +
  'swrd swrn sydd syfl syll sylw syml synn syrr syth tabl tacl tacs tact tafl tago tagu tail talc talm talo ' +
  'talp talu tamp tanc tanh tann tano tapo tapr tarf taro tarw tase tasg taso tasu tato tatw tawl tawo teil ' +
  'teim teip telm teml tenn term tery teth thus tido tinc tirf titr titw tiwb tiwl tlod tlot tlws tlys toad ' +
  'togl tolc toll tolo tonc tonn torf torr tost towt trac tram trap traw trec tref tric trig tril trin trio ' +
  'trip triw trol trot trum trwm trwy tryc tsar tsip tuag turn turs tusw tuth twff twil twlc twng twrf twrn ' +
  'twrw twtw tyfo tyfu tyle tyll tymp tyng tynn tyno tyrd tyrf tyrn tyrr tyst unig unol unto untu unwr urdd ' +
  'usog uthr wals wats wele wfft whad wmbr wrig wrin wtre wybr wyno wysg wyth ydan ydog ydys ydyw yfwr ymad ' +
  'ymod ymro ymyl ynad yndw ynof ynot ynte ynyd ynys ysig ysol'

/** 2,048 words in alphabetical order. */
export const welshWords: readonly string[] = list.split(' ')
