import { htmlText } from '@app/kernel';
import type { PostParts } from '../../format/record-parts';
import { HtmlRewriter } from '../html/html-rewriter';
import { Fields } from '../rows/fields';
import { Findings } from '../rows/findings';
import { fromAsker } from '../rows/from-asker';
import { IdPairs } from '../rows/id-pairs';
import { KnownIds } from '../rows/known-ids';
import { RowFault } from '../rows/row.fault';
import type { Found, Place } from '../source';
import { KHOROS_BODY } from './khoros-body.rules';
import { KhorosNodes } from './khoros-nodes';

/** A row by the names of its columns. */
export type KhorosRow = Readonly<Record<string, string>>;

const NOTHING = ['NULL', '\\N', ''];
/** Bits of the attributes of a message. */
const SOLUTION = 0x4000;
const CLOSED = 0x0002;

/**
 * What the rows of the tables become. A message is known by its id in its node, which is how others name it as what
 * they reply to; kudos, tags and old addresses name it by an id of its own in the whole community. So a reply finds what
 * it replies to without any message being kept in memory.
 */
export class KhorosMapper {
  private readonly nodes = new KhorosNodes();
  private readonly people = new KnownIds();
  private readonly labels = new Map<string, string>();
  private readonly labelled = new IdPairs();
  private readonly kudos = new IdPairs();
  private readonly rewriter = new HtmlRewriter(KHOROS_BODY);

  setting(row: KhorosRow, at: Place): Found[] {
    return Findings.of(at, () => this.nodes.setting(Fields.of(row, NOTHING)));
  }

  /** A node, at first: those above it may come behind it. */
  node(row: KhorosRow, at: Place): Found[] {
    return Findings.of(at, () => this.nodes.add(Fields.of(row, NOTHING)));
  }

  /** The same, once all are known. */
  product(row: KhorosRow, at: Place): Found[] {
    return Findings.of(at, (findings) => {
      const id = Fields.of(row, NOTHING).maybeId('node_id');
      if (id !== null) this.nodes.give(id, findings);
    });
  }

  user(row: KhorosRow, at: Place): Found[] {
    return Findings.of(at, (findings) => {
      const user = Fields.of(row, NOTHING);
      const id = user.id('id');
      const login = user.line('nlogin') ?? user.line('login_canon');
      const email = user.line('email');
      const joined = findings.optional('dates of joining that are none', () => momentOf(user, 'registration_time'));
      findings.record({
        kind: 'member',
        externalId: id,
        name: login ?? `Member ${id}`,
        ...(login && { handle: login }),
        ...(email?.includes('@') && { email }),
        ...(joined && { createdAt: joined }),
      });
      findings.record({ kind: 'redirect', path: `/t5/user/viewprofilepage/user-id/${id}`, to: { member: id } });
      this.people.add(id);
    });
  }

  label(row: KhorosRow, at: Place): Found[] {
    return Findings.of(at, () => {
      const label = Fields.of(row, NOTHING);
      const name = label.line('tag_text');
      if (name !== null) this.labels.set(String(Number(label.id('tag_id'))), name);
    });
  }

  labelOfMessage(row: KhorosRow, at: Place): Found[] {
    return Findings.of(at, () => {
      const event = Fields.of(row, NOTHING);
      if (!this.labelled.add(event.id('target_id'), event.id('tag_id'))) throw new RowFault('The ids must be numbers.');
    });
  }

  kudo(row: KhorosRow, at: Place): Found[] {
    return Findings.of(at, () => {
      const event = Fields.of(row, NOTHING);
      if (!this.kudos.add(event.id('target_id'), event.id('source_id'))) throw new RowFault('The ids must be numbers.');
    });
  }

  message(row: KhorosRow, at: Place): Found[] {
    return Findings.of(at, (findings) => {
      const message = Fields.of(row, NOTHING);
      const node = message.id('node_id');
      const key = `${node}/${message.id('id')}`;
      findings.attempt(key, () => {
        const root = `${node}/${message.id('root_id')}`;
        const unique = message.id('unique_id');
        const on = key === root ? this.topic(key, message, findings) : this.reply(key, root, message, findings);
        const up = this.kudos.of(unique).length;
        if (up > 0) findings.record({ kind: 'vote', on, up });
        findings.record({ kind: 'redirect', path: `/t5/m-p/${unique}`, to: on });
      });
    });
  }

  private topic(key: string, message: Fields, findings: Findings): { readonly topic: string } {
    const title = htmlText(message.text('subject') ?? '');
    if (title === '') throw new RowFault('The field subject is missing.');
    const post = this.postOf(key, message);
    const closed = ((message.integer('attributes') ?? 0) & CLOSED) !== 0;
    const node = message.id('node_id');
    const labels = this.labelled.of(message.id('unique_id')).map((label) => this.labels.get(String(label)));
    findings.record({
      kind: 'topic',
      ...post,
      topicKind: 'QUESTION',
      title,
      products: this.nodes.has(node) ? [node] : [],
      tags: labels.filter((label) => label !== undefined),
      viewCount: message.count('views') ?? 0,
      ...(closed && { closedAt: post.createdAt, closedReason: 'Closed in Khoros' }),
    });
    return { topic: key };
  }

  private reply(
    key: string,
    root: string,
    message: Fields,
    findings: Findings,
  ): { answer: string } | { comment: string } {
    const post = this.postOf(key, message);
    const parentId = message.maybeId('parent_id');
    const parent = parentId === null ? root : `${message.id('node_id')}/${parentId}`;
    const solution = ((message.integer('attributes') ?? 0) & SOLUTION) !== 0;
    if (!solution && parent !== root && parent !== key) {
      findings.record({ kind: 'comment', ...post, on: { post: parent } });
      return { comment: key };
    }
    findings.record({ kind: 'answer', ...post, topic: root, ...fromAsker(post) });
    if (solution) findings.record({ kind: 'mark', mark: 'SOLVED', answer: key, createdAt: post.createdAt });
    return { answer: key };
  }

  private postOf(externalId: string, message: Fields): PostParts {
    const author = message.maybeId('user_id');
    const createdAt = momentOf(message, 'post_date');
    if (createdAt === null) throw new RowFault('The field post_date is missing.');
    return {
      externalId,
      author: author !== null && this.people.has(author) ? author : null,
      body: { text: this.rewriter.rewrite(message.text('body') ?? ''), format: 'HTML' },
      createdAt,
      ...(message.flag('deleted') && { state: 'REMOVED', stateReason: 'Deleted in Khoros' }),
    };
  }
}

/** Milliseconds since 1970, as in the database; some tools write them out as dates. */
function momentOf(fields: Fields, name: string): string | null {
  return /^\s*\d+\s*$/.test(fields.text(name) ?? '') ? fields.maybeMillis(name) : fields.maybeInstant(name);
}
