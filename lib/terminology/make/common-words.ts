/**
 * Brands of the national lists that are words of everyday language as well. In a text such a word is no positive knowledge of
 * another drug. Found by word frequency in seven languages (zipf 3.3 and more, wordfreq 3.1), and general knowledge.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `tuss tussi gesic aaa roll seals remedy traditional conseil symptoms corn color methylated premium message spinal anaesthetic abba acc active air akten alaska alba aleta align alli almeida ando andrews android andy annovera
   antunes any aranda arco arid armour arsenal art asa aspire aston atem ator authentic avanza avenir baby bind
   balance beauty beco belo benz black blue bone brain branca breeze buff buffer cade calm cambia candy
   cannabis cantor canyon capitol care caro carol cecil cerchio cerebro certo char chiaro chilly clear clever
   cody cold complete compro consensi contin cool coq coral coronation cough county cox cushion daily danilo delta
   diane diet diva divina doctor dok dolphin dora double downs dragon dream drill ds dundee eclipse edinburgh
   eisen elan elektra eliten ella energy enrich ensure estima every exact extra falco fam family farine fast
   faster fate fender fidato fit flanders fleet flora flown focus foster free freestyle fresh frieden frost
   fulcro fungus fusi galaxia genius gent gerard gesto giant git gold golden good grasp gratis gray green
   gusto hair halls happy harris heart hec herbal hero hoffman home homer homo honey hope hunter hush iban
   imo inno instant intense isla joint julie junior just kast kidney kids kind kosten kylie lama lanes larvae
   larve laser lax lc lemos leva levate liberate lido life lifespan lift liga lima linus liver livia logical
   lora lorraine loss lr lucen luft lyons mac maestro mag magic maize manor masa materna matrix max media medicaid
   meditar medium mega melo melodia men menino mica mila milk minerva mini mirage mission momentum montana
   moon muse mustard natural nature nerve new next night nikita nods norton noten nouvelle novita now np ns
   nurse oil one optimum orienta orly pain panda partenza patronage pedia peel pep perform performer petro
   pharmacy phillips pib platina plus porcelana power pr pres prestige prima principle pronto punita pure
   quark quatro quest quorum raket rapid rapido rayos react realen reca red refresh regulan relax relaxa
   relief renova renovada reserva return reza richmond rid right rigido rl rock rony ropas rumo safe salt
   salts sano schiff scholl sea search seem senior serrano sham shire siesta sigma silver simple skin sleep
   slim smart solar soma sommo sorti sos spara spin sportive ssd stadium stanley star stefano stop strong
   sugar sultan sun super sweet tace tag tala tandem target tea temporal tenta thais three thrive tiger
   tinder tivoli tobi toco tonic top total trazer triple true ultra universal urso value vance vanish
   vascular vatten olja vendita victor view vit vital vitro vota warm water wealthy wellness white windy witty women
   world zac zing zodiac best chain check choice code dark element field heavy house item move nice plan ruby scan
   sound stage stress swim talk team travel violet well whole wild winter`.split(/\s+/),
);
