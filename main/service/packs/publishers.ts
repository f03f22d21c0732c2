import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Publisher } from '../../contract/packs.ts';
import { writeWhole } from '../write-whole.ts';

/** Of a publisher's key: what it is told by. */
const keyRule = /^[0-9a-f]{32}$/;
const most = 1000;

type Trusted = Omit<Publisher, 'isBundled'>;

const isTrusted = (value: unknown): value is Trusted => {
  const { key, name } = (value ?? {}) as { [K in keyof Trusted]?: unknown };
  return typeof key === 'string' && keyRule.test(key) && typeof name === 'string';
};

/** The publishers whose packs are known: those that came with the program, and those that the person trusts. */
export interface Publishers {
  all(): Promise<readonly Publisher[]>;
  trust(publisher: Trusted): Promise<Publisher>;
  forget(key: string): Promise<void>;
}

/** `folder`: where the person's are kept; null: nowhere. */
export function createPublishers(
  folder: string | null,
  bundled: () => readonly Trusted[],
): Publishers {
  const file = folder === null ? null : join(folder, 'publishers.json');

  async function trusted(): Promise<readonly Trusted[]> {
    if (file === null) return [];
    try {
      const found = JSON.parse(await readFile(file, 'utf8')) as { publishers?: unknown } | null;
      const list: unknown = found?.publishers;
      return Array.isArray(list) ? list.slice(0, most).filter(isTrusted) : [];
    } catch {
      // None, or none that can be read: then nobody is trusted.
      return [];
    }
  }

  const write = async (publishers: readonly Trusted[]): Promise<void> => {
    if (file !== null)
      await writeWhole(file, `${JSON.stringify({ format: 1, publishers }, null, 2)}\n`);
  };

  async function all(): Promise<readonly Publisher[]> {
    const known = bundled().map(({ key, name }) => ({ key, name, isBundled: true }));
    const own = (await trusted()).filter(({ key }) => known.every((each) => each.key !== key));
    return [...known, ...own.map(({ key, name }) => ({ key, name, isBundled: false }))];
  }

  return {
    all,
    trust: async ({ key, name }) => {
      const known = (await all()).find((each) => each.key === key);
      if (known !== undefined) return known;
      await write([...(await trusted()), { key, name }]);
      return { key, name, isBundled: false };
    },
    forget: async (key) => {
      const before = await trusted();
      const after = before.filter((each) => each.key !== key);
      if (after.length < before.length) await write(after);
    },
  };
}
