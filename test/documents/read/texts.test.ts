import { describe, expect, it } from 'vitest';
import { codeOf, linesOf, read } from './reading.ts';

const wide = (text: string, isBig: boolean): Uint8Array => {
  const bytes = new Uint8Array(Buffer.from(text, 'utf16le'));
  return isBig ? new Uint8Array(Buffer.from(bytes).swap16()) : bytes;
};

/** Bytes of a code page that has the letters of `alphabet` from `first` on in their order. */
const paged = (text: string, alphabet: string, first: number): Uint8Array =>
  Uint8Array.from(text, (letter) => {
    const at = alphabet.indexOf(letter);
    return at === -1 ? letter.charCodeAt(0) : first + at;
  });

describe('plain text in any encoding', () => {
  const words = 'considering\na)\tthat ports share clocks;';
  const lines = ['considering', 'a)~that ports share clocks;'];

  it('UTF-8 with and without its mark', async () => {
    expect(await linesOf('a.txt', words)).toEqual(lines);
    expect(await linesOf('a.txt', `\ufeff${words}`)).toEqual(lines);
  });
  it('UTF-16 of either order, with and without its mark', async () => {
    for (const isBig of [false, true]) {
      expect(await linesOf('a.txt', wide(`\ufeff${words}`, isBig))).toEqual(lines);
      expect(await linesOf('a.txt', wide(words, isBig))).toEqual(lines);
    }
  });
  it('Arabic and Chinese in UTF-16 with its mark', async () => {
    for (const text of ['إذ تضع في اعتبارها', '考虑到']) {
      expect(await linesOf('a.txt', wide(`\ufeff${text}`, false))).toEqual([text]);
    }
  });
  it('Russian in the code page of Windows, with a warning', async () => {
    const text = 'Конференция рассматривает, как порты совместно используют датчики и часы';
    const alphabet = Array.from({ length: 64 }, (_, index) =>
      String.fromCharCode(0x410 + index),
    ).join('');
    const { result, warnings } = await read('a.txt', paged(text, alphabet, 0xc0));
    expect(result).toMatchObject({ ok: true, value: { blocks: [{ text }] } });
    expect(warnings.map(({ code }) => code)).toEqual(['encoding-guessed']);
  });
  it('French in the code page of Windows, with a warning', async () => {
    const text =
      'La conférence a décidé à la majorité que les états côtiers élaborent un rapport à l\u2019été';
    const bytes = Uint8Array.from(text, (letter) =>
      letter === '\u2019' ? 0x92 : letter.charCodeAt(0),
    );
    const { result, warnings } = await read('a.txt', bytes);
    expect(result).toMatchObject({ ok: true, value: { blocks: [{ text }] } });
    expect(warnings.map(({ code }) => code)).toEqual(['encoding-guessed']);
  });
  it('a page that names its code page is believed', async () => {
    const bytes = new Uint8Array(
      Buffer.from('<html><meta charset="windows-1252"><p>d\xe9cide</p></html>', 'latin1'),
    );
    expect(await linesOf('a.html', bytes)).toEqual(['décide']);
  });
  it('a text cut inside a character keeps all the others, with a warning', async () => {
    const bytes = new TextEncoder().encode('considering the caf\u00e9');
    const { result, warnings } = await read('a.txt', bytes.subarray(0, bytes.length - 1));
    expect(result).toMatchObject({
      ok: true,
      value: { blocks: [{ text: 'considering the caf' }] },
    });
    expect(warnings.map(({ code }) => code)).toEqual(['text-cut']);
  });
  it('bytes that no text has are refused', async () => {
    expect(await codeOf('a.txt', new Uint8Array([0x01, 0xd8, 0xff, 0x00]))).toBe('not-text');
    expect(await codeOf('a.txt', 'words\0words')).toBe('not-text');
  });
});

describe('Markdown', () => {
  it('headings, lists, tables, notes and front matter', async () => {
    const { result } = await read(
      'a.md',
      [
        '---',
        'title: Harbour clocks',
        'lang: en',
        '---',
        '# Scope',
        '',
        'Ports **share**[^1] clocks, see [there](https://example.org).',
        '',
        '1. one',
        '2. two',
        '   - in',
        '',
        '| a | b |',
        '|---|---|',
        '| c | d |',
        '',
        '[^1]: Some do.',
      ].join('\n'),
    );
    expect(result).toMatchObject({ ok: true, value: { title: 'Harbour clocks', language: 'en' } });
    expect(
      await linesOf(
        'a.md',
        '# Scope\n\nPorts **share**[^1] clocks.\n\n1. one\n2. two\n   - in\n\n| a | b |\n|---|---|\n| c | d |\n\n[^1]: Some do.\n',
      ),
    ).toEqual([
      '# Scope',
      'Ports share{1: Some do.} clocks.',
      '> 1.~one',
      '> 2.~two',
      '>> \u2022~in',
      'table: \n!a | !b\nc | d',
    ]);
  });
  it('labels of the genre on lines of their own stay items', async () => {
    expect(await linesOf('a.md', '## considering\n\na) that one;\nb) that\ntwo,\n')).toEqual([
      '## considering',
      'a) that one;',
      'b) that two,',
    ]);
  });
  it('shows by its marks where the name says text; one mark alone is none', async () => {
    expect(await linesOf('a.txt', '# Scope\n\nSee [there](https://example.org).')).toEqual([
      '# Scope',
      'See there.',
    ]);
    expect(await linesOf('a.txt', '# 5 of them')).toEqual(['# 5 of them']);
  });
  it('with longer runs of words than anybody writes is read as plain text, with a warning', async () => {
    const { result, warnings } = await read('a.md', `# Scope\n\n${'*a'.repeat(6000)}`);
    expect(result).toMatchObject({ ok: true, value: { blocks: [{ text: '# Scope' }, {}] } });
    expect(warnings.map(({ code }) => code)).toEqual(['markdown-as-text']);
  });
});
