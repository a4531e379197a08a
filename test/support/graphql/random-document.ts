import { boolean, constantFrom, integer, nat, option, record, type GeneratorValue } from 'fast-check';
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** The variables of every random document, and values for them. */
export const RANDOM_VARIABLES = record(
  {
    x: boolean(),
    y: boolean(),
    n: option(integer({ min: 0, max: 3 })),
    m: constantFrom('SAD', 'HAPPY', null),
  },
  { requiredKeys: ['x', 'y'] },
);

const HEAD = 'query ($x: Boolean!, $y: Boolean!, $n: Int = 2, $m: Mood = SAD)';
const VARIABLE_OF: Readonly<Record<string, string>> = { Int: '$n', Mood: '$m' };
const LITERALS_OF: Readonly<Record<string, readonly string[]>> = {
  Int: ['0', '2', 'null'],
  Mood: ['ODD', 'SAD', 'null'],
  ID: ['1', '"2"', '"none"'],
  String: ['"a"', 'null'],
  Float: ['1', '2.5'],
  Filter: ['{n: 1}', '{n: $n, mood: $m}'],
};

/** Writes documents over `schema` from random choices. Some of them are not valid. */
export class RandomDocument {
  private readonly fragments: string[] = [];
  /** Selections that may still be written: nesting alone does not bound a document. */
  private left = 40;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly choose: GeneratorValue,
  ) {}

  write(): string {
    const query = this.schema.getQueryType();
    const body = query ? this.selections(query, 3) : '';
    return [`${HEAD} ${body}`, ...this.fragments].join('\n');
  }

  private oneOf<T>(items: readonly T[]): T {
    return items[this.upTo(items.length - 1)] as T;
  }

  private upTo(max: number): number {
    return this.choose(nat, { max });
  }

  private selections(type: GraphQLNamedType, levels: number): string {
    const count = this.left > 0 ? 1 + this.upTo(3) : 0;
    this.left -= count;
    if (count === 0) return '{ __typename }';
    return `{ ${Array.from({ length: count }, () => this.selection(type, levels)).join(' ')} }`;
  }

  private selection(type: GraphQLNamedType, levels: number): string {
    const kind = this.upTo(9);
    const inner = kind < 3 && !isObjectType(type) ? this.narrower(type) : type;
    if (kind < 2) return `... on ${inner.name} ${this.condition()} ${this.selections(inner, levels)}`;
    if (kind === 2) {
      const name = `f${this.fragments.length}`;
      this.fragments.push('');
      this.fragments[Number(name.slice(1))] = `fragment ${name} on ${inner.name} ${this.selections(inner, levels)}`;
      return `...${name} ${this.condition()} ${this.upTo(1) ? `... ${this.condition()} { ...${name} }` : ''}`;
    }
    return this.field(type, levels);
  }

  private narrower(type: GraphQLNamedType): GraphQLNamedType {
    return isInterfaceType(type) || isUnionType(type) ? this.oneOf(this.schema.getPossibleTypes(type)) : type;
  }

  private field(type: GraphQLNamedType, levels: number): string {
    if (!isObjectType(type) && !isInterfaceType(type)) return '__typename';
    const fields = Object.values(type.getFields()).filter(
      (each) => levels > 0 || !isCompositeType(getNamedType(each.type)),
    );
    if (fields.length === 0) return '__typename';
    const field = this.oneOf(fields);
    const alias = this.upTo(5) === 0 ? `${this.oneOf(['a', 'b'])}: ` : '';
    const args = field.args.map((arg) => this.argument(arg)).join(' ');
    const inner = getNamedType(field.type);
    const below = isCompositeType(inner) ? this.selections(inner, levels - 1) : '';
    return `${alias}${field.name}${args.trim() ? `(${args})` : ''} ${this.condition()} ${below}`;
  }

  private argument({ name, type, defaultValue }: GraphQLArgument): string {
    const named = getNamedType(type).name;
    const isList = getNullableType(type).toString().startsWith('[');
    const optional = type === getNullableType(type) || defaultValue !== undefined;
    if (optional && this.upTo(1) === 0) return '';
    const variable = VARIABLE_OF[named];
    if (variable && !isList && this.upTo(1) === 0) return `${name}: ${variable}`;
    const literals = LITERALS_OF[named];
    return literals ? `${name}: ${this.oneOf(literals)}` : '';
  }

  private condition(): string {
    return this.oneOf([
      '',
      '',
      '',
      '@include(if: $x)',
      '@skip(if: $y)',
      '@skip(if: false)',
      '@include(if: $x) @skip(if: $y)',
    ]);
  }
}
