import type { TopicDraft } from '../demo-drafts';
import { CALDO_FAULTS } from './caldo-faults.topics';
import { CALDO_HEATING } from './caldo-heating.topics';
import { CALDO_SETUP } from './caldo-setup.topics';
import { HOUSE_RULES } from './house-rules.topics';
import { HOUSEHOLD } from './household.topics';
import { PILO_AFTER_BURST } from './pilo-after-burst.topics';
import { PILO_BURST } from './pilo-burst.topics';
import { PILO_DAILY } from './pilo-daily.topics';
import { PILO_FAULTS } from './pilo-faults.topics';
import { PILO_IDEAS } from './pilo-ideas.topics';
import { WREN_PORCH } from './wren-porch.topics';
import { WREN_WATCHING } from './wren-watching.topics';

/** All that was said in the demo community. */
export const TOPICS: readonly TopicDraft[] = [
  ...HOUSE_RULES,
  ...PILO_DAILY,
  ...PILO_FAULTS,
  ...PILO_BURST,
  ...PILO_AFTER_BURST,
  ...PILO_IDEAS,
  ...CALDO_SETUP,
  ...CALDO_HEATING,
  ...CALDO_FAULTS,
  ...WREN_PORCH,
  ...WREN_WATCHING,
  ...HOUSEHOLD,
];
