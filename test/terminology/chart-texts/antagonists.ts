/** Opioid antagonists, alone and in combinations that hold no opioid. Written before they were tried; none is a row of the tables. */
import { lines } from './lines.ts';

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
