/** Opioids, as charts of several countries write them, and those that act outside the brain alone. Written before they were tried; none is a row of the tables. */
import { lines } from './lines.ts';

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
