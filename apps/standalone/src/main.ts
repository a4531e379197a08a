import { checkAppRole, checkServer, migrate, openDatabase } from '@app/database';
import { probePort, runProcess, StartSequence } from '@app/environment';
import { Logger } from '@nestjs/common';
import { startApi } from '../../api/src/start-api';
import { startWorker } from '../../worker/src/start-worker';
import { banner } from './banner';
import { demoHints } from './demo';

/** Everything in one process; the door is opened last and closed first. */
void runProcess(async (settings, stopping) => {
  const logger = new Logger('Start');
  // A port that is taken is said before anything is started, and a free one is known before anybody asks for it.
  const environment = settings.listeningOn(await probePort(settings.host, settings.port));
  const { production } = environment;
  return StartSequence.run(stopping, async (sequence) => {
    const { urls } = await sequence.step(() => openDatabase(environment));
    await sequence.step(() => checkServer(urls, production));
    await sequence.step(() => migrate({ ...urls, onStep: (step) => logger.log(step) }));
    await sequence.step(() => checkAppRole(urls, production));
    const hints = await demoHints(environment, urls);
    await sequence.step(() => startWorker({ environment, urls }));
    await sequence.step(() => startApi({ environment, urls }));
    process.stdout.write(`${banner(environment, hints)}\n`);
  });
});
