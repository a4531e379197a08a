import { WordVectors } from '../vectors/word-vectors';
import { CommunityMemory } from './community-memory';
import type { RememberedLink, RememberedTopic } from './remembered';

const DAY = 86_400_000;
const NOW = 1_000 * DAY;

/** Vectors in which a subject's words point one way each. */
const vectors = new WordVectors(
  ['inbox', 'folder', 'mailbox', 'printer', 'paper', 'spooler'],
  Float32Array.of(1, 0, 0.9, 0.1, 1, 0.1, 0, 1, 0.1, 1, 0, 0.9),
);

function topic(id: string, title: string, more: Partial<RememberedTopic> = {}): RememberedTopic {
  const at = NOW - 500 * DAY;
  return { id, title, body: '', replies: [], at, lastActive: at, solved: false, open: true, ...more };
}

function link(from: string, to: string, more: Partial<RememberedLink> = {}): RememberedLink {
  return { key: `${from}>${to}`, from, to, kind: 'TOPIC', at: NOW - 400 * DAY, duplicate: false, ...more };
}

function memory(most = 1_000): CommunityMemory {
  const filled = new CommunityMemory(vectors, most);
  filled.apply({
    topics: [topic('inbox', 'inbox empty'), topic('paper', 'paper jam'), topic('spool', 'spooler dead')],
    articles: [
      { id: 'mail', title: 'Repairing a folder', text: 'Rebuild its index' },
      { id: 'print', title: 'Printer setup', text: 'Paper and ink' },
    ],
  });
  return filled;
}

function ids(from: CommunityMemory, title: string, except: string | null = null): string[] {
  return from.suggest({ title, body: '', except, now: NOW }, 20).map(({ id }) => id);
}

describe('CommunityMemory', () => {
  it('suggests topics and articles, and says why', () => {
    const filled = memory();
    filled.apply({
      links: [
        link('paper', 'print', { kind: 'ARTICLE' }),
        link('paper', 'spool'),
        link('inbox', 'mail', { kind: 'ARTICLE' }),
      ],
    });
    const found = filled.suggest({ title: 'paper stuck in the printer', body: '', except: null, now: NOW }, 10);
    expect(found[0]).toMatchObject({ kind: 'ARTICLE', id: 'print' });
    expect(found[0]?.because.threads[0]).toMatchObject({ topicId: 'paper', sharedWords: ['paper'] });
    expect(found[0]?.because).toMatchObject({ links: 1, solved: false });
    const topics = found.filter(({ kind }) => kind === 'TOPIC').map(({ id }) => id);
    expect(topics.slice(0, 2).toSorted()).toEqual(['paper', 'spool']);
    const weights = found[0]!.because.threads.map(({ weight }) => weight);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 6);
  });

  it('follows edits, replies, and what may be found no longer', () => {
    const filled = memory();
    const topics = (): string[] => ids(filled, 'spooler').filter((id) => id !== 'mail' && id !== 'print');
    expect(topics()[0]).toBe('spool');
    filled.apply({ topics: [topic('spool', 'nothing of the kind')] });
    expect(topics()[0]).not.toBe('spool');
    filled.apply({ topics: [topic('inbox', 'inbox empty', { replies: ['spooler spooler spooler', 'printer'] })] });
    expect(
      filled.suggest({ title: 'inbox', body: '', except: null, now: NOW }, 10).find(({ id }) => id === 'inbox')?.because
        .likeness,
    ).toBeGreaterThan(0.4);
    expect(ids(filled, 'printer', 'inbox')).not.toContain('inbox');
    filled.apply({ removed: ['paper', 'print', 'unheard of'] });
    expect(ids(filled, 'paper')).toEqual(['inbox']);
    filled.apply({ topics: [topic('paper', 'paper jam')] });
    expect(ids(filled, 'paper')[0]).toBe('paper');
    expect(filled.size).toBe(3);
  });

  it('keeps links by name through all changes of numbers', () => {
    const filled = memory();
    filled.apply({ links: [link('paper', 'mail', { kind: 'ARTICLE' }), link('paper', 'inbox', { duplicate: true })] });
    for (let n = 0; n < 300; n++) filled.apply({ topics: [topic('busy', `words number${n}`)] });
    filled.apply({ topics: [topic('inbox', 'inbox still empty'), topic('paper', 'paper jam again')] });
    const found = filled.suggest({ title: 'paper', body: '', except: null, now: NOW }, 10);
    expect(found.find(({ id }) => id === 'mail')?.because.threads).toEqual([
      { topicId: 'paper', weight: 1, sharedWords: ['paper'] },
    ]);
    expect(found.find(({ id }) => id === 'inbox')?.because.links).toBe(1);
    filled.apply({ unlinked: ['paper>mail', 'paper>inbox'] });
    const after = filled.suggest({ title: 'paper', body: '', except: null, now: NOW }, 10);
    expect(after.flatMap(({ because }) => because.threads)).toEqual([]);
  });

  it('keeps as many topics as it may: the linked and the lately active', () => {
    const filled = memory(10);
    filled.apply({ links: [link('paper', 'print', { kind: 'ARTICLE' })] });
    for (let n = 0; n < 30; n++) {
      filled.apply({ topics: [topic(`t${n}`, `number${n}`, { lastActive: NOW - (30 - n) * DAY })] });
    }
    expect(filled.size).toBeLessThanOrEqual(10);
    const left = ids(filled, 'number29 number22 number0 inbox paper');
    expect(left).toEqual(expect.arrayContaining(['paper', 't29', 't22']));
    expect(left).not.toContain('t0');
    expect(left).not.toContain('inbox');
  });

  it('goes by words alone where nothing was learned', () => {
    const filled = new CommunityMemory(new WordVectors([], new Float32Array()), 100);
    filled.apply({ topics: [topic('a', 'the printer smokes'), topic('b', 'inbox is empty')] });
    expect(ids(filled, 'smokes')[0]).toBe('a');
    filled.apply({ topics: [topic('a', 'the printer smokes', { replies: ['pull the plug'] })] });
    expect(ids(filled, 'empty inbox')[0]).toBe('b');
    expect(filled.bytes).toBeGreaterThan(0);
  });
});
