import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Permission } from '@app/community';

/**
 * Who may run an operation: `anyone`, `user` (logged in, or by a key) and `session` (logged in with a password) stand
 * outside communities; `reader` is whoever sees the community that the arguments name; the rest are the permissions
 * of the product's table.
 */
export type Access = 'anyone' | 'user' | 'session' | 'reader' | Permission;

export const ALLOW = 'answerhood:allow';

/** Declares who may run a query or mutation. What declares nothing runs for nobody. */
export function Allow(access: Access): CustomDecorator {
  return SetMetadata(ALLOW, access);
}
