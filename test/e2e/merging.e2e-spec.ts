import { mutation } from '../support/mutation';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';
import { STAFF_ONLY, TopicLife, type TopicState } from '../support/topic-life';

const ME_TOO = mutation('meToo', 'id', 'MeTooInput');

describe('merging topics', () => {
  let house: TestApp;
  let life: TopicLife;
  let cleo: TestUser;

  beforeAll(async () => {
    house = await TestApp.start();
    life = await TopicLife.begin(house);
    cleo = await life.member();
  });
  afterAll(() => house.stop());

  const merge = (topicId: string, intoId: string, by = life.rep): Promise<TopicState> =>
    life.change(by, 'mergeTopic', { topicId, intoId });
  const unmerge = (topicId: string, by = life.rep): Promise<TopicState> => life.change(by, 'unmergeTopic', { topicId });
  const meToo = (user: TestUser, topicId: string) => user.ask(ME_TOO, { input: { topicId } });
  const read = async (id: string): Promise<TopicState> => {
    const topic = await life.read(life.ann, id);
    if (!topic) throw new Error('No such topic.');
    return topic;
  };
  const answersOf = async (id: string): Promise<{ id: string; isFollowUp: boolean; isOfficial: boolean }[]> =>
    ((await read(id))['answers'] as { nodes: { id: string; isFollowUp: boolean; isOfficial: boolean }[] }).nodes;

  it('brings together what two topics have, each person once, and takes it apart again', async () => {
    const [source, target] = [await life.talk.ask(life.ann), await life.talk.ask(life.ben)];
    // Ben answers as a peer where Ann asked, and as the asker where he did.
    const [byBen, byCleo] = [await life.talk.answer(life.ben, source), await life.talk.answer(cleo, target)];
    await life.talk.comment(life.ann, { answerId: byBen });
    await life.talk.comment(cleo, { topicId: source });
    for (const topicId of [source, target]) await meToo(cleo, topicId);
    await meToo(life.employee, source);
    const [before, targetBefore] = [await read(source), await read(target)];
    expect([before['meTooCount'], targetBefore['meTooCount']]).toEqual([3, 2]);

    const input = { topicId: source, intoId: target };
    expect(await life.codesOfOthers('mergeTopic', input)).toEqual(STAFF_ONLY);
    expect(await merge(source, target, life.seat)).toMatchObject({
      mergedInto: { id: target },
      answerCount: 0,
      resolution: 'UNANSWERED',
    });
    // Ann, Ben, Cleo and the employee; a merge bumps nothing.
    expect(await read(target)).toMatchObject({
      meTooCount: 4,
      followerCount: 4,
      answerCount: 2,
      replyCount: 4,
      comments: { nodes: [{ body: 'Thank you.' }] },
      lastActivityAt: targetBefore.lastActivityAt,
    });
    expect((await answersOf(target)).map(({ id, isFollowUp }) => [id, isFollowUp]).toSorted()).toEqual(
      [
        [byBen, true],
        [byCleo, false],
      ].toSorted(),
    );
    expect([await life.listed(life.rep, source), await life.listed(life.rep, target)]).toEqual([false, true]);
    expect(await life.answerCode(life.ben, source)).toBe('TOPIC_MERGED');
    expect(await life.ben.codeOf(ME_TOO, { input: { topicId: source } })).toBe('TOPIC_MERGED');

    const after = await life.talk.answer(life.ann, target);
    expect(await life.codesOfOthers('unmergeTopic', { topicId: source })).toEqual(STAFF_ONLY);
    await unmerge(source, life.seat);
    const { events: _, ...back } = await read(source);
    const { events: __, ...was } = before;
    expect(back).toEqual(was);
    expect((await answersOf(target)).map(({ id }) => id).toSorted()).toEqual([byCleo, after].toSorted());
    expect(await read(target)).toMatchObject({ meTooCount: 2, answerCount: 2, mergedInto: null });
    expect(await life.refused(life.rep, 'unmergeTopic', { topicId: source })).toBe('INVALID_INPUT');
    const told = (await life.history(target)).filter(({ otherTopic }) => otherTopic?.id === source);
    expect(told.map(({ kind, data, actorRole }) => [kind, data, actorRole])).toEqual([
      ['DUPLICATE_UNMERGED', { answers: 1, comments: 2, meToos: 2, followers: 2 }, 'CUSTOMER'],
      ['DUPLICATE_MERGED', { answers: 1, comments: 2, meToos: 2, followers: 2 }, 'CUSTOMER'],
    ]);
  });

  it('finds what it moved wherever later merges took it', async () => {
    const [a, b, c] = [await life.talk.ask(life.ann), await life.talk.ask(life.ben), await life.talk.ask(cleo)];
    const answer = await life.talk.answer(life.rep, a);
    await merge(a, b);
    await merge(b, c);
    expect((await answersOf(c)).map(({ id }) => id)).toEqual([answer]);
    expect(await read(c)).toMatchObject({ meTooCount: 3 });
    await unmerge(a);
    expect((await answersOf(a)).map(({ id }) => id)).toEqual([answer]);
    expect([(await read(a))['meTooCount'], (await read(c))['meTooCount']]).toEqual([1, 2]);
    await unmerge(b);
    expect([(await read(b))['meTooCount'], (await read(c))['meTooCount']]).toEqual([1, 1]);
    // What was merged away stands for where it went.
    await merge(b, c);
    await merge(a, b);
    expect(await read(a)).toMatchObject({ mergedInto: { id: c } });
  });

  it('refuses what would make no sense, or show what not everybody sees', async () => {
    const [a, b, other] = [await life.talk.ask(life.ann), await life.talk.ask(life.ben), await life.talk.ask(cleo)];
    const code = (topicId: string, intoId: string) => life.refused(life.rep, 'mergeTopic', { topicId, intoId });
    expect(await code(a, a)).toBe('MERGE_IMPOSSIBLE');
    await merge(a, b);
    expect(await code(b, a)).toBe('MERGE_IMPOSSIBLE');
    expect(await code(a, other)).toBe('TOPIC_MERGED');
    await life.change(life.rep, 'setTopicVisibility', { topicId: other, visibility: 'PRIVATE' });
    expect([await code(b, other), await code(other, b)]).toEqual(['MERGE_IMPOSSIBLE', 'MERGE_IMPOSSIBLE']);
    await life.change(life.rep, 'setTopicVisibility', { topicId: other, visibility: 'PUBLIC' });
    await life.change(life.rep, 'archiveTopic', { topicId: other, note: 'Old.' });
    expect([await code(b, other), await code(other, b)]).toEqual(['TOPIC_ARCHIVED', 'TOPIC_ARCHIVED']);
    await life.change(life.rep, 'unarchiveTopic', { topicId: other });
    await life.change(life.rep, 'removeTopic', { topicId: other, reason: 'Spam.' });
    expect([await code(b, other), await code(other, b)]).toEqual(['TOPIC_REMOVED', 'TOPIC_REMOVED']);
    const foreign = await house.founder.community();
    const founder = await house.founder.member(house.url, foreign, { role: 'ADMIN' });
    const { ask } = await founder.ask<{ ask: { id: string } }>(mutation('ask', 'id'), {
      input: { communityId: foreign.id, idempotencyKey: 'abroad-1234', title: 'Abroad', body: 'Far away.' },
    });
    expect([await code(b, ask.id), await code(ask.id, b)]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(await code(b, life.rep.memberId)).toBe('NOT_FOUND');
    expect(await code(b, 'nonsense')).toBe('INVALID_INPUT');
    expect(await read(b)).toMatchObject({ mergedInto: null, meTooCount: 2 });
  });

  it("keeps the target's official answer, and gives the source its own back", async () => {
    const [source, target] = [await life.talk.ask(life.ann), await life.talk.ask(life.ben)];
    const [said, saidToo] = [await life.talk.answer(life.rep, source), await life.talk.answer(life.rep, target)];
    const official = (answerId: string) => life.rep.ask(mutation('markOfficial'), { input: { answerId } });
    await official(said);
    await official(saidToo);
    expect(await life.refused(life.seat, 'mergeTopic', { topicId: source, intoId: target })).toBe('FORBIDDEN');
    await merge(source, target);
    const marks = async (id: string) => (await answersOf(id)).filter(({ isOfficial }) => isOfficial).map((a) => a.id);
    expect(await marks(target)).toEqual([saidToo]);
    expect(await read(source)).toMatchObject({ resolution: 'UNANSWERED' });
    await unmerge(source);
    expect([await marks(source), await marks(target)]).toEqual([[said], [saidToo]]);
    expect(await read(source)).toMatchObject({ resolution: 'SOLVED', resolvedBy: 'STAFF' });
    // Where the target has none, the source's goes along.
    await life.rep.ask(mutation('unmarkOfficial'), { input: { answerId: saidToo } });
    await merge(source, target, life.seat);
    expect(await marks(target)).toEqual([said]);
    expect(await read(target)).toMatchObject({ resolution: 'SOLVED', resolvedBy: 'STAFF' });
    await unmerge(source);
    expect([await marks(source), await marks(target)]).toEqual([[said], []]);
    // What was removed while it waited does not become official again.
    await official(saidToo);
    await merge(source, target);
    await life.rep.ask(mutation('removeAnswer'), { input: { answerId: said, reason: 'Wrong.' } });
    await life.rep.ask(mutation('restoreAnswer'), { input: { answerId: said } });
    await unmerge(source);
    expect([await marks(source), await marks(target)]).toEqual([[], [saidToo]]);
  });

  it('merges once, however many do at the same time, and never in a circle', async () => {
    const [source, one, two] = [
      await life.talk.ask(life.ann),
      await life.talk.ask(life.ben),
      await life.talk.ask(cleo),
    ];
    await Promise.all([life.talk.answer(life.ben, source), meToo(cleo, source), meToo(life.ben, one)]);
    const codes = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        life.refused(life.rep, 'mergeTopic', { topicId: source, intoId: i % 2 ? one : two }),
      ),
    );
    expect(codes.filter((code) => code === 'OK')).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(['OK', 'TOPIC_MERGED']));
    expect((await life.history(source)).filter(({ kind }) => kind === 'MERGED')).toHaveLength(1);

    const ring = await Promise.all([0, 1, 2, 3].map(() => life.talk.ask(life.ann)));
    const round = await Promise.all(
      ring.map((topicId, i) =>
        life.refused(life.rep, 'mergeTopic', { topicId, intoId: ring[(i + 1) % ring.length] as string }),
      ),
    );
    expect(round.filter((code) => code === 'OK')).toHaveLength(ring.length - 1);
    expect(new Set(round)).toEqual(new Set(['OK', 'MERGE_IMPOSSIBLE']));
  });

  it('loses nothing of what people do meanwhile', async () => {
    const [source, target] = [await life.talk.ask(life.ann), await life.talk.ask(life.ben)];
    const crowd = await Promise.all(Array.from({ length: 15 }, () => life.member()));
    const doing = crowd.flatMap((user) => [
      user.codeOf(ME_TOO, { input: { topicId: source } }),
      life.answerCode(user, source),
      user.codeOf(ME_TOO, { input: { topicId: target } }),
    ]);
    const staff = [
      life.refused(life.rep, 'mergeTopic', { topicId: source, intoId: target }),
      life.refused(life.rep, 'unmergeTopic', { topicId: source }),
    ];
    const codes = await Promise.all(doing);
    await Promise.all(staff);
    expect(codes.filter((code) => code !== 'OK' && code !== 'TOPIC_MERGED')).toEqual([]);
    expect(await life.faults()).toEqual([]);
    const answered = codes.filter((code, i) => i % 3 === 1 && code === 'OK').length;
    const [here, there] = [await read(source), await read(target)];
    expect(Number(here['answerCount']) + Number(there['answerCount'])).toBe(answered);
  });

  it('keeps every counter and mark true', async () => {
    expect(await life.faults()).toEqual([]);
  });
});
