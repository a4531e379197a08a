export { Environment } from './environment';
export { EnvironmentModule } from './environment.module';
export type { LogLevel } from './setting-values';
export { SETTINGS, type Setting, type SettingName } from './settings';
export { StartFault } from './start-fault';
export { explainStartError } from './explain-start-error';
export { probePort } from './probe-port';
export { runProcess } from './run-process';
export { StartSequence, type Running } from './start-sequence';
