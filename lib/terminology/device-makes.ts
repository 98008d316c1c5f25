/**
 * Brands and makers of dressings, appliances, tests and instruments that the appliance lists lack, in two or more countries' catalogues. From
 * general knowledge; none of them is the name of a medicine.
 */
export const MORE_DEVICE_BRANDS: ReadonlySet<string> = new Set(
  `exudry merocel amniohook perclose proglide fibrillar interceed surgilube angioseal seprafilm exofin flexiseal parietex ventralex pulmicare harmonicscalpel actiwrap scanpor glucorx carepoint somaerect autodrop oximax abena acapella accuchek accutrend actilite actimove actreen aerobika aeroeclipse aeroneb afinion aircast airlife alaris alova angiocath
   arthrex askina attends autoguard bactigras ballard bandagrip bandelast bauerfeind biflex binaxnow biosyn biovalve biplast bivona bovie
   braun broviac carefusion caviwipes cellacast cholestech clickfine clinitek coaguchek combur comfeel compeed conmed cordis corpak
   covaderm curaplast curity dafilon dansac devilbiss dexcom diastix dobhoff donjoy drawtex durahesive durapore durex dynarex eakin echelon
   elastomull endogia enlite epitact eppendorf ethibond ethicon ethilon fahl farrowwrap fastclix fisher fixomull flaminal flocare floseal
   flowflex freestyle futuro gelfoam glucocard glucomen granugel grassolind greiner griplok groshong haftelast hansaplast hemoccult hemocue
   herdegen hickman huggies hydrosil inadine infyna insupen insyte interlink intersurgical intrasite introcan invacare juxtacures juxtalite
   kangaroo kerlix kimberly kimtech kimwipes leukotape libre ligasure linvatec lohmann lomatuell mahurkar maxon maxzero mckesson medela
   medihoney medline medtrum mersilene mesalt mesorb mextra mickey microclave microfine microfoam microlet millipore minimed molicare
   molinea molnlycke monocryl monosyn monovette multiclix multistix nalgene nephew novafil novotwist nugel nuhope nurolon nutrisafe
   nylexogrip olympus omnifix omnipod omron onetouch optifoam orthogel orthoglass ossur ottobock pajunk pampers parafilm paykel peha
   penfine permobil plastrona polysorb portacath portex powerport premilene pressalit prevalon primapore prolene purewick purilon quidel
   quinton raucodrape rauscher resmed roho safil salter sanicloth sarstedt scotchcast sensura serafit silflex smartsite softclix softform
   sorbact speedicath statlock steriking steristrip stomahesive stryker surgipro swabplus synthes tensoplast terumo thermoskin thuasne
   toothette tracoe transpore tslim tubipad ultrafine uristix vacuette vacutainer valleylab vapro vasofix venflon vernacare vernaid vialon
   vicair vicryl vliwasorb webril whatman xeroform ypsopump zimmer`.split(/\s+/),
);
