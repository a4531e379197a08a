import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Reader, Round } from '@app/database';
import { htmlText } from '@app/kernel';
import type { Sql } from 'sql-template-tag';
import type { DocumentRef } from '../documents/search-document';
import { articleTexts, replyTexts, topicTexts, type HighlightRow, type ReplyRow } from './highlight-texts';
import { highlightsOf, type Highlight, type HighlightedTexts } from './highlighter';
import { WordMatcher } from './word-matcher';

/** Others have their turn after so many milliseconds. */
const TURN_MS = 5;

/** What is to be marked. */
export interface LookedFor {
  /** Folded, as the engine looked for them. */
  readonly words: readonly string[];
  /** As it was typed. */
  readonly text: string;
}

/** Marks what was looked for in the texts as they are now, not as they were when they were indexed. */
@Injectable()
export class HitHighlights {
  constructor(private readonly reader: Reader) {}

  /**
   * By id, the highlights of things that the viewer may see; none of what has left the lists meanwhile. What replies
   * say is what everybody who sees the topic may read.
   */
  async of(
    communityId: string,
    refs: readonly DocumentRef[],
    { words, text }: LookedFor,
  ): Promise<ReadonlyMap<string, readonly Highlight[]>> {
    const { things, replies } = await this.read(communityId, refs);
    const matcher = new WordMatcher(words, text);
    const highlights = new Map<string, readonly Highlight[]>();
    let since = performance.now();
    for (const thing of things) {
      if (performance.now() - since > TURN_MS) {
        await turn();
        since = performance.now();
      }
      highlights.set(thing.id, highlightsOf(textsOf(thing, replies.get(thing.id) ?? []), matcher));
    }
    return highlights;
  }

  private async read(
    communityId: string,
    refs: readonly DocumentRef[],
  ): Promise<{ things: HighlightRow[]; replies: ReadonlyMap<string, ReplyRow[]> }> {
    const idsOf = (wanted: DocumentRef['kind']): string[] =>
      refs.flatMap(({ kind, id }) => (kind === wanted ? [id] : []));
    const [topicIds, articleIds] = [idsOf('TOPIC'), idsOf('ARTICLE')];
    const round = new Round(this.reader, communityId);
    const some = <T extends Sql>(ids: readonly string[], statement: T): T | undefined =>
      ids.length > 0 ? statement : undefined;
    const topics = round.add<HighlightRow>(some(topicIds, topicTexts(communityId, topicIds)));
    const replies = round.add<ReplyRow>(some(topicIds, replyTexts(communityId, topicIds)));
    const articles = round.add<HighlightRow>(some(articleIds, articleTexts(communityId, articleIds)));
    if (refs.length > 0) await round.send();
    return { things: [...topics(), ...articles()], replies: Map.groupBy(replies(), ({ topicId }) => topicId) };
  }
}

function textsOf({ kind, title, summary, html }: HighlightRow, replies: readonly ReplyRow[]): HighlightedTexts {
  const body = htmlText(html);
  if (kind === 'ARTICLE') return { kind, title, summary, body };
  return { kind, title, body, replies: replies.map((reply) => ({ rank: reply.rank, text: htmlText(reply.html) })) };
}
