import { placeOf } from './place';

describe('where a request comes from', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9', '203.0.113'],
    ['::ffff:203.0.113.9', '203.0.113.9', '203.0.113'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2', '2001:db8:1'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2', '2001:db8:1'],
    ['2001:db8::1', '2001:db8:0:0', '2001:db8:0'],
    ['::1', '0:0:0:0', '0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0', 'fe80:0:0'],
    ['unix socket', 'unknown', 'unknown'],
    ['', 'unknown', 'unknown'],
  ])('of %j is an address and a network', (ip, address, network) => {
    expect(placeOf(ip)).toEqual({ address, network });
  });
});
