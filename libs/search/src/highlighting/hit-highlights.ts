import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import type { DocumentRef } from '../documents/search-document';
import { DocumentsReader } from '../documents/documents.reader';
import { highlightsOf, type Highlight } from './highlighter';
import { WordMatcher } from './word-matcher';

/** Highlights what was found in the texts as they are now, not as they were when they were indexed. */
@Injectable()
export class HitHighlights {
  constructor(
    private readonly reader: Reader,
    private readonly documents: DocumentsReader,
  ) {}

  /**
   * By id, the highlights of things that the viewer may see; none of what has left the lists meanwhile. What replies
   * say is what everybody who sees the topic may read.
   */
  async of(
    communityId: string,
    refs: readonly DocumentRef[],
    { words, text }: { readonly words: readonly string[]; readonly text: string },
  ): Promise<ReadonlyMap<string, readonly Highlight[]>> {
    if (refs.length === 0) return new Map();
    const documents = await this.documents.read(this.reader, communityId, refs);
    const matcher = new WordMatcher(words, text);
    return new Map(
      documents.flatMap((document) =>
        document.kind === 'TOPIC' || document.kind === 'ARTICLE'
          ? [[document.id, highlightsOf(document, matcher)] as const]
          : [],
      ),
    );
  }
}
