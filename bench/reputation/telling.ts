/** By the clock and by the processor: other work beside it slows the first. */
export function stopwatch(): () => string {
  const [begun, used] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(used);
    return `${seconds(performance.now() - begun)} (${seconds((user + system) / 1000)} of processor)`;
  };
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
