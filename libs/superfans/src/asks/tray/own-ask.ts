import { selectList } from '@app/database';
import sql, { type Sql } from 'sql-template-tag';
import { TopicAsk } from '../asking/topic-ask.entity';
import { ASK_STATE, type AskState } from './ask-state';

/** An ask as whoever was asked sees it. */
export type OwnAsk = TopicAsk & { readonly state: AskState };

/** The columns of an {@link OwnAsk}, of an ask under the alias `a` and its topic under the alias `t`. */
export const OWN_ASK: Sql = sql`${selectList(TopicAsk, 'a')}, ${ASK_STATE} AS state`;

/** Their tables. */
export const FROM_ASKS: Sql = sql`topic_asks a JOIN topics t ON t.community_id = a.community_id AND t.id = a.topic_id`;
