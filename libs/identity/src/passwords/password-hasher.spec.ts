import { Argon2 } from './argon2';
import { PasswordHasher } from './password-hasher';

describe('stored passwords', () => {
  const argon2 = new Argon2();
  const hasher = new PasswordHasher(argon2);

  it('are salted, in PHC form, and know their password only', async () => {
    const [a, b] = [await hasher.hash('a long enough secret'), await hasher.hash('a long enough secret')];
    expect(a).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(a).not.toBe(b);
    await expect(hasher.judge('a long enough secret', a)).resolves.toEqual({ right: true, outdated: false });
    await expect(hasher.judge('a long enough secreT', a)).resolves.toEqual({ right: false, outdated: false });
  });

  it('know their password however a keyboard composes it', async () => {
    const stored = await hasher.hash('cafe\u0301 au lait');
    await expect(hasher.judge('caf\u00e9 au lait', stored)).resolves.toMatchObject({ right: true });
  });

  it('cost the same where there is none, and none is right', async () => {
    const derive = jest.spyOn(argon2, 'derive');
    await expect(hasher.judge('a long enough secret', null)).resolves.toEqual({ right: false, outdated: false });
    expect(derive).toHaveBeenCalledTimes(1);
    expect(derive.mock.calls[0]?.[2]).toEqual({ memory: 19_456, passes: 2, parallelism: 1 });
  });

  it.each(['', 'plain', '$2b$10$abcdefghijklmnopqrstuv', '$argon2i$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$aGFzaA'])(
    'are refused where they are %j, aloud',
    async (stored) => {
      await expect(hasher.judge('a long enough secret', stored)).rejects.toThrow('PHC');
    },
  );
});
