const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The statement that opens one community's rows to the transaction it runs in. `SET LOCAL` and not
 * `set_config()`, because a cluster of databases passes only the former on; it takes no parameters,
 * so the value is checked here.
 */
export function scopeStatement(communityId: string): string {
  return setLocal('app.community_id', communityId);
}

/** The statement that opens a user's own memberships, in whatever community, to the transaction it runs in. */
export function ownScopeStatement(userId: string): string {
  return setLocal('app.user_id', userId);
}

function setLocal(name: string, uuid: string): string {
  if (!UUID.test(uuid)) throw new TypeError('A scope must be a UUID.');
  return `SET LOCAL ${name} = '${uuid}'`;
}
