import { VectorBuilder } from './vector-builder';
import type { Entry } from './lexicon';

const entry = (word: string, stem: string | null = null, stop = false): Entry => ({ word, stem, stop });

describe('the words of a document', () => {
  it('are written with their places and weights, and their stems beside them', () => {
    const vector = new VectorBuilder();
    vector.text([entry('the', null, true), entry('calendars', 'calendar'), entry('sync')], 'A');
    vector.text([entry('sync')], 'D');
    vector.add('#TOPIC');
    expect(vector.write('abc').trim().split(' ')).toEqual([
      'abccalendars:2A',
      'abccalendar:2A',
      'abcsync:3A,16',
      'abc#TOPIC',
    ]);
  });

  it('stay far below what a tsvector holds', () => {
    const vector = new VectorBuilder();
    const words = Array.from({ length: 40_000 }, (_, i) => entry(`${'ж'.repeat(35)}${i}`));
    vector.text(words, 'D');
    vector.text(
      Array.from({ length: 10_000 }, () => entry('again')),
      'D',
    );
    expect(Buffer.byteLength(vector.write('abc'))).toBeLessThan(600_000);
  });
});
