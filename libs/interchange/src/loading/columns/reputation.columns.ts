import { ownUuid } from './own-uuid';
import { int, neededMoment, text, uuid, uuids, type StagedColumn } from './staged-column';
import { ownId, type StagedKind } from './staged-kind';

const ENTRIES = ['STAR', 'SOLVED', 'OFFICIAL', 'DUPLICATE', 'DONE', 'REVERSAL', 'RELEASE', 'KEPT'] as const;
const REFUSALS = ['SAME_PERSON', 'OWN_TOPIC'] as const;
const CAUSES = ['TAKEN_BACK', 'ERASED'] as const;

const own = (name: string, field: string): StagedColumn => uuid(name, (fields) => ownUuid(fields, field));
const needed = (name: string, field: string): StagedColumn =>
  uuid(name, (fields) => fields.need(field, ownUuid(fields, field)));

/** Members are named as they were when the line was written, so nobody stands in for those who were claimed since. */
export const REPUTATION: StagedKind = {
  kind: 'reputation',
  key: ownId,
  columns: [
    text('entry', (fields) => fields.need('entry', fields.oneOf('entry', ENTRIES))),
    neededMoment('at', 'at'),
    own('actor_id', 'actor'),
    needed('subject_id', 'subject'),
    needed('topic_id', 'topic'),
    own('post_id', 'post'),
    uuids('product_ids', (fields) => fields.refs('products') ?? []),
    uuids('tag_ids', (fields) => fields.refs('tags') ?? []),
    int('rule_version', (fields) => fields.need('ruleVersion', fields.int('ruleVersion'))),
    text('refusal', (fields) => fields.oneOf('refusal', REFUSALS)),
    own('names_id', 'names'),
    text('cause', (fields) => fields.oneOf('cause', CAUSES)),
    text('note', (fields) => fields.text('note')),
  ],
};
