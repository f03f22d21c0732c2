import type { Command } from 'commander';
import type { Result } from '../contract/failure.ts';

type Answer = (command: () => Promise<Result<void>>) => Promise<void>;

/** The commands for who makes packs and for who looks into one. */
export function addAuthorPackCommands(pack: Command, answer: Answer): void {
  pack
    .command('build')
    .description('make a pack of a folder that is laid out like content/, with pack.yaml')
    .argument('<folder>')
    .requiredOption('--out <file>', 'the pack to write, such as lighthouses.recital')
    .option('--key <file>', 'the key to sign it with; signed by nobody unless told')
    .option(
      '--from <file>',
      'a whole pack of an earlier version: only what changed since is packed',
    )
    .action((folder: string, _options, command: Command) =>
      answer(async () =>
        (await import('./commands/pack/build.ts')).build(folder, command.optsWithGlobals()),
      ),
    );
  pack
    .command('key')
    .description('make a key to sign packs with')
    .requiredOption('--out <file>', 'the file to keep it in; whoever has it can sign in your name')
    .action((_options, command: Command) =>
      answer(async () => (await import('./commands/pack/key.ts')).key(command.optsWithGlobals())),
    );
  pack
    .command('sign')
    .description('sign a pack, in place of whatever signature is on it')
    .argument('<file>', 'the pack')
    .requiredOption('--key <file>', 'the key to sign it with')
    .option('--out <file>', 'the signed pack; in place of the other unless told')
    .action((file: string, _options, command: Command) =>
      answer(async () =>
        (await import('./commands/pack/sign.ts')).sign(file, command.optsWithGlobals()),
      ),
    );
  pack
    .command('verify')
    .description('check every byte of a pack, and say what is in it and who signed it')
    .argument('<file>', 'the pack')
    .action((file: string, _options, command: Command) =>
      answer(async () =>
        (await import('./commands/pack/verify.ts')).verify(file, command.optsWithGlobals()),
      ),
    );
  pack
    .command('diff')
    .description('which works are new, updated or removed')
    .argument('<pack>', 'a pack; with another, the earlier one')
    .argument('[other]', 'the later pack; without it the pack is held against what is here')
    .action((file: string, other: string | undefined, _options, command: Command) =>
      answer(async () =>
        (await import('./commands/pack/diff.ts')).diff(file, other, command.optsWithGlobals()),
      ),
    );
}
