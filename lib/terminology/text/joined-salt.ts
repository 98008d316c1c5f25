/** A drug's name and its salt or form written as one word. */

const MIN_NAME_WITH_SALT = 8;
const MAX_NAME_WITH_SALT = 40;

/** Salts that German and Scandinavian names carry as the end of the word, and hurried ones in English: "Morphinsulfat", "Norcotab". */
const JOINED_SALT =
  /^(.{5,}?)((?:mono|di|hydrogen|hemi)?(?:hydrochlorid|klorid|hydrobromid|sulfat|phosphat|fosfat|citrat|tartrat|bitartrat|succinat|maleat|fumarat|besilat|mesilat|tosilat|acetat|lactat|nitrat|natrium|kalium|calcium|magnesium)|tabs?|caps?)$/;

/** A word in two where it is a drug's name with its salt or form, else as it is. */
export function withoutSalt(word: string, isDrug: (name: string) => boolean): string | readonly string[] {
  if (word.length < MIN_NAME_WITH_SALT || word.length > MAX_NAME_WITH_SALT) return word;
  const [, name = '', salt = ''] = JOINED_SALT.exec(word) ?? [];
  return name !== '' && isDrug(name) ? [name, salt] : word;
}
