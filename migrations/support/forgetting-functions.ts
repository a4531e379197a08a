/**
 * The one way in which what has been told is told with fewer words. The logs cannot be changed by the restricted role;
 * these two functions run with the rights of their owner, and do this and nothing else: `forget_member` takes from the
 * events of the community in scope what named a member who is erased, and tells no longer whom they followed;
 * `forget_user` takes from the events of a user who is no more all that is known of them, and the mails that wait.
 */
export const CREATE_FORGETTING = [
  `CREATE FUNCTION forget_member(member uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
      WITH gone AS (
        SELECT x.community_id, x.id FROM public.members m
        JOIN public.members x ON x.community_id = m.community_id AND (x.id = m.id OR x.merged_into_id = m.id)
        WHERE m.community_id = nullif(current_setting('app.community_id', true), '')::uuid
          AND m.id = forget_member.member AND m.erased_at IS NOT NULL)
      DELETE FROM public.domain_events e USING gone
      WHERE e.community_id = gone.community_id
        AND ((e.actor_id = gone.id AND e.type IN ('topic.followed', 'topic.unfollowed', 'tag.followed', 'tag.unfollowed',
            'product.followed', 'product.unfollowed', 'member.followed', 'member.unfollowed'))
          OR (e.subject_id = gone.id AND e.type IN ('member.followed', 'member.unfollowed')));

      WITH gone AS (
        SELECT x.community_id, x.id FROM public.members m
        JOIN public.members x ON x.community_id = m.community_id AND (x.id = m.id OR x.merged_into_id = m.id)
        WHERE m.community_id = nullif(current_setting('app.community_id', true), '')::uuid
          AND m.id = forget_member.member AND m.erased_at IS NOT NULL)
      UPDATE public.domain_events e SET data = (
        SELECT coalesce(jsonb_object_agg(d.key, d.value), '{}') FROM jsonb_each(e.data) d
        WHERE d.key IN ('role', 'from', 'to', 'because', 'version', 'fields', 'until', 'imported', 'by', 'mergedId'))
      FROM gone WHERE e.community_id = gone.community_id AND e.subject_id = gone.id AND e.type LIKE 'member.%';
    $$`,
  `CREATE FUNCTION forget_user(former uuid, address text) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
      UPDATE public.identity_events e SET user_id = NULL, data = '{}'
      WHERE e.user_id = forget_user.former AND NOT EXISTS (SELECT FROM public.users u WHERE u.id = forget_user.former);

      SELECT graphile_worker.complete_jobs(ARRAY (
        SELECT j.id FROM graphile_worker._private_jobs j WHERE j.payload->>'email' = forget_user.address
          AND NOT EXISTS (SELECT FROM public.users u WHERE u.email = forget_user.address)));
    $$`,
  'REVOKE ALL ON FUNCTION forget_member(uuid) FROM PUBLIC',
  'REVOKE ALL ON FUNCTION forget_user(uuid, text) FROM PUBLIC',
];

/** Takes them away again. */
export const DROP_FORGETTING = ['DROP FUNCTION forget_user(uuid, text)', 'DROP FUNCTION forget_member(uuid)'];
