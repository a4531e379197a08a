import type { NameDocument, SearchKind } from '../documents/search-document';

/**
 * How words, names and filters are called in the index that all communities share. Each begins with three digits of its
 * community: what is a common word elsewhere costs a community nothing. Signs that are in no word tell them apart: `=` a
 * word of a title, `#` a filter, `@` a name.
 */
export class Lexemes {
  readonly prefix: string;

  constructor(communityId: string) {
    this.prefix = communityId.slice(-3);
  }

  /** As it stands in the index. */
  of(name: string): string {
    return this.prefix + name;
  }

  /** Of those in the index, without what they begin with. */
  nameOf(lexeme: string): string {
    return lexeme.slice(this.prefix.length);
  }
}

/** A word of a title. */
export function titleWord(word: string): string {
  return `=${word}`;
}

/** That it is of a kind. */
export function ofKind(kind: SearchKind): string {
  return `#${kind}`;
}

/** That a field has a value. */
export function withValue(field: 'kind' | 'status' | 'resolution' | 'product' | 'tag', value: string): string {
  return `#${field}-${value.replaceAll('-', '')}`;
}

/** A word of a name. */
export function nameWord(kind: NameDocument['kind'], word: string): string {
  return `@${kind}-${word}`;
}

/** A whole name, word by word. */
export function wholeName(kind: NameDocument['kind'], words: readonly string[]): string {
  return `@${kind}=${words.join('_')}`;
}
