import type { InterchangeRecord } from '../../format/interchange-record';
import type { On, PostParts } from '../../format/record-parts';
import { storedPath } from '@app/community';
import { escapedHtml } from '../html/html-text';
import { fromAsker } from '../rows/from-asker';
import { Fields } from '../rows/fields';
import { Findings } from '../rows/findings';
import { KnownIds } from '../rows/known-ids';
import { namesIn } from '../rows/names';
import { RowFault } from '../rows/row.fault';
import type { Found, Place } from '../source';
import { GetSatisfactionPeople } from './get-satisfaction-people';
import { GetSatisfactionProducts } from './get-satisfaction-products';
import { closingOf, kindOf, listIn, removalOf, roleAtPosting, sentimentOf, statusOf } from './get-satisfaction.terms';

/**
 * What the objects of a dump of the JSON API become. Topics and replies have ids of their own, so the external id of a
 * reply says that it is one. Remembers what it has given: people stand in each of their posts, and pages shift while
 * somebody fetches them.
 */
export class GetSatisfactionJsonMapper {
  private readonly people = new GetSatisfactionPeople();
  private readonly products = new GetSatisfactionProducts();
  private readonly topics = new KnownIds();
  private readonly replies = new KnownIds();

  /** @param value an object of any list of the API */
  map(value: unknown, at: Place): Found[] {
    return Findings.of(at, (findings) => {
      const thing = Fields.of(value);
      const address = `${thing.line('url') ?? ''} ${thing.line('at_sfn') ?? ''}`;
      if (thing.has('subject') || thing.has('style')) this.topic(thing, findings);
      else if (thing.has('content')) this.reply(thing, thing.id('topic_id'), findings);
      else if (isPerson(thing, address)) this.people.member(thing, findings);
      else if (address.includes('/tags/')) findings.leaveOut('lists of tags');
      else if (thing.has('id') && thing.has('name')) this.products.product(thing, findings);
      else throw new RowFault('This is neither a topic, a reply, a person, a product nor a tag.');
    });
  }

  private topic(topic: Fields, findings: Findings): void {
    const id = topic.id('id');
    findings.attempt(id, () => {
      if (this.topics.has(id)) return findings.leaveOut('topics that come twice');
      for (const record of this.recordsOf(id, topic, findings)) findings.record(record);
      this.topics.add(id);
    });
    findings.each(listIn(topic, 'replies'), (reply) => this.reply(Fields.of(reply), id, findings));
  }

  private recordsOf(id: string, topic: Fields, findings: Findings): InterchangeRecord[] {
    const post = this.postOf(id, topic, findings);
    const kind = kindOf(topic, findings);
    const title = topic.line('subject');
    if (title === null) throw new RowFault('The field subject is missing.');
    const path = storedPath(topic.line('at_sfn') ?? '');
    const record: InterchangeRecord = {
      kind: 'topic',
      ...post,
      ...(!topic.has('content') && { body: { text: escapedHtml(title), format: 'HTML' } }),
      topicKind: kind,
      status: statusOf(topic, kind, findings),
      title,
      products: this.products.ofTopic(topic, findings),
      tags: namesIn(topic.value('keywords') ?? topic.value('tags')),
      sentiment: sentimentOf(topic),
      meTooBase: Math.max(0, (topic.count('me_too_count') ?? 1) - 1),
      lastActivityAt: topic.maybeInstant('last_active_at') ?? post.createdAt,
      ...closingOf(topic, post.createdAt),
    };
    if (namesIn(topic.value('user_defined_code')).length > 0) findings.leaveOut('private tags');
    return path === null || path === '/' ? [record] : [record, { kind: 'redirect', path, to: { topic: id } }];
  }

  /** A reply to a topic, or (as it stands among the replies of some dumps) a comment on another reply. */
  private reply(reply: Fields, topicId: string, findings: Findings): void {
    const id = replyId(reply.id('id'));
    const parent = reply.maybeId('parent_id') ?? reply.maybeId('in_reply_to');
    findings.attempt(id, () => {
      if (parent !== null && parent !== topicId) return this.comment(reply, replyId(parent), findings);
      if (this.replies.has(id)) return findings.leaveOut('replies that come twice');
      const post = this.postOf(id, reply, findings);
      const official = reply.flag('company_promoted');
      const stars = starsOf(reply, { answer: id });
      findings.record({ kind: 'answer', ...post, topic: topicId, ...fromAsker(post) });
      stars.forEach((record) => findings.record(record));
      if (official) findings.record({ kind: 'mark', mark: 'OFFICIAL', answer: id, createdAt: post.createdAt });
      this.replies.add(id);
    });
    findings.each(listIn(reply, 'comments'), (comment) => this.comment(Fields.of(comment), id, findings));
  }

  private comment(comment: Fields, replyTo: string, findings: Findings): void {
    const id = replyId(comment.id('id'));
    findings.attempt(id, () => {
      if (this.replies.has(id)) return findings.leaveOut('replies that come twice');
      const post = this.postOf(id, comment, findings);
      const stars = starsOf(comment, { comment: id });
      findings.record({ kind: 'comment', ...post, on: { post: replyTo } });
      stars.forEach((record) => findings.record(record));
      this.replies.add(id);
    });
  }

  private postOf(externalId: string, post: Fields, findings: Findings): PostParts {
    const author = this.people.author(post, findings);
    return {
      externalId,
      author,
      ...(author !== null && { authorRole: roleAtPosting(post) }),
      body: { text: post.text('content') ?? '', format: 'HTML' },
      createdAt: post.instant('created_at'),
      ...removalOf(post),
    };
  }
}

function isPerson(thing: Fields, address: string): boolean {
  return address.includes('/people/') || thing.has('member_since') || thing.has('avatar') || thing.has('champion');
}

function replyId(id: string): string {
  return `reply/${id}`;
}

/** Stars without names; one that the readers have promoted has at least one. */
function starsOf(reply: Fields, on: On): InterchangeRecord[] {
  const up = Math.max(reply.count('star_count') ?? 0, reply.flag('star_promoted') ? 1 : 0);
  return up > 0 ? [{ kind: 'vote', on, up }] : [];
}
