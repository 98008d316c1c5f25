/**
 * A second list of ordinary drugs, written after the recogniser was first tried on chart-texts, to measure how often a
 * plainly named ordinary drug cannot be told.
 */
export const ORDINARY_DRUGS: readonly string[] = `
  Farxiga 10 mg tablet
  Entresto 24-26 mg
  Trulicity 0.75 mg/0.5 mL pen
  Januvia 100 mg
  Symbicort 160-4.5 mcg inhaler
  Spiriva Respimat
  Breo Ellipta 100-25
  Vyvanse 30 mg capsule
  Concerta 36 mg
  Strattera 40 mg
  Latuda 40 mg
  Rexulti 2 mg
  Vraylar 1.5 mg
  Trintellix 10 mg
  Viibryd 20 mg
  Pristiq 50 mg
  Belsomra 10 mg
  Linzess 145 mcg
  Xifaxan 550 mg
  Bentyl 20 mg
  dicyclomine 10 mg capsule
  hyoscyamine 0.125 mg SL
  promethazine 25 mg
  meclizine 25 mg
  prochlorperazine 10 mg
  metoclopramide 10 mg
  sucralfate 1 g
  mesalamine 1.2 g
  ursodiol 300 mg
  lactulose 10 g/15 mL
  simethicone 80 mg chewable
  nystatin 100,000 unit/mL suspension
  permethrin 5% cream
  clobetasol 0.05% ointment
  fluocinonide 0.05%
  desonide cream
  calcipotriene
  tacrolimus 0.1% ointment
  Dupixent 300 mg/2 mL
  Stelara 90 mg
  Cosentyx
  Otezla 30 mg
  Xeljanz 11 mg
  Enbrel 50 mg
  leflunomide 20 mg
  azathioprine 50 mg
  mycophenolate 500 mg
  tacrolimus 1 mg
  cyclosporine 100 mg
  prednisolone 15 mg/5 mL
  methylprednisolone dose pack
  dexamethasone 4 mg
  fludrocortisone 0.1 mg
  levocetirizine 5 mg
  azelastine nasal spray
  mometasone 50 mcg
  budesonide 0.5 mg/2 mL neb
  ipratropium 0.02%
  theophylline ER
  roflumilast 500 mcg
  isosorbide mononitrate ER 30 mg
  nitroglycerin 0.4 mg SL tablet
  ranolazine 500 mg
  digoxin 125 mcg
  amiodarone 200 mg
  flecainide 50 mg
  sotalol 80 mg
  dofetilide 250 mcg
  prasugrel 10 mg
  ticagrelor 90 mg
  dabigatran 150 mg
  fenofibrate 145 mg
  gemfibrozil 600 mg
  niacin ER
  Vascepa 1 g
  Repatha 140 mg/mL
  ezetimibe-simvastatin
  nebivolol 5 mg
  labetalol 100 mg
  nadolol 40 mg
  verapamil ER 180 mg
  felodipine
  doxazosin 4 mg
  terazosin 5 mg
  prazosin 1 mg
  minoxidil 2.5 mg
  guanfacine ER 2 mg
  candesartan 8 mg
  telmisartan 40 mg
  quinapril
  fosinopril
  captopril 25 mg
  acetazolamide 250 mg
  metolazone 2.5 mg
  eplerenone
  amiloride
  tolterodine ER 4 mg
  solifenacin 5 mg
  Myrbetriq 25 mg
  mirabegron
  trospium
  phenazopyridine 200 mg
  bethanechol
  dutasteride 0.5 mg
  alfuzosin ER
  raloxifene 60 mg
  letrozole 2.5 mg
  anastrozole 1 mg
  tamoxifen 20 mg
  Premarin vaginal cream
  progesterone 100 mg
  testosterone cypionate 200 mg/mL
  AndroGel 1.62%
  levonorgestrel-ethinyl estradiol
  drospirenone-ethinyl estradiol
  Yaz
  Lo Loestrin Fe
  Tri-Sprintec
  Junel FE 1/20
  norelgestromin patch
  clomiphene
  oxcarbazepine 300 mg
  zonisamide 100 mg
  lacosamide 100 mg
  phenytoin 100 mg
  phenobarbital 32.4 mg
  primidone 50 mg
  pramipexole 0.25 mg
  rasagiline
  amantadine 100 mg
  benztropine 1 mg
  trihexyphenidyl
  rizatriptan 10 mg
  Nurtec ODT 75 mg
  Aimovig 70 mg
  Emgality
  topiramate ER
  butalbital-acetaminophen-caffeine 50-325-40
  cyclobenzaprine ER
  carisoprodol 350 mg
  metaxalone 800 mg
  orphenadrine ER 100 mg
  diclofenac 75 mg DR
  indomethacin 50 mg
  nabumetone 500 mg
  etodolac 400 mg
  ketorolac 10 mg
  lidocaine viscous 2%
  capsaicin cream
  temazepam 15 mg
  diazepam 5 mg
  eszopiclone 2 mg
  doxepin 10 mg
  modafinil 200 mg
  clozapine 100 mg
  ziprasidone 40 mg
  paliperidone
  fluphenazine
  chlorpromazine
  lurasidone
  desvenlafaxine
  vortioxetine
  penicillin V potassium 500 mg
  cefdinir 300 mg
  cefuroxime 250 mg
  minocycline 100 mg
  erythromycin ointment
  tobramycin-dexamethasone eye drops
  ofloxacin otic
  prednisolone acetate 1% eye drops
  dorzolamide-timolol
  bimatoprost
  travoprost
  cyclosporine ophthalmic emulsion (Restasis)
  ivermectin 3 mg
  hydroxyurea 500 mg
  imatinib 400 mg
  ondansetron 8 mg
  granisetron
  filgrastim
  emtricitabine-tenofovir
  Biktarvy
  Descovy
  Genvoya
  Paxlovid
  glyburide 5 mg
  glucagon emergency kit
  Tresiba FlexTouch
  Basaglar KwikPen
  Victoza
  Invokana
  alogliptin
  acarbose
  repaglinide
  levothyroxine (Levoxyl) 100 mcg
  propylthiouracil
  cinacalcet
  calcitriol 0.25 mcg
  sevelamer 800 mg
  Epogen
  ferrous gluconate
  potassium citrate
  sodium bicarbonate 650 mg
  varenicline 1 mg
  nicotine patch 21 mg/24 hr
  disulfiram 250 mg
  acamprosate 333 mg
  lofexidine 0.18 mg
  Apixaban 5mg tablets
  Atorvastatin 20mg tablets
  Edoxaban 60mg tablets
  Empagliflozin 10mg tablets
  Dapagliflozin 10mg tablets
  Gliclazide 80mg tablets
  Metformin 500mg modified-release tablets
  Sitagliptin 100mg tablets
  Candesartan 4mg tablets
  Losartan 50mg tablets
  Doxazosin 4mg tablets
  Felodipine 5mg modified-release tablets
  Lercanidipine 10mg tablets
  Diltiazem 60mg modified-release tablets
  Isosorbide mononitrate 25mg modified-release capsules
  Glyceryl trinitrate 400micrograms/dose pump sublingual spray
  Indapamide 2.5mg tablets
  Spironolactone 25mg tablets
  Bumetanide 1mg tablets
  Clopidogrel 75mg tablets
  Aspirin 75mg dispersible tablets
  Warfarin 3mg tablets
  Omeprazole 20mg gastro-resistant capsules
  Esomeprazole 20mg tablets
  Famotidine 20mg tablets
  Mebeverine 135mg tablets
  Hyoscine butylbromide 10mg tablets
  Macrogol compound oral powder sachets NPF sugar free
  Lactulose 3.1-3.7g/5ml oral solution
  Docusate 100mg capsules
  Sodium picosulfate 5mg/5ml
  Ispaghula husk 3.5g effervescent granules
  Carbocisteine 375mg capsules
  Tiotropium bromide 18microgram inhalation powder capsules
  Montelukast 10mg tablets
  Prednisolone 5mg tablets
  Fexofenadine 120mg tablets
  Cetirizine 10mg tablets
  Chlorphenamine 4mg tablets
  Loratadine 10mg tablets
  Mometasone 50micrograms/dose nasal spray
  Amitriptyline 10mg tablets
  Citalopram 20mg tablets
  Fluoxetine 20mg capsules
  Venlafaxine 75mg modified-release capsules
  Duloxetine 30mg gastro-resistant capsules
  Trazodone 50mg capsules
  Propranolol 40mg tablets
  Diazepam 2mg tablets
  Zolpidem 10mg tablets
  Pregabalin 75mg capsules
  Gabapentin 300mg capsules
  Levetiracetam 500mg tablets
  Lamotrigine 25mg tablets
  Sodium valproate 500mg gastro-resistant tablets
  Sumatriptan 50mg tablets
  Ropinirole 1mg tablets
  Co-careldopa 25mg/100mg tablets
  Donepezil 10mg tablets
  Memantine 10mg tablets
  Naproxen 250mg tablets
  Ibuprofen 10% gel
  Diclofenac 1.16% gel
  Allopurinol 100mg tablets
  Colchicine 500microgram tablets
  Alendronic acid 70mg tablets
  Colecalciferol 800unit capsules
  Calcium carbonate 1.5g / Colecalciferol 10microgram chewable tablets
  Folic acid 5mg tablets
  Thiamine 100mg tablets
  Vitamin B compound strong tablets
  Ascorbic acid 200mg tablets
  Cyanocobalamin 50microgram tablets
  Tamsulosin 400microgram modified-release capsules
  Finasteride 5mg tablets
  Solifenacin 5mg tablets
  Mirabegron 50mg modified-release tablets
  Desogestrel 75microgram tablets
  Estradiol 50micrograms/24hours transdermal patches
  Utrogestan 100mg capsules
  Nitrofurantoin 100mg modified-release capsules
  Trimethoprim 200mg tablets
  Doxycycline 100mg capsules
  Clarithromycin 500mg tablets
  Metronidazole 400mg tablets
  Aciclovir 400mg tablets
  Latanoprost 50micrograms/ml eye drops
  Hypromellose 0.3% eye drops
  Fusidic acid 2% cream
  Clotrimazole 1% cream
  Betamethasone valerate 0.1% cream
  Emulsifying ointment
  Aquacel dressing
  FreeStyle Libre 2 Sensor
  Torasemid HEXAL 10 mg Tabletten
  Candesartan Zentiva 16 mg
  Metoprololsuccinat 47,5 mg Retardtabletten
  Amlodipin dura 5 mg
  Novaminsulfon Lichtenstein 500 mg
  ASS 100 mg
  Eliquis 5 mg Filmtabletten
  Xarelto 20 mg
  L-Thyroxin 75 µg
  Pantoprazol Aristo 20 mg
  Bisohexal 5 mg
  Irbésartan 150 mg comprimé
  Bisoprolol 2,5 mg cp
  Furosémide 40 mg
  Paracétamol 1 g comprimé effervescent
  Lévocétirizine 5 mg
  Omeprazol cinfa 20 mg cápsulas
  Sintrom 4 mg
  Adiro 100 mg
  Enalapril 20 mg comprimidos
  Lorazepam Normon 1 mg
  Cardioaspirin 100 mg
  Bisoprololo 2,5 mg
  Pantoprazolo 40 mg compresse gastroresistenti
  Ramipril 5 mg compresse
  Eutirox 100 mcg
`
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '');
