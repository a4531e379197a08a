import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTables } from './support/protect-tenant-tables';

/** Who is asked whether they can answer a topic, how members want to be asked, and what is told to staff when nobody answers. */
export class Routing1795380000005 implements MigrationInterface {
  name = 'Routing1795380000005';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
    await protectTenantTables(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES.toReversed()) await queryRunner.query(`DROP TABLE "${table}"`);
  }
}

const TABLES = ['routing_preferences', 'muted_tags', 'ask_days', 'topic_routes', 'topic_asks'];

const toMember = (table: string): string =>
  `ALTER TABLE "${table}" ADD CONSTRAINT "${table}_member_fk" FOREIGN KEY ("community_id", "member_id") REFERENCES "members"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`;
const toTopic = (table: string): string =>
  `ALTER TABLE "${table}" ADD CONSTRAINT "${table}_topic_fk" FOREIGN KEY ("community_id", "topic_id") REFERENCES "topics"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`;

const UP = [
  `CREATE TABLE "routing_preferences" (
    "community_id" uuid NOT NULL,
    "member_id" uuid NOT NULL,
    "asks_a_day" integer NOT NULL DEFAULT '5',
    "opted_out" boolean NOT NULL DEFAULT false,
    "away_until" TIMESTAMP(3) WITH TIME ZONE,
    CONSTRAINT "routing_preferences_asks_a_day" CHECK (asks_a_day BETWEEN 0 AND 20),
    CONSTRAINT "routing_preferences_pkey" PRIMARY KEY ("community_id", "member_id")
  )`,
  `CREATE TABLE "muted_tags" (
    "community_id" uuid NOT NULL,
    "member_id" uuid NOT NULL,
    "tag_id" uuid NOT NULL,
    CONSTRAINT "muted_tags_pkey" PRIMARY KEY ("community_id", "member_id", "tag_id")
  )`,
  `CREATE INDEX "muted_tags_tag_idx" ON "muted_tags" ("community_id", "tag_id")`,
  `CREATE TABLE "ask_days" (
    "community_id" uuid NOT NULL,
    "member_id" uuid NOT NULL,
    "day" date NOT NULL,
    "asked" integer NOT NULL,
    CONSTRAINT "ask_days_asked" CHECK (asked BETWEEN 1 AND 20),
    CONSTRAINT "ask_days_pkey" PRIMARY KEY ("community_id", "member_id", "day")
  )`,
  `CREATE TABLE "topic_routes" (
    "community_id" uuid NOT NULL,
    "topic_id" uuid NOT NULL,
    "asked" integer NOT NULL DEFAULT '0',
    "rounds" integer NOT NULL DEFAULT '0',
    "peer_window_seconds" integer NOT NULL,
    "peer_window_answers" integer NOT NULL,
    "escalates_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "escalated_at" TIMESTAMP(3) WITH TIME ZONE,
    "ended_at" TIMESTAMP(3) WITH TIME ZONE,
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "topic_routes_peer_window" CHECK (peer_window_seconds > 0 AND peer_window_answers >= 0),
    CONSTRAINT "topic_routes_asked" CHECK (asked BETWEEN 0 AND 5 AND rounds >= 0),
    CONSTRAINT "topic_routes_pkey" PRIMARY KEY ("community_id", "topic_id")
  )`,
  `CREATE INDEX "topic_routes_open_idx" ON "topic_routes" ("community_id", "created_at", "topic_id") WHERE ended_at IS NULL`,
  `CREATE INDEX "topic_routes_escalated_idx" ON "topic_routes" ("community_id", "escalated_at", "topic_id") WHERE escalated_at IS NOT NULL`,
  `CREATE TABLE "topic_asks" (
    "community_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "topic_id" uuid NOT NULL,
    "member_id" uuid NOT NULL,
    "place" text NOT NULL,
    "reasons" jsonb NOT NULL,
    "decision" text,
    "decided_at" TIMESTAMP(3) WITH TIME ZONE,
    "pass_reason" text,
    "snoozed_until" TIMESTAMP(3) WITH TIME ZONE,
    "changed_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "topic_asks_once" UNIQUE ("community_id", "topic_id", "member_id"),
    CONSTRAINT "topic_asks_decided" CHECK ((decision IS NULL) = (decided_at IS NULL)),
    CONSTRAINT "topic_asks_passed" CHECK ((pass_reason IS NOT NULL) = (decision IS NOT NULL AND decision = 'PASSED')),
    CONSTRAINT "topic_asks_pass_reason" CHECK (pass_reason IN ('NOT_MY_FIELD', 'NO_TIME', 'OTHER')),
    CONSTRAINT "topic_asks_decision" CHECK (decision IN ('ACCEPTED', 'PASSED')),
    CONSTRAINT "topic_asks_place" CHECK (place IN ('FIRST', 'SECOND_TIER', 'NEWCOMER')),
    CONSTRAINT "topic_asks_pkey" PRIMARY KEY ("community_id", "id")
  )`,
  `CREATE INDEX "topic_asks_member_idx" ON "topic_asks" ("community_id", "member_id", "created_at", "id")`,
  `CREATE INDEX "topic_asks_changed_idx" ON "topic_asks" ("community_id", "changed_at")`,
  toMember('routing_preferences'),
  toMember('muted_tags'),
  `ALTER TABLE "muted_tags" ADD CONSTRAINT "muted_tags_tag_fk" FOREIGN KEY ("community_id", "tag_id") REFERENCES "tags"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  toMember('ask_days'),
  toTopic('topic_routes'),
  toTopic('topic_asks'),
  toMember('topic_asks'),
];
