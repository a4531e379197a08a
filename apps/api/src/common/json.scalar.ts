import { GraphQLScalarType } from 'graphql';

/** Values whose shape depends on what they are of: objects, lists, texts, numbers. */
export const Json = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'A value in JSON, whose shape the field that has it describes.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
  serialize: (value) => value,
});
