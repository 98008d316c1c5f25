/** Opioids misspelt, and texts that name no drug or one that nobody knows. Written before they were tried; none is a row of the tables. */
import { lines } from './lines.ts';

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
