import { createHash } from 'node:crypto';
import { formPolicy } from './headers.ts';

const style = `
:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif }
body { max-width: 22rem; margin: 15vh auto 0; padding: 0 1.25rem }
h1 { font-size: 1.5rem; line-height: 1.2; margin: 0 0 .25rem }
label { display: block; margin: 1.5rem 0 .25rem }
input, button { box-sizing: border-box; width: 100%; padding: .6rem .75rem; font: inherit; border-radius: .4rem }
input { border: 1px solid GrayText; letter-spacing: .1em }
button { margin-top: .75rem; border: 1px solid CanvasText; background: CanvasText; color: Canvas }
:focus-visible { outline: 3px solid Highlight; outline-offset: 2px }
`;

export const enterPolicy = formPolicy(createHash('sha256').update(style).digest('base64'));

/** Why the page is shown again. */
export type EnterNote = 'wrong' | 'wait';

const notes: Readonly<Record<EnterNote, string>> = {
  wrong: 'That is not the code. Look again and try once more.',
  wait: 'Too many tries. Wait a little, then try once more.',
};

/**
 * The page that asks for the access code: no script, one field, any browser. It sets a referrer policy of its own since
 * under the header's `no-referrer` a browser sends the form's origin as `null`, and then it could not be checked.
 *
 * @param isDigits whether the code has digits only, so that a phone shows its number keys
 */
export const enterPage = (isDigits: boolean, note: EnterNote | null): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="same-origin">
<title>Recital</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Recital</h1>
<p>This library is shared in the room.</p>
<form method="post" action="/enter">
<label for="code">Access code</label>
<input id="code" name="code" required autofocus autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="200"${isDigits ? ' inputmode="numeric"' : ''}${note === null ? '' : ' aria-describedby="note" aria-invalid="true"'}>
${note === null ? '' : `<p id="note" role="alert">${notes[note]}</p>\n`}<button>Open</button>
</form>
</main>
</body>
</html>
`;
