import { NO_END } from '@app/community';
import { Fields } from '../rows/fields';
import { Findings } from '../rows/findings';
import { fromAsker } from '../rows/from-asker';
import { KnownIds } from '../rows/known-ids';
import { RowFault } from '../rows/row.fault';
import type { Found, Place } from '../source';
import { hasVotes, kindAndStatusOf, redirectsOf, timesOf, votesOf } from './zendesk.terms';
import { ZendeskVotes } from './zendesk-votes';

const NOTHING = ['null', ''];

/**
 * What the rows of a Zendesk community become, whether they come from tables or from the API. Users are read twice:
 * first to know who is there, last to give those who have written something. The others are the company's whole list of
 * requesters, whom nobody has asked whether they want to be members of a community.
 */
export class ZendeskMapper {
  private readonly users = new KnownIds();
  private readonly authors = new KnownIds();
  private readonly tags = new Map<string, string>();
  private readonly votes = new ZendeskVotes();

  /** A user, at first. */
  knownUser(value: unknown): void {
    Findings.of({ file: '', line: 0 }, () => this.users.add(Fields.of(value, NOTHING).id('id')));
  }

  /** A content tag: posts name them by their ids. */
  tag(value: unknown, at: Place): Found[] {
    return Findings.of(at, () => {
      const tag = Fields.of(value, NOTHING);
      const name = tag.line('name');
      if (name === null) throw new RowFault('The field name is missing.');
      this.tags.set(tag.id('id'), name);
    });
  }

  /** A topic there is a product here: a part of the community under which posts stand. */
  product(value: unknown, at: Place): Found[] {
    return Findings.of(at, (findings) => {
      const topic = Fields.of(value, NOTHING);
      const id = topic.id('id');
      const description = topic.text('description');
      const name = topic.line('name') ?? `Topic ${id}`;
      const position = topic.count('position') ?? 0;
      findings.record({ kind: 'product', externalId: id, name, position, ...(description && { description }) });
      for (const redirect of redirectsOf(topic, `/hc/community/topics/${id}`, { product: id }))
        findings.record(redirect);
    });
  }

  /** A post there is a topic here. */
  post(value: unknown, at: Place): Found[] {
    return Findings.of(at, (findings) => {
      const post = Fields.of(value, NOTHING);
      const id = post.id('id');
      findings.attempt(id, () => {
        const title = post.line('title');
        if (title === null) throw new RowFault('The field title is missing.');
        const times = timesOf(post);
        const [topicKind, status] = kindAndStatusOf(post, findings);
        const closedAt = post.flag('closed') ? (post.maybeInstant('updated_at') ?? times.createdAt) : null;
        const votes = votesOf(post, { topic: id });
        const product = post.maybeId('topic_id');
        findings.record({
          kind: 'topic',
          externalId: id,
          author: this.author(post),
          body: { text: post.text('details') ?? '', format: 'HTML' },
          ...times,
          topicKind,
          status,
          title,
          products: product === null ? [] : [product],
          tags: this.tagsOf(post, findings),
          ...(closedAt && { closedAt, closedReason: 'Closed in Zendesk' }),
        });
        for (const record of votes) findings.record(record);
        for (const redirect of redirectsOf(post, `/hc/community/posts/${id}`, { topic: id })) findings.record(redirect);
        if (hasVotes(post)) this.votes.areCountedFor(id);
        for (const name of ['pinned', 'featured']) if (post.flag(name)) findings.leaveOut(`${name} posts' being so`);
      });
    });
  }

  /** A comment there is an answer here. */
  comment(value: unknown, at: Place): Found[] {
    return Findings.of(at, (findings) => {
      const comment = Fields.of(value, NOTHING);
      const id = comment.id('id');
      findings.attempt(id, () => {
        const post = { author: this.author(comment), ...timesOf(comment) };
        const votes = votesOf(comment, { answer: id });
        const official = comment.flag('official');
        findings.record({
          kind: 'answer',
          externalId: id,
          topic: comment.id('post_id'),
          ...post,
          body: { text: comment.text('body') ?? '', format: 'HTML' },
          ...fromAsker(post),
        });
        if (official) findings.record({ kind: 'mark', mark: 'OFFICIAL', answer: id, createdAt: post.createdAt });
        for (const record of votes) findings.record(record);
        const short = `/hc/community/comments/${id}`;
        for (const redirect of redirectsOf(comment, short, { answer: id })) findings.record(redirect);
        if (hasVotes(comment)) this.votes.areCountedFor(id);
      });
    });
  }

  /** A vote, once posts and comments are known. */
  vote(value: unknown, at: Place): Found[] {
    return Findings.of(at, (findings) => this.votes.add(Fields.of(value, NOTHING), findings));
  }

  /** What the single votes come to. */
  allVotes(at: Place): Found[] {
    return this.votes.found(at);
  }

  /** A user, once it is known who has written something. */
  member(value: unknown, at: Place): Found[] {
    return Findings.of(at, (findings) => {
      const user = Fields.of(value, NOTHING);
      const externalId = user.id('id');
      if (!this.authors.has(externalId)) return findings.leaveOut('users who have written nothing');
      const email = user.line('email');
      const joined = findings.optional('dates of joining that are none', () => user.maybeInstant('created_at'));
      const staff = ['agent', 'admin'].includes(user.line('role')?.toLowerCase() ?? '');
      findings.record({
        kind: 'member',
        externalId,
        name: user.line('name') ?? `Member ${externalId}`,
        ...(email?.includes('@') && { email }),
        role: staff ? 'EMPLOYEE' : 'CUSTOMER',
        ...(joined && { createdAt: joined }),
        ...(user.flag('suspended') && {
          suspendedUntil: NO_END.toISOString(),
          suspendedReason: 'Suspended in Zendesk',
        }),
      });
    });
  }

  private author(post: Fields): string | null {
    const id = post.maybeId('author_id');
    if (id === null || !this.users.has(id)) return null;
    this.authors.add(id);
    return id;
  }

  private tagsOf(post: Fields, findings: Findings): string[] {
    const names = post.list('content_tag_ids').map((id) => this.tags.get(String(id)));
    for (const name of names) if (name === undefined) findings.leaveOut('content tags without a name');
    return names.filter((name) => name !== undefined);
  }
}
