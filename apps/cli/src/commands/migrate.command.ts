import { migrate, openDatabase } from '@app/database';
import { Environment } from '@app/environment';
import { Command } from 'commander';

/** Brings the database to the newest schema. */
export function migrateDatabase(): Command {
  return new Command('migrate').description('brings the database to the newest schema').action(async () => {
    const database = await openDatabase(Environment.from(process.env), { beside: true });
    try {
      let steps = 0;
      await migrate({
        ...database.urls,
        onStep: (step) => {
          steps++;
          process.stdout.write(`${step}\n`);
        },
      });
      process.stdout.write(steps === 0 ? 'The database is up to date.\n' : `Done in ${steps} steps.\n`);
    } finally {
      await database.stop();
    }
  });
}
