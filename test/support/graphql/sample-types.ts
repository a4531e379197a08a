import {
  createUnionType,
  Extensions,
  Field,
  ID,
  InputType,
  Int,
  InterfaceType,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';

/** The kinds of the sample's topics. */
export enum Kind {
  QUESTION = 'QUESTION',
  IDEA = 'IDEA',
}
registerEnumType(Kind, { name: 'Kind' });

@ObjectType('Member')
export class Member {
  @Field(() => ID) id: string;
  @Field() handle: string;
  /** The row has an address of its own; readers get what the resolver says. */
  @Extensions({ alwaysResolve: true })
  @Field(() => String, { nullable: true })
  email: string | null;
}

@ObjectType('PageInfo')
export class PageInfo {
  @Field() hasNextPage: boolean;
}

@ObjectType('Answer')
export class Answer {
  @Field(() => ID) id: string;
  @Field() body: string;
  authorId: string;
}

@ObjectType('AnswerConnection')
export class AnswerConnection {
  @Field(() => [Answer]) nodes: Answer[];
  @Field(() => PageInfo) pageInfo: PageInfo;
}

@InterfaceType('Topic', { resolveType: (topic: Topic) => (topic.kind === Kind.IDEA ? 'Idea' : 'Question') })
export class Topic {
  @Field(() => ID) id: string;
  @Field() title: string;
  @Field(() => Kind) kind: Kind;
  authorId: string;
}

@ObjectType('Question', { implements: () => [Topic] })
export class Question extends Topic {}

@ObjectType('Idea', { implements: () => [Topic] })
export class Idea extends Topic {
  @Field(() => String, { nullable: true }) plannedFor?: string;
}

@ObjectType('TopicConnection')
export class TopicConnection {
  @Field(() => [Topic]) nodes: Topic[];
  @Field(() => PageInfo) pageInfo: PageInfo;
}

export const Found = createUnionType({
  name: 'Found',
  types: () => [Question, Idea, Member] as const,
  resolveType: (thing: object) =>
    'handle' in thing ? 'Member' : (thing as Topic).kind === Kind.IDEA ? 'Idea' : 'Question',
});

@InputType('AskInput')
export class AskInput {
  @Field() title: string;
  @Field(() => Kind, { defaultValue: Kind.QUESTION }) kind: Kind;
  @Field(() => [String], { nullable: true }) tags?: string[];
  @Field(() => Int, { nullable: true }) weight?: number;
  @Field(() => AskInput, { nullable: true }) about?: AskInput;
}
