const { readFileSync, rmSync, writeFileSync } = require('node:fs');

const PAUSE_MS = 100;

function isHeld(file) {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

/** Runs the work while no other process does; one that died at it does not count. */
function withLock(file, work) {
  while (!take(file)) {
    if (isHeld(file)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    else rmSync(file, { force: true });
  }
  try {
    return work();
  } finally {
    rmSync(file, { force: true });
  }
}

module.exports = { withLock };
