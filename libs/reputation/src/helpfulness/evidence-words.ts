import { counted } from '@app/kernel';
import type { HelpEvidence } from './help-evidence.loader';

const DAY = 24 * 60 * 60_000;
const MONTH_DAYS = 30;
const YEAR_DAYS = 365;

/** Evidence as one sentence: "Solved 12 questions about calendars for 11 people, the last one 3 days ago". */
export function evidenceInWords({ about, questions, people, lastAt }: HelpEvidence, now: Date): string {
  const last = ago(now.getTime() - lastAt.getTime());
  const solved = `Solved ${counted(questions, 'question')} about ${about} for ${counted(people, 'person', 'people')}`;
  return questions === 1 ? `${solved}, ${last}` : `${solved}, the last one ${last}`;
}

function ago(ms: number): string {
  const days = Math.floor(ms / DAY);
  if (days < 1) return 'today';
  if (days < MONTH_DAYS) return `${counted(days, 'day')} ago`;
  if (days < YEAR_DAYS) return `${counted(Math.floor(days / MONTH_DAYS), 'month')} ago`;
  return `${counted(Math.floor(days / YEAR_DAYS), 'year')} ago`;
}
