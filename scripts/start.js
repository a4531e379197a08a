require('./support/check-node');
const { runProgram } = require('./support/run-program');

/** `npm start`: everything in one process. */
runProgram('apps/standalone/src/main.js', process.argv.slice(2));
