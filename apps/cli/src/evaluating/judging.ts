import type { INestApplicationContext } from '@nestjs/common';
import { Reader } from '@app/database';
import { DomainError } from '@app/kernel';
import { InvalidArgumentError } from 'commander';
import sql from 'sql-template-tag';
import { untilStopped } from '../support/until-stopped';
import { withServices } from '../with-services';

/** A community as evaluations need to know it. */
export interface JudgedCommunity {
  readonly id: string;
  readonly locale: string;
}

/** Runs an evaluation with the services of the installation, until it is done or somebody stops it. */
export function judging(
  work: (services: INestApplicationContext, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  return untilStopped((signal) => withServices((services) => work(services, signal))).catch((error: unknown) => {
    if (!(error instanceof Error) || error.name !== 'AbortError') throw error;
    throw new DomainError('INVALID_INPUT', 'Stopped: nothing was changed, and nothing was kept.');
  });
}

/** The community whose address ends so. @throws DomainError NOT_FOUND */
export async function judgedCommunity(services: INestApplicationContext, slug: string): Promise<JudgedCommunity> {
  const [community] = await services
    .get(Reader)
    .globalRows<JudgedCommunity>(sql`SELECT id, locale FROM communities WHERE slug = ${slug}`);
  if (!community) throw new DomainError('NOT_FOUND', `There is no community "${slug}": see how its address ends.`);
  return community;
}

/** The beginning of a day in UTC, as the command line says it. */
export function day(text: string): Date {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00Z`) : new Date(Number.NaN);
  if (Number.isNaN(date.getTime())) throw new InvalidArgumentError('Write it as 2024-07-01.');
  return date;
}
