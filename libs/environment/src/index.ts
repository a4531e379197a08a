export { StartFault } from './start-fault';
