import { stopSignals } from '@app/environment';

/**
 * Runs work that a signal stops (Ctrl-C, or the end of its terminal): the work is told, and ends in its own way.
 */
export async function untilStopped<T>(work: (stopping: AbortSignal) => Promise<T>): Promise<T> {
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  // npm passes a Ctrl-C on that the terminal has sent already: a second one means no more than the first.
  const signals = stopSignals();
  for (const signal of signals) process.on(signal, stop);
  try {
    return await work(stopping.signal);
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}
