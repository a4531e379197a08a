import { RoutingHouse } from '../support/asks/routing-house';
import { keyOf } from '../support/backstage';
import { mutation } from '../support/mutation';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const DECIDE = {
  accept: mutation('acceptAsk', 'state'),
  pass: mutation('passAsk', 'state'),
  snooze: mutation('snoozeAsk', 'state'),
};

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

  it('asks whoever can be asked where thirty have answered more who have no account', async () => {
    const imported = new RoutingHouse(app, await app.founder.community());
    const curious = await imported.member();
    const topics = await Promise.all(Array.from({ length: 7 }, () => imported.say.ask(curious)));
    const [claimed, ...others] = await Promise.all(Array.from({ length: 31 }, () => imported.member()));
    for (const other of others) for (const topic of topics) await imported.say.answer(other, topic);
    for (const topic of topics.slice(0, 5)) await imported.say.answer(claimed as TestUser, topic);
    for (const { memberId } of others) await imported.sql('UPDATE members SET user_id = NULL WHERE id = $1', memberId);
    expect(await imported.asked(await imported.routed(curious))).toEqual([keyOf((claimed as TestUser).memberId)]);
  });

  describe('as time passes', () => {
    let quiet: RoutingHouse;
    let curious: TestUser;
    let helpers: TestUser[];

    const isAway = async (some: readonly TestUser[], away: boolean): Promise<void> => {
      const awayUntil = away ? new Date(Date.now() + 3_600_000).toISOString() : null;
      for (const user of some)
        await user.ask(mutation('updateRoutingPreferences'), {
          input: { communityId: quiet.community.id, awayUntil, asksPerDay: 20 },
        });
    };
    beforeAll(async () => {
      quiet = new RoutingHouse(app, await app.founder.community());
      curious = await quiet.member();
      helpers = [];
      for (let n = 0; n < 4; n++) helpers.push(await quiet.helper(6));
      await isAway(helpers, false);
    });

    /** Moves the clock for a topic, and holds a round. */
    const later = async (topic: string, hours: number): Promise<number> => {
      await quiet.sql(
        `WITH asks AS (UPDATE topic_asks SET created_at = created_at - interval '${hours} hours',
            decided_at = decided_at - interval '${hours} hours',
            snoozed_until = snoozed_until - interval '${hours} hours' WHERE topic_id = $1)
         UPDATE topic_routes SET again_at = again_at - interval '${hours} hours' WHERE topic_id = $1`,
        topic,
      );
      await quiet.round();
      return (await quiet.asked(topic)).length;
    };
    /** A topic that was asked of one, while all others were away who are back since. */
    const askedOfOne = async (): Promise<string> => {
      await isAway(helpers.slice(1), true);
      const topic = await quiet.routed(curious);
      expect(await quiet.asked(topic)).toEqual([keyOf(helpers[0]!.memberId)]);
      await isAway(helpers.slice(1), false);
      // Here all was answered at once: as if people took a day, and a quarter of it to say something to an ask.
      await quiet.sql(
        `UPDATE topic_routes SET reaction_seconds = 21600, again_at = now() + interval '6 hours',
          escalates_at = now() + interval '1 day' WHERE topic_id = $1`,
        topic,
      );
      return topic;
    };
    const decided = async (how: keyof typeof DECIDE, topic: string, more: object = {}): Promise<void> => {
      const asks = await quiet.asksOf(helpers[0]!);
      const askId = asks.find((ask) => ask.topic?.id === topic)?.id;
      await helpers[0]!.ask(DECIDE[how], { input: { askId, ...more } });
    };

    it('one more is asked where nobody says anything, one at a time, until staff are told', async () => {
      const topic = await askedOfOne();
      expect(await later(topic, 1)).toBe(1);
      expect(await later(topic, 6)).toBe(2);
      expect(await later(topic, 1)).toBe(2);
      expect(await later(topic, 6)).toBe(3);
      await quiet.sql('UPDATE topic_routes SET escalates_at = now() WHERE topic_id = $1', topic);
      expect(await later(topic, 6)).toBe(3);
    });

    it('nobody else is where somebody has accepted lately, or will look at it soon, or has answered', async () => {
      const accepted = await askedOfOne();
      await decided('accept', accepted);
      expect(await later(accepted, 7)).toBe(1);
      expect(await later(accepted, 7)).toBe(2);
      const snoozed = await askedOfOne();
      await decided('snooze', snoozed, { until: new Date(Date.now() + 8 * 3_600_000).toISOString() });
      expect(await later(snoozed, 7)).toBe(1);
      expect(await later(snoozed, 8)).toBe(2);
      const answered = await askedOfOne();
      await quiet.say.answer(await quiet.member(), answered);
      expect(await later(answered, 20)).toBe(1);
    });

    it('another is at once where it was passed on, or put off for longer than members have', async () => {
      const passed = await askedOfOne();
      await decided('pass', passed, { reason: 'OTHER' });
      expect(await later(passed, 0)).toBe(2);
      const putOff = await askedOfOne();
      await decided('snooze', putOff, { until: new Date(Date.now() + 6 * 86_400_000).toISOString() });
      expect(await later(putOff, 7)).toBe(2);
    });
  });

  it('expects less of who says that they have no time', async () => {
    const [ask] = await house.asksOf(helper);
    const before = await house.chanceOf(helper);
    await helper.ask(mutation('passAsk', 'state'), { input: { askId: ask?.id, reason: 'NO_TIME' } });
    expect(before).toBeGreaterThan(0);
    expect((await house.chanceOf(helper)) / before).toBeLessThan(0.5);
  });
});
