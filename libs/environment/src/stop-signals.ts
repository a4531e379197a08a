import { readFileSync } from 'node:fs';

/** Of Ctrl-C and of a supervisor. */
const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM'];

/** The signals that ask this process to stop; the end of its terminal too, unless it was started with nohup. */
export function stopSignals(): readonly NodeJS.Signals[] {
  return hangsUp() ? [...SIGNALS, 'SIGHUP'] : SIGNALS;
}

/** Whether the end of its terminal is to end the process; one that was started with nohup ignores it. */
function hangsUp(): boolean {
  if (process.platform !== 'linux') return false;
  const ignored = /^SigIgn:\s*([0-9a-f]+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return ignored !== undefined && (BigInt(`0x${ignored}`) & 1n) === 0n;
}
