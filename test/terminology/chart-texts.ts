/** Texts as charts hold them, with what they must come out as. Written before they were tried; none is a row of the tables. */

const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const OPIOID_TEXTS = lines(`
  Oxycodone HCl 5 MG Oral Tablet
  OXYCODONE-ACETAMINOPHEN 5-325 MG PO TABS
  oxycodone/APAP 10/325 mg tab, take 1 tablet every 6 hours as needed for pain
  Percocet 7.5-325 mg
  Roxicodone 15 mg tablet
  OxyContin 20 mg 12 hr ER tablet
  OXYCONTIN® 40mg
  Xtampza ER 9 mg capsule
  hydrocodone bitartrate-acetaminophen 5 mg-325 mg tablet
  HYDROcodone-acetaminophen (NORCO) 10-325 MG per tablet
  Vicodin ES 7.5/300
  Lortab 7.5-325 hydrocodone
  Hysingla ER 30 mg
  Tussionex Pennkinetic hydrocodone susp
  hydrocodone-homatropine 5-1.5 mg/5 mL syrup
  Hycodan syrup
  Tramadol 50mg tabs
  tramadol hydrochloride 100 mg ER
  Ultram 50 mg
  ULTRACET 37.5-325
  Tramal retard 100 mg
  Zydol SR 150mg modified-release tablets
  Tramadol Hydrochlorid 100 mg/ml Tropfen
  Zaldiar 37,5 mg/325 mg Filmtabletten
  morphine sulfate ER 15 mg tablet
  Morphine Sulf. 30mg CR
  MS Contin 30 mg Q12H
  MSIR 15 mg
  Oramorph 10mg/5ml oral solution
  MST Continus 10 mg
  Sevredol 10mg tablets
  Zomorph 30mg capsules
  Kadian 20 mg 24 hr capsule
  Morphin Merck 10 mg Injektionslösung
  Morfina cloridrato 10 mg fiale
  chlorhydrate de morphine 10 mg
  Skenan LP 30 mg gélule
  Actiskenan 5 mg
  codeine sulfate 30 mg tablet
  acetaminophen-codeine #3 300-30 mg
  Tylenol #3
  Tylenol with codeine no. 3
  Co-codamol 8mg/500mg tablets
  co-codamol 30/500 effervescent
  Solpadol caplets
  Dafalgan Codéine
  Efferalgan codéine 500 mg/30 mg
  Codipront retard
  promethazine-codeine 6.25-10 mg/5 mL syrup
  guaifenesin-codeine 100-10 mg/5 mL
  Cheratussin AC
  Fioricet w/ codeine
  butalbital-aspirin-caffeine-codeine capsule
  carisoprodol-aspirin-codeine
  Nurofen Plus
  Panadeine Forte
  codeína fosfato 30 mg
  Kodein 25 mg
  dihydrocodeine 30mg tablets
  DHC Continus 60mg
  DF118 Forte
  co-dydramol 10/500
  Remedeine
  Paracodin Tropfen
  Trezix capsule
  fentanyl 25 mcg/hr transdermal patch
  FENTANYL 12 MCG/HR TD PT72
  Duragesic-50
  Durogesic DTrans 100micrograms/hour transdermal patches
  Fentanyl-Pflaster 50 µg/h
  Actiq 400 mcg lozenge
  Abstral 200 mcg sublingual
  Matrifen 25
  Instanyl nasal spray
  sufentanil 50 mcg/ml injection
  remifentanil infusion
  alfentanil 500 mcg/mL
  hydromorphone 2 mg tablet
  Dilaudid 4 mg PO q4h prn
  HYDROmorphone PF 1 mg/mL injection
  Palladon retard 8 mg
  Jurnista 16 mg
  hidromorfona 4 mg
  oxymorphone 10 mg
  Opana ER 20 mg
  methadone 10 mg tablet
  Methadone HCl Intensol 10 mg/mL
  Physeptone 5 mg
  METADONA 30 mg
  L-Polamidon 5 mg/ml
  Dolophine
  buprenorphine 8 mg SL tablet
  buprenorphine-naloxone 8-2 mg film
  Suboxone 8 mg-2 mg sublingual film
  SUBUTEX 8MG
  Zubsolv 5.7-1.4
  Sublocade 300 mg/1.5 mL SC injection
  Brixadi weekly 24 mg
  Buvidal 128 mg depot
  Butrans 10 mcg/hour patch weekly
  Norspan 5 Pflaster
  Belbuca 150 mcg buccal film
  Temgesic 200 microgram
  Bup/nx 8/2
  tapentadol 50 mg
  Nucynta ER 100 mg
  Palexia retard 50 mg Retardtabletten
  meperidine 50 mg tablet
  Demerol 100 mg/mL
  Pethidine 50mg tablets
  Dolantin 50 mg
  levorphanol 2 mg
  pentazocine-naloxone 50-0.5 mg
  Talwin NX
  butorphanol 10 mg/mL nasal spray
  Stadol NS
  nalbuphine 10 mg/mL
  Nubain injection
  opium tincture 10 mg/mL
  belladonna & opium suppository
  Paregoric liquid
  Darvocet-N 100
  propoxyphene napsylate-APAP
  co-proxamol
  diamorphine 10 mg ampoules
  heroin assisted treatment
  pholcodine linctus 5mg/5ml
  Valoron N retard 50/4 mg
  Tilidin comp. 50 mg/4 mg
  Dipidolor 15 mg
  Piritramid 7,5 mg
  meptazinol 200 mg
  Meptid 200mg
  Targin 10/5 mg
  Targiniq ER
  Embeda 30-1.2 mg
  morphine-naltrexone ER
  Troxyca ER 20-2.4
  lomotil 2.5-0.025 mg
  diphenoxylate-atropine 2.5-0.025 mg tablet
  kratom capsules
  mitragynine extract
  tianeptine 12.5 mg
  Stablon
  Seglentis celecoxib-tramadol
  Apadaz 6.12-325
  oliceridine
  Lamaline gélules
  OXICODONA 10 MG COMPRIMIDOS
  oxycodon3
  Morphinsulfat 10 mg Retardkapseln
  Oxycodonhydrochlorid 20 mg
  Codeinphosphat 50 mg
  Morfinklorid 5 mg/ml
  buprenorphin3
  Oxynorm 5 mg
  Endone
  Targinact 20mg/10mg
  Dolocodon
  Depalgos
  Contramal 50 mg
  Topalgic LP 100 mg
  Ixprim
  Adolonta
  Dicodid
  Vendal retard
  Substitol 120 mg
  Heptadon
  Ketogan
  ketobemidon 5 mg
  nalorphine
  dipipanone and cyclizine
  Diconal
  Product containing oxycodone hydrochloride 5 milligram/1 each conventional release oral tablet
  Morphine PCA pump
  pt takes her husband's oxycodone
  ibuprofen and hydrocodone
  MORPHINE\u00a0SULFATE\u00a015\u00a0MG
`);

