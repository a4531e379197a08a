import type { SimilarityReasons } from '@app/similarity';

/** What is told of a suggestion beside what it shares with what was typed. */
export interface Told {
  readonly kind: 'TOPIC' | 'ARTICLE';
  readonly solved: boolean;
  /** People who have it too; the author counts as one. */
  readonly meToos: number;
  /** The title of an earlier thread in which it was linked, where the viewer may know it. */
  readonly threadTitle: string | null;
}

const MOST_WORDS = 3;
const LONGEST_TITLE = 80;

/** Why something is suggested, in one sentence. */
export function whyOf(because: SimilarityReasons, told: Told): string {
  return because.threads.length > 0 ? byLinks(because, told.threadTitle) : byItself(because, told);
}

function byLinks({ threads, links }: SimilarityReasons, title: string | null): string {
  const many = threads.length > 1;
  const where = many ? `${threads.length} earlier topics like yours` : 'an earlier topic like yours';
  const inAll = links > threads.length ? ` (and in ${links} in all)` : '';
  const named = title ? `${many ? ', among them' : ':'} ‹${shortened(title)}›` : '';
  return `Linked by repliers in ${where}${inAll}${named}.`;
}

function byItself({ sharedWords, likeness }: SimilarityReasons, told: Told): string {
  const words = sharedWords.slice(0, MOST_WORDS).join(', ');
  if (words) return `${standing(told)} shares ${words} with what you wrote.`;
  // What only the search engine found has words in its text, and was compared with nothing.
  return `${standing(told)} ${likeness === 0 ? 'has words of what you wrote' : 'is much like what you wrote'}.`;
}

/** How the sentence begins: what it is. */
function standing({ kind, solved, meToos }: Told): string {
  if (kind === 'ARTICLE') return 'A knowledge article that';
  if (solved) return 'Solved, and';
  const others = meToos - 1;
  if (others < 1) return 'Not solved yet, and';
  return `Not solved yet; ${others} ${others === 1 ? 'other person has' : 'others have'} it too, and it`;
}

function shortened(title: string): string {
  const points = [...title];
  return points.length <= LONGEST_TITLE ? title : `${points.slice(0, LONGEST_TITLE).join('').trimEnd()} …`;
}
