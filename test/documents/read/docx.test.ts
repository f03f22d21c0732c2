import { describe, expect, it } from 'vitest';
import { docxOf, linesOf, p, r, read, sourceOf, zipOf } from './reading.ts';

const lines = (body: string, parts?: Parameters<typeof docxOf>[1]) =>
  linesOf('a.docx', docxOf(body, parts));

const level = (index: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const list = (id: number, levels: string, more = ''): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>${more}`;
const num = (id: number, abstract: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;
const item = (words: string, id: number, depth = 0): string =>
  p(r(words), `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`);

const heading = (words: string, style: string): string =>
  p(r(words), `<w:pStyle w:val="${style}"/>`);
const row = (words: string, properties = ''): string =>
  `<w:tr>${properties}<w:tc>${p(r(words))}</w:tc><w:tc>${p(r('x'))}</w:tc></w:tr>`;
const box = (words: string): string => `<w:txbxContent>${p(r(words))}</w:txbxContent>`;
const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
const cell = (words: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${words === '' ? '<w:p/>' : p(r(words))}</w:tc>`;

describe('lists of a DOCX are numbered as they print', () => {
  const genre = list(
    0,
    level(0, 'lowerLetter', '%1)') +
      level(1, 'lowerRoman', '%2)') +
      level(2, 'decimal', '%1.%2.%3'),
  );

  it('letters, roman numbers inside them, and numbers of several levels', async () => {
    const body = [
      item('one', 1),
      item('two', 1),
      item('in', 1, 1),
      item('in', 1, 1),
      item('deep', 1, 2),
      item('three', 1),
      item('in', 1, 1),
    ];
    expect(await lines(body.join(''), { numbering: genre + num(1, 0) })).toEqual([
      '> a)~one',
      '> b)~two',
      '>> i)~in',
      '>> ii)~in',
      '>>> b.ii.1~deep',
      '> c)~three',
      '>> i)~in',
    ]);
  });
  it('two lists of one kind count on together, until one sets a start of its own', async () => {
    const numbering =
      genre +
      num(1, 0) +
      num(2, 0) +
      num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');
    const body = [item('x', 1), item('x', 2), item('x', 3), item('x', 3)];
    expect(await lines(body.join(''), { numbering })).toEqual([
      '> a)~x',
      '> b)~x',
      '> a)~x',
      '> b)~x',
    ]);
  });
  it('upper case, legal numbering, a start other than 1, and past z', async () => {
    const numbering =
      list(0, level(0, 'upperRoman', 'Part %1') + level(1, 'decimal', '%1.%2', '<w:isLgl/>')) +
      '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="26"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>' +
      num(1, 0) +
      num(2, 1);
    const body = [item('x', 1), item('x', 1), item('y', 1, 1), item('z', 2), item('z', 2)];
    expect(await lines(body.join(''), { numbering })).toEqual([
      '> Part I~x',
      '> Part II~x',
      '>> 2.1~y',
      '> z)~z',
      '> aa)~z',
    ]);
  });
  it('bullets of any font are one dot, dashes stay dashes, and a level without a number has no label', async () => {
    const numbering =
      list(0, level(0, 'bullet', '\uf0b7')) +
      list(1, level(0, 'bullet', '\u2013')) +
      list(2, level(0, 'none', '')) +
      num(1, 0) +
      num(2, 1) +
      num(3, 2);
    expect(await lines(item('x', 1) + item('y', 2) + item('z', 3), { numbering })).toEqual([
      '> \u2022~x',
      '> \u2013~y',
      '> z',
    ]);
  });
  it('a style may bring the list, and a heading the level', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>';
    const numbering =
      list(
        0,
        level(0, 'decimal', '%1', '<w:pStyle w:val="H1"/>') +
          level(1, 'decimal', '%1.%2', '<w:pStyle w:val="H2"/>'),
      ) + num(1, 0);
    const body =
      heading('Scope', 'H1') +
      heading('Ports', 'H2') +
      heading('Ships', 'H2') +
      heading('Terms', 'H1') +
      heading('New', 'H2') +
      p(r('none'), '<w:pStyle w:val="H2"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(await lines(body, { styles, numbering })).toEqual([
      '# 1~Scope',
      '## 1.1~Ports',
      '## 1.2~Ships',
      '# 2~Terms',
      '## 2.1~New',
      '## none',
    ]);
  });
});

