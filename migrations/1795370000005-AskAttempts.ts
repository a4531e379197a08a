import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTables } from './support/protect-tenant-tables';

/** Attempts at asking and what became of them, surveys, views by day, and links that are confirmed or rejected. */
export class AskAttempts1795370000005 implements MigrationInterface {
  name = 'AskAttempts1795370000005';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
    await protectTenantTables(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES.toReversed()) await queryRunner.query(`DROP TABLE "${table}" CASCADE`);
    await queryRunner.query(
      `ALTER TABLE "topic_links" DROP COLUMN "confirmed_at", DROP COLUMN "confirmed_by_id", DROP COLUMN "rejected_at",
        DROP COLUMN "rejected_by_id"`,
    );
  }
}

const TABLES = ['ask_attempts', 'ask_attempt_events', 'survey_answers', 'topic_view_days', 'answered_counts'];

const UP = [
  `CREATE TABLE "ask_attempts" (
    "community_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "member_id" uuid,
    "held_out" boolean NOT NULL,
    "surveyed" boolean NOT NULL,
    "answered_at" TIMESTAMP(3) WITH TIME ZONE,
    "answered_kind" text,
    "answered_id" uuid,
    "me_too_at" TIMESTAMP(3) WITH TIME ZONE,
    "me_too_topic_id" uuid,
    "asked_at" TIMESTAMP(3) WITH TIME ZONE,
    "asked_topic_id" uuid,
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "ask_attempts_asked" CHECK ((asked_at IS NULL) = (asked_topic_id IS NULL)),
    CONSTRAINT "ask_attempts_me_too" CHECK ((me_too_at IS NULL) = (me_too_topic_id IS NULL)),
    CONSTRAINT "ask_attempts_answered" CHECK ((answered_at IS NULL) = (answered_id IS NULL) AND (answered_at IS NULL) = (answered_kind IS NULL)),
    CONSTRAINT "ask_attempts_answered_kind" CHECK (answered_kind IN ('TOPIC', 'ARTICLE')),
    CONSTRAINT "ask_attempts_pkey" PRIMARY KEY ("community_id", "id")
  )`,
  `CREATE INDEX "ask_attempts_recent_idx" ON "ask_attempts" ("community_id", "created_at", "id")`,
  `CREATE INDEX "ask_attempts_answered_idx" ON "ask_attempts" ("community_id", "answered_at", "id") WHERE answered_at IS NOT NULL`,
  `CREATE INDEX "ask_attempts_member_idx" ON "ask_attempts" ("community_id", "member_id") WHERE member_id IS NOT NULL`,
  `CREATE TABLE "ask_attempt_events" (
    "community_id" uuid NOT NULL,
    "attempt_id" uuid NOT NULL,
    "type" text NOT NULL,
    "subject_id" uuid NOT NULL,
    "position" integer,
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "ask_attempt_events_type" CHECK (type IN ('STARTED', 'SHOWN', 'OPENED', 'ANSWERED', 'ME_TOO', 'ASKED')),
    CONSTRAINT "ask_attempt_events_pkey" PRIMARY KEY ("community_id", "attempt_id", "type", "subject_id")
  )`,
  `CREATE TABLE "survey_answers" (
    "community_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "attempt_id" uuid,
    "topic_id" uuid,
    "answer" text NOT NULL,
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "survey_answers_about" CHECK (num_nonnulls(attempt_id, topic_id) = 1),
    CONSTRAINT "survey_answers_answer" CHECK (answer IN ('YES', 'PARTLY', 'NO')),
    CONSTRAINT "survey_answers_pkey" PRIMARY KEY ("community_id", "id")
  )`,
  `CREATE INDEX "survey_answers_recent_idx" ON "survey_answers" ("community_id", "created_at", "id")`,
  `CREATE TABLE "topic_view_days" (
    "community_id" uuid NOT NULL,
    "day" date NOT NULL,
    "topic_id" uuid NOT NULL,
    "solved_views" integer NOT NULL DEFAULT '0',
    "other_views" integer NOT NULL DEFAULT '0',
    CONSTRAINT "topic_view_days_counts" CHECK (solved_views >= 0 AND other_views >= 0),
    CONSTRAINT "topic_view_days_pkey" PRIMARY KEY ("community_id", "day", "topic_id")
  )`,
  `CREATE TABLE "answered_counts" (
    "community_id" uuid NOT NULL,
    "kind" text NOT NULL,
    "id" uuid NOT NULL,
    "answered_me" integer NOT NULL DEFAULT '0',
    CONSTRAINT "answered_counts_kind" CHECK (kind IN ('TOPIC', 'ARTICLE')),
    CONSTRAINT "answered_counts_pkey" PRIMARY KEY ("community_id", "kind", "id")
  )`,
  `ALTER TABLE "topic_links" ADD "confirmed_at" TIMESTAMP(3) WITH TIME ZONE`,
  `ALTER TABLE "topic_links" ADD "confirmed_by_id" uuid`,
  `ALTER TABLE "topic_links" ADD "rejected_at" TIMESTAMP(3) WITH TIME ZONE`,
  `ALTER TABLE "topic_links" ADD "rejected_by_id" uuid`,
  `ALTER TABLE "topic_links" ADD CONSTRAINT "topic_links_one_verdict" CHECK (confirmed_at IS NULL OR rejected_at IS NULL)`,
  `ALTER TABLE "topic_links" ADD CONSTRAINT "topic_links_rejected_by_fk" FOREIGN KEY ("community_id", "rejected_by_id") REFERENCES "members"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "topic_links" ADD CONSTRAINT "topic_links_confirmed_by_fk" FOREIGN KEY ("community_id", "confirmed_by_id") REFERENCES "members"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "ask_attempts" ADD CONSTRAINT "ask_attempts_community_fk" FOREIGN KEY ("community_id") REFERENCES "communities"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "ask_attempts" ADD CONSTRAINT "ask_attempts_asked_topic_fk" FOREIGN KEY ("community_id", "asked_topic_id") REFERENCES "topics"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "ask_attempts" ADD CONSTRAINT "ask_attempts_me_too_topic_fk" FOREIGN KEY ("community_id", "me_too_topic_id") REFERENCES "topics"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "ask_attempts" ADD CONSTRAINT "ask_attempts_member_fk" FOREIGN KEY ("community_id", "member_id") REFERENCES "members"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "ask_attempt_events" ADD CONSTRAINT "ask_attempt_events_attempt_fk" FOREIGN KEY ("community_id", "attempt_id") REFERENCES "ask_attempts"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "survey_answers" ADD CONSTRAINT "survey_answers_topic_fk" FOREIGN KEY ("community_id", "topic_id") REFERENCES "topics"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "survey_answers" ADD CONSTRAINT "survey_answers_attempt_fk" FOREIGN KEY ("community_id", "attempt_id") REFERENCES "ask_attempts"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "topic_view_days" ADD CONSTRAINT "topic_view_days_topic_fk" FOREIGN KEY ("community_id", "topic_id") REFERENCES "topics"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "answered_counts" ADD CONSTRAINT "answered_counts_community_fk" FOREIGN KEY ("community_id") REFERENCES "communities"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];
