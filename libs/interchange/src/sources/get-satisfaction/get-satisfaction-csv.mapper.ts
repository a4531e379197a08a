import { NO_END } from '@app/community';
import type { PostParts } from '../../format/record-parts';
import { escapedHtml } from '../html/html-text';
import { fromAsker } from '../rows/from-asker';
import { Fields } from '../rows/fields';
import { Findings } from '../rows/findings';
import { KnownIds } from '../rows/known-ids';
import { namesIn } from '../rows/names';
import { RowFault } from '../rows/row.fault';
import type { Found, Place } from '../source';
import { closingOf, kindOf, removalOf, statusOf } from './get-satisfaction.terms';
import { spacedHtml } from './spaced-html';

/** A row by the names of its columns in lower case with underscores. */
export type GetSatisfactionRow = Readonly<Record<string, string>>;

const NOTHING = ['NULL', ''];

/**
 * What the rows of a vendor's CSV set become. Users come first: what was written by others is the former member's.
 * Columns that some sets have and others lack (style, status, me_too_count …) are read where they are.
 */
export class GetSatisfactionCsvMapper {
  private readonly people = new KnownIds();

  user(row: GetSatisfactionRow, at: Place): Found[] {
    return Findings.of(at, (findings) => {
      const user = Fields.of(row, NOTHING);
      const id = user.id('user_id');
      const name = user.line('nick') ?? user.line('real_name') ?? `Member ${id}`;
      const email = user.line('email');
      const joined = findings.optional('dates of joining that are none', () => user.maybeInstant('m_created'));
      findings.record({
        kind: 'member',
        externalId: id,
        name,
        ...(email?.includes('@') && { email }),
        ...(joined && { createdAt: joined }),
        ...(user.has('suspended_at') && {
          suspendedUntil: NO_END.toISOString(),
          suspendedReason: 'Suspended in Get Satisfaction',
        }),
      });
      this.people.add(id);
    });
  }

  category(row: GetSatisfactionRow, at: Place): Found[] {
    return Findings.of(at, (findings) => {
      const category = Fields.of(row, NOTHING);
      const externalId = category.id('id');
      const description = category.text('description');
      findings.record({
        kind: 'product',
        externalId,
        name: category.line('name') ?? `Category ${externalId}`,
        ...(description && { description }),
      });
    });
  }

  topic(row: GetSatisfactionRow, at: Place): Found[] {
    return Findings.of(at, (findings) => {
      const topic = Fields.of(row, NOTHING);
      const id = topic.id('id');
      findings.attempt(id, () => {
        const text = topic.text('additional_detail');
        const title =
          topic.line('subject') ??
          text
            ?.slice(0, 300)
            .replace(/<[^>]*>|\s+/g, ' ')
            .trim();
        if (!title) throw new RowFault('The field subject is missing.');
        const post = this.postOf(id, topic, text ?? escapedHtml(title));
        const kind = kindOf(topic, findings);
        findings.record({
          kind: 'topic',
          ...post,
          topicKind: kind,
          status: statusOf(topic, kind, findings),
          title,
          products: topic.has('category_id') ? [topic.id('category_id')] : [],
          tags: namesIn(topic.value('tags')),
          meTooBase: Math.max(0, (topic.count('me_too_count') ?? 1) - 1),
          ...closingOf(topic, post.createdAt),
        });
      });
    });
  }

  reply(row: GetSatisfactionRow, at: Place): Found[] {
    return Findings.of(at, (findings) => {
      const reply = Fields.of(row, NOTHING);
      const id = `reply/${reply.id('id')}`;
      findings.attempt(id, () => {
        const topic = reply.id('topic_id');
        const parent = reply.maybeId('parent_id') === '0' ? null : reply.maybeId('parent_id');
        const post = this.postOf(id, reply, reply.text('content') ?? '');
        const stars = reply.count('star_count') ?? 0;
        const official = reply.flag('company_promoted');
        if (parent !== null) findings.record({ kind: 'comment', ...post, on: { post: `reply/${parent}` } });
        else findings.record({ kind: 'answer', ...post, topic, ...fromAsker(post) });
        const on = parent === null ? { answer: id } : { comment: id };
        if (stars > 0) findings.record({ kind: 'vote', on, up: stars });
        if (official && parent === null)
          findings.record({ kind: 'mark', mark: 'OFFICIAL', answer: id, createdAt: post.createdAt });
      });
    });
  }

  private postOf(externalId: string, post: Fields, text: string): PostParts {
    const author = post.maybeId('user_id');
    return {
      externalId,
      author: author !== null && this.people.has(author) ? author : null,
      body: { text: spacedHtml(text), format: 'HTML' },
      createdAt: post.instant('created_at'),
      ...removalOf(post),
    };
  }
}
