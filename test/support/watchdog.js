/**
 * Waits for the end of the process that started it (its standard input closes then, even after a kill -9), ends the
 * PostgreSQL server that is left in the given folder, and removes the folder.
 */
const { readFileSync, rmSync } = require('node:fs');
const { join } = require('node:path');

const [, , folder] = process.argv;
const WAITS = 200;
const PAUSE_MS = 50;

function endServer() {
  try {
    const pid = Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGQUIT');
    return true;
  } catch {
    return false;
  }
}

/** A server that was just being started may appear a moment later, so the folder is only removed when none is there. */
function clean(attempt) {
  if (endServer() && attempt < WAITS) {
    setTimeout(clean, PAUSE_MS, attempt + 1);
    return;
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: PAUSE_MS });
}

process.stdin.resume();
process.stdin.once('close', () => clean(0));
