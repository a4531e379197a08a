/** Ends the process with one line that says what is wrong and what to do. */
function fault(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

module.exports = { fault };
