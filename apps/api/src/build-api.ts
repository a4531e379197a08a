import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule, type ApiOptions } from './api.module';
import { inputFault } from './common/input-fault';

/** An API that is ready to listen. */
export async function buildApi(options: ApiOptions): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.with(options),
    new FastifyAdapter({ trustProxy: (_, hop) => hop < options.environment.trustedProxies }),
    { logger: options.environment.logLevels, abortOnError: false },
  );
  app.useGlobalPipes(
    new ValidationPipe({ transform: true, whitelist: false, stopAtFirstError: true, exceptionFactory: inputFault }),
  );
  return app;
}
