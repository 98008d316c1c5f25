/**
 * Words in a medication's text that name no drug: units, forms, routes, directions, salts, packs, makers. They neither make
 * a text "another drug" nor stand in its way. From general knowledge. Two kinds of words stay out on purpose, so that they
 * remain unknown: suffixes of opioid cough mixtures ("AC", "DC", "DH", "HD", "C") and words of an unnamed list ("see list").
 */

const LISTS: readonly string[] = [
  // units and numbers in words
  `mg mgs mcg mcgs ug g gm gms gram grams kg ng ml mls l dl cc iu u unt units unit miu meq mmol mol mol ppm percent pct
   milligram milligrams milligramme microgram micrograms microgramme milliliter milliliters millilitre millilitres liter litre
   nanogram mci mbq gbq cells actuat actuation actuations act dose doses dosis puff puffs inhalation inhalations drop drops
   gtt gtts tsp teaspoon teaspoons teaspoonful tbsp tablespoon tablespoonful ounce ounces oz lb inch cm mm sqcm cm2 ea each
   one two three four five six seven eight nine ten half quarter third first second once twice thrice double single dual
   au bau pnu tcid pfu lf elisa hep kallikrein usp nf bp ph eur fcc mil million billion thousand bn vg
   arb jau ir unidades unidad einheiten ui ie`,
  // forms
  `tablet tablets tab tabs tabl tablette tabletten tableta tabletas compresse compressa comprime comprimes comprimido comprimidos
   cpr cp caplet caplets capsule capsules cap caps gelcap gelcaps kapsel kapseln capsula capsulas gelule gelules softgel softgels
   geltab pill pills pellet pellets lozenge lozenges troche troches wafer wafers film films filmtabletten filmtablette filmtabl
   strip strips gum chewable chewables chew chews dispersible orodispersible orally disintegrating dissolving odt effervescent
   soluble solution solutions sol soln suspension suspensions susp syrup elixir liquid linctus mixture oral orally powder powders
   granule granules sachet sachets packet packets pack packs pak kit dosepak dosepack blister bottle bottles tube tubes jar vial
   vials ampoule ampoules ampule ampules amp amps ampulle ampullen cartridge cartridges syringe syringes prefilled pre filled pen
   pens penfill kwikpen flexpen flextouch solostar pensopen autoinjector auto injector device devices inhaler inhalers inh aerosol
   metered hfa dpi diskus ellipta respimat handihaler turbuhaler turbohaler easyhaler nebuliser nebulizer nebulised nebules nebule neb
   nebs respules nasal spray sprays nose drop cream creams creme crema pomata pomada ointment ointments oint salbe lotion lotions
   gel gels foam foams paste paint patch patches pflaster parche cerotto transdermal system systems implant implants insert
   inserts ring rings pessary pessaries suppository suppositories supp zapfchen suppositoire enema enemas shampoo soap wash
   cleanser stick swab swabs pad pads wipe wipes dressing bandage lollipop bar bars injection injections injectable injektion
   inj inyectable infusion infusions concentrate concentrated diluent depot drug irrigation rinse mouthwash toothpaste gargle
   tincture tea tampon douche sponge crystals crystal flakes beads sprinkle sprinkles oil emulsion intrauterine iud applicator
   applicatorful reconstituted lyophilized release delayed immediate extended sustained controlled modified prolonged
   continuous er xr xl sr cr la mr dr ir ec ext rel retard lp uno zoc hct long short acting day days night daytime nighttime
   enteric gastro resistant coated magensaftresistente msr hartkapseln weichkapseln losung tropfen trinklosung injektionslosung
   brausetabletten saft jarabe sirop sirup solucion suspensao gotas gouttes tropfen collyre collirio colirio augentropfen
   dm ds vit flush artificial medicated adhesive topical abuse deterrent reformulated chewtab sublingual subling buccal mucosal lingual vaginal rectal
   ophthalmic ophth ophtalmic otic aural eye eyes ear ears intravenous iv intramuscular im subcutaneous subcut subcutaneously
   sc sq subq intradermal intravitreal intraarticular intrathecal epidural inhaled inhalant irrigating dental scalp skin cutaneous
   hydrophilic hydrophobic preservative free pf sugarfree sugar dye gluten alcohol sf ud multi dose multidose`,
  // short forms that record systems print: "PO TBEC", "SC SOPN", "TAB,SA"
  `tbec tbdp tbcr tber tbpk tbso tbef tb cpdr cpep cper csdr cpsp aers aero aerb aepb inha inhl nebu crea oint ung lotn sham foam soln
   sopn sosy soaj soct pnkt auij jtaj susp susr suer srer subl syrp elix conc liqd powd pack gran emul misc strp ptch pttw ptwk pt
   supp enem impl ajkt scoop scoops dos needle needles acet est pot kit film loz gum tinc shot ex op na va re td mt ot ij xx di sa so opth ophthal susy each`,
  // routes and directions
  `take takes taking taken give given use used using apply applied instill inject injected insert inserted place placed put inhale
   inhaled dissolve dissolved swallow swallowed chew mix mixed drink rinse spit spread rub wear remove change shake dilute diluted
   by mouth po p o per os pr pv sl bucc od bd bid tid tds qid qds qd qod qam qpm qhs hs pc am pm prn sos stat mane nocte
   om on bds ad as au ou ss q qh qw qwk biw tiw wk wks week weeks weekly biweekly fortnightly monthly month months mo mos yearly
   year years yr yrs daily day d h hr hrs hour hours hourly min mins minute minutes sec second seconds every each other alternate
   time times x per a an the and or of to for in into on at with without w wo from until till then than if when while after before
   during between up down not no do be is are was it its this that these those may can should will must have has had any all only
   also once again needed need necessary required as directed instructed prescribed told indicated tolerated per instructions
   directions sig label package insert morning mornings evening evenings bedtime noon midday night nightly nights breakfast lunch
   dinner supper meal meals mealtimes food foods milk water juice glass full empty stomach waking sleep awake same left right both
   affected area areas side sides site sites thin thinly layer amount small large pea sized generously sparingly generous liberally
   daily maximum max minimum min total exceed more less least most hold repeat repeated refill refills continue continued start
   started stop stopped complete course finish finished duration increase decrease taper titrate titration next previous new old
   current currently past history home own supply patient patients pt he she his her their they you your by mouth self adult adults
   child children childrens kids infant infants baby junior jr senior women womens woman men mens man men s elderly pediatric
   paediatric geriatric neonatal youth teen family mother mothers alternating plus extra strength str regular original ultra
   maximum max advanced complete formula formulation combination combo comb compound comp preparation brand generic equivalent
   substitute rapid fast quick acting action relief reliever control protect protection support care health healthy natural pure
   organic classic value premium gentle mild moderate severe clear cool cold hot warm warming ice soft hard dry wet moist
   moisturizing daily essential essentials basic basics total pro pur forte mite minus mini midi maxi medium low high normal
   otc rx med meds medication medications medicine medicines drug drugs product products containing contains contain precisely
   substance form forms type types strengths strength physical object clinical therapeutic agent agents dosage only virtual actual
   medicinal route routes releasing approximately discontinued restricted hospital unlicensed special import imported samples sample outpatient inpatient
   take one tablet po`,
  // why it is taken
  `pain pains ache aches aching sore fever headache headaches migraine cramps cramp period menstrual back muscle muscles joint
   joints nerve nerves arthritis swelling inflammation allergy allergies allergic itch itching itchy hives rash congestion cough
   coughing sinus flu nausea vomiting diarrhea diarrhoea constipation heartburn reflux indigestion gas bloating anxiety anxious
   depression mood sleep insomnia agitation restlessness panic blood pressure bp hypertension cholesterol lipids sugar diabetes
   thyroid asthma wheezing wheeze sob shortness breath copd breathing heart failure afib rate chest angina kidney bladder urine
   urinary prostate infection infections uti bacterial fungal viral bone bones osteoporosis gout seizure seizures epilepsy spasm
   spasms acne eczema psoriasis wound wounds cut cuts burn burns dryness dry irritation redness contraception contraceptive birth
   control pregnancy menopause hormone vaccine vaccination immunization booster shot shots influenza prevention prevent prophylaxis
   treatment therapy maintenance rescue swelling edema fluid hair nail nails dandruff mouth throat teeth tooth gums motion sickness
   vertigo dizziness smoking cessation weight loss energy immune digestive stool softener laxative fiber antacid antihistamine
   decongestant expectorant suppressant analgesic antibiotic antifungal antiviral antiseptic anesthetic steroid supplement
   supplements vitamin vitamins mineral minerals multi dietary nutritional nutrition sunscreen spf`,
  `antagonist antagonists receptor blocker reversal overdose overdoses induced dependence withdrawal disorder addiction suspected known`,
  // salts, esters and hydrates
  `hydrochloride hydrochlorid klorid hydrobromid hydrogentartrat hydrogenphosphat hydrogencitrat monohydrochlorid dihydrochlorid hydrogensulfat fosfat bitartrat tosilat lactat hydrogensuccinat dihydrochloride hcl hydrobromide hbr hydroiodide chloride chlorid bromide iodide fluoride sulfate
   sulphate sulfat bisulfate hydrogensulfate phosphate phosphat diphosphate nitrate nitrat mononitrate dinitrate acetate acetat
   diacetate trifluoroacetate maleate maleat hydrogenmaleate fumarate fumarat hemifumarate tartrate tartrat bitartrate succinate
   succinat hemisuccinate citrate citrat malate mesylate mesilate mesilat methanesulfonate methylsulfate besylate besilate besilat
   tosylate tosilate esylate isethionate lactate gluconate glucoheptonate carbonate bicarbonate hydroxide oxide pamoate embonate
   pivalate pivoxil proxetil axetil medoxomil cilexetil etexilate etexilat disoproxil alafenamide propionate dipropionate valerate
   butyrate furoate acetonide hexacetonide decanoate enanthate undecanoate undecylate cypionate caproate hexanoate palmitate stearate
   benzoate salicylate nicotinate orotate oxalate xinafoate napsylate napadisilate teoclate dimesylate erbumine arginine lysine
   meglumine tromethamine trometamol olamine ethanolamine diolamine calcium sodium disodium potassium magnesium zinc aluminum
   aluminium iron lithium silver natrium kalium kalzium sodico sodica potassico calcico magnesico hemihydrate monohydrate dihydrate
   trihydrate hydrate anhydrous sesquihydrate hemipentahydrate pentahydrate heptahydrate micronized micronised dry base acid
   complex polistirex resinate liposomal pegylated recombinant human bovine porcine purified clorhidrato cloridrato chlorhydrate`,
  // flavours, colours
  `flavor flavored flavour flavoured cherry grape orange lemon lime mint peppermint spearmint bubblegum berry strawberry raspberry
   banana vanilla chocolate fruit tropical honey menthol unflavored red blue white yellow green pink purple brown black cinnamon
   citrus apple mixed`,
  // packs, documents, makers
  `fe viscous emergency pump npf husk strong emulsifying sensor sensors lichtenstein gastroresistente gastroresistenti gastroresistant
   retardtabletten retardkapseln filmtbl tbl drg dragee dragees kps amp inf trinkampullen zapfchen schmelztabletten kautabletten
   weichkapsel hartkapsel pulver granulat beutel stuck packung n1 n2 n3 comprimidos cpdo caps sobres sobre ampollas supositorios
   capsule bustine fiale gocce supposte unguento crema collutorio boite plaquette pommade collutoire lyoc lyophilisat buvable
   fast acting pocket reader meter monitor monitoring lancing strips test tests kit kits starter maintenance titration
   compounded compounding filler sucrose slow cfc evohaler modulite henning injectable μg μgs microgramos microgrammi maleato clorhidrat
   diet vegan vegetarian kosher hypoallergenic fragrance unscented lightly scented adjuvanted quadrivalent trivalent bivalent valent
   monovalent tetravalent conjugate inactivated attenuated live virus mrna split subunit toxoid toxoids acellular unspecified seasonal nda anda bla sandoz teva mylan viatris zentiva actavis aurobindo accord ratiopharm stada hexal heumann abz aliud al beta
   basics dura krka pfizer novartis roche bayer sanofi aventis merck lilly gsk apotex apo pms jamp auro sun dr reddys cipla lupin zydus
   torrent glenmark amneal hikma par lannett greenstone prasco perrigo major rugby equate kirkland cvs walgreens up goodsense
   leader arrow biogaran eg cristers ranbaxy cinfa normon kern mabo almus doc ratio winthrop wockhardt dexcel mercury milpharm
   bristol brown burke relonchem aristo puren axcount glenmark mepha spirig neuraxpharm desitin hormosan betapharm
   pharma pharmaceuticals pharmaceutical laboratories labs laboratoires inc ltd gmbh llc corp company arzneimittel fresenius kabi aguettant renaudin lavoisier
   mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep oct nov dec
   qty quantity dispense disp number count ct no nr nos n lot exp ref`,
  // forms, routes, packages and strengths in French, German, Spanish, Portuguese, Italian, Dutch and the Nordic languages
  `cont cup rect lvp mbp abboject carpuject dosette viaflex minibag premix tubex simplist ansyr packette dosecup bolus load loading rtu del body pref order special premixed drip gtts rate titrate piggyback flex container containers diam diameter wide width length size sizes cent microgrammes microgramme milligrammes gramme grammes goutte gelee pot flacons pulverisations stylos seringues ampoules unidose
   infusionslosung infusionsloesung injektionslosung injektionssuspension pulver zur herstellung einer suspension losungsmittel
   fertigspritze fertigpen durchstechflasche durchstechflaschen ampullen retardtablette filmtablette manteltabletten lutschtabletten
   schmelztablette brausetablette granulatum nasenspray nasentropfen ohrentropfen augensalbe augengel tabletter kapsler kapslar
   filmdragerade filmovertrukne depottabletter depottablett enterotabletter losning injektionsvatska injektionsvaeske mikstur drapar
   tabletit kapselit oraalliuos injektioneste tablett kapslar salva kram kraem ogondroppar nasspray stikkpiller suppositorier
   pulver infusjon injeksjon injektion opplosning vatska forfylld forfylt sprojte spruta penna styck stk st
   tabletten capsules zetpillen zetpil drank druppels oogdruppels neusspray zalf pleister pleisters injectievloeistof infuusvloeistof
   concentraat oplossing poeder filmomhulde maagsapresistente verlengde afgifte bruistabletten smelttabletten zuigtabletten spuit
   voorgevulde ampul ampullen flacon stuks comprimidos recubiertos pelicula liberacion prolongada gastrorresistentes bucodispersables
   efervescentes masticables solucao solucion inyectable perfusion jeringa jeringas precargada precargadas pluma plumas vial viales
   polvo granulado sobres supositorio supositorios colirio gotas crema pomada parche parches capsulas duras blandas ovulos inhalacion
   nebulizacion envase frasco ampolla comprimido revestido revestidos capsula mole dura injetavel injectavel xarope suspensao gotas
   pomada creme adesivo adesivos transdermico transdermicos seringa seringas cheia pre frasco saquetas saqueta po granulos compressa
   rivestita rivestite rilascio prolungato modificato gastroresistente orodispersibile orodispersibili effervescente effervescenti
   capsule rigide molli soluzione iniettabile infusione siringa siringhe preriempita penna preriempita polvere sciroppo sospensione
   gocce orali collirio unguento pomata cerotti transdermici supposta ovuli bustine flaconcino flaconcini fiala fiale spray nasale
   microgrammi milligrammi blister uso orale parenterale cutaneo vaginale oftalmico`,
  // the European standard terms of forms and routes in Swedish, Norwegian, Danish and Finnish, as the Nordic lists write them
  `filmdragerad infusionsvatska mikrogram koncentrat injektions injektionspenna mjuk inhalationspulver depotsuspension enterokapsel depotkapsel
   munsonderfallande depotplaster enterotablett depotinjektionsvatska endosbehallare modifierad frisattning tuggtablett resoriblett dospase inhalationsspray nebulisator timme
   dispergerbar dispergerbara timmar kutan kutant medicinskt medicinsk suppositorium sugtablett enheter komprimerad implantat vaginaltablett avdelad brustablett
   dragerad dragerat frystorkad orala oralt droppar droppe cylinderampull tuggummi skum peritonealdialysvatska vagitorium depotgranulat miljoner miljon orondroppar
   vaginalkapsel rektallosning anvandning sprayning spadningsvatska avsedd att av oppnas munhalespray hemofiltrationsvatska munhalelosning ogonsalva
   injektor depotogondroppar nagellack munskoljvatska hemodialysvatska depotlosning schampo mikroliter inhalationsanga loslig rektalskum rektalsalva
   vaginalgel sublingualspray ogongel ogon intravesikal rektalsuspension sirap intrauterint inlagg flytande vaginalinlagg enterogranulat
   instillationsvatska vaginalkram enterodepottablett inhalationsvatska depottuggtablett stift losningar uretralstift bruspulver rektal
   enterosuspension applikator nasdroppar buckaltablett oronsalva munhalepase naspulver medicinerad rektalkram munhalegel buffrad
   filmdrasjerte filmdrasjert enterotabletter oyedraper nesespray injeksjonsvaeske infusjonsvaeske opplosning harde hard myke brusetabletter
   tyggetabletter smeltetabletter sugetabletter inhalasjonspulver inhalasjonsvaeske vagitorier konsentrat mikstur dosebeholder depotkapsler
   filmovertrukket ojendraber naesespray injektionsvaeske infusionsvaeske oplosning blode sugetablet smeltetablet brusetablet tyggetablet depottablet
   enterokapsler resoribletter inhalationsvaeske mikrogrammer enkeltdosisbeholder
   tabletti kalvopaallysteinen depottabletti enterotabletti kapseli kova pehmea oraaliliuos infuusioneste silmatipat nenasumute emulsiovoide voide
   geeli laastari depotlaastari inhalaatiojauhe inhalaatiosumute perapuikko poretabletti purutabletti resoribletti jauhe rakeet liuos liuosta varten
   konsentraatti injektiokuiva mikrogrammaa`,
  // makers of the Nordic lists
  `orifarm evolan medartuum abacus ebb eql grindeks alternova kalceks avansor hameln macure abcur vitabalans holsten newbury abboxia jubilant navamedic
   rivopharm amarox sintetica bioglan unimedic piramal circius eurocept bradex apofri abece martindale bijon medochemie paranova nordisk`,
  // units and forms in Cyrillic and Greek
  `мг мкг мл ме ед таб табл таблетка таблетки капс капсула капсулы раствор инъекций для приема внутрь доза упаковка δισκιο δισκια καψακιο καψακια χαπι χαπια`,
  // for whom, and without sugar
  `sucre edulcore edulcoree zucchero azucar acucar zucker zuckerfrei suiker suikervrij sukker sukkerfri socker sockerfri sokeriton enfant enfants nourrisson nourrissons adulte adultes bebe bebes femme femmes homme hommes
   bambini bambino adulti lattanti neonati kinder kind erwachsene sauglinge jugendliche ninos nino adulto adultos lactantes criancas pediatrique pediatriques pediatrico pediatrica pediatricos infantil kinderen volwassenen zuigelingen
   barn voksne vuxna spadbarn lapsille lapset aikuisille children childrens infants infant adult adults kids pediatric paediatric`,
  // connecting words of other languages
  `de la le les du des et ou con y e il lo los las para por und oder mit fur zur zum der die das den dem im von met en van voor
   och med au aux pour avec sans sin senza ohne cada jour tag tage fois al dia giorno dias giorni vez veces volte mal taglich
   x par bouche boca oral orale oraal voie via comprimate comprime pellicule pelliculado pelliculada recubierto recubiertos rivestite`,
];

