/**
 * What a row says of itself without reading it whole: for one too large to be held, and for one that breaks off. Takes it piece by piece;
 * members of the row itself alone count, never those of what it holds.
 */

/** Longer than any id or reference. */
const LONGEST_VALUE = 2_000;
const [QUOTE, BACKSLASH, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST, COLON, COMMA] = [
  ...Buffer.from('"\\{}[]:,'),
] as [number, number, number, number, number, number, number, number];
const REFERENCES: ReadonlySet<string> = new Set(['subject', 'patient']);

export class RowScanner {
  type: string | null = null;
  id: string | null = null;
  /** `reference` of the row's subject or patient. */
  patient: string | null = null;
  #path: (string | null)[] = [];
  #key: string | null = null;
  #text: number[] | null = null;
  #isEscaped = false;
  #isLongText = false;
  #last: string | null = null;

  scan(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (this.#text !== null) this.#within(byte);
      else this.#between(byte);
    }
  }

  #within(byte: number): void {
    const text = this.#text ?? [];
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === BACKSLASH) this.#isEscaped = true;
    else if (byte === QUOTE) {
      this.#last = this.#isLongText ? null : unescaped(text);
      this.#text = null;
      this.#isLongText = false;
      return;
    }
    if (text.length < LONGEST_VALUE) text.push(byte);
    else this.#isLongText = true;
  }

  #between(byte: number): void {
    switch (byte) {
      case QUOTE:
        this.#text = [];
        break;
      case COLON:
        this.#key = this.#last;
        this.#last = null;
        break;
      case OPEN:
      case OPEN_LIST:
        this.#path.push(byte === OPEN ? this.#key : null);
        this.#key = null;
        this.#last = null;
        break;
      case COMMA:
        this.#take();
        break;
      case CLOSE:
      case CLOSE_LIST:
        this.#take();
        this.#path.pop();
        break;
    }
  }

  #take(): void {
    const value = this.#last;
    const key = this.#key;
    this.#last = null;
    this.#key = null;
    if (value === null || key === null) return;
    if (this.#path.length === 1) {
      if (key === 'resourceType') this.type ??= value;
      else if (key === 'id') this.id ??= value;
    } else if (this.#path.length === 2 && key === 'reference' && REFERENCES.has(this.#path[1] ?? '')) {
      this.patient ??= value;
    }
  }
}

function unescaped(bytes: readonly number[]): string | null {
  try {
    return JSON.parse(`"${Buffer.from(bytes).toString('utf8')}"`);
  } catch {
    return null;
  }
}
