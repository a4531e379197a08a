const { spawnSync } = require('node:child_process');
const { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { withLock } = require('./build-lock');
const { fault } = require('./fault');
const { root, dist, sources, fingerprint, isComplete, removeStale } = require('./sources');

const STAMP = join(dist, '.stamp');
/** What Node keeps of compiled files, so that the next start is faster. */
const CACHE = join(dist, '.cache');
const NEST = join(root, 'node_modules/@nestjs/cli/bin/nest.js');

function isUpToDate(files) {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint(files) && isComplete(files);
}

function compile(files) {
  if (!existsSync(NEST)) {
    fault(
      'The build tools are not installed: run "npm ci --include=dev", or bring a dist folder of the same sources along.',
    );
  }
  process.stdout.write('Building, which takes a moment ...\n');
  rmSync(STAMP, { force: true });
  rmSync(CACHE, { recursive: true, force: true });
  // Taken before, so that what is changed meanwhile is built the next time.
  const stamp = fingerprint(files);
  // What the compiler noted of its last run would keep it from writing an output that was deleted.
  if (!isComplete(files)) rmSync(join(dist, '.tsbuildinfo'), { force: true });
  const { status } = spawnSync(process.execPath, [NEST, 'build'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) fault('The build failed: correct what the compiler says above.');
  removeStale(files);
  writeFileSync(STAMP, stamp);
}

/** Builds what is not built: nothing happens where the sources are those of the last build. */
function build() {
  const files = sources();
  if (isUpToDate(files)) return;
  mkdirSync(dist, { recursive: true });
  withLock(join(dist, '.lock'), () => {
    if (!isUpToDate(files)) compile(files);
  });
}

module.exports = { build, CACHE };
