import { RoutingHouse } from '../support/asks/routing-house';
import { keyOf } from '../support/backstage';
import { mutation } from '../support/mutation';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

describe('the router in a community that has taught nothing yet', () => {
  let app: TestApp;
  let house: RoutingHouse;
  let asker: TestUser;
  let helper: TestUser;
  let beginner: TestUser;

  beforeAll(async () => {
    app = await TestApp.start();
    house = new RoutingHouse(app, await app.founder.community());
    asker = await house.member();
    helper = await house.helper(8);
    beginner = await house.helper(1);
  });
  afterAll(() => app.stop());

  it('asks whoever has answered often, at once, and says why', async () => {
    const topic = await house.routed(asker);
    expect(await house.asked(topic)).toContain(keyOf(helper.memberId));
    const [ask] = await house.asksOf(helper);
    expect(ask?.why).toEqual(expect.arrayContaining([expect.stringMatching(/^answered \d+ questions in the last/)]));
  });

  it('asks a beginner when they show that they are here', async () => {
    const [topic, other] = [await house.routed(asker), await house.say.ask(asker)];
    const before = await house.asked(topic);
    expect(before).not.toContain(keyOf(beginner.memberId));
    await house.say.answer(beginner, other);
    await house.round();
    const people = await house.sql<{ place: string }>(
      `SELECT place FROM topic_asks WHERE topic_id = $1 AND member_id = $2`,
      topic,
      beginner.memberId,
    );
    expect(people).toEqual([{ place: 'NEWCOMER' }]);
  });

  it('asks them less about what they say is not their field', async () => {
    const product = await app.founder.product(house.community);
    const chances: number[] = [];
    for (let i = 0; i < 4; i++) {
      const topic = await house.routed(await house.member(), { productIds: [product] });
      const asks = await house.asksOf(helper);
      const ask = asks.find((one) => one.topic?.id === topic);
      chances.push(ask ? 1 : 0);
      if (ask) await helper.ask(mutation('passAsk', 'state'), { input: { askId: ask.id, reason: 'NOT_MY_FIELD' } });
    }
    expect(chances[0]).toBe(1);
  });
});
