/** Words that speak of a device beside others, and what speaks of a medicine. */

const words = (lists: string): ReadonlySet<string> => new Set(lists.split(/\s+/));

/** Names of medicines hold these too: two of them tell, or one beside a length. */
export const DEVICE_SIGNS = words(
  `vacuum hearing lever levers bowl bowls spoon spoons punch faeces feces vomit stool speech metatarsal cortical capsular tension stem
   stems silikon pattern douche flatus giving appliances app irrig irrigating irrigation vp pfa ltx butyl wshbl reinf tela pericardium felt
   teflon hemostatic nipple jarret reagente reagent tray trays strip strips meter pad pads swab swabs foam skin barrier leg bag bags med
   sml lge adhesive adh pessary pess sensor sensors monitor dress band wound tapes compression compress remover plaster plasters plastrs
   plastr lymph alginate nebuliser nebulizer nebul cath urine urinary tube tubes jug dt pv support appliance seal seals cover covers outl
   outlet elas elastic elastomer plas plastic rubb rubber knee thigh ankle ank toe blk drain cone spout plate plates b plt nrv surg
   surgical layer wool cott cotton transpt transparent mouldable border toning pelvic filter liner silicone alginat non wov woven polyam
   polyth cellulose syn tulle net wrap chamber connctr extension reservoir drip relieving pressure disc discs cap caps accessory washout
   hypod hypodermic diam bande bandes poche poches coton compresa compresas bolsa bolsas medias beutel binde schlauch vorlage vorlagen
   strumpf strumpfe zak zakjes pase pose sacca sacche meias saco sacos tiras packing wounds reload reloads femoral tibial humeral glenoid
   canister cannister canisters laparotomy thoracotomy craniotomy cement fixation butterfly midline dialysate hemodialysis haemodialysis
   dialysis infusor infusors toilet toilets bath bathtub shower showers cast ultrasound xray dispenser dispensers scale scales label labels
   tag tags bassin bassins cuello yeso compresion lamina laminas apparecchio apparecchi telo teli gips aggregat contrast injector banda
   bandas compressao urina tapon tapones camara camaras anneau anneaux press receiver membrane module modules shield shields devices
   dispositif dispositifs dispositivo dispositivi dispositivos equipment equipo apparatus ndl ndls caths cathtr glv glvs msk splnt spng
   sponge sponges bulb reservoirs warming massager dam dams elastomeric leads port ports board boards graft grafts rod rods mount mounts
   stand stands rail rails pole poles handle handles papel equipos set sets trousse bandeja algodon`,
);

