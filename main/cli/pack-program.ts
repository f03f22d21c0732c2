import type { Command } from 'commander';
import { Argument } from 'commander';
import type { Result } from '../contract/failure.ts';

type Answer = (command: () => Promise<Result<void>>) => Promise<void>;

/** The commands for packs that are installed here. */
export function addInstalledPackCommands(pack: Command, answer: Answer): void {
  pack
    .command('install')
    .description('install a pack, in place of the version that is here')
    .argument('<file>', 'the pack')
    .option('--accept', 'although nobody signed it, or somebody who is not known here')
    .action((file: string, _options, command: Command) =>
      answer(async () =>
        (await import('./commands/pack/install.ts')).install(file, command.optsWithGlobals()),
      ),
    );
  pack
    .command('list')
    .description('the packs that are installed, and whose signatures are known')
    .action((_options, command: Command) =>
      answer(async () => (await import('./commands/pack/list.ts')).list(command.optsWithGlobals())),
    );
  pack
    .command('remove')
    .description('remove an installed pack')
    .argument('<identity>', 'as "pack list" names it')
    .action((identity: string, _options, command: Command) =>
      answer(async () =>
        (await import('./commands/pack/change.ts')).remove(identity, command.optsWithGlobals()),
      ),
    );
  pack
    .command('switch')
    .description('read a pack, or leave it out')
    .argument('<identity>', 'as "pack list" names it')
    .addArgument(new Argument('<state>').choices(['on', 'off']))
    .action((identity: string, state: string, _options, command: Command) =>
      answer(async () =>
        (await import('./commands/pack/change.ts')).switchTo(
          identity,
          state === 'on',
          command.optsWithGlobals(),
        ),
      ),
    );
  pack
    .command('rollback')
    .description('go back to the version of a pack that was here before')
    .argument('<identity>', 'as "pack list" names it')
    .action((identity: string, _options, command: Command) =>
      answer(async () =>
        (await import('./commands/pack/change.ts')).rollBack(identity, command.optsWithGlobals()),
      ),
    );
  pack
    .command('trust')
    .description('know from now on who signed a pack')
    .argument('<file>', 'a pack that they signed; with --forget, their key')
    .option('--forget', 'know them no more')
    .action((file: string, _options, command: Command) =>
      answer(async () =>
        (await import('./commands/pack/trust.ts')).trust(file, command.optsWithGlobals()),
      ),
    );
}
