import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  printType,
  type GraphQLField,
} from 'graphql';
import { schemaText } from '../apps/api/src/schema-text';

const FILE = join(__dirname, '../schema.graphql');

/** What members see of their own ledger, and the rules. */
const OWN_LEDGER = [
  'Reputation',
  'ReputationDecision',
  'ReputationLine',
  'ReputationLineConnection',
  'ReputationLineEdge',
  'ReputationRule',
  'ReputationRuleChange',
  'ReputationRules',
  'ReputationSum',
];

describe('the schema', () => {
  let text: string;

  beforeAll(async () => {
    text = await schemaText();
    if (process.env['UPDATE_SCHEMA']) writeFileSync(FILE, text);
  });

  it('is what schema.graphql says (npm run schema writes it)', () => {
    expect(text).toBe(readFileSync(FILE, 'utf8'));
  });

  it('describes every type, field, argument and input field', () => {
    const schema = buildSchema(text);
    const silent: string[] = [];
    for (const type of Object.values(schema.getTypeMap())) {
      if (type.name.startsWith('__') || ['String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name)) continue;
      if (!type.description && type !== schema.getQueryType() && type !== schema.getMutationType())
        silent.push(type.name);
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        if (!field.description) silent.push(`${type.name}.${field.name}`);
        // What an `input` is for, its type says.
        for (const argument of 'args' in field ? (field as GraphQLField<unknown, unknown>).args : []) {
          if (!argument.description && argument.name !== 'input')
            silent.push(`${type.name}.${field.name}(${argument.name})`);
        }
      }
    }
    expect(silent).toEqual([]);
  });

  it('has no leaderboard, and no sum of points but in what members see of themselves, and in the public rules', () => {
    const schema = buildSchema(text);
    const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
    const told = types.flatMap((type) => (OWN_LEDGER.includes(type.name) ? [] : printType(type)));
    expect(told.join('\n')).not.toMatch(/leaderboard|\bpoints?\b|\branks?\b|\bscores?\b/i);
    expect(text).not.toMatch(/leaderboard|\branks?\b|\bscores?\b/i);
    const doors = types
      .filter((type) => isObjectType(type) || isInterfaceType(type))
      .filter(({ name }) => !OWN_LEDGER.includes(name))
      .flatMap((type) => Object.values(type.getFields()).map((field) => ({ at: `${type.name}.${field.name}`, field })))
      .filter(({ field }) => OWN_LEDGER.includes(getNamedType(field.type).name))
      .map(({ at }) => at);
    expect(doors).toEqual(['Query.myReputation', 'Query.reputationRules']);
  });

  it('orders no list by what somebody is worth', () => {
    const orders = Object.values(buildSchema(text).getTypeMap()).filter(
      (type) => isEnumType(type) && type.name.endsWith('Order'),
    );
    expect(orders.length).toBeGreaterThanOrEqual(3);
    expect(orders.map((type) => printType(type).replace(/"""[^]*?"""/g, '')).join('\n')).not.toMatch(
      /reput|trust|help|solv|worth|value|confirm|avail|candid/i,
    );
  });
});
