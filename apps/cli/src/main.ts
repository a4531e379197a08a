import './support/stay-small';
import { explainStartError } from '@app/environment';
import { DomainError } from '@app/kernel';
import { Command } from 'commander';
import { appointAdmin } from './commands/appoint-admin.command';
import { createCommunity } from './commands/create-community.command';
import { evaluate } from './commands/evaluate.command';
import { exportCommunity } from './commands/export.command';
import { importCommunity } from './commands/import.command';
import { migrateDatabase } from './commands/migrate.command';
import { reindex } from './commands/reindex.command';
import { writeSchema } from './commands/schema.command';

/** What is done from a shell. Whatever hinders a command is said in one line, and the process ends with 1. */
async function main(): Promise<void> {
  const program = new Command('npm run cli --').description('Runs an installation of Answerhood.');
  program
    .addCommand(createCommunity())
    .addCommand(appointAdmin())
    .addCommand(evaluate())
    .addCommand(exportCommunity())
    .addCommand(importCommunity())
    .addCommand(migrateDatabase())
    .addCommand(reindex())
    .addCommand(writeSchema());
  await program.parseAsync();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof DomainError ? error.message : explainStartError(error)}\n`);
    process.exit(1);
  },
);
