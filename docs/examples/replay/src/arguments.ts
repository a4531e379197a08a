import { parseArgs } from 'node:util';

/** What the replay is told on its command line. */
export interface Arguments {
  /** Where the API listens. */
  readonly url: string;
  /** The slug of a community to fill. */
  readonly community: string;
  /** A key of an admin of that community, made to act for its members. */
  readonly key: string;
  /** The folder of the dump: Posts.xml.gz, Users.xml.gz, Comments.xml.gz. */
  readonly dump: string;
  /** Calls at a time. */
  readonly parallel: number;
}

const USAGE = `node docs/examples/replay/src/main.ts --community <slug> --key <ahk_...> --dump <folder> [--url http://localhost:3000] [--parallel 8]`;

export function readArguments(): Arguments {
  const { values } = parseArgs({
    options: {
      url: { type: 'string', default: 'http://localhost:3000' },
      community: { type: 'string' },
      key: { type: 'string' },
      dump: { type: 'string' },
      parallel: { type: 'string', default: '8' },
    },
  });
  const { url, community, key, dump, parallel } = values;
  if (!community || !key || !dump) throw new Error(`Usage: ${USAGE}`);
  return { url, community, key, dump, parallel: Number(parallel) };
}
