import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isInputObjectType, isInterfaceType, isObjectType, type GraphQLField } from 'graphql';
import { schemaText } from '../apps/api/src/schema-text';

const FILE = join(__dirname, '../schema.graphql');

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

  it('has no leaderboard and no sum of points', () => {
    expect(text).not.toMatch(/leaderboard|\bpoints?\b|\branks?\b|\bscore\b/i);
  });
});