const LETTERS_BUT_C = 'a b d e f g h i j k l m n o p q r s t u v w x y z';

/** Folded single words that name no drug. Numbers are not among them; they never name one by themselves. */
export const EVERYDAY_WORDS: ReadonlySet<string> = new Set(
  [...LISTS, LETTERS_BUT_C]
    .join(' ')
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/**
 * Everyday words that name a substance all the same: a name made of everyday words and numbers alone ("calcium acetate", but
 * not "cap 1") counts inside a longer text only with one of them.
 */
export const SUBSTANCE_WORDS: ReadonlySet<string> = new Set(
  'calcium potassium magnesium zinc iron lithium sodium silver aluminum aluminium vitamin vaccine vaccines influenza iodide fluoride arginine lysine thyroid'.split(
    ' ',
  ),
);

/** Folded phrases of two everyday words that speak of a strong painkiller without naming it. */
export const UNNAMED_PAINKILLERS: ReadonlySet<string> = new Set([
  'pain pill',
  'pain pills',
  'pain med',
  'pain meds',
  'pain medication',
  'pain medications',
  'pain medicine',
  'pain killer',
  'pain killers',
  'pain pump',
  'street drugs',
  'controlled drug',
  'cough medicine',
]);

/** The beginnings of words that say "opioid" in the languages of the name tables, and "controlled drug" in German. */
export const OPIOID_CLASS_WORD =
  /^(?:opioid|opiod|opiat|opiac|opioi|oppioid|oppiac|narcoti|narkoti|betaubungsmi|betaeubungsmi|btm$|stupefiant|stupefacent|estupefacient|morphinomim|morphinic)/;

/** Words after "opioid" that say what an antagonist is for: "naloxone for opioid overdose". */
export const ANTAGONIST_PURPOSES: ReadonlySet<string> = new Set(
  'antagonist antagonists receptor blocker reversal overdose overdoses emergency induced dependence withdrawal use addiction'.split(
    ' ',
  ),
);
