/**
 * Pictures of one size -> one animated picture. The pictures' own data is taken over as it is: no pixel is decoded.
 * @see PNG, third edition, 11.3.2 (acTL, fcTL, fdAT)
 */
import { crc32 } from 'node:zlib';

export interface Frame {
  readonly png: Buffer;
  /** Milliseconds. */
  readonly shown: number;
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/** Plays over and over. @throws Error where the pictures are not all of one size and kind. */
export function animatedPng(frames: readonly Frame[]): Buffer {
  const pictures = frames.map(({ png }) => chunksOf(png));
  const headers = pictures.map(
    (chunks) => chunks.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(0),
  );
  const [header] = headers;
  if (header === undefined || headers.some((other) => !other.equals(header))) {
    throw new Error('the pictures of an animation are of one size and kind');
  }
  const size = { width: header.readUInt32BE(0), height: header.readUInt32BE(4) };
  let sequence = 0;
  const next = () => numbers(sequence++);
  const body = frames.flatMap(({ shown }, index) => {
    const data = (pictures[index] ?? []).filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data);
    const control = Buffer.concat([
      next(),
      numbers(size.width, size.height, 0, 0),
      Buffer.from([shown >> 8, shown & 255, 1000 >> 8, 1000 & 255, 0, 0]),
    ]);
    return [
      chunk('fcTL', control),
      ...data.map((part) =>
        index === 0 ? chunk('IDAT', part) : chunk('fdAT', Buffer.concat([next(), part])),
      ),
    ];
  });
  const animation = chunk('acTL', numbers(frames.length, 0));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    animation,
    ...body,
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export function chunksOf(png: Buffer): Chunk[] {
  if (!png.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error('this is no PNG');
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    chunks.push({ type, data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([numbers(data.length), named, numbers(crc32(named))]);
}

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4);
  return bytes;
}
