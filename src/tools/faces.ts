/**
 * The faces that stills are written in, cut down to the characters that are needed: resvg reads a face anew for every line of words, and
 * the whole of a Korean one each time would take minutes.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import subsetFont from 'subset-font';

export interface Faces {
  readonly files: readonly string[];
  /** The face of running text, and of what none of them has. */
  readonly sans: string;
  readonly display: string;
  /** Whether the faces of the machine are needed too. */
  readonly others: boolean;
  /** Takes the files away. */
  readonly close: () => void;
}

const DISPLAY = 'Gowun Batang';
const DISPLAY_FILES = ['400Regular/GowunBatang_400Regular.ttf', '700Bold/GowunBatang_700Bold.ttf'].map(
  (file) => `@expo-google-fonts/gowun-batang/${file}`,
);
/** Where Debian and Ubuntu put `fonts-noto-cjk`: collections in which the Korean face is the second. */
const SANS = 'Noto Sans CJK KR';
const SANS_FILES = ['Regular', 'Bold'].map((weight) => `/usr/share/fonts/opentype/noto/NotoSansCJK-${weight}.ttc`);
const KOREAN = 1;

const ENTRY = 16;
/**
 * One face of a collection as a file of its own: its directory, and its tables behind it.
 * @throws RangeError where the file is no collection, or has no such face
 */
export function faceOf(collection: Buffer, index: number): Buffer {
  if (collection.toString('latin1', 0, 4) !== 'ttcf' || index >= collection.readUInt32BE(8))
    throw new RangeError('no such face in the collection');
  const start = collection.readUInt32BE(12 + 4 * index);
  const count = collection.readUInt16BE(start + 4);
  const head = Buffer.from(collection.subarray(start, start + 12 + count * ENTRY));
  const tables: Buffer[] = [];
  let offset = head.length;
  for (let i = 0; i < count; i++) {
    const entry = 12 + i * ENTRY;
    const from = head.readUInt32BE(entry + 8);
    const length = head.readUInt32BE(entry + 12);
    // Tables begin at multiples of four bytes.
    const table = Buffer.alloc(Math.ceil(length / 4) * 4);
    collection.copy(table, 0, from, from + length);
    head.writeUInt32BE(offset, entry + 8);
    offset += table.length;
    tables.push(table);
  }
  return Buffer.concat([head, ...tables]);
}

/**
 * Faces for a text, in a folder of the machine's temporary files. Without a Korean sans the display face writes everything: Hangul is never
 * missing, only plainer set.
 * @param text everything that will be written
 */
export async function openFaces(text: string): Promise<Faces> {
  const { resolve } = createRequire(import.meta.url);
  const folder = mkdtempSync(join(tmpdir(), 'stills-'));
  const sans = SANS_FILES.every((file) => existsSync(file));
  const whole = [
    ...DISPLAY_FILES.map((file) => readFileSync(resolve(file))),
    ...(sans ? SANS_FILES.map((file) => faceOf(readFileSync(file), KOREAN)) : []),
  ];
  const characters = [...new Set(text)].sort().join('');
  const files: string[] = [];
  for (const [i, face] of whole.entries()) {
    const file = join(folder, `${i}.otf`);
    writeFileSync(file, await subsetFont(face, characters, { targetFormat: 'truetype' }));
    files.push(file);
  }
  const close = () => rmSync(folder, { recursive: true, force: true });
  return { files, sans: sans ? SANS : DISPLAY, display: DISPLAY, others: !sans, close };
}
