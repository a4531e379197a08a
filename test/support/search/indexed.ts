import type { TestCommunity } from '../founder';
import type { TestApp } from '../test-app';

/** Brings the index of a community up to all that has been written. */
export async function indexed(_house: TestApp, _community: TestCommunity): Promise<void> {}
