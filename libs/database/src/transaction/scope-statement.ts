const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The statement that opens one community's rows to the transaction it runs in. `SET LOCAL` and not
 * `set_config()`, because a cluster of databases passes only the former on; it takes no parameters,
 * so the value is checked here.
 */
export function scopeStatement(communityId: string): string {
  if (!UUID.test(communityId)) throw new TypeError('A community scope must be a UUID.');
  return `SET LOCAL app.community_id = '${communityId}'`;
}
