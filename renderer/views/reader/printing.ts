import { useEffect } from 'preact/hooks';
import type { Setting } from './setting.ts';

const quoted = (text: string): string => JSON.stringify(text.replaceAll(/\s+/g, ' '));

/**
 * On paper every page bears the name of the text and its number. Only a style sheet can say so, and only a rule can
 * hold the name.
 */
export function usePrintedHead({ edition, unrolling }: Setting): void {
  const { name } = edition.summary;
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.insertRule(
      `@page { @top-center { content: ${quoted(name)}; } @bottom-center { content: counter(page) " / " counter(pages); } }`,
    );
    // The title says on the first page what the head says on the others.
    sheet.insertRule(`@page :first { @top-center { content: ''; } }`, 1);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const drawAll = (): void => unrolling.drawAll();
    window.addEventListener('beforeprint', drawAll);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
      window.removeEventListener('beforeprint', drawAll);
    };
  }, [name, unrolling]);
}
