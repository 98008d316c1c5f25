/** How wards, charts and the street write opioids: alone, and beside an ordinary drug, none of them passes as ordinary. */
import { describe, expect, it } from 'vitest';
import { fromText } from './describe-medication.ts';

/** Brands, short forms, street and research names of many countries, one a line. */
const NAMES = `
Triatec-8
Triatec 30
TRIATEC-8 FORTE
Triatec 8 Forte tabs
Ultradol
Ultradol 50
Atra 50 mg
Colchimax
Colchimax 1 mg cpr
Calpol Extra
Extra Calpol
Robitussin Night Time
Robitussin Night-Time Liquid
Benylin Children's Dry Cough
HYDROCOD 5/325
HYDROCOD-ACETAM 5-325
HYDROCOD/IBU
OXYCOD HCL
OXYCOD-APAP
HYDROMORPH 2MG
HYDROMORPH INJ
Morph Sulf 10mg
MORPH SULF SR
MSO4 2mg IV
MS04 4 mg
MSO4PF
BELLADNA/OPM
BELLADONNA-OPIUM SUPP
B&O supprettes
B & O 16A
percs
perc 10s
norco
norcos
vikes
dilaudid
dillies
methadose
subutex
suboxone film
subs
DHC
DHC continus
DF118
DF 118 forte
co-codamol
cocodamol 30/500
co codamol
co-dydramol
co-proxamol
solpadol
solpadeine
Zapain
palexia
Nucynta
tilidin
valoron N
dicodin
tramal
tramal long
contramal
oramorph
sevredol
dolantine
dolantin
dolosal
pethidine
demerol
duragesic
durogesic
matrifen
fentora
actiq
abstral
effentora
instanyl
pecfent
sublimaze
ultiva
sufenta
rapifen
dsuvia
zalviso
opana
exalgo
jurnista
palladone
hydal
targin
targiniq
oxynorm
oxygesic
longtec
xtampza
roxicodone
roxi 30
roxys
endone
proladone
mscontin
ms contin
MSIR
mst continus
mxl
zomorph
kapanol
skenan
actiskenan
moscontin
sevre long
vendal
substitol
compensan
polamidon
l-polamidon
levomethadone
biodone
physeptone
heptadon
ketalgin
eptadone
temgesic
buprenex
butrans
norspan
transtec
brixadi
sublocade
buvidal
belbuca
zubsolv
talwin
fortral
nubain
stadol
butorphanol ns
dezocine
meptid
dipidolor
piritramid
palfium
darvon
darvocet
distalgesic
antalvic
di-antalvic
doloxene
lomotil
lonox
imodium
paregoric
laudanum
tussionex
tussigon
hycodan
hydromet
phenergan w/ codeine
promethazine VC w codeine
cheratussin ac
guaiatussin ac
virtussin
robitussin ac
tuxarin
tuzistra
codral forte
panadeine forte
prontalgine
codoliprane
dafalgan codeine
efferalgan codeine
klipal
lindilane
lamaline
izalgi
acupan opium
gelonida
talvosilen
titretta
nedolon
paracodin
codicaps
tilicomp
dolviran
dolomo
gelocatil codeina
cod efferalgan
bisoltus
codeisan
adolonta
tramadolo
fortradol
zaldiar
ixprim
tramacet
ultracet
ultram
skudexa
enanplus
seglentis
conzip
ryzolt
durotram
zydol
zamadol
tramake
nobligan
tiparol
tradolan
mandolgin
gemadol
citodon
panocod
pinex forte
paralgin forte
kodimagnyl
spasmofen
oxikodon
dolcontin
abalgin
ketogan
ketorax
opiumsdraaber
dropizol
pinex major
isotonitazene
metonitazene
etonitazene
protonitazene
N-pyrrolidino etonitazene
n-desethyl isotonitazene
butonitazene
clonitazene
iso 'nitazene'
nitazene
U-47700
U47700
U 47700
u-48800
kratom
mitragyna speciosa
7-hydroxymitragynine
7-OH gummies
O-desmethyltramadol
lean
purple drank
sizzurp
dirty sprite
tianeptine
zaza red
tianaa
gas station heroin
heroin
diamorphine
smack
china white
black tar
speedball
krokodil
desomorphine
brorphine
carfentanil
acetylfentanyl
furanylfentanyl
para-fluorofentanyl
fent
fenty
oxycontin 80
oxy 30s
hillbilly heroin
poppy tea
poppy seed tea
opium
suboxine
soboxone
methedone
metadone
morfina
morfine
morphium
codeina
kodein
ヘロイン
モルヒネ
オキシコドン
吗啡
芬太尼
морфин
трамадол
промедол
фентанил
кодеин
бупренорфин
метадон
μορφίνη
τραμαδόλη
مورفين
ترامادول
มอร์ฟีน
`
  .trim()
  .split('\n');

