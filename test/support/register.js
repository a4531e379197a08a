/**
 * Lets plain Node run the TypeScript of this project (`node --require ./test/support/register.js file.ts`), for what
 * runs outside jest's own module system: its global setup, and processes that tests start.
 */
const { existsSync, readFileSync } = require('node:fs');
const { registerHooks } = require('node:module');
const { join } = require('node:path');
const { fileURLToPath } = require('node:url');
const { transformSync } = require('@swc/core');
const { transform } = require('../../jest.config');

const root = join(__dirname, '../..');
const [, options] = transform['\\.ts$'];

function resolve(specifier, context, next) {
  const library = /^@app\/(.+)$/.exec(specifier)?.[1];
  if (library) return next(join(root, 'libs', library, 'src/index.ts'), context);
  if (/^[./]/.test(specifier) && context.parentURL?.startsWith('file:')) {
    const base = fileURLToPath(new URL(specifier, context.parentURL));
    const file = [`${base}.ts`, join(base, 'index.ts')].find((candidate) => existsSync(candidate));
    if (file) return next(file, context);
  }
  return next(specifier, context);
}

function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename, swcrc: false });
  return { format: 'commonjs', source: code, shortCircuit: true };
}

registerHooks({ resolve, load });
