import { ARTICLE_STATES, TOPIC_LINK_KINDS } from '@app/community';
import { ROLES } from '@app/kernel';
import type { Findings } from '../rows/findings';
import { RowFault } from '../rows/row.fault';
import type { MappedRow } from './mapped-row';

/** A row of a table of members. One without a name is called by its id. */
export function memberRecords(row: MappedRow, findings: Findings): void {
  const externalId = row.id('id');
  const handle = row.line('handle');
  const role = row.choice('role', ROLES);
  const title = row.line('title');
  const bio = row.body('bio');
  const createdAt = row.maybeMoment('created');
  findings.record({
    kind: 'member',
    externalId,
    name: row.line('name') ?? handle ?? externalId,
    email: row.line('email'),
    locale: row.line('locale'),
    ...(handle !== null && { handle }),
    ...(role && { role }),
    ...(title !== null && { title }),
    ...(bio && { bio }),
    ...(createdAt !== null && { createdAt }),
  });
}

/** A row of a table of products. */
export function productRecords(row: MappedRow, findings: Findings): void {
  const description = row.line('description');
  const createdAt = row.maybeMoment('created');
  findings.record({
    kind: 'product',
    externalId: row.id('id'),
    name: row.line('name') ?? '',
    parent: row.maybeId('parent'),
    ...(description !== null && { description }),
    ...(createdAt !== null && { createdAt }),
  });
}

/** A row of a table of articles. */
export function articleRecords(row: MappedRow, findings: Findings): void {
  const slug = row.line('slug');
  const summary = row.line('summary');
  const locale = row.line('locale');
  const state = row.choice('state', ARTICLE_STATES);
  const createdAt = row.maybeMoment('created');
  findings.record({
    kind: 'article',
    externalId: row.id('id'),
    title: row.line('title') ?? '',
    ...(slug !== null && { slug }),
    ...(summary !== null && { summary }),
    body: row.body('body') ?? { text: '' },
    ...(locale !== null && { locale }),
    products: row.all('products'),
    author: row.maybeId('author'),
    ...(state && { state }),
    editedAt: row.maybeMoment('edited'),
    ...(createdAt !== null && { createdAt }),
  });
}

/** A row of a table of people who have the same question. */
export function meTooRecords(row: MappedRow, findings: Findings): void {
  findings.record({
    kind: 'meToo',
    topic: row.id('topic'),
    member: row.id('member'),
    createdAt: row.moment('created'),
  });
}

/** A row of a table of links between topics. */
export function linkRecords(row: MappedRow, findings: Findings): void {
  const link = row.choice('link', TOPIC_LINK_KINDS);
  if (link === null) throw new RowFault('The row does not say what kind of link it is.');
  const [topic, linked, by] = [row.id('topic'), row.id('linked'), row.maybeId('by')];
  findings.record({ kind: 'link', topic, linked, link, by, createdAt: row.moment('created') });
}
