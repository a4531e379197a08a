const { existsSync } = require('node:fs');
const { enableCompileCache } = require('node:module');
const { join } = require('node:path');
const { build, CACHE } = require('./build');
const { fault } = require('./fault');
const { root, dist } = require('./sources');

/** Settings of the process win over those of the file. */
function loadEnvFile() {
  const file = join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/**
 * Runs a built program in this process, so that signals and the exit code are its own.
 * @param file of the program, from the dist folder
 * @param args what it finds behind its name in process.argv
 */
function runProgram(file, args) {
  loadEnvFile();
  build();
  const main = join(dist, file);
  if (!existsSync(main))
    fault(`${file} is not part of this build: run "npm run build", and see that the sources are complete.`);
  enableCompileCache(CACHE);
  process.argv = [process.argv[0], main, ...args];
  require(main);
}

module.exports = { runProgram };
