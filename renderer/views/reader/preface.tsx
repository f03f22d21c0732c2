import { Text } from '../../parts/text.tsx';
import { words } from '../../words/index.ts';
import type { Setting } from './setting.ts';

/** Whether a paragraph is only the heading of the foreword, which the fold already says. */
const isHeading = (text: string): boolean => /^fore\s?word$/i.test(text.trim());

export function Preface({ setting }: { readonly setting: Setting }) {
  const { edition, citationsAt, cards, definitions, notes } = setting;
  const paragraphs = edition.preface.filter(({ text }) => !isHeading(text));
  if (paragraphs.length === 0) return null;
  return (
    <details class="preface">
      <summary lang={words.language}>{words.reader.preface}</summary>
      {paragraphs.map((paragraph, order) => (
        <p key={paragraph.text}>
          <Text
            text={paragraph.text}
            citations={citationsAt(edition.address, paragraph.citations)}
            edition={edition.address}
            name={`preface-${order}`}
            cards={cards}
            definitions={definitions}
            notes={notes}
          />
        </p>
      ))}
    </details>
  );
}
