import { randomUUID } from 'node:crypto';
import { Environment } from '@app/environment';
import { KeyedHash } from '@app/identity';
import { newId } from '@app/kernel';
import { AttemptKeys } from './attempt-keys';

const keysUnder = (secret: string): AttemptKeys =>
  new AttemptKeys(new KeyedHash(Environment.from({ NODE_ENV: 'test', SECRET: secret })));

const SAMPLE = 20_000;

describe('what is derived of attempts', () => {
  const keys = keysUnder('a secret that nobody can guess, really');
  const others = keysUnder('another secret that nobody can guess at all');
  const [communityId, memberId] = [newId(), newId()];
  const name = { communityId, id: randomUUID() };

  it('is one attempt for each key, person and community', () => {
    const id = keys.idOf(communityId, memberId, 'the-key');
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(keys.idOf(communityId, memberId, 'the-key')).toBe(id);
    const different = [
      keys.idOf(communityId, null, 'the-key'),
      keys.idOf(communityId, memberId, 'the-kez'),
      keys.idOf(newId(), memberId, 'the-key'),
      others.idOf(communityId, memberId, 'the-key'),
    ];
    expect(new Set([id, ...different]).size).toBe(5);
  });

  it('is a token that fits one attempt of one community, under one secret', () => {
    const token = keys.tokenOf(name);
    expect(keys.isTokenOf(token, name)).toBe(true);
    const wrong = [
      others.tokenOf(name),
      keys.tokenOf({ ...name, id: randomUUID() }),
      `${token}x`,
      token.slice(0, -1),
      '',
    ];
    expect(wrong.filter((one) => keys.isTokenOf(one, name))).toEqual([]);
    expect(keys.isTokenOf(token, { ...name, communityId: newId() })).toBe(false);
  });

  // Four standard deviations: a fair draw leaves them once in 16,000 runs.
  it.each([5, 7, 10])('holds out %i of a hundred, and surveys others', (percent) => {
    const names = Array.from({ length: SAMPLE }, () => ({ communityId, id: randomUUID() }));
    const heldOut = names.filter((one) => keys.isHeldOut(one, percent));
    const spread = 4 * Math.sqrt((percent / 100) * (1 - percent / 100) * SAMPLE);
    expect(Math.abs(heldOut.length - (percent / 100) * SAMPLE)).toBeLessThan(spread);
    expect(names.filter((one) => keys.isHeldOut(one, percent))).toEqual(heldOut);
    // A draw of its own: of those held out as many are surveyed as of all.
    const both = heldOut.filter((one) => keys.isSurveyed(one, 50)).length;
    expect(Math.abs(both - heldOut.length / 2)).toBeLessThan(4 * Math.sqrt(heldOut.length / 4));
  });

  it('holds out nobody at nought, and everybody at a hundred', () => {
    const names = Array.from({ length: 500 }, () => ({ communityId, id: randomUUID() }));
    expect(names.filter((one) => keys.isHeldOut(one, 0))).toEqual([]);
    expect(names.filter((one) => !keys.isHeldOut(one, 100))).toEqual([]);
  });
});