/** Parts of the body, qualities and materials that devices are described with: beside a sign of a device they tell, alone they never do. */
export const DEVICE_QUALITIES = words(
  `central hip impaired anchored reusable external internal nonslip slip generating low high go maxi mini kant jambe longue courte penis metal
   secure extremity conform conforming circular fitted front rear reinforced moist thick thin wide narrow long short plain coloured black
   beige natural burn scar scars nonadherent nonadhering adherent occlusive cohesive laparoscopic endoscopic arthroscopic arthroscopy
   absorbable nonabsorbable multifilament braided undyed arthroplasty osteosynthesis lavage puncture vertebral intervertebral pedicle
   cortical cancellous hinge hinged punch vasc vascular annuloplasty valvuloplasty angioplasty embolization inflation ablation cryoablation
   electrophysiology tracheal laryngeal intubation intubating nasogastric nasojejunal nasoenteral orogastric feeding enteral lumen penile
   ureteral urethral flutter orthopaedic orthopedic bed beds bedside bolster wedge heel heels elbow shoulder wrist forearm lumbar cervical
   thoracic thumb finger patella gait amputee mastectomy hearing tens electrical electric portable disposable washable handheld ergonomic
   adjustable foldable folding padded wheeled ultrasonic radiograph radiographic radiology mri colonoscopy sigmoidoscopy endoscopy
   orthodontic tongue weighing disinfectant disinfecting glycemie glycemique verres chirurgical chirurgicale chirurgicaux chirurgicales
   orthopedique orthopediques tissee tisse vesicale vesicales nasogastrique pese lit lits medicalise medicalisee orthopedie lymphoedeme
   changes einlage hautschutz nitril vinyl dekubitus antidekubitus ortopedico ortopedica ortopedicos ortopedicas endotraqueal orotraqueal
   endotraqueales trenzada cortante desechable desechables descartavel descartaveis descartable descartables transfusion ruedas quirurgico
   quirurgica quirurgicos quirurgicas rodas colar cirurgico cirurgica cirurgicos cirurgicas monouso vescicale vescicali raccolta assorbenti
   assorbente nasogastrico antidecubito lenti letto hydrofiel injectiespuit absorberend elastisk injektionsspruta sprutor sproyter
   injektioruisku ruisku tuki oval round square radial peri ocular toes above below head neck stem shell cut expandable calico triangular
   resting talc powder_free pliable orine madera hospitalario elastische therapeutische hole holes offen redonda redondo redondas ovalada
   response purple fs ps ii iii purse circ card cards unit part parts file files abd art line lines materials material materiel clothes
   lights guidwr shth blln stnt scrw frcp clmp hldr drng immob elctrd spcmn collct applctr lap silk gut ties tie wax fixed motorized
   motorised manual mechanical stationary synthetic artificial protective protection therapeutic diagnostic stabilising bone bones spine
   spinal septum vein venous arterial joint joints component components wall floor table tables platform pumps power powered air gaseous
   gas enclosed circulating infrared lateral anterior posterior proximal distal articulating articulated hoop aerobic anaerobic culture
   cultures collection sampling swivelled unica tamano pequeno pequena mediano mediana grande chico largo ancho estandar desmontable
   plegable plegables gal galon yardas yarda rollo rollos vias voies wege impermeable color piel blanco azul negro verde rojo weiss blau
   blanc bleu stick sticks filler bridge cooling cold hot heat heated ice massage comfort soft firm impression pontic crown crowns post
   cord cords cuffless tailored made measure custom prefabricated universal standard style model series ref refill refills replacement
   spare accessories combination starter travel single_use singleuse reutilisable usage unique einmal einweg wiederverwendbar unico
   lavabile lavable lavables absorption absorbency moderate heavy midi perfume scented unscented diametre diametro durchmesser longueur
   longitud lange lengte langd court corto kurz kort syringes syr tip tips roll rolls sterile nonsterile unsterile latex nitrile rigid
   flexible straight curved angled tapered cuffed uncuffed pediatric paediatric neonatal infant adult bariatric small medium large xlarge
   xxl regular lightweight stainless steel titanium polyurethane polyethylene polyester nylon carbon acrylic ceramic wooden wood
   hydrocellular cup cups lead tissue sheet sheets button buttons nail nails pin pins loop loops base handled overnight clean cleaning prep
   preps upper lower left right lt rt bilateral male female unisex mens womens men women child children kids youth adults compressive
   elastique elastiques elastica elasticas elastico elasticos transparente adhesif adhesifs adhesiva adhesivo adhesivas autoadhesif
   autoadhesive steriles esteril esteriles estereis sterili unsteril steril sterila ikke talla taille tamanho taglia grosse gr maat maten
   storlek storrelse storr adulto adultos pediatrico pediatrica pediatricos nino erwachsene kinder tubo tubos jeringa jeringas seringue
   seringues siringa siringhe punta sin hilo fil filo fio hilos papier kits juego einteilig zweiteilig teilig konvex plan geschlossen
   vidangeable ouverte fermee abierta cerrada drenable drenavel aperta chiusa piece pieces pieza piezas pezzi bte boite caja caixa scatola
   packung stuck hidrofilo hidrofila hydrophile idrofilo cotone watte ouate silikon silicona schaum skum espuma schiuma mousse alginato
   alginaat poliuretano polypropylen polipropileno nachts nacht noche nuit genou poignet cheville epaule dos pied main brazo pierna rodilla
   codo tobillo mano pie dedo braccio gamba ginocchio piede polso knie arm fuss bein schulter ellenbogen handgelenk rucken hals kopf voet
   enkel pols schouder nek rug`,
);

/** Test strips, whatever they test for. */
export const TEST_STRIPS = words(
  `test_strip test_strips teststrip teststrips teststreifen blutzuckerteststreifen teststicka teststickor teststrimmel teststrimler
   testiliuska testiliuskat tiras_reactivas strisce_reattive bandelette_reactive bandelettes_reactives`,
);

