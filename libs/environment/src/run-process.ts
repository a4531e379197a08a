import { once } from 'node:events';
import { Logger } from '@nestjs/common';
import { Environment } from './environment';
import { explainStartError } from './explain-start-error';
import { keepHeapSmall } from './keep-heap-small';
import { ProcessLogger } from './process-logger';
import type { Running } from './start-sequence';
import { stopSignals } from './stop-signals';

/** How long a stop may take before the process ends without it. */
const STOP_MS = 15_000;
/** How often to see whether npm is still there. */
const PARENT_MS = 100;

/**
 * The life of a process from its settings to its exit code: starts, runs until a signal, stops and ends with 0.
 * What hinders the start is said in one line, and the process ends with 1.
 * @param start is told by its second argument when a signal comes before it is through
 */
export async function runProcess(
  start: (environment: Environment, stopping: AbortSignal) => Promise<Running>,
): Promise<void> {
  keepHeapSmall();
  const stopping = new AbortController();
  // npm passes a Ctrl-C on that the terminal has sent already, so a second signal must mean no more than the first.
  for (const signal of stopSignals()) process.on(signal, () => stopping.abort());
  onAbandoned(() => stopping.abort());
  stopping.signal.addEventListener('abort', () => {
    setTimeout(() => end('Stopping took too long: ended without it.', 1), STOP_MS).unref();
  });
  try {
    const environment = Environment.from(process.env);
    Logger.overrideLogger(new ProcessLogger(environment));
    const running = await start(environment, stopping.signal);
    if (!stopping.signal.aborted) await once(stopping.signal, 'abort');
    await running.stop();
  } catch (error) {
    end(explainStartError(error), 1);
  }
  end('', 0);
}

/** npm runs a script through a shell, and the shell dies of a signal without passing it on. */
function onAbandoned(stop: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || stop(), PARENT_MS).unref();
}

function end(line: string, code: number): never {
  if (line) process.stderr.write(`${line}\n`);
  process.exit(code);
}
