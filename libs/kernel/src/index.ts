export { ERROR_CODES, type ErrorCode } from './errors/error-code';
export { DomainError } from './errors/domain-error';
export { newId } from './ids/new-id';
export { GlobalId, NO_COMMUNITY, type NodeRef, type Thing } from './ids/global-id';
export { Cursor, listKey, type CursorKey } from './paging/cursor';
export { DEFAULT_PAGE, MAX_PAGE, pageRequest, type PageInput, type PageRequest } from './paging/page';
export { mapConnection, toConnection, type Connection, type PageInfo } from './paging/connection';
export { BatchLoader } from './loading/batch-loader';
export { ROLES, STAFF_ROLES, type Role } from './viewer/role';
export { BodyText } from './text/body-text.decorator';
export { EmailAddress, emailFault, normaliseEmail } from './text/email.rules';
export { Handle, handleFault, normaliseHandle } from './text/handle.rules';
export { htmlText } from './text/html-text';
export { DisplayName, PlainText } from './text/plain-text.decorator';
export { counted } from './text/counted';
export { slugify } from './text/slugify';
export {
  bodyTextFault,
  codePointLength,
  isBlank,
  isWellFormed,
  normaliseBodyText,
  normaliseDisplayName,
  normalisePlainText,
  plainTextFault,
  TEXT_LIMITS,
} from './text/text.rules';
export { windowBefore, windowOf, type Window } from './time/window';
