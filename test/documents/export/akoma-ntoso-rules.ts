import { parseDocument } from 'htmlparser2';
import { check as checkForm } from './well-formed.ts';

/**
 * The part of the schema of Akoma Ntoso 3.0 (OASIS, akomantoso30.xsd) that our files use: which elements may stand in an
 * element, in which order, as a pattern over their names; and which attributes it must have. What is not named here
 * is not to be written.
 */
const hierarchy =
  /^(?:(?:num|heading|subheading) )*(?:(?:intro )?(?:(?:section|paragraph|subparagraph|point|indent) )*|content )$/;
const blocks = /^(?:(?:p|table|blockList) )*$/;
const item = /^(?:(?:num|heading) )*(?:(?:p|table|blockList) )+$/;
const inline = /^(?:(?:ref|authorialNote|docType|docTitle) )*$/;
const core = 'FRBRthis (?:FRBRuri )+(?:FRBRalias )*(?:FRBRdate )+(?:FRBRauthor )+';
const open = /^meta (?:preface )?(?:preamble )?mainBody (?:attachments )?$/;
const nothing = /^$/;

const rules: Readonly<Record<string, readonly [children: RegExp, ...attributes: string[]]>> = {
  akomaNtoso: [/^(?:statement|doc) $/],
  statement: [open, 'name'],
  doc: [open, 'name'],
  meta: [/^identification (?:references )*(?:proprietary )*$/],
  identification: [/^FRBRWork FRBRExpression FRBRManifestation $/, 'source'],
  FRBRWork: [new RegExp(`^${core}FRBRcountry (?:FRBRsubtype )?(?:FRBRnumber )*(?:FRBRname )*$`)],
  FRBRExpression: [new RegExp(`^${core}(?:FRBRlanguage )+$`)],
  FRBRManifestation: [new RegExp(`^${core}(?:FRBRformat )?$`)],
  ...Object.fromEntries(
    [
      'FRBRthis',
      'FRBRuri',
      'FRBRcountry',
      'FRBRsubtype',
      'FRBRnumber',
      'FRBRname',
      'FRBRformat',
    ].map((name) => [name, [nothing, 'value'] as const]),
  ),
  FRBRdate: [nothing, 'date', 'name'],
  FRBRauthor: [nothing, 'href'],
  FRBRlanguage: [nothing, 'language'],
  references: [/^(?:TLCOrganization )+$/, 'source'],
  TLCOrganization: [nothing, 'eId', 'href', 'showAs'],
  proprietary: [/^(?:r:\w+ )*$/, 'source'],
  preface: [/^(?:(?:longTitle|p) )+$/],
  longTitle: [blocks],
  preamble: [/^(?:(?:formula|recitals|container) )+$/],
  formula: [blocks, 'name'],
  container: [blocks, 'name'],
  recitals: [/^(?:(?:num|heading) )*(?:recital )+$/, 'eId'],
  recital: [item, 'eId'],
  item: [item, 'eId'],
  blockList: [/^(?:item )+$/],
  mainBody: [/^(?:(?:section|paragraph|p) )+$/],
  section: [hierarchy, 'eId'],
  paragraph: [hierarchy, 'eId'],
  subparagraph: [hierarchy, 'eId'],
  point: [hierarchy, 'eId'],
  indent: [hierarchy, 'eId'],
  intro: [blocks],
  content: [blocks],
  heading: [inline],
  num: [inline],
  p: [inline],
  caption: [inline],
  docType: [nothing],
  docTitle: [nothing],
  ref: [inline, 'href'],
  authorialNote: [blocks, 'marker', 'placement'],
  table: [/^(?:caption )?(?:tr )+$/],
  tr: [/^(?:(?:th|td) )+$/],
  th: [blocks],
  td: [blocks],
  attachments: [/^(?:attachment )+$/],
  attachment: [/^(?:heading )*doc $/, 'eId'],
};

/** Elements whose own words count; elsewhere there are none. */
const mixed = new Set(['p', 'heading', 'num', 'caption', 'docType', 'docTitle', 'ref']);

type Node = ReturnType<typeof parseDocument>['children'][number];
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly path: string;
}

const textOf = (node: Node): string =>
  node.type === 'text' ? node.data : 'children' in node ? node.children.map(textOf).join('') : '';

/** Every element, and every breach of the rules as one line. Throws where it is not well-formed. */
export function check(xml: string): { elements: XmlElement[]; breaches: string[] } {
  checkForm(xml);
  const elements: XmlElement[] = [];
  const breaches: string[] = [];
  const ids = new Set<string>();
  const walk = (node: Node, above: string): void => {
    if (!('attribs' in node)) return;
    const { name, attribs } = node;
    const path = `${above}/${name}`;
    elements.push({ name, attributes: attribs, text: textOf(node), path });
    const children = node.children.filter((child) => 'attribs' in child);
    if (!name.startsWith('r:')) {
      const [pattern, ...required] = rules[name] ?? [/^unknown$/];
      const names = children.map((child) => `${child.name} `).join('');
      if (!pattern.test(names)) breaches.push(`${path} may not hold ${names}`);
      for (const each of required)
        if ((attribs[each] ?? '') === '') breaches.push(`${path} has no ${each}`);
      const words = node.children.some(
        (child) => child.type === 'text' && child.data.trim() !== '',
      );
      if (words && !mixed.has(name)) breaches.push(`${path} has words of its own`);
    }
    const id = attribs['eId'];
    if (id !== undefined) {
      if (ids.has(id)) breaches.push(`${id} is there twice`);
      if (/\s/.test(id)) breaches.push(`"${id}" holds a space`);
      ids.add(id);
    }
    if (attribs['date'] !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(attribs['date']))
      breaches.push(`${attribs['date']} is no date`);
    children.forEach((child) => walk(child, path));
  };
  parseDocument(xml, { xmlMode: true }).children.forEach((node) => walk(node, ''));
  for (const { attributes, path } of elements)
    for (const to of [attributes['href'] ?? '', ...(attributes['refersTo'] ?? '').split(' ')])
      if (to.startsWith('#') && !ids.has(to.slice(1))) breaches.push(`${path} leads to no ${to}`);
  return { elements, breaches };
}
