/**
 * Words of dressings, tests and appliances in the languages of the lists. Folded; from general knowledge and the appliance
 * lists. A pump, a tray, a patch ("pflaster", "pleister", "parche", "cerotto") or a syringe is none: opioids come in them; and "compresse" is a
 * tablet in Italy.
 */

const words = (lists: string): ReadonlySet<string> => new Set(lists.split(/\s+/));

/** One of these alone says that a text is about a device, whatever brand stands beside it. */
export const DEVICE_KINDS = words(
  `needle needles lancet lancets lancing glucometer stocking stockings hosiery tights bandage bandages bandaging stockinette stockinet
   stkntte gauze dressing dressings catheter catheters nelaton foley colostomy ileostomy urostomy ileo ostomy stoma stomal stomabag
   stomabags stomacap urinal urinals truss trusses hernia girdle legging leggings armsleeve garment garments gmt lymphgmt lymphoedema
   incont incontinence urisheath urisac condom condoms suture sutures stapler glove gloves washer washers aerochamber mouthpiece
   tracheostomy tracheo laryngectomy cannula flange flng baseplate drainage drainable drnbl clsd urin pouch pouches pch deodorant
   deodorants deod wipes brief briefs diaper diapers nappy nappies walker wheelchair crutch crutches cane sharps electrode electrodes tubing
   bdge hydrocolloid wte elasticated elastctd elasctd stkng stkngs tubular tubr tublr compr colo urost fltr opqe foy slc
   convex polyureth hose undercliff diaphragm thermometer iucd iub spigot spigots suspensory insole insoles splint splints brace
   braces sling slings commode bedpan underpad underpads bedpads drape drapes scalpel tourniquet speculum oximeter orthosis prosthesis dilator
   dilators stopcock compressor wadding lint exlge xlge legbag uribag portabelt kneecap kneecp jockstrap sphygmomanometer stethoscope chux
   tapeless appl gauge faecal debridement constrictor hydrocath tainer
   bandelette bandelettes glucometre lancettes lancette autopiqueur aiguille aiguilles pansement pansements sparadrap chaussette
   chaussettes collant attelle orthese prothese stomie sonde sondes canule canules tubulure tubulures alese aleses bequille bequilles
   preservatif preservatifs sterilet thermometre tensiometre gants embout perfuseur
   aposito apositos gasa gasas venda vendas vendaje vendajes esparadrapo aguja agujas reactivas lanceta lancetas glucometro sonda
   sondas cateter cateteres colostomia ileostomia urostomia ostomia panal panales calcetines faja muletas preservativo preservativos termometro tensiometro
   verband verbande wundverband wundauflage wundauflagen kompresse kompressen mullkompresse mullkompressen heftpflaster
   wundpflaster mullbinde mullbinden fixierbinde fixierbinden kanule kanulen nadel nadeln pennadel pennadeln lanzette lanzetten teststreifen
   blutzuckerteststreifen blutzuckermessgerat stechhilfe katheter blasenkatheter dauerkatheter einmalkatheter urinbeutel beinbeutel stomabeutel
   kolostomiebeutel kompressionsstrumpf kompressionsstrumpfe kompressionsstrumpfhose stutzstrumpf stutzstrumpfe bruchband inkontinenz
   windel windeln inhalierhilfe handschuhe tupfer orthese kondom kondome blutdruckmessgerat infusionsbesteck rollator
   gaas gaaskompres gaaskompressen kompressen zwachtel zwachtels hechtpleister wondpleister wondverband naald naalden pennaald pennaalden lancetten teststrip
   teststrips katheters urinezak urinezakken stomazak stomazakjes stomamateriaal steunkous steunkousen incontinentiemateriaal luier
   luiers inlegger inleggers handschoenen condoom condooms voorzetkamer bloedglucosemeter prikpen
   forband sarforband gasbinda kanyl kanyler pennkanyl pennkanyler lansett lansetter teststicka teststickor blodsockermatare
   kateter katetrar urinpase benpase stomipase stomi stodstrumpa stodstrumpor bloja blojor inkontinensskydd handskar kondomer
   bandasje bandasjer kanyle pennekanyler teststrimmel teststrimler strimler katetre urinpose stomipose stottestromper bleie bleier
   hansker forbinding forbindinger lancetter handsker haavasidos sidos sidokset neula neulat lansetit testiliuska testiliuskat katetri
   katetrit avannepussi virtsapussi tukisukka tukisukat vaippa vaipat kasineet
   medicazione medicazioni garza garze benda bende aghi pungidito lancetta reattive catetere cateteri stomia pannolone pannoloni
   tutore stampelle distanziatore guanti preservativi deflussore penso pensos ligadura ligaduras atadura ataduras agulha agulhas
   glicosimetro fralda fraldas luvas`,
);

