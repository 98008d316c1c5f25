/** Ordinary drugs of the United States. Written before they were tried; none is a row of the tables. */
import { lines } from './lines.ts';

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