export const PERIPHERAL_TEXTS = lines(`
  loperamide 2 mg capsule
  Imodium A-D
  Imodium Instants
  eluxadoline 100 mg tablet
  Viberzi
  difelikefalin injection
  Korsuva 65 mcg/1.3 mL
  nalfurafine
  Loperamid-ratiopharm akut 2 mg
  loperamida 2 mg
`);

export const ANTAGONIST_TEXTS = lines(`
  naltrexone 50 mg tablet
  naltrexone HCl 1.5 mg capsule (compounded)
  low dose naltrexone 4.5 mg
  LDN 3 mg nightly
  Revia 50 mg
  Vivitrol 380 mg IM
  naloxone 4 mg nasal spray
  Narcan nasal spray
  naloxegol 25 mg
  Movantik
  methylnaltrexone 12 mg
  Relistor 150 mg
  naldemedine 0.2 mg
  Symproic
  alvimopan 12 mg
  nalmefene 18 mg
  Selincro
  bupropion-naltrexone 90-8 mg ER
  Contrave
  Mysimba
  olanzapine-samidorphan 10-10 mg
  Nyxoid
  naltrexona 50 mg comprimidos
`);

export const MISSPELT_TEXTS = lines(`
  tramodol
  tramadl 50 mg
  trmadol
  tramaddol 50
  oxycodne/apap 5/325
  oxicodne
  oxycoodne 5 mg
  hydromorphne
  hydromrophone 2 mg
  hydrocodne/apap
  hydrocoodne-acetaminophen 5-325
  morphnie sulfate 15 mg
  morphene 10 mg
  moprhine
  codiene 30 mg
  coedine
  fentynal patch
  fentanly 25 mcg
  fentnyl
  methadne
  mehtadone 10 mg
  buprenorphne-naloxone
  bupernorphine 8 mg
  suboxne
  subxone 8-2
  percoset 5/325
  percocett
  vicodn
  vicoden
  oxycontn
  tapentadl
  meperidne
  pethidne
  oxymorphne
  dilauded 4 mg
  nucenta
  dihydrocodine 30mg
  co-codomol 30/500
  lopermide 2 mg
  diphenoxlate/atropine
  pentazocne
  butorphanl
  levorphanl
`);

