import { checkDatabase, outsideDatabase } from '@app/database';
import { runProcess, StartSequence } from '@app/environment';
import { startApi } from './start-api';

/** The API alone, one of any number on one database that is migrated already. */
void runProcess(async (environment, stopping) =>
  StartSequence.run(stopping, async (sequence) => {
    const urls = outsideDatabase(environment);
    await sequence.step(() => checkDatabase(urls, environment));
    await sequence.step(() => startApi({ environment, urls }));
  }),
);
