/** A text to select and copy, which nobody changes here. */
export function TextToCopy({
  id,
  label,
  text,
  isShort = false,
}: {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly isShort?: boolean;
}) {
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className={isShort ? 'copy-text copy-short' : 'copy-text'}
        readOnly
        defaultValue={text}
      />
    </>
  );
}
