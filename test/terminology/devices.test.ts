/** Dressings, tests and appliances, in several languages; and what must not be taken for one. */
import { describe, expect, it } from 'vitest';
import { fromText } from './describe-medication.ts';

const DEVICES = [
  'Kolby Wound Dress 10cm x 12cm',
  'Pen needles 31G x 5 mm, box of 100',
  'Colostomy bag, one piece, beige 30mm',
  'Zorvik Class 2 Below Knee Open Toe Stkngs',
  'Inguinal truss, left, elastic',
  'Intermittent catheter Fr 14',
  'Lancets 28 gauge',
  'Underpads 60 x 90 cm',
  'Alcohol prep pads',
  'TB syringe',
  'Bandelettes glycémie Zorvik',
  'Pansement hydrocolloïde 10 x 10 cm',
  'Aiguilles pour stylo 4 mm',
  'Apósito estéril 5 x 5 cm',
  'Tiras reactivas de glucosa Zorvik',
  'Blutzuckerteststreifen Zorvik N2',
  'Wundverband steril',
  'Stomabeutel Zorvik 2-teilig',
  'Pennaalden 6 mm',
  'Steunkousen klasse 2',
  'Stomipåse Zorvik',
  'Teststickor blodsocker',
  'Garze sterili 10x10 cm',
  'Agulhas para caneta de insulina Zorvik',
  'Zorvik biopsy forceps 2.3',
  'SCREW CORTICAL 3.5X14',
  'SYRINGE LUER LOCK 20 ML',
  'Syringe 5 ml',
  'Zorvik 36cm',
  'Tablet cutter',
  'Fauteuil roulant Zorvik',
  'Attelle de poignet droite',
  'Katheterventil Zorvik',
  'Sauerstoffkonzentrator',
  'Venda elástica 4x5',
  'Silla de ruedas plegable',
  'Cadeira de rodas',
  'Medicazione idrocolloide Zorvik',
  'Deambulatore',
  'Injectienaald 21G',
  'Zuurstofbril Zorvik',
  'Tappningskateter CH12',
  'Kørestol',
  'Virtsankeräyspussi',
  'Glucose strips Accu-Chek',
  'Mepilex Lite 284000',
  'Zorvik 5608 (Coloplast Ltd)',
  'Hydro catheter LoFric',
  'Pelican Cohesive Paste',
  'Surgical tape 2.5 cm',
  'Tape',
  'Sticking plasters, assorted',
  'Epidural catheter 18G',
  'BD Viva Needles Pen Inj Screw On 4mm/32',
  'BD AutoShield Duo',
  'Pen-injector needles 4mm/32gauge',
  'Moisture exchanger',
  'Automatic bp monitor',
  'Baja lengua adultos',
  'Cinta hipoalergénica',
  'Hoja de bisturí',
  'Adesivo Micropore 2.5cm',
  'Wundkontaktschicht Zorvik',
  'Infusionsständer',
  'Divaricatore',
  'Écarteur',
  'Blodsukkermåler',
  'Kompresjonsstrømper',
  'Wandelstok',
] as const;

/** A strip that tests for fentanyl holds none. */
const TEST_STRIP = /bandelettes|reactivas|teststreifen|teststickor/i;

describe('devices', () => {
  it.each(DEVICES)('%s is a device: nothing to ask', (text) => {
    expect(['device', 'other']).toContain(fromText(text).kind);
  });

  it.each(DEVICES.filter((text) => !TEST_STRIP.test(text)))('%s with fentanyl is an opioid', (text) => {
    expect(fromText(`${text} fentanyl`).kind).toBe('opioid');
  });

  it.each([
    'Zorvik patch 10 cm x 10 cm',
    'Zorvik Pflaster 5 cm x 7 cm',
    'Zorvik 50 mcg needle',
    'Zorvik 10 mg tablets, leg bag',
    'Zorvik pump',
    'Zorvik PCA syringe 50 ml',
    'paracetamol zorvik needle',
    'Zorvik parches 25 cm2',
    'Zorvik under the tongue at bed time',
    'Zorvik for shoulder pain, wheelchair',
    'Zorvik strips 10x10',
    'Zorvik tube 20g',
    'Zorvik hcl needle',
    'Zorvik prn, walker',
    'Zorvik adult',
    'Venda 10',
    'MAT',
    'Zordiarfix',
    'Zorvik central',
    'Zorvik plaster large',
    'Tape 50 mg tab',
    'Endo 5/325',
    'tala 50 mg',
    'traditional remedy',
    'epidural tray',
    'Zorvik pen inj',
    'Zorvik oral syringe',
    'Zorvik BD pen',
    'Zorvik adhesive plaster',
    'Zorvik start kit',
    'PCA cassette 100 ml',
    'Zorvik kit',
    'Zorvik lollipop',
    'Zorvik film',
    'Zorvik oral film strips',
    'Zorvik spray',
    'Zorvik inhaler',
    'Zorvik bag 100 ml',
    'Zorvik implant small',
    'Seni 5 mg tablets',
    'intrathecal pump',
  ])('%s is asked about: a word that nobody knows beside a dose or a patch may be a drug', (text) => {
    expect(fromText(text).kind).toBe('cannot-tell');
  });

  it.each(['tramodol needle', 'oxycodon test bag', 'hydrocodon dressing 10cm x 10cm'])(
    '%s is no device',
    (text) => {
      expect(['opioid', 'cannot-tell']).toContain(fromText(text).kind);
    },
  );

  it.each(['Fentanyl test strips', 'Fentanyl-Teststreifen', 'Tiras reactivas de fentanilo'])(
    '%s test for the drug and hold none',
    (text) => {
      expect(fromText(text).kind).toBe('device');
    },
  );

  it.each([
    'Contour test strips; oxycodone 5 mg tab',
    'test strips and Percocet 5/325',
    'lancets, test strips, tramadol 50mg',
    'test strips\nmorphine 15 mg',
    'fentanyl 12 mcg patch + test strips',
    'tramadol, test strips',
    'Teststreifen und Tramadol',
  ])('"%s" lists an opioid beside test strips', (text) => {
    expect(fromText(text).kind).toBe('opioid');
  });

  it('a near miss beside test strips is asked about, an ordinary drug is none of it', () => {
    expect(fromText('oxycodne 5 mg, test strips').kind).toBe('cannot-tell');
    expect(fromText('lisinopril 10 mg; test strips').kind).toBe('other');
  });

  it.each([
    'test strips, fentanyl',
    'Test strip (fentanyl) 20 ng/mL',
    'Fentanyl test strips, 50 count',
    'fentanyl/xylazine test strips',
    'fentanyl test strip kit, use as directed',
    'Contour Next test strips 70-180 mg/dL',
  ])('"%s" is the test alone', (text) => {
    expect(fromText(text).kind).toBe('device');
  });
});