describe('notes of a DOCX', () => {
  const notes =
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>' +
    `<w:footnote w:id="5">${p(`<w:r><w:footnoteRef/></w:r>${r(' Ports')}`)}${p(r('of any size.'))}</w:footnote>` +
    `<w:footnote w:id="6">${p(r('Ships.'))}</w:footnote>`;

  it('stand at their offsets, numbered in the order of their marks', async () => {
    const body = p(
      `${r('all harbours')}<w:r><w:footnoteReference w:id="6"/></w:r>${r(' and quays')}<w:r><w:footnoteReference w:id="5"/></w:r>${r(';')}`,
    );
    expect(await lines(body, { footnotes: notes })).toEqual([
      'all harbours{1: Ships.} and quays{2: Ports of any size.};',
    ]);
  });
  it('with a mark of their own keep it, and it leaves the words', async () => {
    const body = p(
      `${r('harbours')}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="6"/><w:t>*</w:t></w:r>${r(' now')}`,
    );
    expect(await lines(body, { footnotes: notes })).toEqual(['harbours{*: Ships.} now']);
  });
  it('with a mark typed by hand before the text lose that one', async () => {
    const body = p(
      `${r('harbours')}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="7"/><w:t>1</w:t></w:r>`,
    );
    const footnotes = `<w:footnote w:id="7">${p('<w:r><w:t>1</w:t><w:tab/><w:t>Ports.</w:t></w:r>')}</w:footnote>`;
    expect(await lines(body, { footnotes })).toEqual(['harbours{1: Ports.}']);
  });
  it('move along behind a computed label', async () => {
    const numbering = list(0, level(0, 'decimal', '%1')) + num(1, 0);
    const body = p(
      `${r('act')}<w:r><w:footnoteReference w:id="6"/></w:r>`,
      '<w:numPr><w:numId w:val="1"/></w:numPr>',
    );
    expect(await lines(body, { footnotes: notes, numbering })).toEqual(['> 1~act{1: Ships.}']);
  });
});

describe('tracked changes of a DOCX are taken as accepted', () => {
  it('insertions stay, deletions and the old place of a move go', async () => {
    const body = p(
      `${r('to ')}<w:del w:id="1"><w:r><w:delText>stop</w:delText></w:r></w:del><w:ins w:id="2">${r('go on')}</w:ins>` +
        `<w:moveFrom w:id="3">${r(' never')}</w:moveFrom><w:moveTo w:id="4">${r(' always')}</w:moveTo>`,
    );
    expect(await lines(body)).toEqual(['to go on always']);
  });
  it('a deleted paragraph mark joins two paragraphs', async () => {
    const body = p(r('one '), '<w:rPr><w:del w:id="1"/></w:rPr>') + p(r('two')) + p(r('three'));
    expect(await lines(body)).toEqual(['one two', 'three']);
  });
  it('a deleted row leaves its table, and old properties do not count', async () => {
    const body =
      `<w:tbl>${row('a')}${row('b', '<w:trPr><w:del w:id="1"/></w:trPr>')}${row('c')}</w:tbl>` +
      p(r('text'), '<w:pPrChange w:id="2"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>');
    expect(await lines(body)).toEqual(['table: \na | x\nc | x', 'text']);
  });
});

