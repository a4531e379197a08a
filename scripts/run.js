require('./support/check-node');
const { fault } = require('./support/fault');
const { runProgram } = require('./support/run-program');

/** By name: the program, and what is put before the arguments. */
const PROGRAMS = {
  api: ['apps/api/src/main.js'],
  worker: ['apps/worker/src/main.js'],
  cli: ['apps/cli/src/main.js'],
  migrate: ['apps/cli/src/main.js', 'migrate'],
  schema: ['apps/cli/src/main.js', 'schema'],
  bench: ['bench/main.js'],
  'bench:import': ['bench/import-floor.js'],
  'bench:search': ['bench/search/main.js'],
  'bench:ledger': ['bench/reputation/main.js'],
  'bench:trust': ['bench/reputation/epochs.js'],
  'bench:routing': ['bench/routing/main.js'],
  'bench:serving': ['bench/similarity/serving.js'],
};

const [name = '', ...args] = process.argv.slice(2);
if (!Object.hasOwn(PROGRAMS, name)) {
  fault(`There is no program "${name}": run one of ${Object.keys(PROGRAMS).join(', ')}.`);
}
const [file, ...first] = PROGRAMS[name];
runProgram(file, [...first, ...args]);
