import { DomainError } from '@app/kernel';
import { BadRequestException, ForbiddenException } from '@nestjs/common';
import { Args, Context, Extensions, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  Answer,
  AnswerConnection,
  AskInput,
  Found,
  Idea,
  Kind,
  Member,
  Question,
  Topic,
  TopicConnection,
} from './sample-types';

/** Which resolvers ran, in order. */
export const calls: string[] = [];

const member = (id: string) => Object.assign(new Member(), { id, handle: `m${id}`, email: `${id}@example.com` });

function topic(id: string): Topic {
  const kind = Number(id) % 2 === 0 ? Kind.IDEA : Kind.QUESTION;
  return Object.assign(kind === Kind.IDEA ? new Idea() : new Question(), {
    id,
    kind,
    title: `Topic ${id}`,
    authorId: id,
  });
}

const pageOf = <T>(nodes: T[]) => ({ nodes, pageInfo: { hasNextPage: false } });
const ids = (first: number) => Array.from({ length: first }, (_, i) => String(i + 1));

/** Resolvers of a small community without a database. */
@Resolver(() => Topic)
export class TopicResolver {
  @Query(() => Topic, { nullable: true })
  async topic(@Args('id', { type: () => ID }) id: string): Promise<Topic | null> {
    calls.push('topic');
    if (id === 'missing') throw DomainError.notFound('topic');
    return id === 'none' ? null : topic(id);
  }

  @Query(() => TopicConnection)
  async topics(
    @Args('first', { type: () => Int, nullable: true }) first?: number,
    @Args('kind', { type: () => Kind, nullable: true }) kind?: Kind,
  ): Promise<TopicConnection> {
    calls.push('topics');
    return pageOf(
      ids(first ?? 20)
        .map(topic)
        .filter((each) => !kind || each.kind === kind),
    );
  }

  @Extensions({ cost: 20 })
  @Query(() => [Found])
  search(@Args('first', { type: () => Int, defaultValue: 10 }) first: number): (typeof Found)[] {
    calls.push('search');
    return [...ids(first).map(topic), member('1')];
  }

  @ResolveField(() => Member)
  async author(@Parent() { authorId }: Topic): Promise<Member> {
    calls.push('author');
    return member(authorId);
  }

  @ResolveField(() => AnswerConnection)
  answers(
    @Parent() { id }: Topic,
    @Args('first', { type: () => Int, nullable: true }) first?: number,
  ): AnswerConnection {
    calls.push('answers');
    return pageOf(
      ids(first ?? 20).map((n) => Object.assign(new Answer(), { id: `${id}-${n}`, body: 'text', authorId: n })),
    );
  }

  @ResolveField(() => TopicConnection)
  related(@Args('first', { type: () => Int, nullable: true }) first?: number): TopicConnection {
    return pageOf(ids(first ?? 20).map(topic));
  }
}

@Resolver(() => Answer)
export class AnswerResolver {
  @ResolveField(() => Member)
  async author(@Parent() { authorId }: Answer): Promise<Member> {
    return member(authorId);
  }

  @ResolveField(() => Topic)
  topic(@Parent() { id }: Answer): Topic {
    return topic(id.split('-')[0] ?? '1');
  }
}

@Resolver(() => Member)
export class MemberResolver {
  @ResolveField(() => String, { nullable: true })
  email(): string | null {
    return null;
  }
}

/** Fields that fail in every way a resolver can, and mutations that tell that they ran. */
@Resolver()
export class FaultResolver {
  @Query(() => String)
  hello(): string {
    calls.push('hello');
    return 'hello';
  }

  @Query(() => String, { nullable: true })
  throwsText(): string {
    throw 'SELECT secret FROM users'; // oxlint-disable-line no-throw-literal
  }

  @Query(() => String, { nullable: true })
  async throwsSql(): Promise<string> {
    throw new Error('relation "users" does not exist: SELECT secret FROM users at /srv/app/libs/x.ts:3');
  }

  @Query(() => String, { nullable: true })
  throwsHuge(): string {
    throw new DomainError('INVALID_INPUT', 'x'.repeat(100_000));
  }

  @Query(() => String, { nullable: true })
  throwsConflict(): string {
    throw DomainError.conflict('topic', 7);
  }

  @Query(() => String, { nullable: true })
  throwsHttp(@Args('status', { type: () => Int }) status: number): string {
    throw status === 403 ? new ForbiddenException('secret') : new BadRequestException(['secret']);
  }

  @Query(() => Int, { nullable: true })
  bigInt(): bigint {
    return 2n ** 70n;
  }

  @Query(() => String, { nullable: true })
  async slow(@Context() context: { waits?: Promise<void> }): Promise<string> {
    calls.push('slow');
    await context.waits;
    return 'late';
  }

  @Extensions({ sensitive: true })
  @Mutation(() => String)
  login(@Args('password') password: string): string {
    calls.push('login');
    return password;
  }

  @Mutation(() => Topic)
  ask(@Args('input') { title, kind }: AskInput): Topic {
    calls.push('ask');
    if (title === 'refused') throw DomainError.invalid('Write another title.');
    return Object.assign(topic(kind === Kind.IDEA ? '2' : '1'), { title });
  }
}
