import { Module, type DynamicModule } from '@nestjs/common';
import { Environment } from './environment';

/** Gives every part of an application the settings of its process. */
@Module({})
export class EnvironmentModule {
  static with(environment: Environment): DynamicModule {
    return {
      module: EnvironmentModule,
      global: true,
      providers: [{ provide: Environment, useValue: environment }],
      exports: [Environment],
    };
  }
}
