/**
 * Words of dressings, tests, aids and instruments that alone say that a text is about a device, whatever brand stands beside it. Folded; English
 * and, from the appliance lists, the rest; from general knowledge of device nomenclature. A pump, a tray, a patch, an implant, a canister
 * or a syringe is none: opioids come in them; and "compresse" is a tablet in Italy.
 */
import { KINDS_ABROAD } from './device-kinds-abroad.ts';

const LISTS: readonly string[] = [
  // of the appliance lists, in several languages
  `wound wounds woundcare compress stkn stch gaiter gaiters waistband wstbnd boxer boxers pants nephrost nephrostomy compr pouching
   leggings needle needles lancet lancets lancing glucometer stocking stockings hosiery tights bandage bandages bandaging stockinette
   stockinet stkntte gauze dressing dressings catheter catheters nelaton foley colostomy ileostomy urostomy ileo ostomy stoma stomal
   stomabag stomabags stomacap urinal urinals truss trusses hernia girdle legging armsleeve garment garments gmt lymphgmt lymphoedema
   incont incontinence urisheath urisac condom condoms suture sutures stapler glove gloves washer washers aerochamber mouthpiece
   tracheostomy tracheo laryngectomy cannula flange flng baseplate drainage drainable drnbl clsd urin pouch pouches pch deodorant
   deodorants deod wipes brief briefs diaper diapers nappy nappies walker wheelchair crutch crutches cane sharps electrode electrodes
   tubing bdge hydrocolloid wte elasticated elastctd elasctd stkng stkngs tubular tubr tublr colo urost fltr opqe foy slc convex polyureth
   hose undercliff diaphragm thermometer iucd iub spigot spigots suspensory insole insoles splint splints brace braces sling slings commode
   bedpan underpad underpads bedpads drape drapes scalpel tourniquet speculum oximeter orthosis prosthesis dilator dilators stopcock
   compressor wadding lint exlge xlge legbag uribag portabelt kneecap kneecp jockstrap sphygmomanometer stethoscope chux tapeless appl
   gauge faecal debridement constrictor hydrocath tainer bandelette bandelettes glucometre lancettes lancette autopiqueur aiguille
   aiguilles pansement pansements sparadrap chaussette chaussettes collant attelle orthese prothese stomie sonde sondes canule canules
   tubulure tubulures alese aleses bequille bequilles preservatif preservatifs sterilet thermometre tensiometre gants embout perfuseur
   aposito apositos gasa gasas venda vendas vendaje vendajes esparadrapo aguja agujas reactivas lanceta lancetas glucometro sonda sondas
   cateter cateteres colostomia ileostomia urostomia ostomia panal panales calcetines faja muletas preservativo preservativos termometro
   tensiometro verband verbande wundverband wundauflage wundauflagen kompresse kompressen mullkompresse mullkompressen heftpflaster
   wundpflaster mullbinde mullbinden fixierbinde fixierbinden kanule kanulen nadel nadeln pennadel pennadeln lanzette lanzetten
   teststreifen blutzuckerteststreifen blutzuckermessgerat stechhilfe katheter blasenkatheter dauerkatheter einmalkatheter urinbeutel
   beinbeutel stomabeutel kolostomiebeutel kompressionsstrumpf kompressionsstrumpfe kompressionsstrumpfhose stutzstrumpf stutzstrumpfe
   bruchband inkontinenz windel windeln inhalierhilfe handschuhe tupfer kondom kondome blutdruckmessgerat infusionsbesteck rollator gaas
   gaaskompres gaaskompressen zwachtel zwachtels hechtpleister wondpleister wondverband naald naalden pennaald pennaalden lancetten
   teststrip teststrips katheters urinezak urinezakken stomazak stomazakjes stomamateriaal steunkous steunkousen incontinentiemateriaal
   luier luiers inlegger inleggers handschoenen condoom condooms voorzetkamer bloedglucosemeter prikpen forband sarforband gasbinda kanyl
   kanyler pennkanyl pennkanyler lansett lansetter teststicka teststickor blodsockermatare kateter katetrar urinpase benpase stomipase
   stomi stodstrumpa stodstrumpor bloja blojor inkontinensskydd handskar kondomer bandasje bandasjer kanyle pennekanyler teststrimmel
   teststrimler strimler katetre urinpose stomipose stottestromper bleie bleier hansker forbinding forbindinger lancetter handsker
   haavasidos sidos sidokset neula neulat lansetit testiliuska testiliuskat katetri katetrit avannepussi virtsapussi tukisukka tukisukat
   vaippa vaipat kasineet medicazione medicazioni garza garze benda bende aghi pungidito lancetta reattive catetere cateteri stomia
   pannolone pannoloni tutore stampelle distanziatore guanti preservativi deflussore penso pensos ligadura ligaduras atadura ataduras
   agulha agulhas glicosimetro fralda fraldas luvas`,
  // wounds
  `bandaid bandaids steristrip steristrips drsg drsng drsgs dressg gauzes gze telfa kerlix unna skinprep nonwoven nonstick bordered
   hydropolymer hydrofiber hydrofibre hydrogel hydrogels alginates elastocrepe crepe selfadherent bandg bndg bdg bandge underwrap wraps`,
  // surgery
  `forceps scissors scissor retractor retractors rongeur rongeurs curette curettes curet osteotome osteotomes periosteotome trocar trocars
   cannulae specula scope scopes laparoscope endoscope arthroscope bronchoscope cystoscope laryngoscope laryngoscopes ophthalmoscope
   ophthalmoscopes otoscope otoscopes dermatoscope hysteroscope resectoscope ureteroscope microscope microscopes stylet stylets stilette
   bougie bougies snare snares lithotripter cautery electrocautery bovie diathermy electrosurgical electrosurg cauterizing ligature
   ligatures ligator ligators ligation ligating hemostats hemoclip hemoclips ligaclip staplers staples staple stapled stapling applier
   appliers blade blades bistoury sutured suturing monofilament monofil polyglactin polypropylene catgut mesh meshes allograft xenograft
   autograft prosthetic prostheses prosth pacemaker pacemakers pacer defibrillator defibrillators defib stent stents guidewire guidewires
   guidewr wire wires screw screws anchor anchors acetabular reamer reamers drill drills saws bur burs burr burrs rasp rasps gouge chisel
   mallet hemovac drains evacuator evacuators yankauer suction suctioning thoracentesis paracentesis amniocentesis biopsy biopsies cytology
   gown gowns draping bouffant respirator respirators facemask facemasks mask masks faceshield goggles eyewear apron aprons coverall
   coveralls bootie booties shoecover steriliser sterilizer sterilization autoclave fixator fixators tunneler tunneller dissector
   dissectors elevator elevators probe probes punches trephine spreader spreaders rotator handpiece handpieces shears grasper graspers
   tweezers tweezer pliers cutter cutters splitter crusher crushers rongers needleholder coil coils occluder occluders balloon balloons
   introducer introducers inserter inserters obturator obturators kocher allis babcock crile halsted metzenbaum littauer adson debakey
   langenbeck senn weitlaner gelpi deaver bookwalter balfour farabeuf hohmann kerrison leksell liston gigli volkmann cusco auvard hegar
   pozzi tenaculum tenacula bipolar monopolar osteotomy awl awls nippers nipper hammer hammers mallets chisels gouges impactor impactors
   template templates jig jigs instrument instruments instrumentation retrieval extractor extractors perforator perforators trephines
   keratome keratomes phaco phacoemulsification intraocular vitrectomy tonometer keratometer phoropter audiometer tympanometer
   bioprosthesis bioprosthetic allografts homograft fibrillator thrombectomy atherectomy microcatheter embolectomy filterwire
   sphincterotome papillotome papillotomes polypectomy basket baskets lithotrite laser lasers fiberoptic fibreoptic insufflator
   insufflators morcellator dermatome dermatomes interlocking intramedullary cerclage dowel peek unicortical bonewax sealer tourniquets
   sterilisation epilator stripper strippers stimulator stimulators neurostimulator neurostimulation neurostimulators dermatotome knife
   knives harrington lagscrew camera cameras anoscope anoscopes gastroscope gastroscopes proctoscope rectoscope colposcope sigmoidoscope
   colonoscope duodenoscope nasopharyngoscope culdoscope laryngostroboscope shunt shunts ventriculoperitoneal celestin fogarty graftjacket
   acellular talar bearing bearings bushings patellofemoral meniscal interbody plating nailing lithotripsy electrosurgery bayonet
   finochietto doyen ochsner potts castroviejo jameson wescott vannas barraquer colibri mcpherson sinskey lieberman kratz lewicky simcoe
   graefe desmarres freer cottle takahashi blakesley jansen hurd lothrop mcivor jennings myringotomy tympanostomy grommet grommets
   ossicular stapedectomy gia ligaclips fiberwire pleurevac generator generators icd icds lcp dcp dhs lcdcp endogia endo stapleline
   vertebroplasty kyphoplasty iabp superabsorber superabsorbent superabsorbents pericardial hooks hook cannulated unthreaded threaded
   headless endobutton tightrope suturepassers craniofacial mandibular maxillary zygomatic cranial burrhole`,
  // airway and lines
  `ventilator ventilators cpap bipap airway airways endotracheal trach tracheotomy lma ambu resuscitator resuscitators bvm humidifier
   humidifiers concentrator concentrators spirometer spirometers circuit circuits hme gastrostomy gastrojejunostomy jejunostomy ngtube
   dobhoff enfit angiocath angiocatheter burette buretrol buretol macrodrip microdrip manifold manifolds transducer transducers picc cvc
   dialyzer dialyzers dialyser dialysers hemodialyzer haemodialyser hemofilter haemofilter oxygenator oxygenators luer luerlock stopcocks
   stopck statlock armboard armboards syringepump oximeters oximetry sphyg sphygmo capnography capnograph mahurkar urimeter urinometer
   urometer uridome uridom coude nephrostomy cystostomy suprapubic rectaltube irrigator mouthpieces valve valves valved connector
   connectors connectr coupling nozzle plunger bellows flowmeter flowmeters manometer manometers cycler cyclers needleless needlefree
   extenders tubings perfusor spike spikes collector collectors catchers sheath sheaths clamp clamps clip clips spacer spacers aspirator
   aspirators oropharyngeal nasopharyngeal tracheostoma percussor mouthguard mouthguards stopper stoppers bung bungs warmer warmers
   rewarming trumpet trumpets volumetric pleur evac gooseneck condomcatheter`,
  // support
  `continence cementless uncemented cemented mats cardboard nonslip antislip bloodline bloodlines urostomate restrictor restrictors
   antiembolism antiembolic thromboembolism msu dipslide dipslides leglifter overchair bidet nailbrush handholds footstool footstools
   footrests headpiece earpiece processor processors collar collars immobilizer immobilizers immobiliser immobilisers boot boots
   walkers rollators wheelchairs scooter scooters hoist hoists cushion cushions mattress mattresses overlay bedrail bedrails commodes chair
   chairs armchair bench benches seat seats seating handrail grabrail ramp ramps reacher grabber canes orthotic orthotics orthoses afo kafo
   tlso lso casts casting padding fiberglass fibreglass binders strapping kinesiology kinesio footwear shoe shoes slipper slippers socks
   sock bedding pillow pillows blanket blankets linen linens footrest armrest headrest legrest patellar pantyhose suspender garters stump
   wig wigs bra bras eyepatch patching monocular spectacle spectacles eyeglass eyeglasses lens lenses frame frames earmold earmolds
   earmould earmoulds earplug earplugs batteries battery cochlear emg ecg ekg eeg lamp lamps phototherapy lightbox charger chargers adapter
   adapters adaptor adaptors cable cables caster casters helmet helmets traction trapeze whirlpool hydrocollator goniometer dynamometer
   treadmill ergometer exerciser exercisers dumbbell theraband theraputty overbed nightstand recliner gurney stairlift stander crib
   isolette cradle stirrup stirrups restraint restraints mitt mitts alarm alarms curtain curtains handgrip handgrips handlebar axle tyre
   tires tyres joystick footplate footplates swivel hoyer tub harness harnesses corset corsets girdles suspenders shrinker shrinkers
   myoelectric belt belts strap straps webbing vest vests sleeve sleeves holder holders protector protectors pillowcase pusher opener
   openers magnifier magnifiers loupe loupes eyeshield visor visors razor razors clippers comb hairbrush shoehorn bib bibs tabletop
   sheepskin lambswool enclosure canopy headboard footboard sitz pail faucet attachment attachments mechanism hospitalbed knob pillowtop
   wheel wheels brakes brake rental purchase ramped seatlift lifters kneewalker walkerette rollbar antirollback antitipper underarm tripod
   quadcane neckbrace backbrace backrest backrests armrests legrests toeboard supporter supporters stepladder stabilizing stabiliser
   stabilizer positioning positioner positioners torso limb limbs disarticulation prosthetist pylon gauntlet gauntlets eggcrate kneepad
   elbowpad shinguard footcradle overbedtable bedtable hospitalbeds gelpad aidbed reclining tilt separator separators socket sockets
   fluidized fluidised innerspring mattres mattrs wheelchr whlchr crutchs walkr commod prosthes orthos`,
  // laboratory and care
  `centrifuge pipette pipettes pipet pipets cuvette cuvettes cryovial cryovials petri vacutainer vacutainers microtainer slides coverslip
   coverslips beaker beakers flask flasks rack racks incubator incubators specimen specimens reagents analyzer analyzers analyser analysers
   calibrator calibrators assay assays immunoassay thermometers stethoscopes cuff cuffs holter cystometer breathalyser breathalyzer
   toothbrush toothbrushes denture dentures bracket brackets mirror mirrors interdental toothette toothettes percha articulator burnisher
   scaler scalers basin basins washcloth washcloths towel towels towelette towelettes napkin napkins sheeting pacifier pacifiers teats
   breastpump breastpumps basinet bassinet depressor depressors organiser organizer pillbox pillboxes splitters tricorder dipstick
   dipsticks multistix diastix clinistix urinalysis occult hemoccult haemoccult hemocue sharpsafe bin bins trolley trolleys cart carts
   stretcher stretchers cabinet cabinets tape cleaner cleaners wristband wristbands bracelet bracelets telemetry electrocardiograph
   electrocardiogram electroencephalograph caliper calipers ruler rulers penlight flashlight headlamp headlight mortuary cadaver shroud
   autopsy dosimeter collimator disposal refrigerator freezer thermostat hotplate stirrer funnel funnels crucible desiccator tongs spatula
   spatulas swabstick swabsticks microplate microplates electrophoresis chromatography parafilm thermocycler vortexer glassware petridish
   inoculating hemacytometer haemocytometer thermohygrometer barcode printer printers software keyboard telephone chute furniture
   wastebasket hamper toothpicks cottonballs cottonwool qtips mop mops broom bucket buckets bedsheet bedsheets mattresscover earloop
   hairnet hairnets overshoe overshoes laryngoscopic pantyliner pantyliners potty atomizer atomizers machine machines timer timers vibrator
   vibrators cloth cloths clothing thermos icebox microwave oven vehicle photometer spectrophotometer fluorometer nephelometer osmometer
   coagulometer bilirubinometer refractometer densitometer hygrometer barometer inclinometer plethysmograph electromyograph
   electroretinograph densitometry tomograph tomography fluoroscopy fluoroscope mammograph mammography collimators scanner scanners
   workstation viewbox negatoscope darkroom indicator indicators autoclavable towelling wipe swabstix doormat keepsake umbilical keloid
   germicidal hypoallergenic kpad telethermometer hematology sphygmomanometers photometers sampler samplers mold molds mould moulds
   physiologic finespun sharpscontainer biohazard underwear ejector bitewing prophy tofflemire badge badges riser risers electrolarynx
   domes`,
];

export const DEVICE_KINDS: ReadonlySet<string> = new Set([...LISTS, ...KINDS_ABROAD].join(' ').split(/\s+/));