export const UNCLEAR_TEXTS = lines(`
  pain pill per Dr X
  unknown
  see list
  see med list
  patient's own medication
  opioid patch
  narcotic per pain clinic
  no opioids
  opiate
  pain medication
  pain meds prn
  MS
  MS 15 mg
  oxy
  oxy 10
  bup 8 mg
  study drug
  investigational product
  medication
  ***
  .
  N/A
  redacted
  masked
  none
  blue pill
  tablet
  1 tablet twice daily
  Dr Smith's tablets
  acetaminophen/xyzolam 5/325
  ibuprofen with frobnicol
  compound 7
  Betäubungsmittel
  opioide
  opiacé
  морфин
  モルヒネ
  traditional remedy
  white powder
  MAT
`);

/** The most prescribed drugs of the United States, with brands. */
export const ORDINARY_US = lines(`
  atorvastatin 40 mg tablet
  Lipitor 20 mg
  metformin 500 mg tablet
  Metformin HCl ER 750 mg 24 hr tablet
  levothyroxine 50 mcg
  Synthroid 88 mcg
  lisinopril 10 mg tablet
  lisinopril-hydrochlorothiazide 20-12.5 mg
  amlodipine besylate 5 mg
  metoprolol succinate ER 25 mg
  metoprolol tartrate 50 mg BID
  albuterol sulfate HFA 90 mcg/actuation inhaler
  ProAir HFA
  losartan potassium 50 mg
  losartan-HCTZ 100-25
  gabapentin 300 mg capsule
  omeprazole 20 mg delayed release capsule
  sertraline 50 mg
  rosuvastatin 10 mg
  pantoprazole 40 mg EC tablet
  escitalopram oxalate 10 mg
  dextroamphetamine-amphetamine XR 20 mg
  Adderall XR 20 mg
  hydrochlorothiazide 25 mg
  bupropion XL 150 mg
  fluoxetine 20 mg capsule
  semaglutide 0.5 mg/dose pen injector
  Ozempic 1 mg weekly
  montelukast 10 mg
  trazodone 50 mg at bedtime
  simvastatin 20 mg
  amoxicillin 500 mg capsule
  amoxicillin-clavulanate 875-125 mg
  tamsulosin 0.4 mg
  acetaminophen 500 mg tablet
  APAP 325 mg
  fluticasone propionate 50 mcg nasal spray
  meloxicam 15 mg
  apixaban 5 mg
  Eliquis 5 mg BID
  furosemide 40 mg
  insulin glargine 100 units/mL
  Lantus SoloStar
  insulin lispro 100 unit/mL
  Humalog KwikPen
  duloxetine 60 mg DR capsule
  ibuprofen 800 mg
  famotidine 20 mg
  empagliflozin 10 mg
  Jardiance 25 mg
  carvedilol 12.5 mg
  vitamin D3 dietary supplement
  alprazolam 0.5 mg
  prednisone 10 mg
  hydroxyzine HCl 25 mg
  buspirone 10 mg
  clopidogrel 75 mg
  glipizide ER 5 mg
  citalopram 20 mg
  potassium chloride ER 20 mEq
  allopurinol 300 mg
  aspirin 81 mg EC tablet
  cyclobenzaprine 10 mg
  ergocalciferol 50,000 units
  oxybutynin ER 10 mg
  venlafaxine XR 75 mg
  spironolactone 25 mg
  ondansetron ODT 4 mg
  zolpidem 10 mg
  cetirizine 10 mg
  estradiol 0.1 mg/24 hr patch
  pravastatin 40 mg
  lamotrigine 100 mg
  hydrochlorothiazide-triamterene 25-37.5
  quetiapine 50 mg
  fluticasone-salmeterol 250-50 mcg/dose
  clonazepam 0.5 mg
  dulaglutide 1.5 mg/0.5 mL
  azithromycin 250 mg Z-Pak
  latanoprost 0.005% eye drops
  cholecalciferol 25 mcg (1000 units)
  lovastatin 20 mg
  valsartan 160 mg
  topiramate 50 mg
  paroxetine 20 mg
  rivaroxaban 20 mg
  Xarelto 15 mg
  lisdexamfetamine 40 mg
  aripiprazole 5 mg
  atenolol 50 mg
  cephalexin 500 mg
  methylphenidate ER 36 mg
  propranolol 20 mg
  lorazepam 1 mg PRN anxiety
  finasteride 5 mg
  tizanidine 4 mg
  warfarin 5 mg
  budesonide-formoterol 160-4.5 mcg
  methotrexate 2.5 mg
  folic acid 1 mg
  doxycycline hyclate 100 mg
  naproxen 500 mg
  naproxen sodium 220 MG Oral Tablet
  pregabalin 75 mg
  Lyrica 150 mg
  milnacipran 50 mg
  Savella
  sumatriptan 50 mg
  valacyclovir 1 g
  ezetimibe 10 mg
  sitagliptin 100 mg
  mirtazapine 15 mg
  hydralazine 25 mg
  clonidine 0.1 mg
  diclofenac sodium 1% gel
  celecoxib 200 mg
  baclofen 10 mg
  methocarbamol 750 mg
  nortriptyline 25 mg
  amitriptyline 10 mg nightly
  diltiazem CD 240 mg
  nifedipine ER 30 mg
  ramelteon 8 mg
  methazolamide 50 mg
  cortisone 25 mg
  hydrocortisone 1% cream
  apomorphine 10 mg/mL
  papaverine injection
  dextromethorphan-guaifenesin 10-100 mg/5 mL
  benzonatate 100 mg
  lidocaine 5% patch
  ropinirole 0.5 mg
  carbidopa-levodopa 25-100
  donepezil 10 mg
  memantine 10 mg
  sildenafil 50 mg
  tadalafil 5 mg
  medroxyprogesterone 150 mg/mL
  norethindrone 0.35 mg
  Errin 28 Day Pack
  ethinyl estradiol-norgestimate 0.25-35 mg-mcg
  levonorgestrel IUD
  Mirena IUD
  Nexplanon 68 mg implant
  NuvaRing
  Sprintec 28
  nitrofurantoin macrocrystal-monohydrate 100 mg
  ciprofloxacin 500 mg
  levofloxacin 750 mg
  sulfamethoxazole-trimethoprim 800-160 mg
  clindamycin 300 mg
  metronidazole 500 mg
  fluconazole 150 mg
  terbinafine 250 mg
  acyclovir 400 mg
  oseltamivir 75 mg
  tiotropium 18 mcg
  ipratropium-albuterol nebulizer
  bumetanide 1 mg
  torsemide 20 mg
  chlorthalidone 25 mg
  benazepril 20 mg
  enalapril 10 mg
  ramipril 5 mg
  olmesartan 20 mg
  irbesartan 150 mg
  lithium carbonate 300 mg
  divalproex DR 500 mg
  levetiracetam 500 mg
  carbamazepine 200 mg
  risperidone 1 mg
  olanzapine 5 mg
  haloperidol 5 mg
  adalimumab 40 mg/0.4 mL
  Humira pen
  etanercept 50 mg/mL
  hydroxychloroquine 200 mg
  sulfasalazine 500 mg
  colchicine 0.6 mg
  febuxostat 40 mg
  alendronate 70 mg weekly
  denosumab 60 mg/mL
  liothyronine 5 mcg
  Armour Thyroid 60 mg
  methimazole 5 mg
  liraglutide 18 mg/3 mL
  tirzepatide 5 mg/0.5 mL
  Mounjaro 7.5 mg
  glimepiride 2 mg
  pioglitazone 30 mg
  NovoLog FlexPen
  Humulin R U-500
  epinephrine 0.3 mg auto-injector
  EpiPen 2-Pak
  diphenhydramine 25 mg
  Benadryl 25 mg
  loratadine 10 mg
  fexofenadine 180 mg
  pseudoephedrine 30 mg
  guaifenesin 600 mg ER
  docusate sodium 100 mg
  senna 8.6 mg
  polyethylene glycol 3350 17 g/dose powder
  bisacodyl 5 mg
  magnesium oxide 400 mg
  calcium carbonate-vitamin D3 600 mg-400 unit
  ferrous sulfate 325 mg (65 mg iron)
  cyanocobalamin 1000 mcg
  multivitamin tablet
  prenatal vitamin
  omega-3 fatty acids 1000 mg
  melatonin 5 mg
  glucosamine-chondroitin
  turmeric 500 mg
  coenzyme Q10 100 mg
  probiotic capsule
  vitamin B12
  vitamin C 500 mg
  zinc sulfate 220 mg
  biotin 5000 mcg
`);

