import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Result } from '../contract/failure.ts';
import { addAuthorPackCommands } from './pack-author-program.ts';
import { addInstalledPackCommands } from './pack-program.ts';
import { version } from './project.ts';
import { writeOut } from './writing.ts';

const exit = { success: 0, failure: 1, wrongCall: 2 } as const;

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

/** Collects the values of an option that may be repeated. */
const addTo = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** One clear line, whatever the message holds. */
function complain(message: string): void {
  process.stderr.write(`recital: ${message.replace(/\s+/g, ' ').trim()}\n`);
}

/** Runs a sub-command, which is loaded only now, so that none pays for what another needs. */
async function answer(command: () => Promise<Result<void>>): Promise<void> {
  const result = await command();
  if (result.ok) return;
  complain(result.error.message);
  process.exitCode = exit.failure;
}

function createProgram(): Command {
  const program = new Command('recital')
    .description(
      'ITU resolutions on this machine: read, search, compare and collect them, offline.',
    )
    .version(version)
    .option('--json', 'print one JSON value and nothing else on standard output')
    .option('--library <file>', 'another library than the default one')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut,
      outputError: (text) => complain(text.replace(/^error: /, '')),
    })
    .exitOverride();

  program
    .command('parse')
    .description('the structure of a document')
    .argument('<file>')
    .action((file: string, _options, command: Command) =>
      answer(async () =>
        (await import('./commands/parse.ts')).parse(file, command.optsWithGlobals()),
      ),
    );
  program
    .command('cite')
    .description('the citations in a text')
    .argument('[file]', 'standard input where none is given')
    .action((file: string | undefined, _options, command: Command) =>
      answer(async () =>
        (await import('./commands/cite.ts')).cite(file, command.optsWithGlobals()),
      ),
    );
  program
    .command('build')
    .description('compile a content folder to a library')
    .argument('[content]', 'the content folder; the bundled one unless told')
    .option('--out <file>', 'the library to write; the default one unless told')
    .action((content: string | undefined, _options, command: Command) =>
      answer(async () =>
        (await import('./commands/build.ts')).build(content, command.optsWithGlobals()),
      ),
    );
  program
    .command('eval')
    .description('how well search ranks a judged collection')
    .argument('<folder>', 'with docs.jsonl, queries.jsonl and qrels.jsonl')
    .action((folder: string, _options, command: Command) =>
      answer(async () =>
        (await import('./commands/eval.ts')).evaluateSearch(folder, command.optsWithGlobals()),
      ),
    );
  program
    .command('search')
    .description('provisions, titles and records: words, "a phrase", prefix*, -not, OR, year:2024')
    .argument('<query...>')
    .option('--limit <n>', 'most results to print (20 unless told)', wholeNumber(1, 100))
    .option('--offset <n>', 'results to pass over', wholeNumber(0, 100_000))
    .option(
      '--type <type>',
      'such as resolution, recommendation, report, body, handbook, tour, term',
    )
    .option('--body <body>', 'who issued it, such as wtsa or itu-t')
    .option('--year <year>', 'year of the edition or meeting', wholeNumber(1800, 3000))
    .option('--section <section>', 'kind or address of the section, such as instructs')
    .option('--actor <actor>', 'who is spoken to, such as itu-t-sg-13')
    .option('--work <work>', 'address of the work, such as wtsa/resolution/92')
    .option('--edition <edition>', 'address of the edition, or its year, such as 2024')
    .option('--topic <topic>', 'topic, such as security')
    .option('--lang <language>', 'language, such as fr')
    .option('--has <thing>', 'footnote, table, citation, text (of a reference: its text is here)')
    .addOption(
      new Option('--sort <order>', 'order of the results (relevance unless told)').choices([
        'relevance',
        'date',
        'document',
      ]),
    )
    .option(
      '--any',
      'the query is sentences: some of its words will do, and nothing in it is a sign',
    )
    .option('--as-typed', 'correct no word, search for no other names')
    .option('--without <text>', 'as --as-typed, for this word or name only; may be repeated', addTo)
    .option('--explain', 'tell how the query was understood, planned and bounded')
    .action((query: string[], _options, command: Command) =>
      answer(async () =>
        (await import('./commands/search.ts')).search(query.join(' '), command.optsWithGlobals()),
      ),
    );
  program
    .command('suggest')
    .description('what a few letters may stand for')
    .argument('<prefix...>')
    .option('--limit <n>', 'most suggestions to print (8 unless told)', wholeNumber(1, 20))
    .action((prefix: string[], _options, command: Command) =>
      answer(async () =>
        (await import('./commands/suggest.ts')).suggest(
          prefix.join(' '),
          command.optsWithGlobals(),
        ),
      ),
    );
  program
    .command('show')
    .description('the work, edition, section, provision or record at an address')
    .argument(
      '<address>',
      'such as wtsa/resolution/92@2024#considering.a, itu-t/recommendation/y.3101, body/tsag or tour/resolution-92#3',
    )
    .action((address: string, _options, command: Command) =>
      answer(async () =>
        (await import('./commands/show.ts')).show(address, command.optsWithGlobals()),
      ),
    );
  program
    .command('actions')
    .description('who must do what: what operative provisions ask, and of whom')
    .option('--actor <actor>', 'who is spoken to, such as itu-t-sg-13')
    .option('--edition <address>', 'an edition, or a work for all of its editions')
    .action((_options, command: Command) =>
      answer(async () =>
        (await import('./commands/actions.ts')).actions(command.optsWithGlobals()),
      ),
    );
  program
    .command('compare')
    .description('two editions, provision by provision')
    .argument('<from>', 'the older edition, such as wtsa/resolution/92@2016')
    .argument('<to>', 'the newer one, such as wtsa/resolution/92@2024')
    .action((from: string, to: string, _options, command: Command) =>
      answer(async () =>
        (await import('./commands/compare.ts')).compare(from, to, command.optsWithGlobals()),
      ),
    );
  program
    .command('import')
    .description('take files, or what folders hold, into your own library')
    .argument('<path...>', 'files and folders')
    .action((paths: string[], _options, command: Command) =>
      answer(async () =>
        (await import('./commands/import.ts')).importPaths(paths, command.optsWithGlobals()),
      ),
    );
  program
    .command('export')
    .description('an edition, a reference to a work, or the handout of a tour as one file')
    .argument('<address>', 'such as wtsa/resolution/92@2024 or tour/resolution-92')
    .addOption(
      new Option(
        '--format <format>',
        'akn (Akoma Ntoso), md, html, docx; references: bibtex, ris, csl',
      )
        .choices(['akn', 'md', 'html', 'docx', 'bibtex', 'ris', 'csl'])
        .makeOptionMandatory(),
    )
    .option('--out <file>', 'the file to write; standard output where none is given, or -')
    .action((address: string, _options, command: Command) =>
      answer(async () =>
        (await import('./commands/export.ts')).exportFile(address, command.optsWithGlobals()),
      ),
    );
  const pack = program
    .command('pack')
    .description('packs: libraries that are carried and installed');
  addAuthorPackCommands(pack, answer);
  addInstalledPackCommands(pack, answer);
  program
    .command('serve')
    .description('the library in a browser, until interrupted')
    .option('--host <host>', 'the address to serve on; 127.0.0.1 unless told')
    .addOption(
      new Option(
        '--port <port>',
        "Recital's usual one unless told; 0 takes any free one",
      ).argParser(wholeNumber(0, 65_535)),
    )
    .option(
      '--code <code>',
      'the access code; one is made up where the room can reach this machine',
    )
    .option(
      '--trainer',
      'a page for the trainer besides, on this machine alone: to edit and to present',
    )
    .action((_options, command: Command) =>
      answer(async () => (await import('./commands/serve.ts')).serve(command.optsWithGlobals())),
    );
  return program;
}

/**
 * The `recital` command. Sets the exit status of the process: 0 for success, 1 for a failure with one line on
 * standard error, 2 for a wrong call.
 */
export async function run(argv: readonly string[]): Promise<void> {
  try {
    await createProgram().parseAsync(argv);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? exit.success : exit.wrongCall;
  }
}
