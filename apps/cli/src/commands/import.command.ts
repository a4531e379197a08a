import { Command } from 'commander';
import { importFrom, type ImportOptions } from '../importing/import-from';
import { IMPORT_SOURCES, type ImportSource, type SourceOptions } from '../importing/import-sources';
import { untilStopped } from '../support/until-stopped';

/** Brings a community along from where it was: a command for each source. */
export function importCommunity(): Command {
  const command = new Command('import').description('brings a community along from another system');
  for (const source of IMPORT_SOURCES) command.addCommand(commandOf(source));
  return command;
}

function commandOf({ name, description, argument, options, open }: ImportSource): Command {
  const command = new Command(name)
    .description(description)
    .argument(...argument)
    .requiredOption('--community <slug>', 'where to; it is made where it is not there yet')
    .option('--name <name>', 'how it is called, where it is made')
    .option('--locale <locale>', 'its language, BCP 47, where it is made')
    .option('--dry-run', 'says what would come of it, and changes nothing', false)
    .option(
      '--rejects <file>',
      'where to list what is not taken; <slug>-<origin>-rejects.ndjson where nothing is said',
    );
  for (const option of options) command.addOption(option);
  return command.action((path: string, given: ImportOptions & SourceOptions) =>
    untilStopped(async (signal) => importFrom(await open(path, given), given, signal)),
  );
}
