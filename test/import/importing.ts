import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import type { ImportedFile } from '../../main/contract/import.ts';
import type { Result } from '../../main/contract/failure.ts';
import type { ImportLimits } from '../../main/service/import/limits.ts';
import { startImport } from '../../main/service/import/start-import.ts';
import { openService, type Service } from '../../main/service/index.ts';
import { compileResolutions } from '../fixtures/service.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

/** What a result holds; a failure fails the test. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

/** The bundled resolutions, compiled once for all tests of a file. */
export function bundledOnce(): { file(): string } {
  let folder = '';
  let file = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'recital-import-'));
    file = await compileResolutions(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return { file: () => file };
}

/** A person: a folder with files, and a folder for their own data that nobody has made yet. */
export interface Person {
  readonly files: string;
  readonly data: string;
  /** Imports with limits of the test's own. */
  import(
    paths: readonly string[],
    limits?: Partial<ImportLimits>,
  ): Promise<Result<readonly ImportedFile[]>>;
  /** The service on both libraries, until the test ends. */
  open(): Service;
}

export function person(libraryFile: string): Person {
  const folder = temporaryFolder();
  const files = join(folder, 'files');
  const data = join(folder, 'data');
  mkdirSync(files);
  return {
    files,
    data,
    import: (paths, limits) =>
      startImport({ compiled: [libraryFile], dataFolder: data, paths, limits }).ended,
    open: () => {
      const service = valueOf(openService({ libraryFile, dataFolder: data, version: '0' }));
      onTestFinished(() => service.close());
      return service;
    },
  };
}

/** Codes of the warnings of a file that tell what became of it. */
export const fates = ({ warnings }: ImportedFile): string[] =>
  warnings
    .map(({ code }) => code)
    .filter((code) => /^(?:already-here|edition-|stands-beside)/.test(code));
