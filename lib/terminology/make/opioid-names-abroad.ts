/**
 * Brands of opioids, past and present, of countries whose lists the source tables lack. Facts of public documents and general knowledge; a name
 * that is a word, or may be an ordinary product elsewhere, stands under {@link MAY_BE_OPIOIDS}: it is asked about, never taken for the opioid.
 * @see WHO Expert Committee on Drug Dependence, 34th meeting (2006), 4.5 tramadol: trade names
 * @see European Commission, annex I of the decision on pholcodine (2012): product names of the member states
 * @see U.S. Food and Drug Administration, UNII names (2025, public domain): brand names of opioid substances
 */

const BRANDS: Readonly<Record<string, string>> = {
  buprenorphine:
    'Anorfin, Bunondol, Bunorfin, Bupaq, Bupensanduo, Bupensan Duo, Buprecare, Buprel, Bupredermal, Bupredine, Bupremyl, Buprenodale, Buprigesic, Finibron, Lepetan, Melodyn, Norphin, Pentorel, Sovenor',
  butorphanol: 'Butomidor, Butrum',
  codeine:
    'Adco-Dol, Adcodol, Algicalm, Algisedal, Alnagon, Ambenyl Cough Syrup, Belacodid, Citrodon, Codant, Coderit, Codipertussin, Codivis, Codopar, Combaren, Compralgyl, Contraneural, Dolocod, Dinacode, Dolstop, Dymadon Co, Empacod, Eucodin, Fludeten, Gaosedal, Gelonida, Genpayne, Geralgine-K, Hederix Plan, Histaverin, Ibudeine, Ibupain forte, Kodipront, Liquigesic Co, Lonalgal, Migralgine, Neocodion, Novacetol, Painagon, Painamol plus, Panacod, Papacodeine, Pinex comp, Pinex major, Plivadon, Rexcof, Rokacet, Rokamol plus, Sedal-M, Sedaspir, Sinumax Co, Solcode, Spectrapain, Stopayne, Supadol, Synaleve, Tensopyn, Terpincod, Thiocodin, Tricodein, Tussoret, Ultracod, Vacudol, Winadeine',
  dextromoramide: 'Dimorlin, Jetrium, Linfadol, Narcolo, Palfium',
  dextropropoxyphene:
    'Algafan, Algaphan, Depronal, Deprancol, Depromic, Develin, Dexofen, Dialgirex, Diantalvic, Dolene, Doloxen, Doloxyphene, Doxyfene, Erantin, Kesso-gesic, Liberen, Parvodex, Propacet, Propofan, Proxagesic, Proxyvon, Romidon, Spasmo-proxyvon, Spasmoproxyvon, Sudhinol, Walagesic',
  dihydrocodeine:
    'Codhydrine, Codidol, Codox, Contugesic, Dehace, Dekacodin, Dicogesic, Didor, Didrate, Drocode, Hydrocodin, Huscode, Nadeine, Novicodin, Paracodina, Paracodine, Parzone, Rapacodin, Remediene, Tosidrin',
  dipipanone: 'Fenpidon',
  ethylmorphine: 'Codethyline, Dionina',
  fentanyl:
    'Abfentiq, Alghedon, Avaric, Beatryl, Dolforin, Durfenta, Fenodid, Fentadolon, Fentadon, Fentagesic, Fentamed, Fentaplast, Fentavera, Fenturgesic, Inoval, Lafene, Leptanal, Leptofen, Lunaldin, Nafluvent, Nasalfent, Rapinyl, Sentonil, Talgesil, Trofentyl',
  hydrocodone:
    'Bekadid, Biocodone, Calmodid, Coristine-DH, Hycomine, Kolikodol, Mercodinone, Multacodin, Orthoxycol, Synkonin, Ydroced',
  hydromorphone: 'Hymorphan, Laudadin, Laudicon, Novolaudon, Opidol',
  levomethadone: 'L-Polaflux, L-Poladdict, Levothyl',
  loperamide:
    'Binaldan, Dissenten, Enterobene, Imolope, Imosec, Imosen, Imossel, Kaopectate II, Laremid, Lopemid, Loperan, Loperhexal, Lopermid, Maalox Anti-Diarrheal, Pepto Diarrhea Control, Salvacolina, Stoperan',
  methadone:
    'Algolysin, Althose, Comfortan, Depridol, Diaminon, Dolmed, Dolofin, Heptadol, Heptalgin, Heptanon, Mephenon, Miadone, Moheptan, Phenadone, Phymet, Polamivet, Semfortan',
  morphine:
    'Depolan, Epimorph, Morapid, Morficontin, Morixon, Morphitec, Noceptin, Oblioser, Oglos, OMS Concentrate, Relimal, Rescudose, Rilimal, RMS Uniserts, Sevrelong, Slovalgin, Stellaphine',
  nalbuphine: 'Bufigen, Intapan, Nalbin, Nalcryn, Nubaina, Nubak',
  nicomorphine: 'Gewalan',
  'naloxone;oxycodone': 'Tanonalla',
  oxycodone:
    'Bolodorm, Broncodal, Bucodal, Cafacodal, Dihydrone, Dinarkon, Diphydrone, Endocodone, Eubine, Eucodal, Eukodal, Eutagen, Hydrolaudin, Medicodal, Myroxin, Narcobasina, Nargenol, Nucodan, Oxanest, Oxicodal, Oxicone, Oxikon, Oxydolor, Oxynador, Pancodone, Pavinal, Percobarb, Plexicodim, Pronarcin, Remoxy, Roxilox, Sinthiodal, Stupenal, Supendol, Tebodal, Tekodin, Thecodine, Thekodin, Wocadon, Xancodal',
  pentazocine:
    'Algopent, Dolapent, Fortalgesic, Liticon, Litticon, Ospronim, Peltazon, Pentagin, Sosenol, Soseton, Sosigon',
  pethidine:
    'Amphosedal, Antiduol, Biphenal, Dispadol, Dolantal, Dolantil, Dolestine, Mefedina, Meperidol, Meperol, Mialgin, Opystan, Petantin, Pethanol, Piperosal, Piridosal, Precedyl, Suppolosal',
  pholcodine:
    'Broncho-Pectoralis Pholcodine, Cotrane Pholcodine, Eucalyptine Pholcodine, Folkodin, Hexapneumine, Phol-tussil, Pholcocaps, Pholcolin, Pholcomereprine, Pholco-mereprine, Pholcones, Pholtrate, Respilene, Sirop des Vosges, Tuxi',
  piritramide: 'Pirium',
  tapentadol: 'Lucynta, Tapcynta, Tapdol, Tapfree, Vorient, Zyntap',
  thebacon: 'Acedicone',
  tilidine:
    'Celldolor, Findol N, Kitadol, Lucayan, Perdolat, Tilidalor, Tilidolor, Tiligetic, Tilimerck, Tili-Puren, Tilitrate, Tilnalox',
  tramadol:
    'Acutral, Adamon, Ammitram, By-madol, Cloritram, Contradal, Cromatodol, Dekstradol, Diliban, Doctramado, Dolotram, Dolotramine, Febrex TM, Gelotradol, Hexamadol, Lanalget, Lenizak, Metracop, Monotramal, Osteodol, Padolten, Palgotal, Palitex, Paratram, Pazital, Pontalsic, Protradon, Retramal, Rutram, Simatral, Starmadol, Tilamadol, Tradef, Tradolgesic, Tradolint, Tragesic, Tralenil, Tralgidol, Tralgit, Tralieve, Tramabene, Tramacap, Tramacetal, Tramacip, Tramaden, Tramadex, Tramadil, Tramadolar, Tramadoleos, Tramadomeol, Tramadon, Tramafran, Tramagelic, Tramalan, Tramalgic, Tramalgin, Tramaline, Tramamed, Tramapar, Tramapine, Tramaphar, Tramaset, Tramastad, Tramavics, Trambo, Tramcet, Tramium, Tramoda, Tramomet, Tramquel, Tramundal, Trapadol, Trodon, Troxidol, Unitrama, Unitramarim, Xymel, Zaracet, Zertane, Zoftadol, Zytrim',
};

