import type { Entry } from './lexicon';

/** How much a word counts where it stands, most first. */
export type Weight = 'A' | 'B' | 'C' | 'D';

/** A tsvector ends at a megabyte; so many bytes of words, with their places, stay well below. */
const MOST_BYTES = 400_000;
/** PostgreSQL tells places apart up to here. */
const LAST_PLACE = 16_000;
/** Words of different texts are no phrase, and not near each other. */
const GAP = 12;
/** Of a word that is said again and again, this much of its list of places is kept. */
const MOST_PLACES = 120;
/** What an entry takes beside its letters and places. */
const ENTRY_BYTES = 8;

/** Collects the words of one document with their places, and writes them as PostgreSQL reads them. */
export class VectorBuilder {
  private readonly places = new Map<string, string>();
  private place = 1;
  private bytes = 0;

  /** The next text, word by word. */
  text(entries: readonly Entry[], weight: Weight): void {
    const mark = weight === 'D' ? '' : weight;
    for (const entry of entries) {
      if (this.place > LAST_PLACE) return;
      if (!entry.stop && entry.word) {
        this.put(entry.word, this.place + mark);
        if (entry.stem) this.put(entry.stem, this.place + mark);
      }
      this.place++;
    }
    this.place += GAP;
  }

  /** What has no place. */
  add(name: string): void {
    this.put(name, '');
  }

  /** What is in it. */
  names(): IterableIterator<string> {
    return this.places.keys();
  }

  /** @param prefix that every lexeme begins with */
  write(prefix: string): string {
    let vector = '';
    for (const [name, places] of this.places) vector += places ? `${prefix}${name}:${places} ` : `${prefix}${name} `;
    return vector;
  }

  private put(name: string, place: string): void {
    const before = this.places.get(name);
    if (before === undefined) {
      if (this.bytes > MOST_BYTES) return;
      // A letter takes up to three bytes.
      this.bytes += ENTRY_BYTES + 3 * name.length;
      this.places.set(name, place);
    } else if (place && before.length < MOST_PLACES) {
      this.bytes += 2;
      this.places.set(name, before ? `${before},${place}` : place);
    }
  }
}
