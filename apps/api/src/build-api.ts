import fastifyCookie from '@fastify/cookie';
import { ProcessLogger } from '@app/environment';
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule, type ApiOptions } from './api.module';
import { inputFault } from './common/input-fault';
import { SessionCookie } from './common/session-cookie';
import { GRAPHQL_PATH } from './graphql-path';
import { fastifyOptions, hardenFastify } from './graphql/fastify-hardening';
import { HttpErrorFilter } from './graphql/http/http-error.filter';

/** An API that is ready to listen. */
export async function buildApi(options: ApiOptions): Promise<NestFastifyApplication> {
  const { production, publicUrl, trustedProxies } = options.environment;
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.with(options),
    new FastifyAdapter(fastifyOptions({ trustedProxies })),
    { logger: new ProcessLogger(options.environment), abortOnError: false },
  );
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.register(fastifyCookie);
  await hardenFastify(fastify, {
    production,
    path: GRAPHQL_PATH,
    publicUrl,
    sessionCookie: new SessionCookie(publicUrl).name,
  });
  app.useGlobalFilters(new HttpErrorFilter());
  app.useGlobalPipes(new ValidationPipe({ transform: true, stopAtFirstError: true, exceptionFactory: inputFault }));
  return app;
}
