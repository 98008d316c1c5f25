import type { PlanMoved } from '#lib/review/plan-moved.ts';
import type { Words } from '#lib/words/words-for.ts';

/** What every form of a launch carries, so that no other page can post in the prescriber's name. */
export const TOKEN_FIELD = 'form-token';

export function FormToken({ token }: { readonly token: string }) {
  return <input type="hidden" name={TOKEN_FIELD} value={token} />;
}

/** Said where a form came without the token of this launch: it was not used. */
export function ForeignFormNotice({
  words,
  posted,
}: {
  readonly words: Words;
  readonly posted: string | string[] | undefined;
}) {
  if (posted !== 'foreign') return null;
  return (
    <p className="notice" role="alert">
      {words.frame.forms.foreign}
    </p>
  );
}

/** The mark of what Review showed: what is written is what was on screen, or nothing. */
export const SHOWN_FIELD = 'shown';
/** The sendings of which a person says that they left no draft in the EHR, apart by spaces. */
export const NOT_THERE_FIELD = 'not-there';
/** The rung of the write ladder that Review showed. */
export const RUNG_FIELD = 'rung';

/** Said where the answers of this very press moved the plan: what to look at, before the next press. */
export function MovedPlanNotice({
  words,
  posted,
  moved,
}: {
  readonly words: Words;
  readonly posted: string | string[] | undefined;
  /** Null where no plan stands. */
  readonly moved: PlanMoved | null;
}) {
  if (posted !== 'moved' || moved === null) return null;
  return (
    <p className="notice" role="alert">
      {words.frame.forms.moved(moved)}
    </p>
  );
}

/** Said where chart, plan or way of writing are no longer what the form showed: another window, a new reading, a start that an answer moved. */
export function OutdatedFormNotice({
  words,
  posted,
}: {
  readonly words: Words;
  readonly posted: string | string[] | undefined;
}) {
  if (posted !== 'outdated') return null;
  return (
    <p className="notice" role="alert">
      {words.frame.forms.outdated}
    </p>
  );
}
