import type { SettingName } from './settings';

/** Reads settings one by one and gathers what is wrong with them, so that all of it can be said at once. */
export class SettingsReader {
  readonly faults: string[] = [];

  constructor(private readonly variables: Readonly<Record<string, string | undefined>>) {}

  /** @returns null where the setting is absent or blank */
  text(name: SettingName): string | null {
    return this.variables[name]?.trim() || null;
  }

  fault(name: SettingName, what: string): void {
    this.faults.push(`${name} ${what}`);
  }

  choice<T extends string>(name: SettingName, choices: readonly T[], fallback: T): T {
    const text = this.text(name);
    if (text === null) return fallback;
    const found = choices.find((choice) => choice === text);
    if (!found) this.fault(name, `is "${text}": set it to one of ${choices.join(', ')}.`);
    return found ?? fallback;
  }

  flag(name: SettingName, fallback: boolean): boolean {
    return this.choice(name, ['true', 'false'], fallback ? 'true' : 'false') === 'true';
  }

  integer(name: SettingName, [least, most]: readonly [number, number], fallback: number): number {
    const text = this.text(name);
    if (text === null) return fallback;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    this.fault(name, `is "${text}": set it to a whole number from ${least} to ${most}.`);
    return fallback;
  }

  /**
   * The value is not repeated in the fault, since it may hold a password.
   * @param form an example of what is right
   */
  url(name: SettingName, protocols: readonly string[], form: string): URL | null {
    const text = this.text(name);
    if (text === null) return null;
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url && protocols.includes(url.protocol) && url.hostname !== '') return url;
    this.fault(name, `is not an address of the form ${form}: write it so.`);
    return null;
  }
}
