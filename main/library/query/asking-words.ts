const listed = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** What somebody says who asks, whatever it is about; the ends that an apostrophe cuts off ("don't") are among it. */
const asking = listed(`
  please find show search seek list tell give want wanted wants wish like need know knows interested interest look looking
  anyone anybody someone somebody anything something exist exists available concerned concerning concerns regarding regards
  deal deals dealing describe describes describing described discuss discusses discussing discussed relating pertaining
  particular particularly especially specifically various several i s t d ll re ve m don isn doesn`);

/** What is asked for where "about" or the like follows: elsewhere an article or information may be the matter itself. */
const kindsOfText = listed(`
  article articles paper papers document documents information literature publication publications reference references
  report reports material materials description descriptions`);
const afterKindOfText = listed(`
  about on concerning concerned regarding that which describing describe discussing discuss dealing deal written exist
  relating related pertaining covering covers treating available`);

/**
 * Which of the words of a sentence, folded, only ask: "please find", "I am interested in papers about". They say nothing of
 * what is sought, and texts that happen to hold them would come first, since they are rare in texts.
 */
export const askingWords = (words: readonly string[]): boolean[] =>
  words.map(
    (word, at) =>
      asking.has(word) || (kindsOfText.has(word) && afterKindOfText.has(words[at + 1] ?? '')),
  );