/** Names of medicines hold these too: two of them tell, or one beside a length. */
export const DEVICE_SIGNS = words(
  `strip strips meter mask pad pads swab swabs foam skin barrier leg bag bags med sml lge adhesive adh pessary pess sensor sensors
   monitor dress dressg band wound spacer tape tapes compression compress remover sheath plaster plasters plastrs plastr belt belts lymph sock socks alginate nebuliser
   nebulizer nebul cath urine urinary tube tubes jug dt pv support supports appliance seal seals cover covers holder outl
   outlet elas elastic elastomer plas plastic butyl rubb rubber knee thigh ankle ank toe blk drain cone valve valved spout plate plates b plt nrv surg surgical layer wool cott cotton transpt
   transparent mouldable mould border toning pelvic filter vest sleeve liner webbing strap straps silicone alginat hydrogel non wov woven
   crepe polyam polyth cellulose syn tulle net wrap collector chamber cushion protector connctr connector clamp clip clips
   extension reservoir drip relieving pressure disc discs cap caps accessory irrigation irrig washout hypod hypodermic gauge diam
   bande bandes poche poches masque gaze coton compresa compresas bolsa bolsas medias mascarilla beutel binde binden maske schlauch
   vorlage vorlagen strumpf strumpfe zak zakjes kous kousen binda pase pose sacca sacche calze mascherina meias saco sacos tiras`,
);

/** Test strips, whatever they test for. */
export const TEST_STRIPS = words(
  `test_strip test_strips teststrip teststrips teststreifen blutzuckerteststreifen teststicka teststickor teststrimmel teststrimler
   testiliuska testiliuskat tiras_reactivas strisce_reattive bandelette_reactive bandelettes_reactives`,
);

/** Side by side they are a device's, and apart they are anything's. */
export const DEVICE_PHRASES = words(
  `leg_bag leg_bags wound_dress urine_bag drain_bag night_bag test_strip test_strips pen_needle pen_inj closing_tape surgical_tape adhesive_tape peak_flow holding_chamber infusion_set
   extension_set giving_set iv_set admin_set vacuum_pump prep_pad prep_pads alcohol_swab alcohol_swabs alcohol_prep tb_syringe control_solution
   wash_out knee_high ted_hose anal_plug anal_plugs face_mask skin_closure cotton_wool zn_ox_tape urine_collector bas_contention tire_lait tiras_reactivas`,
);

/** What a dose or a form of a medicine is written with: beside these a word that nobody knows may be a drug. */
export const DOSE_WORDS = words(
  `mg mgs mcg mcgs ug microgram micrograms microgramme microgrammes tablet tablets tab tabs capsule capsules lozenge
   lozenges patch patches transdermal transdermique transdermico pflaster pleister parche parches cerotto cerotti sublingual buccal
   injection injections inj injectable ampoule ampoules ampule ampules vial vials suppository suppositories syrup elixir linctus
   tablette tabletten comprime comprimes comprimido comprimidos compressa compresse kapsel kapseln gelule gelules depotplaster`,
);
