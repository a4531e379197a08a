const PAGE_IDS = 4096;
/** Ids up to here take at most 32 MB all together, and far less where they are dense. */
const LARGEST = 2 ** 28;

/** A set of ids of a source. Ids of databases are mostly small numbers, and there may be millions: one bit for each. */
export class KnownIds {
  private readonly pages = new Map<number, Uint32Array>();
  private readonly others = new Set<string>();

  /** Whether it was not known before. */
  add(id: string): boolean {
    const number = smallNumber(id);
    if (number === null) {
      const size = this.others.size;
      return this.others.add(id).size > size;
    }
    const page = this.pageOf(number);
    const { word, bit } = placeOf(number);
    const before = page[word] ?? 0;
    page[word] = before | bit;
    return (before & bit) === 0;
  }

  has(id: string): boolean {
    const number = smallNumber(id);
    if (number === null) return this.others.has(id);
    const { word, bit } = placeOf(number);
    return ((this.pages.get(Math.floor(number / PAGE_IDS))?.[word] ?? 0) & bit) !== 0;
  }

  private pageOf(number: number): Uint32Array {
    const key = Math.floor(number / PAGE_IDS);
    const known = this.pages.get(key);
    if (known) return known;
    const page = new Uint32Array(PAGE_IDS / 32);
    this.pages.set(key, page);
    return page;
  }
}

function smallNumber(id: string): number | null {
  return /^(0|[1-9]\d{0,8})$/.test(id) && Number(id) < LARGEST ? Number(id) : null;
}

function placeOf(number: number): { word: number; bit: number } {
  return { word: (number % PAGE_IDS) >>> 5, bit: 1 << (number & 31) };
}
