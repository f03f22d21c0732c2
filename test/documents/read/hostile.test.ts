import { deflateSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { codeOf, docxOf, fileOf, p, r, read, zipOf } from './reading.ts';

const document = (body: string, prolog = ''): string =>
  `${prolog}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
const docx = (xml: string): Uint8Array => zipOf({ 'word/document.xml': xml });

/** A zip of one stored or packed entry, whose declared sizes may lie. */
function zipThatSays(packed: Uint8Array, size: number, flags = 0, method = 8): Uint8Array {
  const name = strToU8('word/document.xml');
  const local = new DataView(new ArrayBuffer(30));
  local.setUint32(0, 0x04034b50, true);
  local.setUint16(8, method, true);
  local.setUint16(26, name.length, true);
  const entry = new DataView(new ArrayBuffer(46));
  entry.setUint32(0, 0x02014b50, true);
  entry.setUint16(8, flags, true);
  entry.setUint16(10, method, true);
  entry.setUint32(20, packed.length, true);
  entry.setUint32(24, size, true);
  entry.setUint16(28, name.length, true);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(10, 1, true);
  end.setUint32(12, 46 + name.length, true);
  end.setUint32(16, 30 + name.length + packed.length, true);
  const parts = [local, name, packed, entry, name, end].map((part) =>
    part instanceof DataView ? new Uint8Array(part.buffer) : part,
  );
  return new Uint8Array(Buffer.concat(parts));
}

describe('a file that means harm or is broken has a code of its own', () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>`;
  const outside = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>`;
  const whole = docxOf(p(r('words '.repeat(2000))));
  const megabytes = new Uint8Array(30_000_000);
  const cases: readonly (readonly [string, string, Uint8Array | string, string])[] = [
    ['no bytes', 'a.docx', new Uint8Array(), 'file-empty'],
    ['a DOCX without words', 'a.docx', docxOf(p('')), 'file-empty'],
    [
      'a DOCX of pictures',
      'a.docx',
      zipOf({ 'word/document.xml': document(p('')), 'word/media/image1.png': 'x' }),
      'scanned',
    ],
    [
      'a picture',
      'a.pdf',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      'scanned',
    ],
    ['an archive cut in two', 'a.docx', whole.subarray(0, whole.length / 2), 'truncated'],
    ['an archive cut short by a byte', 'a.docx', whole.subarray(0, whole.length - 1), 'truncated'],
    [
      'an entity that multiplies',
      'a.docx',
      docx(document(p(r('&b;')), laughs)),
      'entities-refused',
    ],
    ['an entity from outside', 'a.docx', docx(document(p(r('&a;')), outside)), 'entities-refused'],
    [
      'entities in a page',
      'a.html',
      `<!DOCTYPE html [<!ENTITY a "x">]><html><p>&a;</p></html>`,
      'entities-refused',
    ],
    ['entities in any other XML', 'a.xml', `${laughs}<x>&b;</x>`, 'entities-refused'],
    [
      'an XML file of another kind',
      'a.xml',
      '<?xml version="1.0"?><x>words</x>',
      'format-unsupported',
    ],
    [
      'a path that climbs out',
      'a.docx',
      zipOf({ 'word/document.xml': document(''), '../../evil.sh': 'x' }),
      'archive-hostile',
    ],
    [
      'an absolute path',
      'a.docx',
      zipOf({ 'word/document.xml': document(''), '/etc/passwd': 'x' }),
      'archive-hostile',
    ],
    [
      'a path of Windows',
      'a.docx',
      zipOf({ 'word/document.xml': document(''), 'C:\\evil.exe': 'x' }),
      'archive-hostile',
    ],
    [
      'a bomb that says what it is',
      'a.docx',
      zipSync({ 'word/document.xml': megabytes }),
      'unpacks-too-large',
    ],
    [
      'a bomb that says it is small',
      'a.docx',
      zipThatSays(deflateSync(megabytes), 100_000),
      'damaged',
    ],
    ['a locked archive', 'a.docx', zipThatSays(deflateSync(strToU8('x')), 1, 1), 'encrypted'],
    ['an unknown way of packing', 'a.docx', zipThatSays(strToU8('x'), 1, 0, 99), 'damaged'],
    [
      'elements 100 000 deep',
      'a.docx',
      docx(document(`${'<w:p>'.repeat(100_000)}${'</w:p>'.repeat(100_000)}`)),
      'too-deep',
    ],
    ['a page 100 000 deep', 'a.html', `<html>${'<div>'.repeat(100_000)}x`, 'too-deep'],
    ['Markdown 4 000 deep', 'a.md', `${'> '.repeat(4000)}x`, 'too-deep'],
    ['XML that does not close', 'a.docx', docx('<w:document><w:body>'), 'damaged'],
    [
      'XML that closes wrongly',
      'a.docx',
      docx('<w:document><w:body></w:document></w:body>'),
      'damaged',
    ],
    ['a character that is none', 'a.docx', docx(document(p(r('&#99999999;')))), 'damaged'],
    ['an entity that nobody declared', 'a.docx', docx(document(p(r('&nbsp;')))), 'damaged'],
    ['a spreadsheet', 'a.docx', zipOf({ 'xl/workbook.xml': '<x/>' }), 'format-unsupported'],
    ['an archive of files', 'a.zip', zipOf({ 'a.txt': 'x' }), 'format-unsupported'],
    ['an old Word document', 'a.docx', fileOf('resolution.doc'), 'format-unsupported'],
    ['rich text', 'a.rtf', fileOf('resolution.rtf'), 'format-unsupported'],
    [
      'a program',
      'a.txt',
      new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]),
      'format-unsupported',
    ],
    [
      'a locked ODT',
      'a.odt',
      zipOf({
        mimetype: 'application/vnd.oasis.opendocument.text',
        'content.xml': 'x',
        'META-INF/manifest.xml': '<manifest:encryption-data/>',
      }),
      'encrypted',
    ],
    [
      'a book without its package',
      'a.epub',
      zipOf({ mimetype: 'application/epub+zip', 'META-INF/container.xml': '<container/>' }),
      'damaged',
    ],
  ];
  for (const [what, name, bytes, code] of cases) {
    it(`${what}: ${code}`, async () => {
      const { result } = await read(name, bytes);
      expect(result).toMatchObject({ ok: false, error: { code } });
      expect(!result.ok && result.error.message).toMatch(/^a\.\w+ [^\n]{10,}[^.]\.$/);
    });
  }

  it('a DOCX under a password, which is an OLE2 file: encrypted', async () => {
    const bytes = new Uint8Array(2048);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    bytes.set(Buffer.from('EncryptedPackage', 'utf16le'), 1024);
    expect(await codeOf('a.docx', bytes)).toBe('encrypted');
  });
  it('entries that share bytes: archive-hostile', async () => {
    const bytes = zipOf({
      'word/document.xml': document(p(r('x'))),
      'word/other1.xml': document(p(r('y'))),
    });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const directory = view.getUint32(bytes.length - 6, true);
    const second = directory + 46 + 'word/document.xml'.length;
    view.setUint32(second + 42, 10, true);
    expect(await codeOf('a.docx', bytes)).toBe('archive-hostile');
  });
  it('limits are those of the caller', async () => {
    const bytes = docxOf(p(r('x')) + p(r('y')));
    expect(await codeOf('a.docx', bytes, { maxBytes: bytes.length - 1 })).toBe('too-large');
    expect(await codeOf('a.docx', bytes, { maxBlocks: 1 })).toBe('too-large');
    expect(await codeOf('a.docx', bytes, { maxEntries: 2 })).toBe('archive-hostile');
    expect(await codeOf('a.docx', bytes, { maxUnpackedBytes: 100 })).toBe('unpacks-too-large');
    expect(await codeOf('a.docx', bytes, { maxDepth: 3 })).toBe('too-deep');
    expect(await codeOf('a.txt', 'a\nb', { maxBlocks: 1 })).toBe('too-large');
  });
});

describe('a wrong name is a warning, the content decides', () => {
  const cases: readonly (readonly [string, Uint8Array | string])[] = [
    ['resolution.pdf', docxOf(p(r('words')))],
    ['resolution.docx', fileOf('resolution.odt')],
    ['resolution.txt', fileOf('resolution.epub')],
    ['resolution.docx', '<!DOCTYPE html><p>words</p>'],
    ['resolution.html', 'plain words'],
  ];
  for (const [name, bytes] of cases) {
    it(`${name}`, async () => {
      const { result, warnings } = await read(name, bytes);
      expect(result.ok).toBe(true);
      expect(warnings.map(({ code }) => code)).toContain('wrong-extension');
    });
  }
});

/** The same sequence on every run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

describe('every real file, cut or with bits flipped, is read or refused in one sentence', () => {
  const files = [
    'resolution.docx',
    'resolution.odt',
    'resolution.epub',
    'resolution.html',
    'resolution.doc',
    'resolution.rtf',
    'arabic.docx',
  ];
  for (const file of files) {
    it(`${file}`, async () => {
      const bytes = fileOf(file);
      const odd: string[] = [];
      const random = numbers(bytes.length);
      const next = (): number => random.next().value as number;
      for (let round = 0; round < 300; round += 1) {
        const broken = bytes.slice(
          0,
          round % 2 === 0 ? Math.floor(next() * bytes.length) : bytes.length,
        );
        for (let flips = round % 2 === 0 ? 0 : 1 + (round % 7); flips > 0; flips -= 1) {
          const at = Math.floor(next() * broken.length);
          broken[at] = (broken[at] ?? 0) ^ (1 << Math.floor(next() * 8));
        }
        const { result } = await read(file, broken);
        if (!result.ok && !/^(?:resolution|arabic)\.\w+ .+\.$/.test(result.error.message)) {
          odd.push(result.error.message);
        }
      }
      expect(odd).toEqual([]);
    });
  }
  it('a flipped bit inside the packed text of a DOCX is never read as text', async () => {
    const bytes = docxOf(p(r('words of a harbour '.repeat(500))));
    const start = Buffer.from(bytes).indexOf('word/document.xml') + 'word/document.xml'.length;
    for (const at of [start + 3, start + 20, start + 40]) {
      const broken = bytes.slice();
      broken[at] = (broken[at] ?? 0) ^ 4;
      expect(await codeOf('a.docx', broken)).toBe('damaged');
    }
  });
});
