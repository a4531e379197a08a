import type { Running } from '@app/environment';
import type { ApiOptions } from './api.module';
import { buildApi } from './build-api';

/** Starts answering on the host and port of the settings. */
export async function startApi(options: ApiOptions): Promise<Running> {
  const app = await buildApi(options);
  const stop = (): Promise<void> => app.close();
  try {
    await app.listen(options.environment.port, options.environment.host);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}
