import type { MemberExport } from './member-export.entity';

/** How far an export has come. */
export const DATA_EXPORT_STATES = ['RUNNING', 'READY', 'EXPIRED', 'FAILED'] as const;

/** See {@link DATA_EXPORT_STATES}. */
export type DataExportState = (typeof DATA_EXPORT_STATES)[number];

/** Days for which a file can be fetched. */
export const DATA_EXPORT_DAYS = 7;

/** Hours after which nobody expects any more that a file becomes ready, and another one may be asked for. */
export const DATA_EXPORT_HOURS = 24;

/** The state of an export at this moment. */
export function dataExportState({ readyAt, expiresAt, createdAt }: MemberExport, now = new Date()): DataExportState {
  if (readyAt && expiresAt) return expiresAt > now ? 'READY' : 'EXPIRED';
  return now.getTime() - createdAt.getTime() < DATA_EXPORT_HOURS * 3_600_000 ? 'RUNNING' : 'FAILED';
}
