import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { migrate, openDatabase } from '@app/database';
import { Environment } from '@app/environment';
import { CliModule } from './cli.module';

/** Runs a command with the services of the installation, beside a running one too; lets go of everything afterwards. */
export async function withServices(
  work: (services: INestApplicationContext, environment: Environment) => Promise<void>,
): Promise<void> {
  const environment = Environment.from(process.env);
  const database = await openDatabase(environment, { beside: true });
  try {
    await migrate(database.urls);
    const services = await NestFactory.createApplicationContext(CliModule.with(environment, database.urls), {
      logger: ['error'],
      abortOnError: false,
    });
    await work(services, environment).finally(() => services.close());
  } finally {
    await database.stop();
  }
}
