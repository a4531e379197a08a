import { DEMO_PASSWORD, demoEmail, loadDemo } from '@app/community';
import type { DatabaseUrls } from '@app/database';
import type { Environment } from '@app/environment';

/** Somebody of the demo to log in as, one for each way of looking at a community. */
const LOGINS = [
  ['customer', 'erik'],
  ['representative', 'grace'],
  ['admin', 'ingrid'],
] as const;

const FIRST_QUERY =
  '{ community(slug: "halvora") { name topics(first: 3) { nodes { title resolution author { displayName } } } } }';

/** Loads the demo community into an installation that has none yet, and says how to look around in it. */
export async function demoHints(
  { production, loadDemo: wanted, publicUrl }: Environment,
  urls: DatabaseUrls,
): Promise<string[]> {
  if (production || !wanted || (await loadDemo(urls)) === 'ABSENT') return [];
  return [
    `The demo community "halvora". Everybody's password is ${DEMO_PASSWORD}`,
    ...LOGINS.map(([role, handle]) => `  ${demoEmail(handle).padEnd(22)} ${role}`),
    '',
    `A first query, for ${publicUrl}/graphql:`,
    `  ${FIRST_QUERY}`,
  ];
}
