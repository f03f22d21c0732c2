import type { ActorId } from '../contract/ids.ts';

type Names = readonly [string, ...string[]];

const bureaux: Readonly<Record<string, string>> = {
  tsb: 'Telecommunication Standardization Bureau',
  br: 'Radiocommunication Bureau',
  bdt: 'Telecommunication Development Bureau',
};

const special: Readonly<Record<string, Names>> = {
  tsag: ['Telecommunication Standardization Advisory Group', 'TSAG'],
  rag: ['Radiocommunication Advisory Group', 'RAG'],
  tdag: ['Telecommunication Development Advisory Group', 'TDAG'],
  directors: ['Directors of the three Bureaux', 'TSB BR BDT'],
  'secretary-general': ['Secretary-General'],
};

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/**
 * Every way in which people write an actor, the fullest first; these are proper names, the same in every language
 * of the interface. An id that is not known is read as words: `member-states` is "Member States".
 */
export function namesOfActor(actor: ActorId): Names {
  const known = special[actor];
  if (known !== undefined) return known;
  const studyGroup = /^itu-(?<sector>[trd])-(?:sg-(?<number>\d+)|study-groups)$/.exec(
    actor,
  )?.groups;
  if (studyGroup !== undefined) {
    const sector = `ITU-${studyGroup['sector']?.toUpperCase() ?? ''}`;
    const { number } = studyGroup;
    if (number === undefined) return [`${sector} study groups`];
    return [
      `${sector} Study Group ${number}`,
      `Study Group ${number}`,
      `SG${number}`,
      `SG ${number}`,
    ];
  }
  const bureau = /^director-(?<bureau>[a-z]+)$/.exec(actor)?.groups?.['bureau'] ?? '';
  const bureauName = bureaux[bureau];
  if (bureauName !== undefined) return [`Director of the ${bureauName}`, bureau.toUpperCase()];
  return [actor.split('-').map(capitalised).join(' ')];
}
