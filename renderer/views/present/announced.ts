import type { Slide } from '../../state/presentation-slides.ts';
import type { StageShown } from '../../state/screens/load-stage.ts';
import { words } from '../../words/index.ts';

/** What a slide is, in a few words. */
function nameOfSlide(slide: Slide, title: string): string {
  switch (slide.kind) {
    case 'title':
      return title;
    case 'question':
      return `${words.stage.question}: ${slide.question}`;
    case 'missing':
      return slide.name;
    case 'record': {
      const { shown } = slide;
      if (shown.kind === 'edition') return shown.summary.name;
      if (shown.kind === 'work') return shown.name;
      return 'name' in shown.record
        ? shown.record.name
        : 'term' in shown.record
          ? shown.record.term
          : shown.record.title;
    }
    case 'words':
    case 'table':
    case 'note':
      return [slide.of.name, slide.heading, slide.place].filter((one) => one !== '').join(', ');
    case 'change':
      return words.stage.became(words.compareScreen.statuses[slide.status], slide.from.name);
    case 'changes':
      return words.compareScreen.title(slide.from.name, slide.to.name);
  }
}

/** Told when another slide is shown. */
export function announced({ stop, stops, title, slide }: StageShown): string {
  const parts = slide.parts > 1 ? ` (${words.stage.part(slide.part + 1, slide.parts)})` : '';
  return `${words.stage.stopOf(stop, stops)}: ${nameOfSlide(slide, title)}${parts}`;
}
