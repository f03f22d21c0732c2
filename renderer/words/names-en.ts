const bodies: Readonly<Record<string, string>> = {
  wtsa: 'World Telecommunication Standardization Assembly (WTSA)',
  wtdc: 'World Telecommunication Development Conference (WTDC)',
  ra: 'Radiocommunication Assembly (RA)',
  wrc: 'World Radiocommunication Conference (WRC)',
  pp: 'Plenipotentiary Conference (PP)',
  council: 'ITU Council',
  'itu-t': 'ITU Telecommunication Standardization Sector (ITU-T)',
  'itu-r': 'ITU Radiocommunication Sector (ITU-R)',
  'itu-d': 'ITU Telecommunication Development Sector (ITU-D)',
  own: 'Your own documents',
  unga: 'United Nations General Assembly',
  rr: 'Radio Regulations',
  cs: 'Constitution of the ITU',
  cv: 'Convention of the ITU',
};

const actors: Readonly<Record<string, string>> = {
  'itu-t-study-groups': 'ITU-T study groups',
  'itu-r-study-groups': 'ITU-R study groups',
  'itu-d-study-groups': 'ITU-D study groups',
  tsag: 'Telecommunication Standardization Advisory Group (TSAG)',
  rag: 'Radiocommunication Advisory Group (RAG)',
  tdag: 'Telecommunication Development Advisory Group (TDAG)',
  'director-tsb': 'Director of the Telecommunication Standardization Bureau',
  'director-br': 'Director of the Radiocommunication Bureau',
  'director-bdt': 'Director of the Telecommunication Development Bureau',
  directors: 'Directors of the three Bureaux',
  'secretary-general': 'Secretary-General',
  council: 'Council',
  'member-states': 'Member States',
  'sector-members': 'Sector Members',
  associates: 'Associates',
  academia: 'Academia',
};

/** Kinds of documents and of records, as the filters of a search name them. */
const types: Readonly<Record<string, string>> = {
  resolution: 'Resolutions',
  recommendation: 'Recommendations',
  report: 'Reports',
  decision: 'Decisions',
  opinion: 'Opinions',
  question: 'Questions',
  document: 'Documents',
  supplement: 'Supplements',
  'technical-report': 'Technical reports',
  article: 'Articles',
  provision: 'Provisions',
  reference: 'References',
  body: 'Bodies',
  handbook: 'Handbooks',
  chapter: 'Handbook chapters',
  tour: 'Tours',
  stop: 'Tour stops',
  term: 'Glossary',
  meeting: 'Meetings',
  topic: 'Topics',
};

/** "Recommendations"; an unknown type by its own key, in plain words. */
export const nameType = (type: string): string =>
  types[type] ?? type.charAt(0).toUpperCase() + type.slice(1).replaceAll('-', ' ');

/** "World Telecommunication Standardization Assembly (WTSA)"; an unknown body by its own key. */
export const nameBody = (body: string): string => bodies[body] ?? body.toUpperCase();

/** "WTSA" where the body is known by its letters, else its name. */
export const shortNameOfBody = (body: string): string =>
  /\((?<letters>[^)]+)\)/.exec(nameBody(body))?.groups?.['letters'] ?? nameBody(body);

/** "ITU-T Study Group 13", "Director of the …"; an unknown actor by its own key, in plain words. */
export function nameActor(actor: string): string {
  const group = /^(?<sector>itu-[trd])-sg-(?<number>\d+)$/.exec(actor)?.groups;
  if (group?.['sector'] !== undefined)
    return `${group['sector'].toUpperCase()} Study Group\u00a0${group['number']}`;
  return actors[actor] ?? actor.replaceAll('-', ' ');
}
