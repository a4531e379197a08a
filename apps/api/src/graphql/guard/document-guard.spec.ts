import { parse, type OperationDefinitionNode } from 'graphql';
import {
  ATTACKS,
  listsInLists,
  nested,
  repeat,
  WHY,
  type AttackDocument,
} from '../../../../../test/support/graphql/attack-documents';
import { communitySchema } from '../../../../../test/support/graphql/community-schema';
import { judge, type Mutant } from '../../../../../test/support/graphql/judge';
import { DocumentGuard } from './document-guard';
import { LIMITS } from './limits';

describe('DocumentGuard', () => {
  it.each(ATTACKS)('refuses %s', (_, text, why, ...[sent]) => {
    expect(judge(text, sent)).toContain(why);
  });

  it('A08, A09 counts the same depth however it is written: 10 pass', () => {
    expect(judge(nested(10))).toEqual(expect.any(Number));
    expect(judge(nested(10, 'officialAnswer { ...on Answer { topic { ... {', '} } } }'))).toEqual(expect.any(Number));
  });

  it('A03 lets one sensitive field pass', () => {
    expect(judge('mutation { login(email: "a", password: "1") }')).toBe(11);
  });

  it('does not take for a repetition what fragments of different types or components select', () => {
    const fields = 'id title code slug status resolution';
    const kinds = ['Question', 'Problem', 'Idea'].map((kind) => `...on ${kind} { ${fields} }`).join(' ');
    const parts = `fragment a on Topic { ${fields} } fragment b on Topic { ${fields} }`;
    expect(judge(`{ topic { ...a ...b ${kinds} } } ${parts}`)).toEqual(expect.any(Number));
  });

  it('says what to do, and no number of a limit of complexity', () => {
    const operation = parse(nested(30)).definitions[0] as OperationDefinitionNode;
    const guard = new DocumentGuard(communitySchema());
    expect(() => guard.check({ document: parse('{ a }'), operation, variables: {} }, LIMITS.anonymous)).toThrow(
      expect.objectContaining({
        message: 'This document is nested too deep: ask for fewer levels at once.',
        extensions: { code: 'QUERY_TOO_COMPLEX', http: { status: 400, headers: new Map() } },
      }),
    );
  });

  describe('has teeth: with a weakness planted the attack passes', () => {
    it.each<[Mutant, string, string, AttackDocument]>([
      ['no variable defaults', `query ($n: Int = 50) { ${listsInLists('$n')} }`, WHY.cost, { kind: 'key' }],
      ['no __typename', `{ topic { id ${repeat(16, (i) => `a${i}: __typename`)} } }`, WHY.aliases, {}],
      [
        'skipped is free',
        `query ($s: Boolean = true) { ${listsInLists('50').replace('{', '@skip(if: $s) {')} }`,
        WHY.cost,
        {},
      ],
      [
        'nothing is sensitive',
        'mutation { a: login(email: "a", password: "1") b: login(email: "a", password: "2") }',
        WHY.once,
        { kind: 'member' },
      ],
      ['no page limit', '{ topics(first: 1000) { nodes { id } } }', WHY.page, {}],
    ])('%s', (mutant, text, why, trial) => {
      expect(judge(text, { ...trial, mutant })).toEqual(expect.any(Number));
      expect(judge(text, trial)).toContain(why);
    });
  });
});
