import { setTimeout as pause } from 'node:timers/promises';
import { Environment, type Running } from '@app/environment';
import { startWorker } from '../../apps/worker/src/start-worker';
import { RoutingHouse, type AskSeen } from '../support/asks/routing-house';
import { mutation } from '../support/mutation';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const PEOPLE = 'query ($id: ID!) { topic(id: $id) { askedPeople { member { id } why } } }';
const ESCALATIONS = `query ($id: ID!) { escalations(communityId: $id) {
  nodes { askedCount topic { id askedPeople { member { id } } } } } }`;
const ALL = ['WAITING', 'SNOOZED', 'ACCEPTED', 'PASSED', 'ANSWERED', 'ENDED'];

interface People {
  readonly topic: {
    readonly askedPeople: { readonly member: { readonly id: string }; readonly why: string[] }[] | null;
  };
}

describe('being asked, from the question to the answer', () => {
  let app: TestApp;
  let worker: Running;
  let house: RoutingHouse;
  let asker: TestUser;
  let staff: TestUser;
  let helpers: [TestUser, TestUser, TestUser];
  let product: string;

  beforeAll(async () => {
    app = await TestApp.start();
    house = new RoutingHouse(app, await app.founder.community());
    product = await app.founder.product(house.community);
    [asker, staff] = [await house.member(), await house.member({ role: 'EMPLOYEE' })];
    helpers = [await house.helper(6, [product]), await house.helper(6, [product]), await house.helper(6, [product])];
    worker = await startWorker({
      environment: Environment.from({ NODE_ENV: 'test', LOG_LEVEL: 'error' }),
      urls: app.database,
    });
  });
  afterAll(async () => {
    await worker.stop();
    await app.stop();
  });

  /** Looks until it is so. */
  const until = async <T>(look: () => Promise<T>, isSo: (found: T) => boolean): Promise<T> => {
    for (let tries = 0; ; tries++) {
      const found = await look();
      if (isSo(found) || tries > 600) return found;
      await pause(50);
    }
  };
  const askAbout = async (user: TestUser, topic: string, states = ALL): Promise<AskSeen | undefined> =>
    (await house.asksOf(user, states)).find((ask) => ask.topic?.id === topic);
  /** A new topic, when all three were asked about it by the worker. */
  const askedOfAll = async (): Promise<string> => {
    const topic = await house.say.ask(asker, { productIds: [product] });
    await until(
      () => house.asked(topic),
      ({ length }) => length === helpers.length,
    );
    return topic;
  };
  const say = async (user: TestUser, topic: string, name: string, more: object = {}): Promise<void> => {
    const askId = (await askAbout(user, topic))?.id;
    await user.ask(mutation(name, 'state'), { input: { askId, ...more } });
  };

  it('tells each why, and whoever asked the same; they accept, put off or pass, and one of them answers', async () => {
    const topic = await askedOfAll();
    const [keen, late, other] = helpers;
    const tray = await house.asksOf(keen);
    expect(tray).toMatchObject([{ state: 'WAITING', topic: { id: topic } }]);
    expect(tray[0]?.why).toEqual(expect.arrayContaining(['answered 6 questions about the same product']));
    const seen = await asker.ask<People>(PEOPLE, { id: topic });
    expect(seen.topic.askedPeople?.map(({ member }) => member.id).toSorted()).toEqual(
      helpers.map(({ memberId }) => memberId).toSorted(),
    );
    expect(seen.topic.askedPeople?.find(({ member }) => member.id === keen.memberId)?.why).toEqual(tray[0]?.why);
    expect(await late.ask(PEOPLE, { id: topic })).toEqual({ topic: { askedPeople: null } });

    await say(keen, topic, 'acceptAsk');
    await say(late, topic, 'snoozeAsk', { until: new Date(Date.now() + 86_400_000).toISOString() });
    await say(other, topic, 'passAsk', { reason: 'NOT_MY_FIELD' });
    const statesOf = (): Promise<(string | undefined)[]> =>
      Promise.all(helpers.map(async (user) => (await askAbout(user, topic))?.state));
    expect(await statesOf()).toEqual(['ACCEPTED', 'SNOOZED', 'PASSED']);
    // What they said to it is theirs: whoever asked reads what they read before.
    expect(await asker.ask(PEOPLE, { id: topic })).toEqual(seen);
    expect(await house.asksOf(late)).toEqual([]);

    await house.say.answer(keen, topic);
    expect(await statesOf()).toEqual(['ANSWERED', 'ENDED', 'PASSED']);
    expect(await house.asksOf(keen)).toEqual([]);
    await until(
      () => house.sql('SELECT FROM topic_routes WHERE topic_id = $1 AND ended_at IS NOT NULL', topic),
      ({ length }) => length > 0,
    );
    expect(await house.sql('SELECT FROM topic_routes WHERE ended_at IS NULL')).toEqual([]);
  });

  it('brings what nobody answers in time to staff, who see who was asked; their answer ends it', async () => {
    const topic = await askedOfAll();
    const escalations = async (): Promise<{ askedCount: number; topic: People['topic'] & { id: string } }[]> => {
      const told = await staff.ask<{ escalations: { nodes: [] } }>(ESCALATIONS, { id: house.community.id });
      return told.escalations.nodes;
    };
    await say(helpers[0], topic, 'acceptAsk');
    expect(await escalations()).toEqual([]);
    // The time is over; passing brings the worker by.
    await house.sql('UPDATE topic_routes SET escalates_at = now() WHERE topic_id = $1', topic);
    await say(helpers[1], topic, 'passAsk', { reason: 'NO_TIME' });
    const [escalation] = await until(escalations, ({ length }) => length > 0);
    expect(escalation).toMatchObject({ askedCount: 3, topic: { id: topic } });
    expect(escalation?.topic.askedPeople).toHaveLength(3);
    expect((await askAbout(helpers[0], topic))?.state).toBe('ACCEPTED');
    await house.say.answer(staff, topic);
    expect(await escalations()).toEqual([]);
    expect((await askAbout(helpers[0], topic))?.state).toBe('ENDED');
    expect(await house.asksOf(helpers[0])).toEqual([]);
  });
});
