/** The same words in French, German, Spanish, Portuguese, Italian, Dutch, the Nordic languages and Finnish. */
export const KINDS_ABROAD: readonly string[] = [
  // French
  `operatoire operatoires antiembolique antithrombose corticale corticales bordure meche meches filet filets tubulaire tubulaires penien
   peniens collecteur collecteurs couche lecteur lecteurs autopiqueurs perfuseurs prolongateur prolongateurs robinet robinets obturateur
   obturateurs gastrostomie tracheotomie tracheostomie echangeur debitmetre debitmetres concentrateur concentrateurs lunettes masque
   masques contention collants manchon manchons ceinture ceintures attelles ortheses collier colliers genouillere genouilleres chevillere
   chevilleres coudiere coudieres protege talonnette talonnettes semelle semelles chaussure chaussures botte bottes gilet gilets echarpe
   echarpes cannes deambulateur deambulateurs fauteuil fauteuils matelas coussin coussins souleve siege sieges chaise chaises rehausse
   surelevateur potence protheses audioprothese audioprotheses appareillage monture montures lentille lentilles stimulateur stimulateurs
   endoprothese endoprotheses biberon biberons tetine tetines tensiometres ciseaux pince pinces drap draps haricot haricots bistouri
   bistouris agrafe agrafes agrafeuse agrafeuses redon redons broche broches ancillaire intisse hydrocellulaire hydrocellulaires
   hydrocolloide hydrocolloides hydrofibres aspirateur aspirateurs nebuliseur nebuliseurs humidificateur ballonnet ballonnets introducteur
   introducteurs autosondage sondage bourdonnet garrot garrots epingle perruque perruques minerve minerves autocontrole autosurveillance
   adaptateur adaptateurs appareil appareils baignoire berceau bouillotte brancard brosse brosses cadre capteur capteurs casaque casaques
   chaussons compresseur compresseurs conformateur connecteur connecteurs cupule cupules doigtier doigtiers elevateur epingles etrier
   extenseur extracteur filtre filtres fixateur fixateurs gouttiere gouttieres harnais housse housses jambiere marteau moniteur moniteurs
   mouchoirs oreiller oreillers oxymetre palpeur pessaire pilulier piluliers raccord raccords rasoir rasoirs roue saturometre serviette
   serviettes sterilisateur supports surchaussure surchaussures tapis teterelle teterelles ventilateur ventilateurs verticalisateur visiere
   valvule valvules orthoprothese orthoprotheses spatule spatules abaisse crachoir blouse blouses charlotte charlottes arceau bidet boitier
   boitiers brancards chariot chariots crachoirs desserte divan ecouvillon ecouvillons electrocardiographe enfile forets introduceur
   marchepied paravent pedale peniflow potences scialytique speculums tabouret tabourets thermometres trepied valisette verticalisateurs
   stomaphyse nontisse intisses cochleaire cochleaires modelable modelables rehausseur rehausseurs absorbante absorbantes jetable jetables
   resorbable resorbables plantaire plantaires thermoformable motorise hanche coquille raccordement`,
  // German
  `binden idealbinde gipsbinde longette longetten tamponade tamponaden vlies vlieskompresse vliesstoff vliesstoffkompressen saugkompresse
   saugkompressen schlauchmull krawatte halskrawatte zervikalstutze armtragetuch armschlinge schiene schienen gehstock gehstutze gehstutzen
   gehhilfe gehwagen gehbock unterarmgehstutze unterarmgehstutzen rollstuhl rollstuhle pflegebett matratze matratzen kissen sitzkissen
   hocker toilettenstuhl toilettensitz toilettensitzerhohung duschhocker badewannenlifter lifter patientenlifter horgerat horgerate
   horgeratebatterien sehhilfe brille brillen brillenglas kontaktlinse kontaktlinsen prothesen perucke milchpumpe mundschutz maske masken
   nierenschale skalpell skalpelle nahtmaterial klammerentferner pinzette pinzetten schere scheren zange zangen klemme klemmen wundhaken
   nadelhalter zellstofftupfer urinbecher urinflasche steckbecken bettpfanne messbecher medikamentendispenser tablettenteiler
   tablettenzerkleinerer elektrode elektroden vernebler verneblergerat inhaliergerat inhalationsgerat absauggerat absaugkatheter
   sekretbehalter sauerstoffbrille sauerstoffmaske beatmungsbeutel beatmungsmaske dreiwegehahn verlangerung uberleitgerat uberleitsystem
   portnadel einlagen analtampon analtampons fixierhose fixierhosen netzhose netzhosen windelhose windelhosen bettschutz bettschutzeinlage
   bettschutzeinlagen irrigationsset basisplatte basisplatten hautschutzring hautschutzplatte stomapaste pflasterentferner verbandsmaterial
   einmalhandschuh einmalhandschuhe untersuchungshandschuhe kanulenabwurfbehalter abwurfbehalter orthesen bandagen lagerungshilfe waage
   stethoskop otoskop anziehhilfe greifhilfe bettbeutel zubehor akku halterung gurt gurte gurtel haube hauben kittel korsett kragen lampe
   larynx leibbinde liege luftbefeuchter manschette manschetten mieder netz oxymeter pessar pessare pipetten pflegehilfsmittel polster
   pulsoximeter rutschbrett sauger schnuller schuhe schuh schutzbrille schutzhulle sensoren spatel mundspatel infusionsstander stuhl stuhle
   tablett tisch trinkbecher unterlage unterlagen ventil ventile waschhandschuh wattetrager wattestabchen zahnburste zahnbursten batterien
   batterie katheterset spritzenset bruchbander insulinspritze insulinspritzen perfusorspritze perfusorspritzen infusionsset infusionssets
   insulinpumpe insulinpumpen sekretauffangbehalter auffangbehalter auffangbeutel behalter desinfektionstuch desinfektionstucher
   kondomurinal kondomurinale urinale abdeckung abdeckungen abdecktuch abdecktucher lochtuch lochtucher uberschuhe uberschuh kopfhaube
   bartschutz nierenschalen instrumente nadelabwurfbehalter verbandwechselset verbandwechsel zahnspiegel lupe lupen messgerat
   lanzettengerat pulsuhr waagen rollhocker infusionsstativ stativ stative beatmung beatmungsgerat beatmungsgerate schrittmacher
   herzschrittmacher schraube schrauben platte platten draht drahte bohrer meissel haken wundspreizer spreizer spekulum spekula trokar
   troikart klammer klammern klammergerat endoprothesen perfusorleitung infusionsleitung leitung leitungen verlangerungen
   sauerstoffkonzentrator konzentrator konzentratoren tropfenzahler ultraschallgel ultraschall zahler korkeinlagen brillengestell gestell
   gestelle schaft naht spritzenpumpe redonflasche redonflaschen knochenschraube huftprothese unterzugstrumpf fersenkappe fersenkappen
   leichtgewicht`,
  // Spanish and Portuguese
  `antiembolica antiembolicas muslera quirofano esparadrapos bajalenguas abatelenguas bata batas canulas cepillo cepillos
   otoscopio collarin collarines macrogoteo microgoteo macrogotas microgotas espiculo especulo especulos gorro gorros guante guantes
   intubacion bisturi bisturis humidificador inmovilizador cabestrillo manguera mascara mascaras mascarilla mascarillas micronebulizador
   nebulizador nebulizadores resucitador sabana sabanas camilla camillas folley tapabocas cubrebocas barbijo barbijos recolector
   recolectores colector colectores polaina polainas monofilamento tobillera tobilleras rodillera rodilleras munequera munequeras codera
   coderas hombrera fajas ferula ferulas muleta andador andadores silla sillas plantilla plantillas gafas anteojos lentes tensiometros
   termometros tijera tijeras pinza pinzas portaagujas separador separadores sutura suturas drenaje drenajes traqueostomia traqueotomia
   gastrostomia incontinencia medidor medidores glucometria lancetero lanceteros baston bastones orinal orinales colchon colchones almohada
   cojin cojines protesis ortesis torundas torunda hidrocoloide hidrocoloides hidrocelular gaze gazes coletor coletores luva microporosa
   curativo curativos algodao abaixador guedel cadeira cadeiras tala talas expansora espacador esfigmomanometro esfigmomanometros
   estetoscopio estetoscopios tesoura tesouras pinca pincas avental aventais touca toucas lencol lencois colchao almofada protese proteses
   ortese orteses joelheira joelheiras tornozeleira tornozeleiras munhequeira tipoia tipoias bengala bengalas abrazadera adaptador
   adaptadores alargador alzador arnes asiento asientos babero barandilla bateria baterias calzado cinturon cinturones conector conectores
   corse cubrezapatos dedil dediles electrodo electrodos escayola espejo espejos estimulador estimuladores extensor filtro filtros fijador
   funda fundas grapadora grapas grua gruas hisopo hisopos laringoscopio lampara lamparas llave llaves marcapasos martillo mentonera
   oximetro oximetros pelota regulador reguladores soporte soportes suspensorio taladro talonera taloneras tornillo tornillos torniquete
   torniquetes toalla toallas toallitas valvula valvulas ventilador ventiladores visera aparelho aparelhos aspirador aspiradores babador
   balanca bandagem broca brocas cabo cabos clampe clampes cotonete cotonetes dreno drenos eletrodo eletrodos escova escovas espelho
   fixador fixadores garrote garrotes grampeador grampo grampos haste hastes marcapasso martelo oculos papagaio comadre parafuso parafusos
   perneira prope pulseira pulseiras respirador ressuscitador suporte suportes toalha toalhas torneira torneirinha umidificador escalpe
   ortoprotesis estuche chupete tetina cubrecama travesero empapador empapadores barrera barreras niple niples cortopunzante cortopunzantes
   perfurocortante perfurocortantes testigo esterilizar esterilizacion esterilizacao instrumental electrocardiograma electrocardiografo
   coletora coletoras descarpack probeta probetas portaobjetos cubreobjetos laminilla pipeta pipetas gradilla centrifuga mariposa mariposas
   catlon abocat venoclisis alargadera alargaderas insumo insumos charola charolas nariguera nebulizadora pediluvio bacinica bacin pato
   cuna inmovilizadores chaleco sujetador vendoletes guedell obturadores microperforada microperforado recolectora recolectoras orina dren
   inmovilizacion inmovilizadora heparinizado glucosimetro glucosimetros malla mallas caderas elastomerica elastomericas postmastectomia
   succao`,
  // Italian
  `antitrombo ostomia monocollant mutandina mutandine traversa traverse ausili ausilio calza calze ginocchiera ginocchiere cavigliera
   cavigliere polsiera gomitiera collare collari busto plantare plantari stampella deambulatore deambulatori carrozzina carrozzine
   materasso materassi cuscino cuscini cannule tracheostomica sondino sondini deflussori rubinetto rubinetti mascherina mascherine pinze
   forbici forbice distanziatori misuratore misuratori termometri sfigmomanometro protesi ortesi tutori elettrodi elettrodo occhiali
   bastone poltrona camice camici adattatore adattatori alzawater bacinella bastoncino bastoncini bendaggio bendaggi bracciale bracciali
   carrello carrelli cinghia cinghie circuito circuiti copriscarpe corsetto corsetti cuffia cuffie drenaggio drenaggi elettrobisturi filtri
   fissatore girello girelli glucometri grembiule imbragatura lama lampada laccio lettino manicotto manicotti maschera maschere
   misurapressione occhiale padella pappagallo parrucca portaghi prolunga prolunghe provetta provette raccordo raccordi rialzo saturimetro
   scarpe scarpa sedia sedie sgabello sollevatore sollevatori spazzolino spazzolini specchio stecca stecche stivale suturatrice suturatrici
   tiralatte trapano rasoio valvola valvole ventilatore ventilatori viti microlancette vaschetta vaschette provettone portaprovette pipetta
   piastra piastre elettrocardiografo telino telini lenzuolo lenzuola lenzuolino lenzuolini sovrascarpe cerottini cerottino raccoglitore
   raccoglitori agocannula agocannule perforatore perforatori idrocolloide idrocolloidi poliuretanica salvaslip montascale alzatine
   seggiolone tripode quadripode archetto comoda guanto reti materassino materassini chirurgico chirurgica chirurgici chirurgiche`,
  // Dutch
  `buisverband windsel windsels watten wondhechtstrips hechtstrip hechtstrips fixatiepleister rolpleister verbandschaar schaar pincet
   nachtzak nachtzakken beenzak beenzakken broekje incontinentiebroekje onderlegger onderleggers stomaplaat stomaplak huidplak huidplaten
   insulinespuit infuussysteem driewegkraan kraantje prikpennen neussonde maagsonde tracheacanule canulebandje zuurstofbril vernevelaar
   masker maskers kous polsspalk spalk spalken nekkraag halskraag kraag mitella krukken kruk rolstoel rolstoelen toiletverhoger steunzool
   steunzolen hoortoestel hoortoestellen borstkolf bloeddrukmeter mondmasker mondmaskers mesje hechtset hechtmateriaal naaldencontainer
   douchestoel postoel matras kussen kussens bril wondvulling wondgaas verbandmiddel verbandmiddelen bedrek beugel drukverband drempelhulp
   handvat helm hoeslaken hulpmiddel hulpmiddelen infuuspaal infuuspomp klem korset loophulp looprek maatbeker meetlint netbroekje
   onderzoekshandschoenen oogkap pessarium pruik rekverband schort slang slangen spatels steunverband tillift urinaal washand washandjes
   weegschaal wondkussen zalfkompres kniebrace armslinge borstprothese beenprothese batterij batterijen speen spenen afdekdoek afdeklaken
   doek doeken schoenen overschoenen muts mutsen mondkapje mondkapjes bekken urinefles toiletstoel bloedsuikermeter glucosemeter
   glucosesensor schroef schroeven draad draden boor boren zaag beitel spreider trocart hechtdraad hechtnietjes nietjes nietmachine
   naaldvoerder stethoscoop otoscoop saturatiemeter zuurstofmeter zuurstofmasker zuurstofslang slangetje slangetjes katheterzak
   katheterzakken kousen stomapasta kompressiekousen ooglap ooglapje heupprothese botschroef gevensterd siliconenverband`,
  // Nordic and Finnish
  `kompress kompresser binda gasbind gazebind stottebind kirurgtejp tejp hafta haftor kvarkateter tappningskateter uridomer uripase
   urinuppsamlingspase benpasar stomiplatta stomiplattor stomiplate tombar pasar insulinspruta infusionsaggregat trevagskran sond
   matningssond ernaeringssonde ernaringssond trakealkanyl trakealkanyle trakealtube syrgasgrimma grimma nebulisator andningsmask ortos
   ortoser knaortos handledsskydd halskrage nackkrage kryckor krycka rullstol rullstolar horapparat horapparater blodtrycksmatare munskydd
   skalpeller suturset sutur suturer sax pincett sarvard sarbandasje engangskateter urinposer stomiposer krykker krykkestokke rullestol
   horeapparat skumbandage kateterpose kateterposer iltbriller korestol madras pude rollatorer proteser ortose haavatyyny sideharso harso
   laastari kertakatetri virtsankerayspussi avannesidos avannesidokset verensokeriliuskat verensokerimittari liuskat pyoratuoli kuulolaite
   suojakasineet kasine kepit rollaattori happiviikset armbage brosthallare blojbyxa forklade gangbord gomma halkskydd handske hjalm
   hjalpmedel hjelpemiddel hjelpemidler hjaelpemiddel hjaelpemidler intimservett klamma krage kudde kudden kylkompress lakan madrass
   madrasser nalar operationshandskar rakhyvel rullbord servett servetter skor slangar strumpa strumpor svamp tvattlapp tvattlappar
   underlagg briller bukse hanske pute puter skinne slange slanger sokker sokk kateterventil batteri batterier napp napper vattpinne
   vattpinnar vattrondeller vatt tuppo tupot lasit silmalasit apuvaline kuulolaitteet paristo paristot katetripussi siteet engangssproyte
   engangssprojte engangsspruta sugkateter sugekateter saks pinsett pinsetter rondskal huva munnbind mundbind operationsduk underlag
   underlagsduk toalett toalettstol dusjstol duschstol badestol gastol gabord tang tenger nalestikk kanylebeholder kanyleboks laastarit
   sideharsot letku letkut maski maskit hengityssuojain kypara kyynarsauva kyynarsauvat rullatorer rullator ble bleer hoftprotes benskruv
   thoraxdran halkfria dran absorberande`,
];
