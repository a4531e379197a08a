import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What has been made so far, by the key of its source: an interrupted run skips it. The file is a convenience; where
 * it is lost, the idempotency keys of the calls still see to it that nothing is made twice.
 */
export class Journal {
  private readonly file: string;
  private readonly made = new Map<string, string>();

  constructor(folder: string, communityId: string) {
    mkdirSync(folder, { recursive: true });
    this.file = join(folder, `${communityId}.ndjson`);
    if (!existsSync(this.file)) return;
    for (const line of readFileSync(this.file, 'utf8').split('\n')) {
      if (!line.endsWith(']')) continue;
      const [key, id] = JSON.parse(line) as [string, string];
      this.made.set(key, id);
    }
  }

  idOf(key: string): string {
    const id = this.made.get(key);
    if (!id) throw new Error(`${key} has not been made.`);
    return id;
  }

  /** Makes a thing unless it has been made. */
  async once(key: string, make: () => Promise<string>): Promise<void> {
    if (this.made.has(key)) return;
    const id = await make();
    this.made.set(key, id);
    appendFileSync(this.file, `${JSON.stringify([key, id])}\n`);
  }
}
