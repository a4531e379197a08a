import { arrayLiteral } from './array-literal';

describe('an array as PostgreSQL reads it', () => {
  it.each([
    [[], '{}'],
    [['a', 'b c', ''], '{"a","b c",""}'],
    [[1, null, -2], '{1,NULL,-2}'],
    [['NULL', '{}', 'a,b', `'x':1A`], `{"NULL","{}","a,b","'x':1A"}`],
    [['say "hi"', 'back\\slash'], '{"say \\"hi\\"","back\\\\slash"}'],
  ])('%j', (values, literal) => expect(arrayLiteral(values)).toBe(literal));
});
