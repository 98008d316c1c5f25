/** Ordinary drugs of other countries. Written before they were tried; none is a row of the tables. */
import { lines } from './lines.ts';

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
