import { counted } from '@app/kernel';
import type { HelpfulnessAbout } from './helpfulness.loader';

/** In words: "In 43 threads about calendars: 1.6 times as helpful as others beside them, hardly by chance". */
export function helpfulnessInWords({ about, threads, likely, least, most }: HelpfulnessAbout): string {
  const where = `In ${counted(threads, 'thread')}${about === null ? '' : ` about ${about}`}`;
  const sure = least > 1 || most < 1 ? 'hardly by chance' : 'which may be chance';
  return `${where}: ${likely.toFixed(1)} times as helpful as others beside them, ${sure}`;
}