describe('words of a DOCX', () => {
  it('a text box is read once, behind the paragraph that holds it', async () => {
    const body =
      p(
        `${r('before')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box('boxed')}</wps:txbx></mc:Choice>` +
          `<mc:Fallback><v:textbox>${box('boxed')}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>${r(' after')}`,
      ) + p(`<w:r><w:pict><v:textbox>${box('old')}</v:textbox></w:pict></w:r>`);
    expect(await lines(body)).toEqual(['before after', 'boxed', 'old']);
  });
  it('the code of a field is left out, its result stays, also one inside another', async () => {
    const body = p(
      `${r('see ')}${field('begin')}<w:r><w:instrText>REF </w:instrText></w:r>${field('begin')}<w:r><w:instrText>x</w:instrText></w:r>${field('separate')}${r('hidden')}${field('end')}` +
        `${field('separate')}${r('clause 5')}${field('end')}<w:hyperlink>${r(' there')}</w:hyperlink><w:fldSimple w:instr="PAGE">${r(' 7')}</w:fldSimple>`,
    );
    expect(await lines(body)).toEqual(['see clause 5 there 7']);
  });
  it('tabs, breaks, hyphens and signs', async () => {
    const body =
      p(
        '<w:r><w:t>a)</w:t><w:tab/><w:t>ITU</w:t><w:noBreakHyphen/><w:t>T co</w:t><w:softHyphen/><w:t>operates</w:t><w:br/><w:t>well</w:t></w:r>',
      ) +
      p(
        '<w:r><w:sym w:font="Symbol" w:char="F061"/><w:t xml:space="preserve"> </w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t>&#x20;5 &amp; &lt;</w:t></w:r>',
      );
    expect(await lines(body)).toEqual(['a)~ITU\u2011T cooperates well', 'α ≥ 5 & <']);
  });
  it('a line break before a label parts two items', async () => {
    const body = p(
      '<w:r><w:t>considering</w:t><w:br/><w:t>a) that</w:t><w:br/><w:t>b) that too</w:t></w:r>',
    );
    expect(await lines(body)).toEqual(['considering', 'a) that', 'b) that too']);
  });
  it('hidden words are left out with a warning', async () => {
    const { result, warnings } = await read(
      'a.docx',
      docxOf(p(r('seen') + r(' unseen', '<w:vanish/>') + r(' too', '<w:vanish w:val="0"/>'))),
    );
    expect(result).toMatchObject({ ok: true, value: { blocks: [{ text: 'seen too' }] } });
    expect(warnings).toEqual([
      { code: 'hidden-text', message: 'Words that are formatted as hidden are left out.', line: 1 },
    ]);
  });
  it('page heads, comments and the table of contents are left out', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>';
    const bytes = docxOf(
      p(r('Scope 3'), '<w:pStyle w:val="T"/>') +
        p(`${r('Scope')}<w:r><w:commentReference w:id="0"/></w:r>`),
      { styles },
    );
    const { result, warnings } = await read('a.docx', bytes);
    expect(result).toMatchObject({ ok: true, value: { blocks: [{ text: 'Scope' }] } });
    expect(warnings.map(({ code }) => code)).toEqual(['contents-left-out']);
  });
  it('slanted and bold are told by every word, with what styles give', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="Call"/><w:rPr><w:i/></w:rPr></w:style>';
    const call = '<w:pStyle w:val="C"/>';
    const body =
      p(r('considering'), call) +
      p(r('noting ') + r('x', '<w:i w:val="0"/>'), call) +
      p(r('all', '<w:b/>'));
    const { blocks } = await sourceOf('a.docx', docxOf(body, { styles }));
    expect(blocks.map(({ isItalic, isBold }) => [isItalic, isBold])).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ]);
  });
  it('other prefixes than the usual ones are read alike', async () => {
    const document =
      '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:pPr><x:outlineLvl x:val="1"/></x:pPr><x:r><x:t>Scope</x:t></x:r></x:p></x:body></x:document>';
    expect(await linesOf('a.docx', zipOf({ 'word/document.xml': document }))).toEqual(['## Scope']);
  });
});

describe('tables of a DOCX', () => {
  it('cells that span columns and rows, header rows, and columns skipped at the left', async () => {
    const body = `<w:tbl>
      <w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('Place')}${cell('Clock', '<w:gridSpan w:val="2"/>')}</w:tr>
      <w:tr>${cell('Quay', '<w:vMerge w:val="restart"/>')}${cell('main')}${cell('1 s')}</w:tr>
      <w:tr>${cell('', '<w:vMerge/>')}${cell('spare')}${cell('2 s')}</w:tr>
      <w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('third')}${cell('3 s')}</w:tr></w:tbl>`;
    expect(await lines(body)).toEqual([
      'table: \n!Place | !Clock [2x1]\nQuay [1x2] | main | 1 s\nspare | 2 s\nthird | 3 s',
    ]);
  });
  it('take the caption above them, a number and a title as one; figures keep theirs', async () => {
    const styles = ['Table_No', 'Table_title', 'Figure_No', 'Figure_title', 'caption']
      .map(
        (name) =>
          `<w:style w:type="paragraph" w:styleId="${name}"><w:name w:val="${name}"/></w:style>`,
      )
      .join('');
    const body =
      heading('TABLE 1', 'Table_No') +
      heading('Clocks', 'Table_title') +
      `<w:tbl><w:tr>${cell('a')}${cell('b')}</w:tr></w:tbl>` +
      p('') +
      heading('FIGURE 1', 'Figure_No') +
      heading('A quay', 'Figure_title') +
      heading('Figure 2: A ship', 'caption') +
      p(r('end'));
    expect(await lines(body, { styles })).toEqual([
      'table: TABLE 1 \u2013 Clocks\na | b',
      'figure: FIGURE 1 \u2013 A quay',
      'figure: Figure 2: A ship',
      'end',
    ]);
  });
  it('a frame of one cell is no table, a table in a cell becomes words of the cell', async () => {
    const inner = `<w:tbl><w:tr>${cell('c')}${cell('d')}</w:tr></w:tbl>`;
    const body =
      `<w:tbl><w:tr>${cell('framed')}</w:tr></w:tbl>` +
      `<w:tbl><w:tr>${cell('a')}<w:tc>${p(r('b'))}${inner}${p('')}</w:tc></w:tr></w:tbl>`;
    expect(await lines(body)).toEqual(['framed', 'table: \na | b / c d']);
  });
  it('absurd spans are cut to what a page can hold', async () => {
    const body = `<w:tbl><w:tr>${cell('a', '<w:gridSpan w:val="2000000000"/>')}${cell('b', '<w:gridSpan w:val="-7"/>')}</w:tr></w:tbl>`;
    expect(await lines(body)).toEqual(['table: \na [1000x1] | b']);
  });
});
