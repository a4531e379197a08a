require('./support/check-node');
const { build } = require('./support/build');

build();
