import { runProcess } from '../../../libs/environment/src/run-process';

/** Runs until a signal and says what it does; the first argument lets it fail, or start slowly. */
void runProcess(async (environment, stopping) => {
  const [, , how] = process.argv;
  const heartbeat = setInterval(() => undefined, 1_000);
  if (how === 'fail') throw Object.assign(new Error('raw'), { code: 'ENOSPC' });
  process.stdout.write(`starting on ${environment.port}\n`);
  if (how === 'slow') await new Promise((resolve) => stopping.addEventListener('abort', resolve));
  process.stdout.write('running\n');
  return {
    stop: async () => {
      clearInterval(heartbeat);
      process.stdout.write('stopped\n');
      if (how === 'stuck') throw new Error('stuck');
    },
  };
});
