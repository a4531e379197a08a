import { ConsoleLogger } from '@nestjs/common';
import type { Environment } from './environment';

/** What the framework tells about its own making; worth reading only when something is wrong with it. */
const FRAMEWORK = new Set([
  'InstanceLoader',
  'NestFactory',
  'NestApplication',
  'RouterExplorer',
  'RoutesResolver',
  'GraphQLModule',
]);

/** The log of a process: lines for people, or JSON where machines read it, in production. */
export class ProcessLogger extends ConsoleLogger {
  constructor({ production, logLevels }: Pick<Environment, 'production' | 'logLevels'>) {
    super({ json: production, logLevels });
  }

  override log(message: unknown, ...rest: unknown[]): void {
    if (FRAMEWORK.has(String(rest.at(-1)))) super.debug(message, ...rest);
    else super.log(message, ...rest);
  }
}
