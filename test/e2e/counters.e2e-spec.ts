import * as fc from 'fast-check';
import { Conversation } from '../support/conversation';
import { counterDrift, type Drift } from '../support/counter-drift';
import type { TestCommunity } from '../support/founder';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';
import { untilServed } from '../support/until-served';

const TOPICS = 2;
const ANSWERS = 3;
const PEOPLE = ['trusted', 'trusted', 'newcomer', 'representative'] as const;

/** What may be done, with the input type of its mutation and what it is done to. */
const CALLS = {
  meToo: ['MeTooInput', 'topic'],
  takeBackMeToo: ['MeTooInput', 'topic'],
  setStatus: ['SetStatusInput', 'topic'],
  starAnswer: ['StarInput', 'answer'],
  takeBackStar: ['StarInput', 'answer'],
  markSolved: ['SolvedMarkInput', 'answer'],
  unmarkSolved: ['SolvedMarkInput', 'answer'],
  markOfficial: ['MarkOfficialInput', 'answer'],
  unmarkOfficial: ['UnmarkOfficialInput', 'answer'],
  retractAnswer: ['RetractAnswerInput', 'answer'],
  follow: ['FollowInput', 'thing'],
  unfollow: ['FollowInput', 'thing'],
} as const;
type Call = keyof typeof CALLS;

interface Step {
  readonly call: Call;
  readonly who: number;
  readonly which: number;
  readonly status: string;
  readonly replace: boolean;
}

/** Retracting is rare, for it ends a story: the rest is done and undone alike. */
const call: fc.Arbitrary<Call> = fc.oneof(
  {
    weight: 30,
    arbitrary: fc.constantFrom(...(Object.keys(CALLS) as Call[]).filter((name) => name !== 'retractAnswer')),
  },
  { weight: 1, arbitrary: fc.constant<Call>('retractAnswer') },
);
const step: fc.Arbitrary<Step> = fc.record({
  call,
  who: fc.nat(PEOPLE.length - 1),
  which: fc.nat(5),
  status: fc.constantFrom('NONE', 'ACTIVE', 'COMPLETE'),
  replace: fc.boolean(),
});

/** What a step may be answered with, besides being done: the rules that it meets in this small world. */
const REFUSALS = [
  'OK',
  'FORBIDDEN',
  'OWN_ANSWER',
  'NOT_YOUR_TOPIC',
  'OFFICIAL_ANSWER_EXISTS',
  'NOT_FOUND',
  'ANSWER_NOT_VISIBLE',
  'INVALID_INPUT',
];

describe('counters and what is derived from rows', () => {
  let house: TestApp;

  beforeAll(async () => {
    house = await TestApp.start();
  });
  afterAll(() => house.stop());

  /** A fresh community with people, topics and answers by them. */
  const world = async () => {
    const community = await house.founder.community({ readersToSolve: 2 });
    const people = await Promise.all(
      PEOPLE.map((person) =>
        house.founder.member(house.url, community, {
          role: person === 'representative' ? 'REPRESENTATIVE' : 'CUSTOMER',
          days: person === 'newcomer' ? 1 : 30,
        }),
      ),
    );
    const person = (i: number): TestUser => people[i % people.length] as TestUser;
    const talk = new Conversation(community);
    const topics: string[] = [];
    const answers: string[] = [];
    for (let i = 0; i < TOPICS; i++) {
      const topicId = await talk.ask(person(i), { tags: ['light'] });
      topics.push(topicId);
      for (let j = 0; j < ANSWERS; j++) answers.push(await talk.answer(person(i + j), topicId));
      await talk.comment(person(i + 1), { answerId: answers.at(-1) ?? '' });
    }
    const { community: found } = await person(0).ask<{
      community: { topics: { nodes: { tags: { id: string }[] }[] } };
    }>(`query ($slug: String!) { community(slug: $slug) { topics(first: 1) { nodes { tags { id } } } } }`, {
      slug: community.slug,
    });
    const tag = found.topics.nodes[0]?.tags[0]?.id ?? '';
    return { community, person, topics, answers, things: [...topics, tag, person(0).memberId, person(1).memberId] };
  };
  type World = Awaited<ReturnType<typeof world>>;

  const take = async ({ person, topics, answers, things }: World, { call: name, ...by }: Step): Promise<string> => {
    const [type, on] = CALLS[name];
    const input = {
      ...(on === 'topic' && { topicId: topics[by.which % topics.length] }),
      ...(on === 'answer' && { answerId: answers[by.which % answers.length] }),
      ...(on === 'thing' && { id: things[by.which % things.length] }),
      ...(name === 'setStatus' && { status: by.status }),
      ...(name === 'markOfficial' && { replace: by.replace }),
    };
    const mutation = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`;
    const { errors } = await untilServed(person(by.who), mutation, { input });
    return errors?.[0]?.extensions.code ?? 'OK';
  };
  const drifted = ({ key }: TestCommunity): Promise<Drift[]> => counterDrift(house.founder, key);

  it('are what their rows say after any sequence of changes, one by one and all at once', async () => {
    const property = fc.asyncProperty(
      fc.array(step, { minLength: 30, maxLength: 60 }),
      fc.boolean(),
      async (steps, together) => {
        const here = await world();
        const codes: string[] = [];
        if (together) codes.push(...(await Promise.all(steps.map((each) => take(here, each)))));
        else for (const each of steps) codes.push(await take(here, each));
        expect(codes.filter((code) => !REFUSALS.includes(code))).toEqual([]);
        expect(codes).toContain('OK');
        expect(await drifted(here.community)).toEqual([]);
      },
    );
    await fc.assert(property, { seed: 20_261_122, numRuns: 8, endOnFailure: true });
  }, 120_000);

  it('would be seen to drift', async () => {
    const { community, topics } = await world();
    await house.founder.sql(community.key, 'UPDATE topics SET me_too_count = me_too_count + 1, follower_count = 0');
    await house.founder.sql(community.key, `UPDATE answers SET solved = true`);
    const found = await drifted(community);
    expect(new Set(found.map(({ counter }) => counter))).toEqual(
      new Set(['topics.me_too_count', 'topics.follower_count', 'answers.solved']),
    );
    expect(found).toHaveLength(topics.length * (2 + ANSWERS));
  });
});
