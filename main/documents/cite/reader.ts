/** A place in a text from which patterns are taken one after the other; none looks back or searches ahead. */
export class Reader {
  readonly text: string;
  at: number;

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  /** The match of a sticky pattern exactly here, and moves behind it; null, and stays, where there is none. */
  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match !== null) this.at += match[0].length;
    return match;
  }
}
