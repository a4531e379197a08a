const { TestEnvironment } = require('jest-environment-node');
const createDOMPurify = require('dompurify');
const { JSDOM } = require('jsdom');

/** Node's environment with a browser's parser beside it, loaded by Node: jest would compile it module by module. */
module.exports = class DomEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, { JSDOM, createDOMPurify });
  }
};
