/** The lines of a stream of text. A line ends at a line feed and nowhere else: what Unicode calls a line separator may stand in a text of a chart. */
export async function* linesIn(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let parts: string[] = [];
  for await (const chunk of chunks) {
    const [first = '', ...more] = (
      typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    ).split('\n');
    parts.push(first);
    for (const next of more) {
      yield withoutReturn(parts.join(''));
      parts = [next];
    }
  }
  const last = parts.join('') + decoder.decode();
  if (last !== '') yield withoutReturn(last);
}

const withoutReturn = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line);