const passes = (text: string): boolean => !['opioid', 'cannot-tell'].includes(fromText(text).kind);

describe('an opioid as people write it', () => {
  it('alone', () => {
    expect(NAMES.length).toBeGreaterThan(250);
    expect(NAMES.filter(passes)).toEqual([]);
  });

  it('before and after an ordinary drug', () => {
    expect(NAMES.filter((name) => passes(`${name}, lisinopril 10 mg`))).toEqual([]);
    expect(NAMES.filter((name) => passes(`metoprolol tart 25 mg / ${name}`))).toEqual([]);
  });

  it('beside words of devices', () => {
    expect(NAMES.filter((name) => passes(`${name} syringe 50 ml, extension set 150 cm`))).toEqual([]);
  });
});

describe("a cough brand with the letters of an opioid's line", () => {
  it.each(['Zortuss AC', 'Zor-Tuss HD', 'Guiatuss A.C. syrup', 'Tussin AC', 'Siltussin DC', 'Sedatuss HC'])(
    '%s does not pass by its ordinary name',
    (text) => {
      expect(['opioid', 'cannot-tell']).toContain(fromText(text).kind);
    },
  );

  it.each(['Tussin DM', 'Anusol HC', 'insulin AC'])('%s does', (text) => {
    expect(fromText(text).kind).toBe('other');
  });
});

describe('disguise', () => {
  it.each([
    ['full width', '\uff4f\uff58\uff59\uff43\uff4f\uff44\uff4f\uff4e\uff45 5 mg'],
    ['a zero-width space', 'oxy\u200bcodone'],
    ['a soft hyphen', 'tra\u00admadol'],
    ['a Cyrillic a', 'tr\u0430madol 50 mg'],
    ['Cyrillic o in three places', '\u043exyc\u043ed\u043ene'],
    ['a Greek omicron', 'morphine'.replace('o', '\u03bf')],
    ['accents', 'f\u00e9nt\u00e5nyl'],
    ['a ligature', '\ufb01oricet with codeine'],
    ['an escaped letter', 'cod&eacute;ine'],
  ])('%s hides nothing', (_, text) => {
    expect(fromText(text).kind).toBe('opioid');
    expect(fromText(`${text}, lisinopril 10 mg`).kind).toBe('opioid');
  });

  it.each([
    'o x y c o d o n e 5 mg',
    't r a m a d o l',
    'oxy codone',
    'oxy-\ncodone',
    'mor phine 10 mg',
    'hydro\nmorphone',
  ])('%j is asked about, beside an ordinary drug too', (text) => {
    expect(fromText(text).kind).toBe('cannot-tell');
    expect(fromText(`lisinopril 10 mg; ${text}`).kind).toBe('cannot-tell');
  });

  it.each([
    'amlodipine \u0442\u0430\u0431\u043b\u0435\u0442\u043a\u0438 5 \u043c\u0433',
    'amlodipine 5 \u03bcg',
    'interferon \u03b2-1a',
    'a b c d e f lisinopril',
  ])('%s is ordinary', (text) => {
    expect(fromText(text).kind).toBe('other');
  });

  it('a word of a script that nobody reads beside an ordinary drug is asked about', () => {
    expect(fromText('\u30a2\u30e0\u30ed\u30b8\u30d4\u30f3 amlodipine').kind).toBe('cannot-tell');
  });
});

describe('the ends of opioid names', () => {
  it.each(['zororphine', 'zornitazene', 'zorfentanil', 'zorcodone', 'zormorphone', 'Opiumtropfen'])(
    '%s is asked about beside any drug',
    (word) => {
      expect(fromText(`${word} 10 mg, lisinopril`).kind).toBe('cannot-tell');
      expect(fromText(`${word} needle`).kind).toBe('cannot-tell');
    },
  );
});
