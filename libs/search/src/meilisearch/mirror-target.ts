import { INDEX_OF_KIND } from './index-of-kind';
import type { IndexName } from './index-settings';
import type { SearchKind } from '../documents/search-document';

/** A set of indexes: those that are searched, or those that are built to take their place. */
export class MirrorTarget {
  private constructor(
    private readonly prefix: string,
    private readonly ending: string,
  ) {}

  static live(prefix: string): MirrorTarget {
    return new MirrorTarget(prefix, '');
  }

  static building(prefix: string): MirrorTarget {
    return new MirrorTarget(prefix, '_building');
  }

  uid(name: IndexName): string {
    return `${this.prefix}${name}${this.ending}`;
  }

  uidOf(kind: SearchKind): string {
    return this.uid(INDEX_OF_KIND[kind]);
  }
}