const MAY_BE: Readonly<Record<string, string>> = {
  dipipanone: 'Pipadone',
  pentazocine: 'Fortalin',
  pethidine: 'Alodan, Mepadin',
  buprenorphine: 'Nopan',
  codeine:
    'Tensodol, Ascodan, Cofamol, Maxadol, Acurate, Antidol, Codimal, Neoazarina, Apranax Plus, Broncleer, Caffetin, Codelac, Erigon, Gelumaline, Indalgin, Kodelac, Kodelak, Nopyn, Notusin, Optipect, Oxadol, Paralgin, Pentalgin, Piralgin, Pynmed, Quintalgin, Rokal, Sedalgin, Setux, Tetralgin, Tossex, Trinagesic, Xerotens',
  dextropropoxyphene: 'Femadol, Harmar',
  dihydrocodeine: 'Dico, Escotussin, Fortuss, Makatussin, Tuscodin',
  fentanyl: 'Innovar, Haldid, Fentax, Tanyl',
  hydrocodone: 'Diconone, Duodin, Histussin, Norgan',
  hydromorphone: 'Dimo, Hydrostat',
  methadone: 'Algidon, Dolophin, Fenadon, Fenadone, Amidone, Adanon, Butalgin, Tussal, Tussol',
  morphine: 'Graten, M-beta, M-dolor, M-long, M-retard, M-STADA, MOS-SR, RMS',
  oxycodone:
    'Accordeon, Cardanon, Codenon, Eutus, Longgesic, Lynox, Narcosin, Narine, Opton, Oxynal, Oxyrapid',
  pholcodine: 'Flemeze',
  tapentadol: 'Tapnol, Tydol',
  tramadol:
    'Tramed, Acugesic, Algotra, Amanda, Analab, Analgan, Anadol, Biodol, Captanil, Ceparidin, Cetadol, Cetra, Controdol, Crismal, Crismol, Crispin, Cronus, Curidol, Dalgion, Delparan, Dholopax, Dolafree, Dolana, Doldonos, Dolevar, Dolnam, Dolomat, Dolpar, Dorcen, Dorless, Dormatrix, Dubeban, Dubepan, Ecodolor, Eufindol, Exbol, Exopen, Fastfen, Forgesin, Foxis, Greatamol, J.V.Dol, Lucidol, Lumidol, Maditer, Malgic, Mardol, Matradol, Milidol, Minidol, Nardor, Noax, Nodsenal, Nycodol, Omnidol, Opan, Oxxalgan, Pacmadol, Paindol, Pantec, Patrol, Pendol, Pengesic, Pharmadol, Pinnadol, Plasadol, Pontadol, Predalgic, Profundol, Ralgen, Rofy, Roladol, Sefmal, Seminac, Sensitan, Sintral, Sonamol, Strom P, Supridol, Sylador, Syndiol, Tadol, Tamadal, Tamolan, Taxiflan, Telurin, Temdol, Terpan, Tinasen, Tioner, Trabar, Trabarin, Trabilin, Tralic, Tramache, Trampalgin, Travex, Trimif, Ultramed',
};

const asPairs = (names: Readonly<Record<string, string>>): (readonly [string, readonly string[]])[] =>
  Object.entries(names).flatMap(([ids, list]) =>
    list.split(', ').map((name) => [name, ids.split(';')] as const),
  );

export const BRANDS_ABROAD = asPairs(BRANDS);
export const MAY_BE_OPIOIDS = asPairs(MAY_BE);
