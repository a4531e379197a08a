import { BAD_NUMBERS, BROKEN_RULES, FOREIGN_THINGS, STALE_EDITS } from '../support/bad-input/bad-changes';
import type { BadRow } from '../support/bad-input/bad-row';
import { BAD_TEXTS } from '../support/bad-input/bad-texts';
import { foundWorld, inputTypesOf, refusal, type World } from '../support/bad-input/world';
import { TestApp } from '../support/test-app';

describe('bad input', () => {
  let house: TestApp;
  let world: World;
  let inputTypes: Record<string, string>;

  beforeAll(async () => {
    house = await TestApp.start();
    world = await foundWorld(house);
    inputTypes = await inputTypesOf(house);
  });
  afterAll(() => house.stop());

  const call = ([, who, name, input]: BadRow) => {
    const query = `mutation ($input: ${inputTypes[name]}!) { ${name}(input: $input) ${name === 'flag' ? '' : '{ __typename }'} }`;
    return refusal(house, world, world.users[who], query, { input: input(world) });
  };

  it.each(BAD_TEXTS)('is refused: %s', async (...row) => expect((await call(row)).code).toBe(row[4]));
  it.each(BROKEN_RULES)('is refused: %s', async (...row) => expect((await call(row)).code).toBe(row[4]));
  it.each(BAD_NUMBERS)('is refused: %s', async (...row) => expect((await call(row)).code).toBe(row[4]));
  it.each(FOREIGN_THINGS)('is refused: of another community, %s', async (...row) =>
    expect((await call(row)).code).toBe(row[4]),
  );
  it.each(STALE_EDITS)('is refused: a stale version of a %s', async (...row) => {
    const { code, details } = await call(row);
    expect(code).toBe(row[4]);
    expect(details).toMatchObject({ currentVersion: 1 });
  });
});
