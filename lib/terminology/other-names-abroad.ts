/**
 * Folded names of ordinary drugs of countries whose lists the source tables lack: Spain, Portugal, Germany, Switzerland, the Netherlands, the
 * Nordic countries, Australia and Japan. From general knowledge; a brand that comes with an opioid under a longer name (Gelocatil
 * codeína, Resyl plus, Solvipect comp) is none of them.
 */

const names = (list: string): readonly string[] =>
  list.split(',').map((name) => name.trim().replace(/\s+/g, ' '));

/** Names that no rule of spelling leads to, and brands. */
export const NAMES_ABROAD = names(
  `hydroklortiazid, hydrochloorthiazide, hydroklooritiatsidi, litio, valproinsyre, valproinsyra, metamizolo, makrogol, senosidos, ostradiol, folinsyre, folsyra,
   foliumzuur, folsaure, foolihappo, sulfato ferroso, cotrimoxazol, lithiumkarbonat, acide ursodesoxycholique, ursodesoxycholique, glucosio, kefaleksin, kefaleksiini,
   eau pour preparations injectables, oxido de zinc, cloruro sodico, cloreto de sodio, natriumchlorid, natriumklorid, kaliumklorid, kaliumchlorid, acqua per preparazioni,
   acfol, avidart, bilaxten, deltius, dianben, dobupal, dolquine, emconcor, esertia, evopad, fero gradumet, flutox, hibor, loette, mastical, mucosan, noctamid,
   optovite, parapres, plantaben, plenur, rifaldin, seguril, sinogan, sumial, uniket, urolosin, ursobilane, vandral, vibracina, xazal, xeristar,
   brisomax, clavamox, kompensan, lorenin, maizar, nasomet, ogasto, risidon, socian, thyrax, ulcermin, varfine, zanipress,
   actraphane, atmadisc, bronchipret, canifug, corneregel, dafiro, ecural, floxal, furorese, gynokadin, insidon, jarsin, lamuna, laxoberal, linola, medivitan, nacom,
   otriven, paspertin, restex, umckaloabo, vesikur, viani, vocado, ximovan, zopiclodura,
   calcimagon, deanxit, eltroxine, flectoparin, laxipeg, maltofer, mefenacid, redormin, relaxane,
   afipran, alfadil, amimox, apocillin, betapred, buronil, buventol, calcigran, calcigran forte, cilaxoral, cisordinol, detremin, devisol, diapam, diformin, diural,
   divisun, doxyferm, duroferon, fontex, furix, hemineurin, heracillin, imacillin, impugan, kajos, kavepenin, kefexin, ketipinor, laktipex, levaxin, lithionit,
   losarstad, metforem, mollipect, neovletta, noritren, novaluzid, opamox, ovesterin, oxascand, postafen, pronaxen, propavan, selo zok, sobril, spirix,
   theralen, triobe, vival, waran, weifapenin, xanor,
   ostelin, levlen, adoair, alfarol, amlodin, avolve, bonalon, clarith, cravit, daikenchuto, depas, edirol, epadel, ferromia, flomox, foliamin, fosamac, glactiv,
   harnal, herbesser, hokunalin, jzoloft, kipres, linderon, lokisonin, lotriga, loxonin, magmitt, maintate, meiact, metgluco, mohrus, myslee, onealfa, rinderon,
   sawacillin, seibule, shakuyakukanzoto, sigmart, talion, tarlige, urief, yokukansan`,
);

/** The same of drugs that come in mixtures with opioids: paracetamol, acetylsalicylic acid, ibuprofen, diclofenac, promethazine. */
export const PARTNERS_ABROAD = names(
  `acetylsalicylzuur, acetylsalisylsyra, acetylsalisylsyre, asetyylisalisyylihappo, adiro, albyl, albyl e, algifor, alvedon, bayaspirin, burana, calonal, disperin, ecofenac,
   hjertemagnyl, ipren, irfen, lergigan, magnyl, neobrufen, panodil, primaspan, tiatral, tromalyt, trombyl`,
);
