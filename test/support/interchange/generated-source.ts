import { setTimeout as sleep } from 'node:timers/promises';
import type { Found, Source, SourceFile } from '../../../libs/interchange/src/sources/source';

/** What a generated source holds. */
export interface Generated {
  readonly topics: number;
  /** Milliseconds to wait behind each hundred things, so that there is time to interrupt. */
  readonly pause?: number;
  /** Changes what topics of an even number say. */
  readonly edition?: number;
}

const MEMBERS = 20;
const AT = Date.UTC(2020, 0, 1);

/** A source of any size that gives the same each time; with markup, rows that cannot be read and dangling references. */
export class GeneratedSource implements Source {
  readonly origin = 'generated';
  readonly baseUrl = 'https://old.example';
  private read = 0;

  constructor(private readonly generated: Generated) {}

  async files(): Promise<readonly SourceFile[]> {
    const { topics, edition = 0 } = this.generated;
    return [{ path: 'generated', bytes: topics, changedAt: edition }];
  }

  progress(): number {
    return this.read / this.generated.topics;
  }

  async *records(): AsyncGenerator<Found> {
    let line = 0;
    for (const thing of this.things()) {
      line++;
      if (line % 100 === 0 && this.generated.pause) await sleep(this.generated.pause);
      const at = { file: 'generated', line };
      yield 'kind' in thing ? { at, record: thing } : { at, ...thing };
    }
  }

  private *things(): Generator<
    Extract<Found, { record: unknown }>['record'] | { fault: string } | { leftOut: string }
  > {
    yield { kind: 'community', format: 'answerhood', version: 1, name: 'Generated', createdAt: when(0) };
    for (let n = 0; n < MEMBERS; n++)
      yield { kind: 'member', externalId: `${n}`, name: `Member ${n}`, createdAt: when(n) };
    for (let n = 0; n < this.generated.topics; n++) {
      this.read = n + 1;
      const edition = n % 2 === 0 ? (this.generated.edition ?? 0) : 0;
      yield {
        kind: 'topic',
        topicKind: 'QUESTION',
        externalId: `t${n}`,
        author: `${n % MEMBERS}`,
        title: `Topic ${n}`,
        body: {
          text: `<p>Text <b>${n}</b> of edition ${edition}<script>alert(1)</script> <a href="/t/${n}">here</a></p>`,
          format: 'HTML',
        },
        createdAt: when(n),
      };
      yield {
        kind: 'answer',
        externalId: `a${n}`,
        topic: `t${n}`,
        author: `${(n + 1) % MEMBERS}`,
        body: { text: `Answer *${n}*` },
        createdAt: when(n + 1),
      };
      if (n % 100 === 7) yield { fault: 'This row has too few columns.' };
      if (n % 100 === 8) yield { leftOut: 'drafts' };
      if (n % 100 === 9)
        yield {
          kind: 'answer',
          externalId: `x${n}`,
          topic: 'none',
          author: '1',
          body: { text: 'a' },
          createdAt: when(n),
        };
    }
  }
}

function when(minutes: number): string {
  return new Date(AT + minutes * 60_000).toISOString();
}
