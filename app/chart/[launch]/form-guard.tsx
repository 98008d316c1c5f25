/** What every form of a launch carries, so that no other page can post in the prescriber's name. */
export const TOKEN_FIELD = 'form-token';

export function FormToken({ token }: { readonly token: string }) {
  return <input type="hidden" name={TOKEN_FIELD} value={token} />;
}

/** Said where a form came without the token of this launch: it was not used. */
export function ForeignFormNotice({ posted }: { readonly posted: string | string[] | undefined }) {
  if (posted !== 'foreign') return null;
  return (
    <p className="notice" role="alert">
      That form was not of this launch. Nothing in it was used, and nothing was written. Fill it in again
      here.
    </p>
  );
}
