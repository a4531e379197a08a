import type { Epoch } from './epoch';
import { WordList } from './word-list';

/** What holds in a community before its first epoch: nobody's word counts. */
export const NO_EPOCH: Epoch = { number: 0, ruleVersion: 0, words: WordList.from([]) };
