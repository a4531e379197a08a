import { createServer } from 'node:net';
import { probePort } from './probe-port';

describe('probePort', () => {
  it('finds a free port and leaves it free', async () => {
    const port = await probePort('127.0.0.1', 0);
    expect(port).toBeGreaterThan(0);
    expect(await probePort('127.0.0.1', port)).toBe(port);
  });

  it('fails as listening would where the port is taken', async () => {
    const holder = createServer();
    const port = await probePort('127.0.0.1', 0);
    await new Promise<void>((resolve) => holder.listen(port, '127.0.0.1', resolve));
    await expect(probePort('127.0.0.1', port)).rejects.toMatchObject({ code: 'EADDRINUSE', syscall: 'listen', port });
    await new Promise((resolve) => holder.close(resolve));
  });
});
