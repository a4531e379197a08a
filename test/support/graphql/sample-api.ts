import { DomainError } from '@app/kernel';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { apolloOptions, type ApolloSettings } from '../../../apps/api/src/graphql/apollo-options';
import { fastifyOptions, hardenFastify } from '../../../apps/api/src/graphql/fastify-hardening';
import { LIMIT_KINDS, type LimitKind } from '../../../apps/api/src/graphql/guard/limits';
import { HttpErrorFilter } from '../../../apps/api/src/graphql/http/http-error.filter';
import { AnswerResolver, calls, FaultResolver, MemberResolver, TopicResolver } from './sample-resolvers';
import { Idea, Question } from './sample-types';

const PUBLIC_URL = 'https://community.example.com';

/** What a test may set otherwise. */
export type SampleSettings = Partial<Omit<ApolloSettings, 'path' | 'context'>> & {
  readonly publicUrl?: string;
  /** Served in place of the sample's own. */
  readonly schema?: GraphQLSchema;
};

/** What came back for one request. */
export interface SampleAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: {
    data?: Record<string, unknown> | null;
    errors?: { message: string; path?: unknown[]; locations?: unknown[]; extensions: Record<string, unknown> }[];
  };
}

async function context(request: FastifyRequest) {
  const kind = request.headers['x-kind'];
  if (kind === 'unknown') throw new DomainError('UNAUTHENTICATED', 'Log in again.');
  if (kind === 'broken') throw new Error('no route to 10.0.0.7');
  return {
    limitKind: LIMIT_KINDS.includes(kind as LimitKind) ? (kind as LimitKind) : 'anonymous',
    limitKey: String(request.headers['x-key'] ?? 'someone'),
    requestId: request.id,
    waits: SampleApi.waits,
  };
}

/** A real server with our settings on a free port, over the sample's resolvers. */
export class SampleApi {
  /** What the field `slow` waits for. */
  static waits: Promise<void> | undefined;

  private constructor(
    private readonly app: NestFastifyApplication,
    readonly url: string,
    /** Errors that were reported as ours, with the request they happened in. */
    readonly reported: { cause: unknown; requestId: string }[],
  ) {}

  static async start(settings: SampleSettings = {}): Promise<SampleApi> {
    const { publicUrl = PUBLIC_URL, production = true, schema, ...rest } = settings;
    const reported: { cause: unknown; requestId: string }[] = [];
    const report = (cause: unknown, requestId: string): number => reported.push({ cause, requestId });
    @Module({
      imports: [
        GraphQLModule.forRoot({
          ...apolloOptions({ production, path: '/graphql', context, report, ...rest }),
          ...(schema ? { schema } : { autoSchemaFile: true, buildSchemaOptions: { orphanedTypes: [Question, Idea] } }),
        }),
      ],
      providers: [TopicResolver, AnswerResolver, MemberResolver, FaultResolver],
    })
    class SampleModule {}
    const adapter = new FastifyAdapter(fastifyOptions({ trustedProxies: 0 }));
    const app = await NestFactory.create<NestFastifyApplication>(SampleModule, adapter, { logger: false });
    app.useGlobalFilters(new HttpErrorFilter());
    await hardenFastify(adapter.getInstance(), {
      production,
      path: '/graphql',
      publicUrl,
      sessionCookie: '__Host-sid',
    });
    await app.listen(0, '127.0.0.1');
    return new SampleApi(app, await app.getUrl(), reported);
  }

  get fastify(): FastifyInstance {
    return this.app.getHttpAdapter().getInstance();
  }

  async stop(): Promise<void> {
    await this.app.close();
  }

  /** Which resolvers ran since the last call. */
  ran(): string[] {
    return calls.splice(0);
  }

  async send(path: string, init: RequestInit): Promise<SampleAnswer> {
    const response = await fetch(this.url + path, init);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, headers: response.headers, text, body: isJson && text ? JSON.parse(text) : {} };
  }

  post(body: string, headers: Record<string, string> = {}): Promise<SampleAnswer> {
    return this.send('/graphql', { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  }

  ask(query: string, variables?: unknown, headers: Record<string, string> = {}): Promise<SampleAnswer> {
    return this.post(JSON.stringify({ query, variables }), headers);
  }
}
