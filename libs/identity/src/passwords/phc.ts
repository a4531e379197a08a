/** What one hash costs to make: KiB of memory, passes over it, lanes. */
export interface HashCost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** The parts of a stored password. */
export interface StoredHash {
  readonly cost: HashCost;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

const PHC = /^\$argon2id\$v=19\$m=(\d{1,9}),t=(\d{1,4}),p=(\d{1,3})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{43})$/;

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}

/** The form in which password hashes are stored everywhere: algorithm, version, cost, salt and hash in one text. */
export const Phc = {
  format({ cost, salt, hash }: StoredHash): string {
    const { memory, passes, parallelism } = cost;
    return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(hash)}`;
  },

  /** The parts of a stored password; throws for anything else. */
  parse(text: string): StoredHash {
    const [, memory, passes, parallelism, salt = '', hash = ''] = PHC.exec(text) ?? [];
    if (!hash) throw new TypeError('A stored password is no argon2id hash in PHC form.');
    return {
      cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
      salt: Buffer.from(salt, 'base64'),
      hash: Buffer.from(hash, 'base64'),
    };
  },
};
