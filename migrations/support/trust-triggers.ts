/** Changes that come within the same stretch of so many seconds begin one epoch, at its end. */
const STRETCH = 300;

/** What changes whose word counts, as a trigger says it. */
const CHANGES: readonly (readonly [name: string, change: string])[] = [
  ['reputation_entries_trust', 'BEFORE INSERT ON "reputation_entries" FOR EACH ROW WHEN ('],
  ['vouches_trust_insert', 'BEFORE INSERT ON "vouches" FOR EACH ROW WHEN ('],
  [
    'members_trust_update',
    `BEFORE UPDATE OF role, seat, suspended_until, erased_at, merged_into_id ON "members" FOR EACH ROW
      WHEN ((OLD.role, OLD.seat, OLD.suspended_until, OLD.erased_at, OLD.merged_into_id)
        IS DISTINCT FROM (NEW.role, NEW.seat, NEW.suspended_until, NEW.erased_at, NEW.merged_into_id) AND `,
  ],
];

/**
 * Has an epoch of trust begin within minutes of a change in the ledger, in a role or in a vouch, whoever makes it: the
 * first such change of a transaction brings a job along, with the rights of whoever writes. Before each row: what triggers
 * do after rows is judged for all rows of a statement before it is done for the first.
 */
export const CREATE_TRUST_TRIGGERS: readonly string[] = [
  `CREATE FUNCTION queue_trust() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      community uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.community_id ELSE NEW.community_id END;
    BEGIN
      PERFORM set_config('app.trust_queued', community::text, true);
      PERFORM public.enqueue_job('renew_trust', json_build_object('communityId', community), 'renew_trust:' || community,
        to_timestamp(ceil(extract(epoch FROM clock_timestamp()) / ${STRETCH}) * ${STRETCH}));
      RETURN coalesce(NEW, OLD);
    END $$`,
  ...CHANGES.map(
    ([name, change]) => `CREATE TRIGGER ${name} ${change}
        current_setting('app.trust_queued', true) IS DISTINCT FROM NEW.community_id::text)
      EXECUTE FUNCTION queue_trust()`,
  ),
  `CREATE TRIGGER vouches_trust_delete BEFORE DELETE ON "vouches" FOR EACH ROW
    WHEN (current_setting('app.trust_queued', true) IS DISTINCT FROM OLD.community_id::text)
    EXECUTE FUNCTION queue_trust()`,
];

/** Asks for the first epoch of what is there already. */
export const QUEUE_FIRST_EPOCHS = `SELECT enqueue_job('renew_trust', json_build_object('communityId', c.id),
  'renew_trust:' || c.id, NULL) FROM communities c`;

/** Takes the triggers away again. */
export const DROP_TRUST_TRIGGERS: readonly string[] = ['DROP FUNCTION queue_trust() CASCADE'];
