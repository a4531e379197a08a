import type { AnswerRecord } from '../../format/post.records';
import type { Ref } from '../../format/record-parts';

/**
 * What a reply by the one who asked is in forums, where there is one kind of reply only: a word about an answer, so a
 * comment here, unless it is marked. Of two people whom the source has forgotten nobody knows that they are one.
 */
export function fromAsker({ author }: { readonly author: Ref | null }): Pick<AnswerRecord, 'byAsker'> {
  return author === null ? {} : { byAsker: 'COMMENT' };
}
