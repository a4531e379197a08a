import { Fields } from '../rows/fields';
import { RowFault } from '../rows/row.fault';
import type { Place } from '../source';

/** A post as it stands in a file, and what decides where it belongs. */
export interface DiscoursePost {
  readonly at: Place;
  readonly fields: Fields;
  readonly id: string;
  /** In its topic; 1 is the topic itself. */
  readonly number: number;
  readonly replyTo: number | null;
  readonly accepted: boolean;
  /** What the post is there for, where nobody has written it as a post: in the plural. */
  readonly leftOut: string | null;
  /** Whether Discourse itself has written it. */
  readonly isSystem: boolean;
  /** What a notice tells: `closed.enabled`. */
  readonly notice: string | null;
}

const SYSTEM = '-1';
const REGULAR = 1;
const OTHER_TYPES: Readonly<Record<number, string>> = { 2: 'moderator actions', 3: 'notices', 4: 'whispers' };

/** @throws RowFault where the value is no post */
export function postOf(value: unknown, at: Place): DiscoursePost {
  const fields = Fields.of(value);
  const number = fields.count('post_number');
  if (!number) throw new RowFault('The field post_number is missing.');
  const type = fields.integer('post_type') ?? REGULAR;
  return {
    at,
    fields,
    id: fields.id('id'),
    number,
    replyTo: fields.integer('reply_to_post_number'),
    accepted: fields.flag('accepted_answer'),
    leftOut: type === REGULAR ? null : (OTHER_TYPES[type] ?? 'posts of other types'),
    isSystem: fields.maybeId('user_id') === SYSTEM,
    notice: fields.line('action_code'),
  };
}
