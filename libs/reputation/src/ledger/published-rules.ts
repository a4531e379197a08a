import { REPUTATION_RULES, type ReputationRules } from './reputation-rules';
import { clausesOf, type RuleClause } from './rule-clauses';

/** What one version changed of one figure; null where it is new, or no longer there. */
export interface RuleChange {
  readonly name: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly text: string;
}

/** One version of the rules as everybody may read it. */
export interface PublishedRules {
  readonly version: number;
  readonly since: string;
  /** The whole of it in words, a sentence a line. */
  readonly text: string;
  readonly clauses: readonly RuleClause[];
  /** Since the version before; none for the first. */
  readonly changes: readonly RuleChange[];
}

/** What is the same whatever the figures are. */
const PRINCIPLES = [
  'Nobody earns anything for asking, answering, voting, tagging or logging in: only what others confirm counts.',
  'Everyone starts with no say. People we can vouch for pass it on; you can never hand out more than you were given.',
  'All trust comes from people of the company, members with a seat, champions, and members whom staff vouch for.',
  'A confirmation is worth its points, times what is left of it after repeats, times what the word of who gave it weighs in the epoch, less what friends have in common.',
  "Nothing is given to one person on both sides, by member, account or address, nor for help with a topic of one's own.",
  'Every confirmation is a line that nobody edits or deletes. What is taken back or reversed is a further line, and can be reversed in turn.',
];

/** Every version, the newest first. */
export function publishedRules(versions: readonly ReputationRules[] = REPUTATION_RULES): PublishedRules[] {
  return versions
    .map((rules, place) => {
      const clauses = clausesOf(rules);
      const before = versions[place - 1];
      return {
        version: rules.version,
        since: rules.since,
        text: [...PRINCIPLES, ...clauses.map(({ text }) => text)].join('\n'),
        clauses,
        changes: before ? changesBetween(clausesOf(before), clauses) : [],
      };
    })
    .toReversed();
}

function changesBetween(before: readonly RuleClause[], after: readonly RuleClause[]): RuleChange[] {
  const names = new Set([...before, ...after].map(({ name }) => name));
  return [...names].flatMap((name) => {
    const [was, is] = [before, after].map((clauses) => clauses.find((clause) => clause.name === name));
    if (was?.value === is?.value) return [];
    const text = [was && `- ${was.text}`, is && `+ ${is.text}`].filter(Boolean).join('\n');
    return [{ name, before: was?.value ?? null, after: is?.value ?? null, text }];
  });
}
