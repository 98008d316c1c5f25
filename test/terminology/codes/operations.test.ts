/** Operations as booking lists, letters and codes name them; and what only sounds like one. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOperationCode, saysOperation, saysOtherVisit } from '#lib/terminology/codes/operations.ts';

const OPERATIONS = `
Total knee replacement|Elective caesarean section|Elective C-section|Inguinal hernia repair|
Lumbar spinal fusion L4-L5|ACL reconstruction, left knee|Coronary artery bypass graft|Wisdom tooth extraction|
Cataract extraction, right eye|Colonoscopy|Bunion correction under GA|Day case carpal tunnel release|
Gastroscopy with sedation|TKR left|R THR|THA|lap chole|EGD|OGD|Hysterectomy|D&C|D & C|tooth removal|
Removal of wisdom teeth|Extraction of lower molars|CABG x3|Laparoscopic cholecystectomy|Appendicectomy|appendectomy|
Tonsillectomy and adenoidectomy|T&A|Shoulder arthroscopy|Knee scope arthroscopy|Upper GI endoscopy|ERCP|
Liver biopsy under sedation|TURP|TURBT|Septoplasty|Rhinoplasty|Mastectomy|Skin graft|Gastric bypass|Heart bypass|
Valve replacement|Aortic valve replacement|Hip replacement (right)|Replacement of left hip|Knee op|hernia op|
Rotator cuff repair|Pelvic organ prolapse repair|Cleft palate repair|ORIF ankle|Open reduction internal fixation|
MUA shoulder|Examination under anaesthesia|Tubal ligation|Vasectomy|Circumcision|Trigger finger release|
Carpal tunnel decompression|Laminectomy|Microdiscectomy|ACDF C5/6|Colectomy|Hemicolectomy|Thyroidectomy|
Parathyroidectomy|Dental extractions under GA|Dental clearance under general anaesthetic|Cystoscopy|
Follow-up colonoscopy|Surveillance colonoscopy|Check cystoscopy|Hysteroscopy|Bronchoscopy|Sigmoidoscopy|
Cesarean delivery|Repeat cesarean|LSCS|Craniotomy|Laparotomy|Colostomy reversal|Tracheostomy|Amputation of toe|
Breast reduction|Breast augmentation|Liposuction|Lumpectomy|Wide local excision|Stent insertion|Coronary angiogram|
Cardioversion|Pacemaker insertion|AV node ablation|Egg collection|Evacuation of retained products|
Varicose vein stripping surgery|Surgery|Minor surgery|Dental surgery|Anaesthetic assessment|Preoperative evaluation|
Pre-op clinic|Pre-assessment clinic for knee replacement|ECG before knee replacement|Phacoemulsification + IOL|
phaco left eye|Total knee arthroplasty with post-operative follow-up|Hernia repair after appendectomy|
Left knee - total replacement|Booked: TKR|Surgery: left hip|Kidney transplant|Nephrectomy|Prostatectomy|Oophorectomy|
BSO|Bilateral salpingectomy|Orchidopexy|Herniorrhaphy|Arthrodesis ankle|Metalwork removal|Removal of plate and screws|
Sinus surgery|FESS|Spine surgery consultation and laminectomy|Gallbladder removal|Total hip arthroplasty|
total knee arthroplasty (TKA)|Hiatal hernia repair|Tummy tuck|Oesophagogastroduodenoscopy|Vaginal hysterectomy|
Meniscectomy|Cataract|Grommets|Knee arthroscopy and review of meniscus|TAVI|Kyphoplasty|Revision of hip replacement|
Total shoulder replacement|Disc replacement|Mole removal under GA|CATARACT SURGERY OD|C/S|c section|
Colonoscopy +/- polypectomy|Lap appy|Root canal under sedation|Arthroscopic rotator cuff repair|Operation on hand|
Vitrectomy|Trabeculectomy|Thoracotomy|Bowel resection|Removal of gallbladder|Wisdom teeth out|
Dentist - tooth extraction|Dental extraction|Facelift|Outpatient hernia repair|CT guided biopsy under sedation|
Colecistectomía laparoscópica|Cirugía de cataratas|Prótesis de rodilla|Cesárea programada|Colonoscopia con sedación|
Revision total hip replacement|Hip revision|Hip replacement revision|Revision shoulder arthroplasty|
Revision discectomy L5/S1|Revision left hip fusion|Pacemaker revision|Removal of K-wires|Roux-en-Y|Cochlear implantation|History of OA - knee replacement booked|Outpatient colonoscopy|
Review and hernia repair|Admission for TKR|Elective admission: hip replacement|Listed for laparoscopic sterilisation|
Hallux valgus correction|Varicose vein stripping|Spinal cord stimulator implant|Nissen fundoplication|
Hartmann's procedure|Whipple procedure|TVT sling|LASIK|Theatre list|Total shoulder|New hip|Left THR (primary)|Removal of tonsils|Repair of inguinal hernia|Knee joint replacement|Spinal fusion surgery
`;

const NONE = `
hormone replacement therapy review|Hormone replacement review|HRT review|physiotherapy after knee replacement|
Physio: left TKR|Physiotherapy - TKR|Knee replacement rehab|Nicotine replacement therapy|Iron replacement infusion|
Catheter replacement|Fluid replacement|Post-op check|Wound check after hernia repair|Follow-up after hysterectomy|
Follow up: knee replacement|Knee replacement follow-up|Knee replacement review|Hysterectomy 6 week check|
Suture removal|Stitches out after mole excision|Phlebotomy|Anatomy scan|Blood transfusion|Iron infusion|Ostomy care|
Colostomy bag supplies|Stoma nurse|Tracheostomy care|GP surgery appointment|Evening surgery|History of appendectomy|
s/p CABG, cardiology review|CABG 2019 follow-up|Post CABG cardiac rehab|Hearing aid repair|Denture repair|
New knee brace fitting|Medication application form|Total hip x-ray|Repair of dental prosthesis|Repair of her wheelchair|Orthotics repair|Mirena replacement|Sterilization of equipment|
Wheelchair repair|Otoscopy|Dermoscopy|Ophthalmoscopy|Microscopy of urine|Colposcopy|Data extraction|
Graft versus host disease clinic|Renal replacement therapy|Enzyme replacement infusion|
Opioid replacement therapy review|Referral to general surgery|General surgery clinic|Orthopaedic surgery consultation|
Consultation about hysterectomy|Discuss hip replacement|Surgical dressing|Surgical stockings|
X-ray knee after ACL reconstruction|Annual review|Diabetes check|Capsule endoscopy|Vitamin B12 replacement|
Post-cataract check|Cataract clinic|Cataract assessment|Dental check-up|Dental hygiene|Medication review|
Mole removal under local anaesthetic|Non-operative management of fracture|Surgical follow-up|Co-operation meeting|
Thyroid hormone replacement|Oestrogen replacement|Pulmonary rehabilitation|Cervical screening|Mammogram|
Flu vaccination|Transplant clinic review|Kidney transplant follow-up|Hip replacement x-ray|
Bariatric surgery education class|Battery replacement of hearing aid|Replacement prescription|
Testosterone replacement|Knee replacement wound check|Post-hysterectomy review|
previous hysterectomy, menopause clinic|Record release|Release of information|Press release|Extended release tablets|
Ct with 3D reconstruction|Bypass clinic|Dressing change|Breast clinic|IUD replacement|
Physiotherapy for rotator cuff repair|Occupational therapy, hand surgery|Joint injection|INR check|ACL physio|
Electrolyte replacement|Revisión tras cirugía|Revisión de cataratas|Revisión cirugía|
Colonoscopy results|Fisioterapia prótesis de rodilla|Revisión anual|
Wound check - hernia repair|Review: TKR|Replacement of urinary catheter|Terapia hormonal|Medication plan revision|
Care plan|Consulta de seguimiento|Radioiodine clinic|Clinic review post ACDF|Post-operative physiotherapy|
6/52 post TKR check|Immunisation|Hormone therapy replacement check|Menopause: HRT (hormone replacement therapy)|
Sleep study|Annual wellness visit|Physical therapy eval, total knee replacement 2025-12-01|
Home health: knee arthroplasty aftercare|Cardiac rehabilitation after bypass|Post-surgical follow up
`;

const listed = (texts: string) => texts.replaceAll('\n', '').split('|');

test.each(listed(OPERATIONS))('"%s" is an operation', (text) => {
  expect(saysOperation(text)).toBe(true);
  expect(saysOperation(text.toUpperCase())).toBe(true);
});

test.each(listed(NONE))('"%s" is none', (text) => {
  expect(saysOperation(text)).toBe(false);
  expect(saysOperation(text.toUpperCase())).toBe(false);
});

test('therapy stays therapy, whatever it is for; before an operation it is no excuse', () => {
  expect(saysOtherVisit('Physiotherapy')).toBe(true);
  expect(saysOtherVisit('Pre-operative physiotherapy')).toBe(false);
  expect(saysOtherVisit('Knee replacement')).toBe(false);
});

test('the time a text takes grows with its length alone', () => {
  const pieces = fc.constantFrom(
    'replacement ',
    'after ',
    'review ',
    'release of ',
    'hormone ',
    'pre-',
    ' - ',
    '(',
    'a',
    'follow up ',
    'ectomy',
    'no ',
  );
  fc.assert(
    fc.property(fc.array(pieces, { minLength: 1, maxLength: 3 }), (some) => {
      const text = some.join('').repeat(30_000);
      const before = performance.now();
      saysOperation(text);
      expect(performance.now() - before).toBeLessThan(1_000);
    }),
    { seed: 19, numRuns: 25 },
  );
});

const CPT = 'http://www.ama-assn.org/go/cpt';
const SNOMED = 'http://snomed.info/sct';
describe('codes', () => {
  test.each([
    [SNOMED, '609588000', 'total knee replacement'],
    [SNOMED, '73761001', 'colonoscopy'],
    [CPT, '27447', 'total knee arthroplasty'],
    [CPT, '45378', 'colonoscopy'],
    [CPT, '00810', 'anaesthesia for endoscopy'],
    ['http://www.ada.org/cdt', 'D7240', 'removal of an impacted tooth'],
    ['http://www.cms.gov/Medicare/Coding/ICD10', '0SRC0J9', 'replacement of the right knee joint'],
  ])('%s %s is an operation: %s', (system, code) => {
    expect(isOperationCode(system, code)).toBe(true);
  });

  test.each([
    [CPT, '36415', 'blood drawn'],
    [CPT, '99213', 'office visit'],
    [CPT, '97110', 'therapeutic exercises'],
    [CPT, '20610', 'injection into a joint'],
    [CPT, '69210', 'ear wax'],
    [SNOMED, '27447', 'no such procedure'],
    ['http://loinc.org', '45378', 'a number of another system'],
    ['http://www.ada.org/cdt', 'D1110', 'cleaning'],
    ['http://www.cms.gov/Medicare/Coding/ICD10', 'BW03ZZZ', 'plain radiography'],
  ])('%s %s is none: %s', (system, code) => {
    expect(isOperationCode(system, code)).toBe(false);
  });
});