/** Side by side they are a device's, and apart they are anything's. */
export const DEVICE_PHRASES = words(
  `test_cassette test_cassettes compresse_oculaire compresses_oculaires compresse_sterile compresses_steriles champ_operatoire
   champs_operatoires bas_anti ago_epidurale ago_spinale aghi_spinali vis_corticale non_slip venous_catheter bed_lever toilet_frame dt_app
   spec_sanction giving_set class_kt below_knee above_knee open_toe closed_toe made_measure tira_reagente tiras_reagentes set_perfusion
   diffuseur_portable meia_compressao meias_compressao media_compresion medias_compresion c_section insulin_pump insulin_pumps aerosol_mask
   stoma_cap hosp_bed adhesive_strip adhesive_strips nail_file leg_bag leg_bags wound_dress urine_bag drain_bag night_bag test_strip
   test_strips pen_needle pen_inj closing_tape surgical_tape adhesive_tape peak_flow holding_chamber infusion_set extension_set iv_set
   admin_set vacuum_pump prep_pad prep_pads alcohol_swab alcohol_swabs alcohol_prep tb_syringe control_solution wash_out knee_high ted_hose
   anal_plug anal_plugs face_mask skin_closure cotton_wool zn_ox_tape urine_collector bas_contention tire_lait tiras_reactivas test_tube
   test_tubes culture_bottle blood_culture hearing_aid hearing_aids breast_pump nipple_shield nipple_shields pill_crusher pill_cutter
   pill_organizer pill_organiser pill_splitter pill_box tablet_cutter tablet_splitter tablet_crusher medicine_spoon medicine_cup
   medicine_cups dosing_spoon dosing_cup eye_shield eye_shields eye_pad eye_pads grounding_pad heating_pad ice_pack ice_bag cold_pack
   hot_pack cold_therapy mouth_care bath_board bite_block bite_blocks pressure_bag drainage_bag collection_bag feeding_bag feeding_tube
   feeding_set feeding_tubes chest_tube ng_tube peg_tube g_tube et_tube salem_sump blood_set secondary_set primary_set burette_set pump_set
   y_set iv_start iv_tubing iv_pole start_kit dressing_kit lumbar_puncture wash_basin emesis_basin denture_cup specimen_cup urine_cup
   glucose_meter glucose_strips glucose_monitor glucose_sensor blood_glucose insulin_syringe insulin_syringes insulin_needle
   injection_needle injection_needles hypodermic_needle luer_lock luer_slip luer_tip catheter_tip steri_strip steri_strips band_aid
   band_aids butterfly_closure skin_stapler bone_wax bone_cement bone_screw bone_plate contact_lens contact_lenses intraocular_lens
   nasal_strip nasal_strips nasal_prongs nasal_cannula oxygen_mask spacer_mask nebulizer_mask nebuliser_mask nebulizer_kit nebuliser_kit
   neb_kit neb_cup ted_stockings ted_stocking scd_sleeve scd_sleeves ace_wrap ace_bandage arm_sling knee_brace back_brace walking_boot
   unna_boot hospital_bed bed_pan bed_rail raised_toilet toilet_seat shower_chair shower_stool bath_chair bath_stool bath_seat
   transfer_board transfer_bench gait_belt pull_ups pull_on cochlear_implant silicone_sheet gel_sheet ring_pessary ring_pessaries
   copper_iud copper_coil hip_protector hip_protectors heel_protector heel_protectors lit_medical lit_medicalise pied_serum bas_compression
   bas_varices poche_urine poche_urines poche_stomie poche_nutrition etui_penien change_complet changes_complets pese_personne
   abaisse_langue abaisse_langues coton_hydrophile coton_tige cotons_tiges verres_correcteurs cerotto_nastro cerotti_nastro
   siringa_insulina siringhe_insulina letto_ortopedico ago_cannula ago_ipodermico ago_butterfly filo_sutura seda_negra tubo_endotraqueal
   tubo_orotraqueal tubo_nasogastrico silla_ruedas cadeira_rodas parche_ocular feuchte_nase kunstliche_nase mini_wright contour_next
   accu_chek free_style one_touch vette_watten vacuum_devices biohazard_bag biohazard_bags sterile_drape sterile_field eye_patch
   eye_patches peri_pad peri_pads chambre_implantable pump_cassette pump_cassettes epidural_catheter spinal_needle epidural_needle
   vacuum_cup drill_bit x_ray pressure_monitor pressure_monitors pressure_cuff leve_personne leve_malade camara_inhalacion
   camaras_inhalacion chambre_inhalation camera_inalazione nurse_it k_pad art_line arterial_line central_line enteral_pump feeding_pump
   suction_pump t_tube urine_meter control_unit over_bed infusion_stand drip_stand ostomy_wafer stoma_wafer skin_wafer barrier_wafer`,
);

/** What a dose, a form, a salt or directions of a medicine are written with: beside these a word that nobody knows may be a drug. */
export const DOSE_WORDS = words(
  `mg mgs mcg mcgs ug microgram micrograms microgramme microgrammes tablet tablets tab tabs capsule capsules lozenge lozenges patch patches
   transdermal transdermique transdermico pflaster pleister parche parches cerotto cerotti sublingual buccal injection injections inj
   injectable ampoule ampoules ampule ampules vial vials suppository suppositories syrup elixir linctus tablette tabletten comprime
   comprimes comprimido comprimidos compressa compresse kapsel kapseln gelule gelules depotplaster po prn bid tid qid qd qhs qam qpm bd tds
   qds od daily hourly nightly pain take taken dose doses dosage hydrochloride hcl hydrochlorid clorhidrato cloridrato chlorhydrate sulfate
   sulphate sulfat sulfato solfato tartrate maleate mesylate fumarate besylate hbr hydrobromide opioid`,
);