/** Names of the United Kingdom and Europe, vaccines, skin, eyes, with directions. */
export const ORDINARY_ELSEWHERE = lines(`
  Paracetamol 500mg tablets
  Salbutamol 100micrograms/dose inhaler CFC free
  Ventolin Evohaler
  Amlodipine 5mg tablets
  Bendroflumethiazide 2.5mg tablets
  Co-amoxiclav 500mg/125mg tablets
  Flucloxacillin 500mg capsules
  Phenoxymethylpenicillin 250mg tablets
  Lansoprazole 30mg gastro-resistant capsules
  Ramipril 2.5mg capsules
  Bisoprolol 2.5mg tablets
  Furosemide 40mg tablets
  Sertraline 50mg tablets
  Mirtazapine 15mg orodispersible tablets
  Zopiclone 7.5mg tablets
  Ferrous fumarate 210mg tablets
  Laxido Orange oral powder sachets
  Senna 7.5mg tablets
  Hydroxocobalamin 1mg/1ml solution for injection ampoules
  Beclometasone 100micrograms/dose inhaler
  Clenil Modulite
  Fostair 100/6
  Gaviscon Advance
  Peptac liquid peppermint
  E45 cream
  Cetraben cream
  Hydrocortisone 1% ointment
  Clobetasone 0.05% cream
  Fucidin H cream
  Chloramphenicol 0.5% eye drops
  Carmellose 0.5% eye drops
  Ibuprofen 400 mg Filmtabletten
  Ibuprofeno 600 mg comprimidos
  Metamizol 500 mg Tabletten
  Novalgin Tropfen
  Pantoprazol 40 mg
  Ramipril 5 mg 1A Pharma
  Omeprazol ratiopharm 20 mg
  Simvastatin AL 20 mg
  Bisoprolol-ratiopharm 5 mg
  Torasemid 10 mg
  Hydrochlorothiazid 25 mg
  Levothyroxin 75
  L-Thyroxin Henning 100
  Marcumar 3 mg
  Phenprocoumon 3 mg
  Doliprane 1000 mg comprimé
  Dafalgan 1 g
  Spasfon
  Amoxicilline 1 g
  Lévothyrox 50 µg
  Kardegic 75 mg
  Paracetamolo 1000 mg compresse
  Tachipirina 500 mg
  Enalapril maleato 20 mg
  Metformina 850 mg
  Atorvastatina 20 mg
  Losartán 50 mg
  Nolotil cápsulas
  Voltarén gel
  influenza vaccine quadrivalent
  influenza, injectable, quadrivalent, preservative free
  COVID-19 mRNA vaccine, Pfizer
  Tdap vaccine
  hepatitis B vaccine, adult dosage
  MMR vaccine
  pneumococcal conjugate vaccine 20-valent
  Shingrix 50 mcg IM
  sodium chloride 0.9% infusion
  dextrose 5% in water
  water for injection
  heparin 5000 units/mL
  enoxaparin 40 mg/0.4 mL
  ketorolac 10 mg
  propofol 10 mg/mL
  ceftriaxone 1 g IV
  timolol 0.5% ophthalmic solution
  brimonidine eye drops
  tretinoin 0.025% cream
  mupirocin 2% ointment
  ketoconazole 2% shampoo
  clotrimazole 1% cream
  betamethasone dipropionate 0.05% ointment
  triamcinolone acetonide 0.1% cream
  Simvastatin 20 MG Oral Tablet [Zocor]
  24 HR metformin hydrochloride 500 MG Extended Release Oral Tablet
  {28 (norethindrone 0.35 MG Oral Tablet) } Pack
  amlodipine 5 mg: take one tablet by mouth every morning for blood pressure
  lisinopril 10mg take 1 tablet by mouth twice daily with food
  Product containing only lisinopril in oral dose form
  Fexofenadine hydrochloride 60 MG Oral Tablet
  Acetaminophen 21.7 MG/ML / Dextromethorphan Hydrobromide 1 MG/ML / doxylamine succinate 0.417 MG/ML Oral Solution
  Etonogestrel 68 MG Drug Implant
`);
