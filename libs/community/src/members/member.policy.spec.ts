import { ROLES, STAFF_ROLES, type Role } from '@app/kernel';
import type { MemberViewer } from '../viewer/viewer';
import { maySeeSuspension, maySuspend } from './member.policy';

function viewer(role: Role, seat = false, suspended = false): MemberViewer {
  return {
    communityId: 'c',
    community: {
      id: 'c',
      slug: 'c',
      name: 'C',
      locale: 'en',
      visibility: 'PUBLIC',
      settings: {},
      trustEpoch: null,
      version: 1,
      createdAt: new Date(0),
    },
    userId: 'u',
    memberId: 'me',
    role,
    seat,
    suspended,
    joinedAt: new Date(0),
    trust: 0,
    actingUserId: null,
    scopes: ['read', 'write', 'admin'],
  };
}

describe('who may suspend whom', () => {
  it('spares admins from everybody', () => {
    for (const role of ROLES)
      expect(maySuspend(viewer(role, role !== 'ALUM'), { role: 'ADMIN', seat: false })).toBe(false);
  });

  it('leaves people of the company and seats to admins', () => {
    for (const role of STAFF_ROLES.filter((one) => one !== 'ADMIN')) {
      expect(maySuspend(viewer('ADMIN'), { role, seat: false })).toBe(true);
      expect(maySuspend(viewer('LEAD'), { role, seat: false })).toBe(false);
      expect(maySuspend(viewer('CUSTOMER', true), { role, seat: false })).toBe(false);
    }
    expect(maySuspend(viewer('ADMIN'), { role: 'CUSTOMER', seat: true })).toBe(true);
    expect(maySuspend(viewer('LEAD'), { role: 'CUSTOMER', seat: true })).toBe(false);
  });

  it('lets those who curate suspend customers, champions and alums', () => {
    for (const role of ['CUSTOMER', 'CHAMPION', 'ALUM'] as const) {
      expect(maySuspend(viewer('REPRESENTATIVE'), { role, seat: false })).toBe(true);
      expect(maySuspend(viewer('CUSTOMER', true), { role, seat: false })).toBe(true);
      expect(maySuspend(viewer('EMPLOYEE'), { role, seat: false })).toBe(false);
      expect(maySuspend(viewer('REPRESENTATIVE', false, true), { role, seat: false })).toBe(false);
    }
  });

  it('shows a suspension to the member and to those who curate', () => {
    expect(maySeeSuspension(viewer('CUSTOMER', false, true), { id: 'me' })).toBe(true);
    expect(maySeeSuspension(viewer('CUSTOMER'), { id: 'other' })).toBe(false);
    expect(maySeeSuspension(viewer('LEAD'), { id: 'other' })).toBe(true);
  });
});
