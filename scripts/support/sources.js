const { createHash } = require('node:crypto');
const { existsSync, readdirSync, readFileSync, rmSync } = require('node:fs');
const { join, relative } = require('node:path');

const root = join(__dirname, '../..');
const dist = join(root, 'dist');
const FOLDERS = ['apps', 'libs', 'migrations', 'bench'];
const FILES = ['nest-cli.json', 'tsconfig.base.json', 'tsconfig.build.json', 'package-lock.json'];

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** What the build reads, by path from the root, in a steady order; tests are no part of it. */
function sources() {
  return FOLDERS.flatMap((folder) => filesBelow(join(root, folder)))
    .map((file) => relative(root, file))
    .filter((file) => !/\.(e2e-)?spec\.ts$/.test(file))
    .toSorted();
}

/** Stands for the contents of all that the build reads. */
function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of [...files, ...FILES]) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

const outputOf = (file) => join(dist, file.replace(/\.ts$/, '.js'));
const isCompiled = (file) => file.endsWith('.ts') && !file.endsWith('.d.ts');

/** Whether every source has its output; somebody may have deleted some. */
function isComplete(files) {
  return files.filter(isCompiled).every((file) => existsSync(outputOf(file)));
}

/** Outputs of sources that are gone must not be found by an import or a migration folder. */
function removeStale(files) {
  const wanted = new Set(files.filter(isCompiled).map(outputOf));
  for (const output of FOLDERS.flatMap((folder) => filesBelow(join(dist, folder)))) {
    if (/\.js(\.map)?$/.test(output) && !wanted.has(output.replace(/\.map$/, ''))) rmSync(output);
  }
}

module.exports = { root, dist, sources, fingerprint, isComplete, removeStale };
