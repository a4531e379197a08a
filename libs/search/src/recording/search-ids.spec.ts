import { newId } from '@app/kernel';
import { Environment } from '@app/environment';
import { SearchIds } from './search-ids';

const DAY = 24 * 60 * 60_000;
const installation = (secret: string): SearchIds => new SearchIds(Environment.from({ SECRET: secret.repeat(32) }));

describe('the id of a search', () => {
  const ids = installation('a');
  const here = newId();

  it('is a UUID, never the same, and holds in its community and installation only', () => {
    const many = Array.from({ length: 1_000 }, () => ids.issue(here));
    expect(new Set(many).size).toBe(1_000);
    for (const id of many) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(ids.isGenuine(here, id)).toBe(true);
    }
    const [id = ''] = many;
    expect(ids.isGenuine(newId(), id)).toBe(false);
    expect(installation('b').isGenuine(here, id)).toBe(false);
  });

  it('is not one where any part of it was changed', () => {
    const id = ids.issue(here);
    for (let at = 0; at < id.length; at++) {
      if (id[at] === '-') continue;
      const other = id[at] === '0' ? '1' : '0';
      expect(ids.isGenuine(here, id.slice(0, at) + other + id.slice(at + 1))).toBe(false);
    }
    for (const none of ['', 'x', newId(), id.slice(1), `${id}00`]) expect(ids.isGenuine(here, none)).toBe(false);
  });

  it('lets clicks be reported for a day', () => {
    const id = ids.issue(here, 1_000);
    expect(ids.isClickable(here, id, 1_000 + DAY)).toBe(true);
    expect(ids.isClickable(here, id, 1_001 + DAY)).toBe(false);
    expect(ids.isGenuine(here, id)).toBe(true);
  });
});
