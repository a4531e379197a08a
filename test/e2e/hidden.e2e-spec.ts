import { BROAD_QUERIES } from '../support/broad-queries';
import { Conversation } from '../support/conversation';
import { counterDrift } from '../support/counter-drift';
import type { TestCommunity } from '../support/founder';
import { SearchIndex } from '../support/search-index';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const NUMBERS = `query ($slug: String!, $id: ID!) {
  node(id: $id) { ... on Topic { answerCount replyCount resolution answers { nodes { commentCount } } comments { nodes { id } } } }
  community(slug: $slug) { tag(name: "light") { topicCount } topics { nodes { id } } } }`;

describe('what is private, held or hidden', () => {
  let house: TestApp;
  let community: TestCommunity;
  let people: Readonly<Record<'ann' | 'ben' | 'cleo' | 'rep', TestUser>>;
  /** Ids of what is open, and of what is not; each text of the latter holds `secret` and a number. */
  let open: string;
  let closed: string[];

  beforeAll(async () => {
    house = await TestApp.start();
    community = await house.founder.community({ holdFirstPosts: 3, flagsToHide: 1 });
    const member = (role?: 'REPRESENTATIVE' | 'CHAMPION'): Promise<TestUser> =>
      house.founder.member(house.url, community, role && { role });
    people = {
      ann: await member('CHAMPION'),
      ben: await member(),
      cleo: await member('CHAMPION'),
      rep: await member('REPRESENTATIVE'),
    };
    const { ann, ben, cleo, rep } = people;
    const say = new Conversation(community);
    const call = (user: TestUser, name: string, type: string, input: object): Promise<unknown> =>
      user.ask(`mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`, { input });
    const flag = (postId: string): Promise<unknown> =>
      rep.ask('mutation ($input: FlagInput!) { flag(input: $input) }', {
        input: { postId, reason: 'SPAM', note: 'secret 0' },
      });

    open = await say.ask(ann, { tags: ['light'] });
    const answer = await say.answer(ann, open, 'All may read this.');
    const hiddenAnswer = await say.answer(ann, open, 'secret 1');
    const underIt = await say.comment(rep, { answerId: hiddenAnswer }, 'secret 2');
    const hiddenComment = await say.comment(ann, { answerId: answer }, 'secret 3');
    const heldTopic = await say.ask(ben, { title: 'secret 4', body: 'secret 4', tags: ['light'] });
    const heldAnswer = await say.answer(ben, open, 'secret 5');
    const heldComment = await say.comment(ben, { topicId: open }, 'secret 6');
    const hiddenTopic = await say.ask(ann, { title: 'secret 7', body: 'secret 7', tags: ['light'] });
    const secret = await say.ask(ann, { title: 'secret 8', body: 'secret 8', visibility: 'PRIVATE', tags: ['light'] });
    const inSecret = [
      await say.answer(rep, secret, 'secret 9'),
      await say.comment(rep, { topicId: secret }, 'secret 10'),
    ];
    const later = await say.ask(ann, { title: 'secret 11', body: 'secret 11', tags: ['light'] });
    // Cleo knew it, follows it and has the same problem, before it became private.
    await call(cleo, 'meToo', 'MeTooInput', { topicId: later });
    const hers = await say.answer(cleo, later, 'secret 12');
    await call(rep, 'setTopicVisibility', 'SetTopicVisibilityInput', { topicId: later, visibility: 'PRIVATE' });
    const duplicate = await say.ask(ann, { title: 'secret 13', body: 'secret 13', visibility: 'PRIVATE' });
    await call(rep, 'editTopic', 'EditTopicInput', { topicId: secret, version: 1, body: 'secret 8, again' });
    await call(rep, 'markOfficial', 'MarkOfficialInput', { answerId: inSecret[0] });
    for (const post of [hiddenAnswer, hiddenComment, hiddenTopic]) await flag(post);
    await new SearchIndex(house, community).settle();
    closed = [
      hiddenAnswer,
      underIt,
      hiddenComment,
      heldTopic,
      heldAnswer,
      heldComment,
      hiddenTopic,
      secret,
      ...inSecret,
      later,
      hers,
      duplicate,
    ];
  });
  afterAll(() => house.stop());

  const everything = async (user: TestUser): Promise<string> => {
    const ids = [open, ...closed, ...Object.values(people).map(({ memberId }) => memberId)];
    const answers = await Promise.all(BROAD_QUERIES.map((query) => user.send(query, { slug: community.slug, ids })));
    expect(answers.flatMap(({ errors }, i) => (errors ?? []).map(({ message }) => [i, message]))).toEqual([]);
    return JSON.stringify(answers);
  };

  it('is nowhere to be found by others, on any path', async () => {
    for (const user of [house.stranger, people.cleo]) {
      const bytes = await everything(user);
      expect(bytes).toContain('All may read this.');
      expect(/.{0,80}secret \d+.{0,20}/.exec(bytes)?.[0]).toBeUndefined();
      expect(closed.filter((id) => bytes.includes(id))).toEqual([]);
    }
  });

  it('is found by staff, on the same paths, and its own by its author', async () => {
    const bytes = await everything(people.rep);
    for (let n = 1; n <= 13; n++) expect(bytes).toContain(`secret ${n}`);
    const own = await everything(people.ann);
    for (const n of [1, 3, 7, 8, 9, 10, 11, 12, 13])
      expect([n, own.includes(`secret ${n}"`) || own.includes(`secret ${n},`)]).toEqual([n, true]);
    for (const n of [4, 5, 6]) expect(own).not.toContain(`secret ${n}`);
  });

  it('is not counted', async () => {
    const seen = await people.cleo.ask(NUMBERS, { slug: community.slug, id: open });
    expect(seen).toEqual({
      node: {
        answerCount: 1,
        replyCount: 1,
        resolution: 'UNANSWERED',
        answers: { nodes: [{ commentCount: 0 }] },
        comments: { nodes: [] },
      },
      community: { tag: { topicCount: 1 }, topics: { nodes: [{ id: open }] } },
    });
    expect(await counterDrift(house.founder, community.key)).toEqual([]);
  });

  it('takes nothing from others, as if it were not there', async () => {
    const codes = await Promise.all(
      closed.map((id) =>
        people.cleo.codeOf('mutation ($input: FlagInput!) { flag(input: $input) }', {
          input: { postId: id, reason: 'SPAM' },
        }),
      ),
    );
    expect(new Set(codes)).toEqual(new Set(['NOT_FOUND']));
  });
});
