import type { PassPlace } from '@app/search';
import { ReindexProgress } from './reindex-progress';

describe('the progress of reindexing', () => {
  let now = 0;
  const told = (isTTY: boolean, before: PassPlace | null): { progress: ReindexProgress; lines: string[] } => {
    const lines: string[] = [];
    const output = { isTTY, write: (text: string) => lines.push(text) > 0 };
    return { progress: new ReindexProgress('beer', before, output, () => now), lines };
  };
  const at = (done: number, total: number | null = 10_000): PassPlace => ({ task: 'REINDEX', done, total });

  it('is one line on a terminal, with rate and remaining time', () => {
    const { progress, lines } = told(true, null);
    progress.tell(null);
    now += 50;
    progress.tell(at(100));
    now += 950;
    progress.tell({ task: 'SWEEP', done: 7, total: 9 });
    progress.tell(at(2_000));
    now += 4_000;
    progress.tell(at(10_000));
    progress.end(true);
    expect(lines).toEqual([
      '\r\x1b[K"beer": 20.0 %, 2,000 of 10,000, 2,000 a second, about 4 s left',
      '\r\x1b[K"beer": 100.0 %, 10,000 of 10,000, 2,000 a second, about 0 s left',
      '\r\x1b[K"beer" is indexed: 10,000 in 5 s (2,000 a second).\n',
    ]);
  });

  it('is a line every few seconds elsewhere, and counts from where it goes on', () => {
    const { progress, lines } = told(false, at(1_000));
    now += 4_000;
    progress.tell(at(2_000));
    now += 1_000;
    progress.tell(at(6_000));
    progress.end(false);
    expect(lines).toEqual([
      '"beer": going on behind the 1,000 that are done.\n',
      '"beer": 60.0 %, 6,000 of 10,000, 1,000 a second, about 4 s left\n',
      '"beer": stopped at 6,000 of 10,000. Run it again to go on; a running worker goes on by itself.\n',
    ]);
  });
});
