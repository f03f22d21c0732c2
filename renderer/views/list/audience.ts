/**
 * Whom a tour is for, which its lead says in a sentence that begins with "For", and what else the lead says. Leads are
 * written for the library, in English.
 */
export function audienceOf(lead: string): { readonly audience: string; readonly rest: string } {
  const sentences = lead.split(/(?<=[.!?])\s+(?=\p{Lu})/u);
  const audience = sentences.find((sentence) => sentence.startsWith('For ')) ?? '';
  return { audience, rest: sentences.filter((sentence) => sentence !== audience).join(' ') };
}
