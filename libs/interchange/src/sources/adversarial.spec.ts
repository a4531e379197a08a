import { anything, array, assert, constantFrom, dictionary, oneof, property, type Arbitrary } from 'fast-check';
import { FoundIn } from '../../../../test/support/found-in';
import { DiscourseMapper } from './discourse/discourse.mapper';
import { GetSatisfactionCsvMapper } from './get-satisfaction/get-satisfaction-csv.mapper';
import { GetSatisfactionJsonMapper } from './get-satisfaction/get-satisfaction-json.mapper';
import { KhorosMapper } from './khoros/khoros.mapper';
import type { Found } from './source';
import { ZendeskMapper } from './zendesk/zendesk.mapper';

const AT = { file: 'a', line: 1 };
const CELLS = [
  '',
  'NULL',
  '\\N',
  'null',
  '0',
  '1',
  '-1',
  '16386',
  '1262304000000',
  '2013/07/16 10:02:02 +0000',
  'x',
  '<p>',
];
const VALUES = oneof(
  constantFrom<unknown>(...CELLS, 1, -1, true, false, null, [], {}, [1], { id: 1, name: 'x' }, [{ id: 2, count: 1 }]),
  anything(),
);

/** Objects that have some of these fields, with anything in them. */
function objects(...names: string[]): Arbitrary<Record<string, unknown>> {
  return dictionary(constantFrom(...names), VALUES);
}

function rows(...names: string[]): Arbitrary<Record<string, string>> {
  return dictionary(constantFrom(...names), constantFrom(...CELLS));
}

/** Whatever a row holds, it becomes findings, and at least one. */
function givesFindings<V>(values: Arbitrary<V>, map: (value: V) => readonly Found[], atLeast = 1): void {
  assert(
    property(values, (value) => {
      const found = map(value);
      expect(found.length).toBeGreaterThanOrEqual(atLeast);
      for (const reason of FoundIn.list(found).faults) expect(reason).toMatch(/: .+\.(?: \(.+\))?$/);
    }),
    { numRuns: 400 },
  );
}

describe('whatever a row holds becomes findings, never an exception', () => {
  const POST = [
    'id',
    'created_at',
    'content',
    'author',
    'employee',
    'star_count',
    'company_promoted',
    'comments',
    'topic_id',
  ];

  it('of Get Satisfaction', () => {
    const topics = [
      'subject',
      'style',
      'status',
      'emotitag',
      'products',
      'keywords',
      'me_too_count',
      'replies',
      'is_closed',
    ];
    givesFindings(oneof(objects(...POST, ...topics), objects(...POST), anything()), (value) =>
      // Members and products are given once: a mapper of its own for each.
      new GetSatisfactionJsonMapper().map(value, AT),
    );
    const cells = rows(
      'id',
      'user_id',
      'topic_id',
      'parent_id',
      'subject',
      'content',
      'created_at',
      'removed',
      'm_created',
    );
    givesFindings(cells, (row) => new GetSatisfactionCsvMapper().topic(row, AT));
    givesFindings(cells, (row) => new GetSatisfactionCsvMapper().reply(row, AT));
    givesFindings(cells, (row) => new GetSatisfactionCsvMapper().user(row, AT));
    givesFindings(cells, (row) => new GetSatisfactionCsvMapper().category(row, AT));
  });

  it('of Discourse', () => {
    const posts = objects(
      'id',
      'post_number',
      'post_type',
      'user_id',
      'username',
      'cooked',
      'created_at',
      'actions_summary',
      'reply_to_post_number',
      'version',
      'hidden',
    );
    const topics = objects(
      'id',
      'title',
      'archetype',
      'tags',
      'accepted_answer',
      'accepted_answers',
      'post_stream',
      'closed',
      'views',
    );
    givesFindings(topics, (topic) => new DiscourseMapper().topic(topic, AT, []));
    givesFindings(array(oneof(posts, anything()), { minLength: 1 }), (values) =>
      new DiscourseMapper().topic(
        { id: 1, title: 'x' },
        AT,
        values.map((value) => ({ at: AT, value })),
      ),
    );
    givesFindings(oneof(topics, anything()), (value) => new DiscourseMapper().category(value, AT));
  });

  it('of Zendesk', () => {
    const things = objects(
      'id',
      'title',
      'details',
      'body',
      'post_id',
      'author_id',
      'created_at',
      'status',
      'vote_sum',
      'content_tag_ids',
      'item_id',
      'item_type',
      'html_url',
      'name',
    );
    const mapper = new ZendeskMapper();
    givesFindings(oneof(things, anything()), (value) => mapper.post(value, AT));
    givesFindings(oneof(things, anything()), (value) => mapper.comment(value, AT));
    givesFindings(oneof(things, anything()), (value) => mapper.product(value, AT));
    givesFindings(oneof(things, anything()), (value) => mapper.member(value, AT));
    givesFindings(oneof(things, anything()), (value) => mapper.vote(value, AT), 0);
    givesFindings(oneof(things, anything()), (value) => mapper.tag(value, AT), 0);
  });

  it('of Khoros', () => {
    const cells = rows(
      'id',
      'unique_id',
      'root_id',
      'parent_id',
      'node_id',
      'user_id',
      'subject',
      'body',
      'post_date',
      'attributes',
      'views',
      'deleted',
      'target_id',
      'source_id',
      'tag_id',
      'tag_text',
      'nvalue',
      'param',
      'display_id',
      'parent_node_id',
    );
    const mapper = new KhorosMapper();
    givesFindings(cells, (row) => mapper.message(row, AT));
    givesFindings(cells, (row) => mapper.user(row, AT));
    for (const read of ['setting', 'node', 'product', 'label', 'labelOfMessage', 'kudo'] as const) {
      givesFindings(cells, (row) => mapper[read](row, AT), 0);
    }
  });
});
