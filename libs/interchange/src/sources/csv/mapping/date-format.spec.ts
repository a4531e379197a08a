import { DateFormat } from './date-format';

describe('DateFormat', () => {
  it.each([
    ['YYYY-MM-DD HH:mm:ss Z', '2023-01-01 02:21:46 +0000', 'UTC', '2023-01-01T02:21:46.000Z'],
    ['YYYY-MM-DD HH:mm:ss Z', '2023-01-01 02:21:46 -05:30', 'UTC', '2023-01-01T07:51:46.000Z'],
    ['YYYY-MM-DDTHH:mm:ss.SSSZ', '2023-01-01T02:21:46.123Z', 'UTC', '2023-01-01T02:21:46.123Z'],
    ['DD.MM.YYYY HH:mm', '31.12.2023 23:59', 'UTC', '2023-12-31T23:59:00.000Z'],
    ['DD.MM.YYYY HH:mm', '01.07.2023 12:00', 'Europe/Berlin', '2023-07-01T10:00:00.000Z'],
    ['DD.MM.YYYY HH:mm', '01.01.2023 00:30', 'Europe/Berlin', '2022-12-31T23:30:00.000Z'],
    ['DD.MM.YYYY HH:mm', '26.03.2023 03:30', 'Europe/Berlin', '2023-03-26T01:30:00.000Z'],
    ['DD.MM.YYYY HH:mm', '26.03.2023 01:30', 'Europe/Berlin', '2023-03-26T00:30:00.000Z'],
    ['YYYY-MM-DD HH:mm:ss.SSS', '2023-07-01 12:00:00.25', 'America/New_York', '2023-07-01T16:00:00.250Z'],
    ['M/D/YYYY h:mm A', '7/4/2023 12:05 AM', 'UTC', '2023-07-04T00:05:00.000Z'],
    ['M/D/YYYY h:mm A', '11/14/2023 1:05 pm', 'UTC', '2023-11-14T13:05:00.000Z'],
    ['YYYY-MM-DD', '2023-02-28', 'UTC', '2023-02-28T00:00:00.000Z'],
    ['seconds', '1700000000', 'UTC', '2023-11-14T22:13:20.000Z'],
    ['seconds', '1700000000.5', 'UTC', '2023-11-14T22:13:20.500Z'],
    ['milliseconds', '1700000000123', 'UTC', '2023-11-14T22:13:20.123Z'],
  ])('%s reads %s (%s)', (format, text, zone, moment) => {
    expect(new DateFormat(format, zone).read(text)).toBe(moment);
  });

  it.each([
    ['YYYY-MM-DD', '2023-02-30'],
    ['YYYY-MM-DD', '2023-2-3'],
    ['YYYY-MM-DD', '2023-02-03 10:00'],
    ['DD.MM.YYYY', '01x02x2023'],
    ['DD.MM.YYYY HH:mm', '01.02.2023 24:00'],
    ['seconds', '2023-01-01'],
    ['milliseconds', '1700000000'],
  ])('%s does not read %s', (format, text) => {
    expect(new DateFormat(format, 'UTC').read(text)).toBeNull();
  });

  it('refuses formats without a day and zones that are none', () => {
    expect(() => new DateFormat('YYYY-MM', 'UTC')).toThrow(RangeError);
    expect(() => new DateFormat('YYYY-MM-DD', 'Mars/Hell')).toThrow(RangeError);
  });
});
