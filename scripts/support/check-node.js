/**
 * Ends the process with one line where it runs on a Node that is too old for the application. Written so that
 * such a Node can read it.
 */
var fs = require('fs');
var path = require('path');

var LEAST = [24, 7];

function isTooOld(version) {
  var parts = version.split('.').map(Number);
  return parts[0] < LEAST[0] || (parts[0] === LEAST[0] && parts[1] < LEAST[1]);
}

function advice() {
  var modules = path.join(__dirname, '../../node_modules');
  if (!fs.existsSync(modules)) return 'the dependencies are not installed: run "npm ci" first.';
  if (!fs.existsSync(path.join(modules, '.bin/node'))) {
    return 'the Node that comes with the project did not get installed: run "npm ci --include=dev", with install scripts allowed.';
  }
  return 'run it through npm ("npm start", "npm run ..."), which uses the Node that comes with the project.';
}

if (isTooOld(process.versions.node)) {
  fs.writeSync(
    2,
    'This is Node ' +
      process.versions.node +
      ', and Node ' +
      LEAST.join('.') +
      ' or later is needed: ' +
      advice() +
      '\n',
  );
  process.exit(1);
}
