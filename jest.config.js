const swc = (syntax) => [
  '@swc/jest',
  {
    sourceMaps: 'inline',
    jsc: {
      target: 'es2023',
      parser: { syntax, decorators: true },
      keepClassNames: true,
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
    module: { type: 'commonjs' },
  },
];

/** Some packages ship ES modules only; jest runs CommonJS, so they are transformed as well. */
module.exports = {
  testEnvironment: 'node',
  // Most of the time goes into databases that are made and asked: one test a core keeps them busy.
  maxWorkers: '100%',
  testRegex: '\\.(spec|e2e-spec)\\.ts$',
  transform: { '\\.ts$': swc('typescript'), '\\.js$': swc('ecmascript') },
  transformIgnorePatterns: [
    '/node_modules/(?!(@nestjs|@fastify/cookie|cookie|@graphile|graphile-worker|graphile-config|meilisearch|sql-template-tag|stream-chain|stream-json|uuid|htmlparser2|dom[a-z-]+|entities)/)',
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  moduleNameMapper: { '^@app/(.*)$': '<rootDir>/libs/$1/src/index.ts' },
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  workerIdleMemoryLimit: '512MB',
  testTimeout: 30_000,
};
