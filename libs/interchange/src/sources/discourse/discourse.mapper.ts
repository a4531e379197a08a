import type { PostParts } from '../../format/record-parts';
import { HtmlRewriter } from '../html/html-rewriter';
import { Fields } from '../rows/fields';
import { Findings } from '../rows/findings';
import { fromAsker } from '../rows/from-asker';
import { namesIn } from '../rows/names';
import { RowFault } from '../rows/row.fault';
import type { Found, Place } from '../source';
import { COOKED } from './cooked.rules';
import { DiscourseAcceptance } from './discourse-acceptance';
import { DiscourseCategories } from './discourse-categories';
import { DiscoursePeople } from './discourse-people';
import { postOf, type DiscoursePost } from './discourse-post';
import { DiscourseThread } from './discourse-thread';
import { closingOf, kindOf, likesOf, meToosOf, stateOf, votesOf } from './discourse-topic.terms';

/** A post as it came, and where. */
export interface PostFound {
  readonly at: Place;
  readonly value: unknown;
}

/** What a category or a topic, with all of its posts that were found in any file, becomes. */
export class DiscourseMapper {
  private readonly people = new DiscoursePeople();
  private readonly categories = new DiscourseCategories();
  private readonly rewriter = new HtmlRewriter(COOKED);

  /** @param value an element of a list of categories */
  category(value: unknown, at: Place): Found[] {
    return Findings.of(at, (findings) => this.categories.listed(Fields.of(value), findings));
  }

  /** @param value what the site serves at `/t/<id>.json` */
  topic(value: unknown, at: Place, posts: readonly PostFound[]): Found[] {
    return Findings.of(at, (findings) => {
      const topic = Fields.of(value);
      const id = topic.id('id');
      if (topic.line('archetype') === 'private_message') return findings.leaveOut('private messages');
      const all = inOrder(posts, findings);
      const written = taken(all, findings);
      if (written.length === 0 && all.length > 0) return findings.leaveOut('topics of the system');
      findings.attempt(id, () => countMissing(topic, all, findings));
      findings.attempt(id, () => this.topicRecord(topic, all, findings));
      findings.attempt(id, () => {
        const acceptance = new DiscourseAcceptance(topic);
        const thread = new DiscourseThread(written, acceptance.numbers);
        for (const post of written) {
          if (post.number > 1) findings.found.push(...this.reply(id, post, thread, acceptance));
        }
      });
    });
  }

  /** Members who were only told of on the way: whoever accepted an answer need not have written anything. */
  rest(at: Place): Found[] {
    return Findings.of(at, (findings) => this.people.rest(findings));
  }

  private topicRecord(topic: Fields, all: readonly DiscoursePost[], findings: Findings): void {
    const id = topic.id('id');
    const first = all.find(({ number, leftOut }) => number === 1 && leftOut === null);
    if (!first) throw new RowFault('The first post of the topic is missing.');
    const post = this.postOf(id, first, findings);
    const title = topic.line('title');
    if (title === null) throw new RowFault('The field title is missing.');
    const likes = likesOf(first.fields) + votesOf(topic);
    findings.record({
      kind: 'topic',
      ...post,
      ...(topic.has('deleted_at') && { state: 'REMOVED', stateReason: 'Deleted in Discourse' }),
      topicKind: kindOf(topic),
      title,
      products: this.categories.ofTopic(topic, findings),
      tags: namesIn(topic.value('tags')),
      meTooBase: meToosOf(topic),
      viewCount: topic.count('views') ?? 0,
      lastActivityAt: topic.maybeInstant('last_posted_at') ?? post.createdAt,
      ...closingOf(topic, all, post.createdAt),
    });
    if (likes > 0) findings.record({ kind: 'vote', on: { topic: id }, up: likes });
    findings.record({ kind: 'redirect', path: `/t/${id}`, to: { topic: id } });
    findings.record({ kind: 'redirect', path: `/p/${first.id}`, to: { topic: id } });
  }

  private reply(
    topicId: string,
    reply: DiscoursePost,
    thread: DiscourseThread,
    acceptance: DiscourseAcceptance,
  ): Found[] {
    const { at, id, number, fields } = reply;
    return Findings.of(at, (findings) =>
      findings.attempt(id, () => {
        const above = thread.answerAbove(reply);
        const post = this.postOf(id, reply, findings);
        const likes = likesOf(fields);
        const on = above ? { comment: id } : { answer: id };
        if (above) findings.record({ kind: 'comment', ...post, on: { post: above.id } });
        else findings.record({ kind: 'answer', ...post, topic: topicId, ...fromAsker(post) });
        if (thread.isAccepted(reply)) {
          const by = this.people.mentioned(acceptance.accepterOf(number));
          findings.record({ kind: 'mark', mark: 'SOLVED', answer: id, by, createdAt: post.createdAt });
        }
        if (likes > 0) findings.record({ kind: 'vote', on, up: likes });
        findings.record({ kind: 'redirect', path: `/t/${topicId}/${number}`, to: on });
        findings.record({ kind: 'redirect', path: `/p/${id}`, to: on });
      }),
    );
  }

  private postOf(externalId: string, post: DiscoursePost, findings: Findings): PostParts {
    const { fields } = post;
    const createdAt = fields.instant('created_at');
    const editedAt = (fields.count('version') ?? 1) > 1 ? fields.maybeInstant('updated_at') : null;
    return {
      externalId,
      author: this.people.author(post, findings),
      body: { text: this.rewriter.rewrite(fields.text('cooked') ?? ''), format: 'HTML' },
      createdAt,
      ...(editedAt && { editedAt }),
      ...stateOf(fields),
    };
  }
}

/** In the order of their numbers, each once: pages of one topic that were fetched at different times overlap. */
function inOrder(posts: readonly PostFound[], findings: Findings): DiscoursePost[] {
  const found = new Map<number, DiscoursePost>();
  for (const { at, value } of posts) {
    const faults = Findings.of(at, () => {
      const post = postOf(value, at);
      if (!found.has(post.number)) found.set(post.number, post);
    });
    findings.found.push(...faults);
  }
  return [...found.values()].toSorted((one, other) => one.number - other.number);
}

/** Those that somebody has written. What the system began and people went on with is a topic still. */
function taken(all: readonly DiscoursePost[], findings: Findings): DiscoursePost[] {
  const people = all.some(({ leftOut, isSystem }) => leftOut === null && !isSystem);
  return all.filter(({ at, number, leftOut, isSystem }) => {
    const name = leftOut ?? (isSystem && !(people && number === 1) ? 'posts of the system' : null);
    if (name !== null) findings.found.push({ at, leftOut: name });
    return name === null;
  });
}

/** A site serves twenty posts with a topic, and tells the ids of all of them. */
function countMissing(topic: Fields, all: readonly DiscoursePost[], findings: Findings): void {
  const known = new Set(all.map(({ id }) => id));
  const told = topic.inner('post_stream')?.list('stream') ?? [];
  for (const id of told) if (!known.has(String(id))) findings.leaveOut('posts that are in no file');
}
