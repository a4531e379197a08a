/** One setting of the application, as its table in the README and `.env.example` present it. */
export interface Setting {
  readonly name: string;
  /** What holds where it is not set, in words. */
  readonly fallback: string;
  readonly meaning: string;
}

/** Every setting there is. The README and `.env.example` are held to this list by a test. */
export const SETTINGS = [
  {
    name: 'NODE_ENV',
    fallback: '`development`',
    meaning: '`development`, `production` or `test`. Production asks for more: see SECRET, SMTP_URL and PUBLIC_URL.',
  },
  { name: 'HOST', fallback: '`127.0.0.1`, in production `0.0.0.0`', meaning: 'The address to listen on.' },
  { name: 'PORT', fallback: '`3000`', meaning: 'The port to listen on; `0` takes a free one.' },
  {
    name: 'PUBLIC_URL',
    fallback: '`http://localhost:PORT`',
    meaning: 'The address that people open, for links in mails. In production it is https, unless it is on localhost.',
  },
  {
    name: 'DATABASE_URL',
    fallback: 'the embedded PostgreSQL',
    meaning:
      'A PostgreSQL (15 or later) of your own, as the role that owns the database: `postgres://role:password@host:5432/database`.',
  },
  {
    name: 'DATABASE_APP_URL',
    fallback: 'DATABASE_URL, with the rights of the role `answerhood_app`',
    meaning: 'The same database as a restricted role that owns nothing, for reading and writing.',
  },
  { name: 'POOL_SIZE', fallback: '`10`', meaning: 'Database connections of each process, 1 to 200.' },
  {
    name: 'DATA_DIR',
    fallback: '`.data`',
    meaning: 'The folder of the embedded database, of mails that are not sent, and of the generated secret.',
  },
  {
    name: 'SECRET',
    fallback: 'generated and kept in DATA_DIR; required in production',
    meaning:
      'At least 32 characters that nobody can guess, the same in all processes. `openssl rand -base64 48` makes one.',
  },
  {
    name: 'SMTP_URL',
    fallback: 'mails are written to DATA_DIR/outbox; required in production',
    meaning: 'The mail server: `smtp://user:password@host:587` or `smtps://...`.',
  },
  {
    name: 'MAIL_FROM',
    fallback: '`Answerhood <no-reply@HOST OF PUBLIC_URL>`',
    meaning: 'The sender of mails.',
  },
  {
    name: 'MEILI_HOST',
    fallback: 'PostgreSQL alone searches',
    meaning:
      'A Meilisearch (1.48.2 or later) that searches: `http://127.0.0.1:7700`. PostgreSQL searches wherever it does not answer.',
  },
  {
    name: 'MEILI_API_KEY',
    fallback: 'none',
    meaning:
      'Its key, which may read and write documents, settings, indexes and tasks; required in production with MEILI_HOST.',
  },
  {
    name: 'TRUSTED_PROXIES',
    fallback: '`0`',
    meaning: 'How many proxies of your own stand in front, 0 to 10; the address of a client is read past that many.',
  },
  {
    name: 'SIMILARITY_MEMORY_MB',
    fallback: '`256`',
    meaning:
      'Memory that each API process may take to compare topics, 16 to 16384: about 160 for 100,000 topics. Communities that nobody asked for longest are let go of first.',
  },
  {
    name: 'EMBEDDER_URL',
    fallback: 'no pretrained model; similarity goes by what each community taught',
    meaning:
      'A model of texts behind an OpenAI-compatible API, used beside what was learned: `https://host/v1`. Texts of all communities are sent there.',
  },
  {
    name: 'EMBEDDER_MODEL',
    fallback: 'none',
    meaning: 'The name of the model, where the API at EMBEDDER_URL has several.',
  },
  { name: 'EMBEDDER_KEY', fallback: 'none', meaning: 'The key that the API at EMBEDDER_URL asks for.' },
  {
    name: 'EMBEDDER_MODEL_DIR',
    fallback: 'none',
    meaning:
      'Instead of EMBEDDER_URL: a folder with `model.onnx` and `tokenizer.json`, run by each process itself; needs two packages that are installed on demand (docs/similarity.md).',
  },
  {
    name: 'LOG_LEVEL',
    fallback: '`log`',
    meaning: '`fatal`, `error`, `warn`, `log`, `debug` or `verbose`: this and everything graver is logged.',
  },
  {
    name: 'LOAD_DEMO',
    fallback: '`true` with the embedded PostgreSQL outside production, else `false`',
    meaning: 'Whether the first start loads the demo community.',
  },
] as const satisfies readonly Setting[];

/** The name of a setting; nothing else is read from the process environment. */
export type SettingName = (typeof SETTINGS)[number]['name'];
