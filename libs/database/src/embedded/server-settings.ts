import { createHash } from 'node:crypto';

/** Only for servers that are thrown away: a crash of the machine, not of the server, loses data then. */
const THROW_AWAY = { fsync: 'off', full_page_writes: 'off' };
const DURABLE = { fsync: 'on', full_page_writes: 'on' };

/**
 * What an embedded server is started with, whatever its configuration file says. The name of the cluster stands for
 * all of it, so that a server that was started otherwise is known by its name.
 * @param version of PostgreSQL
 * @param further settings, which win
 */
export function serverSettings(
  version: string,
  durable: boolean,
  further: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> & { readonly cluster_name: string } {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    synchronous_commit: 'on',
    ...(durable ? DURABLE : THROW_AWAY),
    ...further,
  };
  const hash = createHash('sha256')
    .update(JSON.stringify([version, settings]))
    .digest('hex');
  return { ...settings, cluster_name: `answerhood-${hash.slice(0, 12)}` };
}
