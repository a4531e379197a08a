import type { Environment } from '@app/environment';

/**
 * What a person sees when everything runs: where it answers, on what it runs, and what to try first.
 * @param hints further lines, such as the logins of the demo community
 */
export function banner(environment: Environment, hints: readonly string[]): string {
  const { publicUrl, databaseUrl, dataDir, smtpUrl, outboxDir } = environment;
  const rows: readonly (readonly [string, string])[] = [
    ['GraphQL', `${publicUrl}/graphql`],
    ['Health', `${publicUrl}/health/ready`],
    ['Database', databaseUrl === null ? `embedded PostgreSQL, data in ${dataDir}` : new URL(databaseUrl).host],
    ['Mails', smtpUrl === null ? `not sent, written to ${outboxDir}` : `through ${new URL(smtpUrl).host}`],
    ['Node', process.version],
  ];
  const table = rows.map(([name, value]) => `  ${name.padEnd(9)} ${value}`);
  return ['', 'Answerhood is running.', ...table, ...(hints.length > 0 ? ['', ...hints] : []), ''].join('\n');
}
