import { describe, expect, it } from 'vitest';
import { linesOf, sourceOf, zipOf } from './reading.ts';

const lines = (html: string) =>
  linesOf('a.html', `<!DOCTYPE html><html><body>${html}</body></html>`);

describe('the readable part of a page', () => {
  it('is its main part; navigation, scripts and what stands aside are left out', async () => {
    expect(
      await lines(
        '<header>Logo</header><nav>Menu</nav><main><h1>Ports</h1><script>x()</script><style>p{}</style><p>All of them.</p>' +
          '<aside>See also</aside><p hidden>Draft</p><p style="display:none">Gone</p></main><footer>Contact</footer>',
      ),
    ).toEqual(['# Ports', 'All of them.']);
  });
  it('is its article where there is no main part, but not a mere teaser', async () => {
    expect(
      await lines('<p>Menu</p><article><p>The words of the resolution.</p></article>'),
    ).toEqual(['The words of the resolution.']);
    expect(await lines(`<article>New!</article><p>${'The words. '.repeat(9)}</p>`)).toHaveLength(2);
  });
  it('is all of it else', async () => {
    expect(await lines('<div>one<p>two</div>three')).toEqual(['one', 'two', 'three']);
  });
});

describe('what stands in a page', () => {
  it('lists of every type, with starts and values, nested; labels written out win', async () => {
    expect(
      await lines(
        '<ol type="a"><li>x<ol type="i"><li>in<li>in</ol><li>y</ol><ol start="3"><li>z<li value="9">w</ol><ul><li>dot</ul>' +
          '<ol><li>a) own<li>b) own</ol><ul style="list-style-type:none"><li>bare</ul>',
      ),
    ).toEqual([
      '> a.~x',
      '>> i.~in',
      '>> ii.~in',
      '> b.~y',
      '> 3.~z',
      '> 9.~w',
      '> \u2022~dot',
      '> a) own',
      '> b) own',
      '> bare',
    ]);
  });
  it('tables with heads, captions and spans; one that lays out the page is none', async () => {
    expect(
      await lines(
        '<table><caption>Clocks</caption><thead><tr><td>Place<td>Time</thead><tr><td rowspan=99>Quay<td>1 s<tr><td>2 s<tr><td colspan=2>all</table>' +
          '<table><tr><td><h2>Left</h2><td>right</table><table><tr><td>framed</table>',
      ),
    ).toEqual([
      'table: Clocks\n!Place | !Time\nQuay [1x3] | 1 s\n2 s\nall [2x1]',
      '## Left',
      'right',
      'framed',
    ]);
  });
  it('footnotes that are linked to and fro, as word processors write them', async () => {
    expect(
      await lines(
        '<p>Ports<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> share.</p><p>See <a href="#_ftn1x">clause 1</a>.</p>' +
          '<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> Of any size.</p></div>',
      ),
    ).toEqual(['Ports{1: Of any size.} share.', 'See clause 1.']);
  });
  it('a link to a heading is no footnote', async () => {
    expect(await lines('<p>See <a href="#two">2</a></p><h2 id="two">2 Terms</h2>')).toEqual([
      'See 2',
      '## 2 Terms',
    ]);
  });
  it('breaks, entities, soft hyphens and lines of preformatted text', async () => {
    expect(
      await lines(
        '<p>one<br>two<br><br>three&nbsp;&amp;&#8209;co&shy;op</p><pre>considering\na)\tthat</pre>',
      ),
    ).toEqual(['one two', 'three &\u2011coop', 'considering', 'a)~that']);
  });
  it('the caption of a figure is kept', async () => {
    expect(
      await lines('<figure><img src="x"><figcaption>Figure 1 \u2013 A quay</figcaption></figure>'),
    ).toEqual(['figure: Figure 1 \u2013 A quay']);
  });
});

const book = (
  chapters: Readonly<Record<string, string>>,
  spine: string,
  extra: Record<string, string> = {},
): Uint8Array =>
  zipOf({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
    'OPS/book.opf':
      '<package xmlns:dc="d"><metadata><dc:title>Ports</dc:title><dc:language>fr</dc:language></metadata><manifest>' +
      Object.keys(chapters)
        .map(
          (name) => `<item id="${name}" href="text/${name}" media-type="application/xhtml+xml"/>`,
        )
        .join('') +
      `<item id="toc" properties="nav" href="toc.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="toc"/>${spine}</spine></package>`,
    'OPS/toc.xhtml': '<html><body>Contents</body></html>',
    ...Object.fromEntries(
      Object.entries(chapters).map(([name, body]) => [
        `OPS/text/${name}`,
        `<?xml version="1.0"?><html><body>${body}</body></html>`,
      ]),
    ),
    ...extra,
  });

const lock = (file: string) => ({
  'META-INF/encryption.xml': `<x><CipherReference URI="${file}"/></x>`,
});

describe('a book', () => {
  it('is read in the order of its spine, with notes from a chapter of their own', async () => {
    const bytes = book(
      {
        'b.xhtml': '<h1>Two</h1>',
        'a.xhtml': '<h1>One</h1><p>Ports<a epub:type="noteref" href="n.xhtml#f1">1</a>.</p>',
        'n.xhtml': '<aside epub:type="footnote" id="f1"><p>1 Of any size.</p></aside>',
      },
      '<itemref idref="a.xhtml"/><itemref idref="b.xhtml"/><itemref idref="n.xhtml"/>',
    );
    expect(await linesOf('a.epub', bytes)).toEqual(['# One', 'Ports{1: Of any size.}.', '# Two']);
    expect(await sourceOf('a.epub', bytes)).toMatchObject({ title: 'Ports', language: 'fr' });
  });
  it('whose chapters are scrambled is locked; one with scrambled fonts is not', async () => {
    const chapters = { 'a.xhtml': '<p>words</p>' };
    const spine = '<itemref idref="a.xhtml"/>';
    expect(await linesOf('a.epub', book(chapters, spine, lock('OPS/font.otf')))).toEqual(['words']);
    await expect(
      linesOf('a.epub', book(chapters, spine, lock('OPS/text/a.xhtml'))),
    ).rejects.toThrow(/is encrypted/);
  });
});
