import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { newId } from '../../store/statements/ids.js';

/** Reads a file of the system, or returns '' where there is none. */
function read(path: string, how: (path: string) => string = (one) => readFileSync(one, 'utf8')): string {
  try {
    return how(path).trim();
  } catch {
    return '';
  }
}

/** The machine since it was started, and the space in which its process ids count: a container has one of its own. */
const machine = [hostname(), read('/proc/sys/kernel/random/boot_id'), read('/proc/self/ns/pid', readlinkSync)]
  .map((part) => part.replaceAll('|', ''))
  .join('/');

/** When a process of this machine was started, in ticks since the machine was; '' where the system does not tell. */
const startOf = (pid: number): string =>
  read(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ')[19] ?? '';

/** A name for one holder in this process, from which others on this machine can tell whether the process is gone. */
export const holderName = (): string => [machine, process.pid, startOf(process.pid), newId()].join('|');

/** Whether the process of a holder ran on this machine and is gone; false if that is not known. */
export function isGone(holder: string): boolean {
  const [where, id, start] = holder.split('|');
  const pid = Number(id);
  if (where !== machine || !Number.isInteger(pid) || pid <= 0) return false;
  if (!isRunning(pid)) return true;
  return start !== '' && startOf(pid) !== start;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
