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

  it('asks a beginner when they show that they are here, and nobody else can be asked', async () => {
    const away = { communityId: house.community.id, awayUntil: new Date(Date.now() + 3_600_000).toISOString() };
    await helper.ask(mutation('updateRoutingPreferences'), { input: away });
    const [topic, other] = [await house.routed(asker), await house.say.ask(asker)];
    expect(await house.asked(topic)).toEqual([]);
    await house.say.answer(beginner, other);
    await house.round();
    expect(await house.asked(topic)).toEqual([keyOf(beginner.memberId)]);
    await helper.ask(mutation('updateRoutingPreferences'), { input: { ...away, awayUntil: null } });
  });

  it('expects less of who says that they have no time', async () => {
    const [ask] = await house.asksOf(helper);
    const before = await house.chanceOf(helper);
    await helper.ask(mutation('passAsk', 'state'), { input: { askId: ask?.id, reason: 'NO_TIME' } });
    expect(before).toBeGreaterThan(0);
    expect((await house.chanceOf(helper)) / before).toBeLessThan(0.5);
  });
});
