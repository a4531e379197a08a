import { ProcessLogger, type Running } from '@app/environment';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger as WorkerLogger, run, type LogLevel, type TaskList } from 'graphile-worker';
import { Pool } from 'pg';
import type { Job } from './job';
import { jobs } from './jobs';
import { WorkerModule, type WorkerOptions } from './worker.module';

/** Jobs that one worker process does at the same time. */
const CONCURRENCY = 4;

/** Starts doing jobs. The queue's tables belong to the owner; what jobs read and write goes through the restricted role. */
export async function startWorker(options: WorkerOptions): Promise<Running> {
  const context = await NestFactory.createApplicationContext(WorkerModule.with(options), {
    logger: new ProcessLogger(options.environment),
    abortOnError: false,
  });
  const known = jobs.map((type): Job<never> => context.get(type));
  const stopping = new AbortController();
  const taskList: TaskList = Object.fromEntries(
    known.map((job) => [job.task, (payload: unknown) => job.run(payload as never, stopping.signal)]),
  );
  const pgPool = new Pool({ connectionString: options.urls.ownerUrl, max: CONCURRENCY + 2 });
  // Without listeners a lost connection would end the process; the runner notices by itself and comes back.
  pgPool.on('error', () => undefined).on('connect', (client) => void client.on('error', () => undefined));
  const runner = await run({
    pgPool,
    taskList,
    concurrency: CONCURRENCY,
    noHandleSignals: true,
    crontab: known.flatMap(({ cron, task }) => (cron ? [`${cron} ${task}`] : [])).join('\n'),
    logger: logger(),
  });
  // One of a kind is enough, however many workers start.
  for (const { atStart, task } of known) if (atStart) await runner.addJob(task, {}, { jobKey: `${task}:start` });
  return {
    stop: async () => {
      stopping.abort();
      await runner.stop();
      await pgPool.end();
      await context.close();
    },
  };
}

function logger(): WorkerLogger {
  const log = new Logger('Worker');
  const methods: Partial<Record<`${LogLevel}`, (message: string) => void>> = {
    error: (message) => log.error(message),
    warning: (message) => log.warn(message),
  };
  return new WorkerLogger(() => (level, message) => (methods[level] ?? ((text: string) => log.debug(text)))(message));
}
