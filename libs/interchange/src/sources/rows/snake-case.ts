/** The name of a column as everybody writes it in code: `UserId`, `user id` and `USER_ID` are `user_id`. */
export function snakeCase(name: string): string {
  return name
    .trim()
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[\s-]+/g, '_')
    .toLowerCase();
}
