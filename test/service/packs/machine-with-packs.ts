import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { StructuredDocument } from '../../../main/contract/document.ts';
import type { Result } from '../../../main/contract/failure.ts';
import type { LibraryRecord } from '../../../main/contract/records.ts';
import { openService, type Service } from '../../../main/service/index.ts';
import { shipLibrary } from '../../../main/service/packs/ship.ts';
import type { WorkId } from '../../../main/contract/ids.ts';
import { documentOf, other } from '../../fixtures/documents.ts';
import { writeLibrary } from '../../fixtures/library.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

export const failureOf = (result: Result<unknown>): string | null =>
  result.ok ? null : result.error.code;

/** A machine that Recital is installed on, and the person who works at it. */
export interface PackMachine {
  readonly libraryFile: string;
  readonly data: string;
  /** Starts the program. */
  open(): Service;
  /** Installs a pack with a program that then closes. */
  install(file: string): Promise<void>;
  /** Changes the bytes of the installed pack's library, as a failing disk does. */
  damage(change: (library: Buffer) => Buffer): void;
  /** Installs a program that brings another library. */
  update(documents: readonly StructuredDocument[], version: string): Promise<void>;
  /** Every file in the folder of packs, by its path in it. */
  files(): string[];
}

export interface MachineOptions {
  readonly documents?: readonly StructuredDocument[];
  readonly records?: readonly LibraryRecord[];
  /** Null: its library is no pack of ours, but was built by hand. */
  readonly shipped?: { readonly identity: string; readonly version: string } | null;
  readonly publishers?: readonly { readonly key: string; readonly name: string }[];
}

export async function packMachine({
  documents = [other],
  records = [],
  shipped = { identity: 'recital', version: '2026.1' },
  publishers = [],
}: MachineOptions = {}): Promise<PackMachine> {
  const folder = temporaryFolder();
  const libraryFile = join(folder, 'program', 'library.sqlite');
  const data = join(folder, 'data');
  const ship = async (version: string): Promise<void> => {
    const about = {
      identity: shipped?.identity ?? '',
      version,
      title: 'The library of Recital',
      publisher: 'The Recital authors',
      rights: 'May be read.',
      minimumApp: '0.1.0',
    };
    valueOf(await shipLibrary({ libraryFile, about, publishers }));
  };
  const open = (): Service => {
    const service = valueOf(openService({ libraryFile, dataFolder: data, version: '0.1.0' }));
    onTestFinished(() => service.close());
    return service;
  };
  const files = (): string[] =>
    existsSync(join(data, 'packs'))
      ? readdirSync(join(data, 'packs'), { recursive: true, withFileTypes: true })
          .filter((each) => each.isFile())
          .map(({ parentPath, name }) => join(parentPath, name).slice(data.length + 7))
          .toSorted()
      : [];
  await writeLibrary(libraryFile, documents, records);
  if (shipped !== null) await ship(shipped.version);
  return {
    update: async (others, version) => {
      await writeLibrary(libraryFile, others, records);
      await ship(version);
    },
    libraryFile,
    data,
    open,
    install: async (path) => {
      const service = open();
      valueOf(await service.api.installPack({ path, isAccepted: true }));
      await service.close();
    },
    files,
    damage: (change) => {
      const library = join(data, 'packs', files().find((each) => each.endsWith('.sqlite')) ?? '');
      writeFileSync(library, change(readFileSync(library)));
    },
  };
}

/** A small edition of WTSA Resolution `number`, of what it decides. */
export const light = (number: number, year: number, says: string): StructuredDocument => {
  const document = documentOf([says]);
  const work = `wtsa/resolution/${number}` as WorkId;
  return {
    ...document,
    history: [],
    identity: {
      ...document.identity,
      work,
      number: String(number),
      edition: String(year),
      year,
      title: `Light ${number}`,
    },
  };
};

/** How many provisions search finds for some words. */
export const found = async ({ api }: Pick<Service, 'api'>, query: string): Promise<number> =>
  valueOf(await api.search({ query, asTyped: true })).total;
